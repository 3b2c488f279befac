"""The rows of the comparison: the answers to each question, and its coverage by each article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations

from newsdossier.analysis.answers import (
    ComparedPair,
    CopyAnswer,
    SourcedAnswer,
    WitnessAnswer,
    gather_witness_answer,
)
from newsdossier.analysis.dates import parse_date
from newsdossier.analysis.order import order_articles
from newsdossier.analysis.values import compare_values, parse_value
from newsdossier.analysis.witnesses import witnesses_of
from newsdossier.dossier.derived import derived
from newsdossier.dossier.dossier import Dossier, SourcedStatement, sourced_statements
from newsdossier.model import Answer, Question, Silent


class Coverage(StrEnum):
    """What is known of an article and a question."""

    ANSWERED = "answered"
    SILENT = "silent"
    """Somebody looked and found no answer."""
    UNREVIEWED = "unreviewed"
    """Nobody has looked yet."""


@dataclass(frozen=True)
class Row:
    """One question, with every article's answers or silence, and what each witness answers."""

    question: Question
    answers: list[SourcedAnswer] = field(default_factory=list)
    """All articles' answers, in the order in which articles are shown."""
    silent: dict[str, Silent] = field(default_factory=dict)
    unreviewed: list[str] = field(default_factory=list)
    invalid_answers: list[Answer] = field(default_factory=list)
    """Answers whose value or date cannot be parsed; the row cannot be judged."""
    witnesses: list[WitnessAnswer] = field(default_factory=list)
    """All witnesses, whether they answer or not, in the order of their columns."""

    def answers_of(self, article: str) -> list[SourcedAnswer]:
        """An article's answers."""
        return [sourced for sourced in self.answers if sourced.article.id == article]

    @property
    def answering_articles(self) -> list[str]:
        """The articles that answer, in the order in which articles are shown."""
        return list(dict.fromkeys(sourced.article.id for sourced in self.answers))

    @property
    def answering_witnesses(self) -> list[WitnessAnswer]:
        """The witnesses with an asserted answer; where none is asserted, all with an answer."""
        answering = [one for one in self.witnesses if one.answers]
        asserting = [one for one in answering if any(a.is_asserted for a in one.answers)]
        return asserting or answering

    def coverage(self, article: str) -> Coverage:
        """Whether an article answers the question, is silent on it, or is not yet reviewed."""
        if self.answers_of(article):
            return Coverage.ANSWERED
        return Coverage.SILENT if article in self.silent else Coverage.UNREVIEWED

    def variants_of(self, article: str) -> list[CopyAnswer]:
        """The ways in which an article's answers differ from those of the copies beside it."""
        return [copy for one in self.witnesses for copy in one.variants if copy.article == article]

    def pairs(self) -> Iterator[ComparedPair]:
        """Every two asserted answers of different witnesses that can be compared."""
        for one, other in combinations(self.witnesses, 2):
            yield from compare_answers(self.question, one.answers, other.answers)


def compare_answers(
    question: Question, some: Iterable[SourcedAnswer], others: Iterable[SourcedAnswer]
) -> Iterator[ComparedPair]:
    """Pair each asserted answer with each of the others that counts the same thing."""
    compared = [other for other in others if other.is_asserted]
    for a in some:
        for b in compared if a.is_asserted else ():
            if a.answer.of == b.answer.of:
                how = compare_values(a.value, b.value, question)
                yield ComparedPair(a, b, how, a.time.overlaps(b.time))


@derived
def rows_of(dossier: Dossier) -> dict[str, Row]:
    """Every question's row, by the question's id."""
    found = {id_: Row(question) for id_, question in dossier.questions.items()}
    articles = order_articles(dossier)
    for sourced in sourced_statements(articles):
        for answer in sourced.statement.answers:
            if row := found.get(answer.question):
                _add_answer(row, sourced, answer)
    for article in articles:
        for silent in article.silent:
            if row := found.get(silent.question):
                row.silent[article.id] = silent
    for row in found.values():
        reviewed = {*row.answering_articles, *row.silent}
        row.unreviewed.extend(a for a in dossier.articles if a not in reviewed)
        row.witnesses.extend(_gather_witnesses(dossier, row))
    return found


def _add_answer(row: Row, sourced: SourcedStatement, answer: Answer) -> None:
    article = sourced.article
    compared = answer.read_as or answer
    try:
        value = parse_value(row.question, compared.value, compared.bound)
        printed = parse_value(row.question, answer.value, answer.bound)
        parse_date(answer.as_of or article.issued.date)  # only for its ValueError
    except ValueError:
        row.invalid_answers.append(answer)
    else:
        row.answers.append(SourcedAnswer(article, sourced.statement, answer, value, printed))


def _gather_witnesses(dossier: Dossier, row: Row) -> Iterator[WitnessAnswer]:
    by_witness: dict[str, list[SourcedAnswer]] = {}
    for sourced in row.answers:
        by_witness.setdefault(sourced.witness, []).append(sourced)
    for name, witness in witnesses_of(dossier).items():
        origin = dossier.origins.get(witness.origin or "")
        base = origin.base if origin else None
        yield gather_witness_answer(row.question, witness, by_witness.get(name, []), base)


def order_rows(dossier: Dossier) -> dict[str, Row]:
    """The rows by group and place in it."""
    groups = [group.id for group in dossier.settings.groups]
    found = sorted(
        rows_of(dossier).values(),
        key=lambda r: (groups.index(r.question.group), r.question.order, r.question.id),
    )
    return {row.question.id: row for row in found}
