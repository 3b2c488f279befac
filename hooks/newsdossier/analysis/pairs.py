"""How the answers of two articles to one question stand to each other, and to no third."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from newsdossier.analysis import wording
from newsdossier.analysis.answers import (
    ComparedPair,
    SourcedAnswer,
    Variation,
    WitnessAnswer,
    find_variation,
)
from newsdossier.analysis.rows import Row, compare_answers
from newsdossier.analysis.values import Relation
from newsdossier.model import Article, Status


class PairVerdict(StrEnum):
    """What two articles' own answers are to each other."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    OVER_TIME = "changed over time"
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


def judge_pair(row: Row, one: str, other: str) -> list[PairVerdict]:
    """Compare the answers of two articles.

    What both copy of one dispatch is compared as copies, all else as answers of two witnesses; so
    there are two verdicts where an article has both. Where no other witness answers, the editor's
    verdicts on the row are those on the two.
    """
    here, there = row.answers_of(one), row.answers_of(other)
    if not here or not there:
        return [PairVerdict.ALONE]
    both = {sourced.witness for sourced in here} & {sourced.witness for sourced in there}
    copied, other_copied = _choose(here, both), _choose(there, both)
    own, other_own = _leave_out(here, both), _leave_out(there, both)
    verdicts = []
    if both:
        verdicts.append(_OF_COPIES[find_variation(row.question, copied, other_copied)])
    if (own or other_own) and _are_all(row, here, there):
        verdicts += [PairVerdict(verdict) for verdict in row.question.verdict]
    elif own or other_own:
        pairs = [
            *compare_answers(row.question, own, there),
            *compare_answers(row.question, copied, other_own),
        ]
        is_same = not both and _list_values(own) == _list_values(other_own)
        verdicts.append(PairVerdict.AGREE if is_same else _judge(pairs))
    return verdicts


def _are_all(row: Row, here: list[SourcedAnswer], there: list[SourcedAnswer]) -> bool:
    """Whether two articles give, as they are compared, all answers of the row that stand."""
    standing = [one for one in row.witnesses if any(a.is_asserted for a in one.answers)]
    articles = {sourced.article.id for sourced in (*here, *there) if sourced.is_asserted}
    return (
        len(standing) > 1 and len(articles) > 1 and all(_gives(one, articles) for one in standing)
    )


def _gives(one: WitnessAnswer, articles: set[str]) -> bool:
    """Whether one of some articles has a witness's answer as it is compared."""
    same = [copy.article for copy in one.copies if copy.variation is Variation.SAME]
    return not articles.isdisjoint([one.base, *same])


def explain_apart(row: Row, one: Article, other: Article) -> str:
    """Why answers that cannot be compared cannot."""
    for article in (one, other):
        answers = row.answers_of(article.id)
        if answers and not any(sourced.is_asserted for sourced in answers):
            status = answers[0].answer.status
            verb = "is" if status is Status.HYPOTHETICAL else "was"
            return f"the answer in {article.label} {verb} {wording.STATUSES[status]}"
    return "they answer about different things"


def _judge(pairs: list[ComparedPair]) -> PairVerdict:
    """How the answers of two witnesses relate."""
    relations = {pair.relation for pair in pairs}
    if any(pair.relation is Relation.DISJOINT and pair.same_time for pair in pairs):
        return PairVerdict.CONTRADICT
    if not relations:
        return PairVerdict.APART
    if relations <= {Relation.EQUAL, Relation.OVERLAPPING}:
        is_equal = Relation.OVERLAPPING not in relations
        return PairVerdict.AGREE if is_equal else PairVerdict.COMPATIBLE
    return PairVerdict.DIFFER


def _choose(answers: list[SourcedAnswer], witnesses: set[str]) -> list[SourcedAnswer]:
    return [sourced for sourced in answers if sourced.witness in witnesses]


def _leave_out(answers: list[SourcedAnswer], witnesses: set[str]) -> list[SourcedAnswer]:
    return [sourced for sourced in answers if sourced.witness not in witnesses]


def _list_values(answers: Iterable[SourcedAnswer]) -> set[tuple[object, ...]]:
    return {(one.value, one.answer.of) for one in answers if one.is_asserted}
