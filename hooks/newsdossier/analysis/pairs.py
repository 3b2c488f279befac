"""How the answers of two articles to one question stand to each other, and to no third."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from newsdossier.analysis.answers import SourcedAnswer, Variation, find_variation
from newsdossier.analysis.rows import Row, compare_answers
from newsdossier.analysis.values import Relation


class PairVerdict(StrEnum):
    """What two articles' own answers are to each other."""

    EQUAL = "equal"
    COMPATIBLE = "compatible"
    DIFFER = "differ"
    CONTRADICT = "contradict"
    APART = "not comparable"
    """They answer different things, or one of them only tells of what was taken back."""
    SAME = "same"
    """Both copy one dispatch, and have its answer alike."""
    REWORDED = "reworded"
    CHANGED = "changed"
    ALONE = "only one answers"

    @property
    def is_of_copies(self) -> bool:
        """Whether it compares two copies of one dispatch, which are no two witnesses."""
        return self in (PairVerdict.SAME, PairVerdict.REWORDED, PairVerdict.CHANGED)


_OF_COPIES = {
    Variation.SAME: PairVerdict.SAME,
    Variation.REWORDED: PairVerdict.REWORDED,
    Variation.CHANGED: PairVerdict.CHANGED,
}


def judge_pair(row: Row, one: str, other: str) -> PairVerdict:
    """Compare the answers of two articles: as copies where all are of the same dispatch."""
    here, there = row.answers_of(one), row.answers_of(other)
    if not here or not there:
        return PairVerdict.ALONE
    if _list_witnesses(here) == _list_witnesses(there):
        return _OF_COPIES[find_variation(row.question, here, there)]
    if _list_values(here) == _list_values(there):
        return PairVerdict.EQUAL
    pairs = list(compare_answers(row.question, here, there))
    relations = {pair.relation for pair in pairs}
    if any(pair.relation is Relation.DISJOINT and pair.same_time for pair in pairs):
        return PairVerdict.CONTRADICT
    if not relations:
        return PairVerdict.APART
    if relations <= {Relation.EQUAL, Relation.OVERLAPPING}:
        is_equal = Relation.OVERLAPPING not in relations
        return PairVerdict.EQUAL if is_equal else PairVerdict.COMPATIBLE
    return PairVerdict.DIFFER


def _list_witnesses(answers: Iterable[SourcedAnswer]) -> set[str]:
    return {sourced.witness for sourced in answers}


def _list_values(answers: Iterable[SourcedAnswer]) -> set[tuple[object, ...]]:
    return {
        (value.casefold() if isinstance(value := one.value, str) else value, one.answer.of)
        for one in answers
        if one.is_asserted
    }
