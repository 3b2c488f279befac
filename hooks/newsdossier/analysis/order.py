"""The order in which articles and rows are shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from newsdossier.analysis.rows import Row, rows_of
from newsdossier.analysis.values import parse_date
from newsdossier.dossier.dossier import Dossier
from newsdossier.model import Article


def order_articles(dossier: Dossier) -> list[Article]:
    """Articles by date, those of one dispatch side by side."""

    def witness(article: Article) -> str:
        return article.dispatch or article.id

    first: dict[str, float] = {}
    for article in dossier.articles.values():
        day = parse_date(article.issued.date).low
        first[witness(article)] = min(first.get(witness(article), day), day)
    return sorted(
        dossier.articles.values(),
        key=lambda a: (first[witness(a)], witness(a), parse_date(a.issued.date).low, a.id),
    )


def order_rows(dossier: Dossier, articles: Iterable[Article]) -> dict[str, Row]:
    """The rows by group and place in it, their answers in the order of the articles."""
    groups = [group.id for group in dossier.settings.groups]
    place = {article.id: index for index, article in enumerate(articles)}
    found = sorted(
        rows_of(dossier).values(),
        key=lambda r: (groups.index(r.question.group), r.question.order, r.question.id),
    )
    return {
        row.question.id: replace(
            row, answers=sorted(row.answers, key=lambda sourced: place[sourced.article.id])
        )
        for row in found
    }
