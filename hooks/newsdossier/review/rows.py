"""Compares the rows of the comparison: verdicts, what the values allow, and cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from newsdossier.analysis.collate import Collation, support_of_row
from newsdossier.analysis.names import names_of
from newsdossier.analysis.rows import Row, rows, ruled_out
from newsdossier.dossier.dossier import Dossier
from newsdossier.model import Verdict
from newsdossier.problems import limits
from newsdossier.review.cells import compare_cells
from newsdossier.review.difference import RowDifference, RowState
from newsdossier.review.records import list_comparable


def compare_rows(before: Dossier, after: Dossier) -> Iterator[RowDifference]:
    """Compare the rows of all questions; articles that one state cannot read are left out."""
    articles = list_comparable(before, after, before.articles, after.articles)
    unread = before.unread | after.unread
    before, after = (_keep_articles(one, articles, unread) for one in (before, after))
    old, new = rows(before), rows(after)
    collations = _collate(before), _collate(after)
    for name in list_comparable(before, after, old, new):
        one, other = old.get(name), new.get(name)
        question = (other or old[name]).question
        cells = list(compare_cells(before, after, one, other, articles))
        states = _row_state(collations[0], one), _row_state(collations[1], other)
        if cells or states[0] != states[1]:
            yield RowDifference(name, question.asks, *states, cells, question.place("verdict"))


def _keep_articles(dossier: Dossier, articles: list[str], unread: frozenset[str]) -> Dossier:
    kept = {name: one for name, one in dossier.articles.items() if name in articles}
    return replace(dossier, articles=kept, unread=unread)


def _collate(dossier: Dossier) -> Collation:
    """As much of a collation as witnesses need: a whole one requires a dossier without problems."""
    return Collation(dossier, names_of(dossier), list(dossier.articles.values()), {}, {})


def _row_state(collation: Collation, row: Row | None) -> RowState | None:
    """The state of a row; no verdict is judged where values are missing or make no sense."""
    if row is None:
        return None
    stated = list(row.question.verdict)
    support = support_of_row(collation, row)
    is_whole = bool(row.answers) and not row.unsound and not collation.dossier.unread
    is_judged = is_whole and len(row.answers) <= limits.ANSWERS
    reasons = {verdict: ruled_out(row, verdict) for verdict in Verdict} if is_judged else {}
    return RowState(
        stated=stated,
        allowed=[verdict for verdict, reason in reasons.items() if reason is None],
        refused=next((reasons[one] for one in stated if reasons.get(one)), None),
        articles=len(support.articles),
        origins=len(support.dispatches),
        speakers=len(support.speakers),
    )
