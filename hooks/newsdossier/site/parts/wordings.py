"""Align the wordings in which several articles print much the same."""

from __future__ import annotations

from newsdossier.analysis.answers import SourcedAnswer
from newsdossier.analysis.rows import Row
from newsdossier.model import Article, Type
from newsdossier.text.alignment import Aligned, aligned


def print_wording(sourced: SourcedAnswer) -> str:
    """An answer's printed words, without quotation marks around them."""
    return sourced.answer.value[0]


def align_wordings(row: Row, articles: list[Article]) -> list[Aligned]:
    """Align the similar wordings of a row; those of one article only are left out."""
    if row.question.type is not Type.WORDING:
        return []
    printed: dict[str, set[str]] = {}
    for article in articles:
        for sourced in row.answers_of(article.id):
            printed.setdefault(print_wording(sourced), set()).add(article.id)
    return [
        group
        for group in aligned(printed)
        if len(set().union(*(printed[variant] for variant in group))) > 1
    ]
