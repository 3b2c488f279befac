"""Compute which verdicts a row's values allow, and explain why they rule out the others.

The rule `verdict` in checks/comparison.py reports it.
"""

from __future__ import annotations

from newsdossier.analysis.answers import ComparedPair
from newsdossier.analysis.rows import Row
from newsdossier.analysis.values import Relation
from newsdossier.analysis.wording import joined
from newsdossier.model import Verdict


def explain_exclusion(row: Row, verdict: Verdict) -> str | None:
    """Explain, with values and places, why a row does not allow a verdict; None if it does."""
    return explain_exclusions(row)[verdict]


def allowed_verdicts(row: Row) -> list[Verdict]:
    """The verdicts that a row's values allow."""
    return [verdict for verdict, reason in explain_exclusions(row).items() if reason is None]


def explain_exclusions(row: Row) -> dict[Verdict, str | None]:
    """For each verdict why a row's values rule it out; None where they allow it."""
    answering = row.answering_witnesses
    labels = joined([one.witness.label for one in answering])
    if len(answering) < 2:
        alone = f"only one witness answers, {labels}" if answering else "no witness answers"
        return {v: None if v is Verdict.ONE_WITNESS and answering else alone for v in Verdict}
    pairs = list(row.pairs())
    reasons = {verdict: _explain(row, verdict, pairs) for verdict in Verdict}
    return reasons | {Verdict.ONE_WITNESS: f"{len(answering)} witnesses answer, {labels}"}


def _explain(row: Row, verdict: Verdict, pairs: list[ComparedPair]) -> str | None:
    """Why two or more witnesses' answers rule out a verdict."""
    unequal = [pair for pair in pairs if pair.relation is not Relation.EQUAL]
    disjoint = [pair for pair in unequal if pair.relation is Relation.DISJOINT]
    at_once = [pair for pair in disjoint if pair.same_time]
    incomparable = None if pairs else "no answers of two witnesses can be compared"
    same = "all witnesses’ answers are equal" if pairs and not unequal else None
    match verdict:
        case Verdict.AGREE:
            return incomparable or _show_first(unequal)
        case Verdict.COMPATIBLE:
            return incomparable or same or _show_first(disjoint)
        case Verdict.CHANGED if same or incomparable:
            return same or incomparable
        case Verdict.CHANGED if all(pair.same_time for pair in unequal):
            return "no unequal answers of two witnesses hold at different times"
        case Verdict.CHANGED:
            return None if Verdict.CONTRADICT in row.question.verdict else _show_first(at_once)
        case Verdict.CONTRADICT:
            no_clash = "no two witnesses exclude each other at the same time"
            return same or (None if at_once else no_clash)
        case _:
            return same or _show_first(disjoint)


def _show_first(pairs: list[ComparedPair]) -> str | None:
    return str(pairs[0]) if pairs else None
