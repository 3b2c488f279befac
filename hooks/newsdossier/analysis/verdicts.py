"""Explain why a row's values rule out a verdict.

The rule `verdict` in checks/comparison.py reports it.
"""

from __future__ import annotations

from newsdossier.analysis.rows import ComparedPair, Row
from newsdossier.analysis.values import Relation
from newsdossier.model import Type, Verdict


def explain_exclusion(row: Row, verdict: Verdict) -> str | None:
    """Explain, with values and places, why a row does not allow a verdict; None if it does."""
    pairs = list(row.pairs())
    if verdict is Verdict.SINGLE:
        articles = len(row.answering_articles)
        return None if articles == 1 else f"{articles} articles answer"
    unequal = [pair for pair in pairs if pair.relation is not Relation.EQUAL]
    disjoint = [pair for pair in unequal if pair.relation is Relation.DISJOINT]
    at_once = [pair for pair in disjoint if pair.same_time]
    if verdict is Verdict.AGREE:
        return _first(unequal) or (None if pairs else "no two answers can be compared")
    if verdict is Verdict.TRANSLATION:
        return None if _prints_differ(row) else "all print the same"
    if pairs and not unequal:
        return "all answers are equal"
    if row.question.type in (Type.ENTITIES, Type.WORDING):
        return None
    match verdict:
        case Verdict.COMPATIBLE if not pairs:
            return "no two answers can be compared"
        case Verdict.CONTRADICT:
            return None if at_once else "no two answers are disjoint at the same time"
        case Verdict.CHANGED if not [pair for pair in disjoint if not pair.same_time]:
            return "no two answers of different times are disjoint"
        case Verdict.CHANGED:
            return None if Verdict.CONTRADICT in row.question.verdict else _first(at_once)
        case _:
            return _first(disjoint)


def _first(pairs: list[ComparedPair]) -> str | None:
    return str(pairs[0]) if pairs else None


def _prints_differ(row: Row) -> bool:
    held_up = [sourced for sourced in row.answers if sourced.is_asserted]
    return len({sourced.printed_value for sourced in held_up}) > 1 or any(
        sourced.answer.read_as for sourced in held_up
    )
