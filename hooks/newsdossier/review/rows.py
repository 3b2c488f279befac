"""Compares the rows of the comparison: verdicts, what the values allow, and cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from newsdossier.analysis.digests import digest_answers
from newsdossier.analysis.rows import Row, rows_of
from newsdossier.analysis.support import support_of_row
from newsdossier.analysis.verdicts import explain_exclusions
from newsdossier.dossier.dossier import Dossier
from newsdossier.problems import limits
from newsdossier.review.cells import compare_cells
from newsdossier.review.difference import RowDifference, RowState
from newsdossier.review.records import list_comparable


def compare_rows(before: Dossier, after: Dossier) -> Iterator[RowDifference]:
    """Compare the rows of all questions; articles that one state cannot read are left out."""
    articles = list_comparable(before, after, before.articles, after.articles)
    unread = before.unread | after.unread
    before, after = (_keep_articles(one, articles, unread) for one in (before, after))
    old, new = rows_of(before), rows_of(after)
    for name in list_comparable(before, after, old, new):
        one, other = old.get(name), new.get(name)
        question = (other or old[name]).question
        cells = list(compare_cells(before, after, one, other, articles))
        states = _describe_row(before, one), _describe_row(after, other)
        if cells or states[0] != states[1]:
            place, is_old = question.place("verdict"), _keeps_old_reason(one, other)
            yield RowDifference(name, question.asks, *states, cells, place, is_old)


def _keeps_old_reason(old: Row | None, new: Row | None) -> bool:
    """Whether the answers changed and the reason for the verdict did not."""
    if old is None or new is None or old.question.because != new.question.because:
        return False
    return digest_answers(old) != digest_answers(new)


def _keep_articles(dossier: Dossier, articles: list[str], unread: frozenset[str]) -> Dossier:
    kept = {name: one for name, one in dossier.articles.items() if name in articles}
    return replace(dossier, articles=kept, unread=unread)


def _describe_row(dossier: Dossier, row: Row | None) -> RowState | None:
    """The state of a row; no verdict is judged where values are missing or cannot be parsed."""
    if row is None:
        return None
    stated = list(row.question.verdict)
    support = support_of_row(dossier, row)
    is_whole = bool(row.answers) and not row.invalid_answers and not dossier.unread
    is_judged = is_whole and len(row.answers) <= limits.ANSWERS
    reasons = explain_exclusions(row) if is_judged else {}
    return RowState(
        stated=stated,
        allowed=[verdict for verdict, reason in reasons.items() if reason is None],
        refused=next((reasons[one] for one in stated if reasons.get(one)), None),
        witnesses=len(support.witnesses),
        articles=len(support.articles),
        voices=len(support.voices),
    )
