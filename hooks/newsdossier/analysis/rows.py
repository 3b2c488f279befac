"""The rows of the comparison: the answers to each question, and its coverage by each article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations

from newsdossier.analysis.values import (
    Interval,
    Relation,
    Value,
    compare_values,
    parse_date,
    parse_value,
)
from newsdossier.dossier.derived import derived
from newsdossier.dossier.dossier import Dossier, SourcedStatement
from newsdossier.model import (
    Answer,
    Article,
    Question,
    Silent,
    Statement,
    Status,
)


@dataclass(frozen=True)
class SourcedAnswer:
    """One answer, with the statement and the article that give it."""

    article: Article
    statement: Statement
    answer: Answer
    value: Value

    @property
    def stated(self) -> SourcedStatement:
        """The statement with its article."""
        return SourcedStatement(self.article, self.statement)

    @property
    def is_asserted(self) -> bool:
        """Whether the answer is asserted; verdicts compare only asserted answers."""
        return self.answer.status is Status.ASSERTED

    @property
    def time(self) -> Interval:
        """When the claim holds."""
        return parse_date(self.answer.as_of or self.article.issued.date)

    @property
    def printed_value(self) -> tuple[object, ...]:
        """The value and bound as printed, ignoring `read_as`."""
        return (*self.answer.value, self.answer.bound)

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


class Coverage(StrEnum):
    """What is known of an article and a question."""

    ANSWERED = "answered"
    SILENT = "silent"
    """Somebody looked and found no answer."""
    UNREVIEWED = "unreviewed"
    """Nobody has looked yet."""


@dataclass(frozen=True)
class Row:
    """One question, with every article's answers or silence."""

    question: Question
    answers: list[SourcedAnswer] = field(default_factory=list)
    silent: dict[str, Silent] = field(default_factory=dict)
    unreviewed: list[str] = field(default_factory=list)
    invalid_answers: list[Answer] = field(default_factory=list)
    """Answers whose value or date cannot be parsed; the row cannot be judged."""

    def answers_of(self, article: str) -> list[SourcedAnswer]:
        """An article's answers."""
        return [sourced for sourced in self.answers if sourced.article.id == article]

    @property
    def answering_articles(self) -> list[str]:
        """The articles that answer, in the order of the dossier."""
        return list(dict.fromkeys(sourced.article.id for sourced in self.answers))

    def coverage(self, article: str) -> Coverage:
        """Whether an article answers the question, is silent on it, or is not yet reviewed."""
        if self.answers_of(article):
            return Coverage.ANSWERED
        return Coverage.SILENT if article in self.silent else Coverage.UNREVIEWED

    def pairs(self) -> Iterator[ComparedPair]:
        """Every two asserted answers that can be compared."""
        for a, b in combinations([sourced for sourced in self.answers if sourced.is_asserted], 2):
            if a.answer.of == b.answer.of:
                how = compare_values(a.value, b.value, self.question.type)
                yield ComparedPair(a, b, how, a.time.overlaps(b.time))


@derived
def rows_of(dossier: Dossier) -> dict[str, Row]:
    """Every question's row, by the question's id."""
    found = {id_: Row(question) for id_, question in dossier.questions.items()}
    for sourced in dossier.statements:
        for answer in sourced.statement.answers:
            if row := found.get(answer.question):
                _add_answer(row, sourced, answer)
    for article in dossier.articles.values():
        for silent in article.silent:
            if row := found.get(silent.question):
                row.silent[article.id] = silent
    for row in found.values():
        reviewed = {*row.answering_articles, *row.silent}
        row.unreviewed.extend(a for a in dossier.articles if a not in reviewed)
    return found


def _add_answer(row: Row, sourced: SourcedStatement, answer: Answer) -> None:
    article = sourced.article
    compared = answer.read_as or answer
    try:
        value = parse_value(row.question, compared.value, compared.bound)
        parse_date(answer.as_of or article.issued.date)  # only for its ValueError
    except ValueError:
        row.invalid_answers.append(answer)
    else:
        row.answers.append(SourcedAnswer(article, sourced.statement, answer, value))
