"""The answers to a question with where they come from, and what each copy of a dispatch answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from newsdossier.analysis.dates import parse_date
from newsdossier.analysis.intervals import Interval
from newsdossier.analysis.values import Relation, Value
from newsdossier.analysis.witnesses import Witness, identify_witness
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.model import Answer, Article, Question, Statement, Status, Type, Variant


@dataclass(frozen=True)
class SourcedAnswer:
    """One answer, with the statement and the article that give it."""

    article: Article
    statement: Statement
    answer: Answer
    value: Value
    """The value that is compared: what is printed, or what the editor reads it as."""
    printed: Value
    """The value that the printed words make."""

    @property
    def stated(self) -> SourcedStatement:
        """The statement with its article."""
        return SourcedStatement(self.article, self.statement)

    @property
    def witness(self) -> str:
        """The id of the witness that gives it."""
        return identify_witness(self.stated)

    @property
    def is_asserted(self) -> bool:
        """Whether the answer is asserted; verdicts compare only asserted answers."""
        return self.answer.status is Status.ASSERTED

    @property
    def time(self) -> Interval:
        """When the claim holds."""
        return parse_date(self.answer.as_of or self.article.issued.date)

    def __str__(self) -> str:
        return f"{self.article.label}: {', '.join(self.answer.value)} ({self.answer.place()})"


@dataclass(frozen=True)
class ComparedPair:
    """Two answers that count the same thing (`of`), and the relation of their values."""

    a: SourcedAnswer
    b: SourcedAnswer
    relation: Relation
    same_time: bool

    def __str__(self) -> str:
        return f"{self.a} and {self.b} are {self.relation}"


class Variation(StrEnum):
    """How a copy's answers differ, as printed, from those of the copy they are compared with."""

    SAME = "same"
    REWORDED = "reworded"
    """Other words answer a question that asks for words."""
    CHANGED = "changed"
    """Another value, another bound, or a figure of something else (`of`)."""
    MISSING = "missing"
    """This copy gives no answer."""


@dataclass(frozen=True)
class CopyAnswer:
    """What one copy of a dispatch answers, and how that differs from the base copy's answers."""

    article: str
    answers: list[SourcedAnswer]
    variation: Variation
    variant: Variant | None = None
    """Why it differs, as the editor judges."""


@dataclass(frozen=True)
class WitnessAnswer:
    """What one witness answers: the answers of its base copy, and what the other copies make of it.

    The base copy is the origin's `base` where that answers, else the first copy that does.
    """

    witness: Witness
    base: str | None
    """The article whose answers count; None where no copy answers."""
    answers: list[SourcedAnswer] = field(default_factory=list)
    """The base copy's answers."""
    copies: list[CopyAnswer] = field(default_factory=list)
    """The other copies, in the order in which articles are shown; none where no copy answers."""

    @property
    def variants(self) -> list[CopyAnswer]:
        """The copies whose answers are not the same."""
        return [copy for copy in self.copies if copy.variation is not Variation.SAME]


def gather_witness_answer(
    question: Question,
    witness: Witness,
    answers: Iterable[SourcedAnswer],
    preferred: str | None = None,
) -> WitnessAnswer:
    """What a witness answers to a question; `preferred` is the article that its origin names."""
    by_article: dict[str, list[SourcedAnswer]] = {name: [] for name in witness.articles}
    for sourced in answers:
        by_article[sourced.article.id].append(sourced)
    answering = [name for name, given in by_article.items() if given]
    if not answering:
        return WitnessAnswer(witness, None)
    base = preferred if preferred in answering else answering[0]
    reasons = {one.article: one for one in reversed(question.variants)}
    copies = []
    for name, given in by_article.items():
        variation = find_variation(question, by_article[base], given)
        variant = None if variation is Variation.SAME else reasons.get(name)
        if name != base:
            copies.append(CopyAnswer(name, given, variation, variant))
    return WitnessAnswer(witness, base, by_article[base], copies)


def find_variation(
    question: Question, base: list[SourcedAnswer], copy: list[SourcedAnswer]
) -> Variation:
    """How a copy's answers differ, as printed, from the base copy's; what is imagined apart."""
    if not copy:
        return Variation.MISSING
    if _print_answers(base) == _print_answers(copy):
        return Variation.SAME
    return Variation.REWORDED if question.type is Type.WORDING else Variation.CHANGED


def _print_answers(answers: list[SourcedAnswer]) -> set[tuple[object, ...]]:
    """What is compared of an article's answers; only imagined ones where there are no others."""
    held = [one for one in answers if one.answer.status is not Status.HYPOTHETICAL]
    return {_print_answer(one) for one in held or answers}


def _print_answer(sourced: SourcedAnswer) -> tuple[object, ...]:
    """What is compared of an answer as printed."""
    answer = sourced.answer
    return sourced.printed, answer.bound, answer.of, answer.status
