"""The answers to each question, their coverage, and the verdicts that their values allow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations

from newsdossier.analysis.values import Interval, Relation, Value, days, parse_value, relation
from newsdossier.dossier.derived import derived
from newsdossier.dossier.dossier import Dossier, SourcedStatement
from newsdossier.model import (
    Answer,
    Article,
    Question,
    Silent,
    Statement,
    Status,
    Type,
    Verdict,
)


@dataclass(frozen=True)
class SourcedAnswer:
    """One answer, with the statement and the article that give it."""

    article: Article
    statement: Statement
    answer: Answer
    value: Value

    @property
    def counts(self) -> bool:
        """Whether it is held up, so that the verdict rests on it."""
        return self.answer.status is Status.ASSERTED

    @property
    def time(self) -> Interval:
        """When the claim holds."""
        return days(self.answer.as_of or self.article.issued.date)

    @property
    def printed(self) -> tuple[object, ...]:
        """The value as printed, before any reading of an artefact."""
        return (*self.answer.value, self.answer.bound)

    def __str__(self) -> str:
        return f"{self.article.label}: {', '.join(self.answer.value)} ({self.answer.place()})"


@dataclass(frozen=True)
class Pair:
    """Two answers of one `of`, and how they stand to each other."""

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
    """One question and what every article gives to it."""

    question: Question
    answers: list[SourcedAnswer] = field(default_factory=list)
    silent: dict[str, Silent] = field(default_factory=dict)
    unreviewed: list[str] = field(default_factory=list)
    unsound: list[Answer] = field(default_factory=list)
    """Answers whose value or time makes no sense, so that nothing can be said of the row."""

    def of(self, article: str) -> list[SourcedAnswer]:
        """An article's answers."""
        return [sourced for sourced in self.answers if sourced.article.id == article]

    @property
    def answering(self) -> list[str]:
        """The articles that answer, in the order of the dossier."""
        return list(dict.fromkeys(sourced.article.id for sourced in self.answers))

    def coverage(self, article: str) -> Coverage:
        """Whether an article answers the question, is silent on it, or is not yet reviewed."""
        if self.of(article):
            return Coverage.ANSWERED
        return Coverage.SILENT if article in self.silent else Coverage.UNREVIEWED

    def pairs(self) -> Iterator[Pair]:
        """Every two asserted answers that can be compared."""
        for a, b in combinations([sourced for sourced in self.answers if sourced.counts], 2):
            if a.answer.of == b.answer.of:
                how = relation(a.value, b.value, self.question.type)
                yield Pair(a, b, how, a.time.overlaps(b.time))


@derived
def rows(dossier: Dossier) -> dict[str, Row]:
    """Every question's row."""
    found = {id_: Row(question) for id_, question in dossier.questions.items()}
    for sourced in dossier.statements:
        for answer in sourced.statement.answers:
            if row := found.get(answer.question):
                _enter(row, sourced, answer)
    for article in dossier.articles.values():
        for silent in article.silent:
            if row := found.get(silent.question):
                row.silent[article.id] = silent
    for row in found.values():
        reviewed = {*row.answering, *row.silent}
        row.unreviewed.extend(a for a in dossier.articles if a not in reviewed)
    return found


def _enter(row: Row, sourced: SourcedStatement, answer: Answer) -> None:
    article = sourced.article
    compared = answer.read_as or answer
    try:
        value = parse_value(row.question, compared.value, compared.bound)
        days(answer.as_of or article.issued.date)
    except ValueError:
        row.unsound.append(answer)
    else:
        row.answers.append(SourcedAnswer(article, sourced.statement, answer, value))


def ruled_out(row: Row, verdict: Verdict) -> str | None:
    """Why the values of a row do not allow a verdict, naming values and places; None if they do."""
    pairs = list(row.pairs())
    if verdict is Verdict.SINGLE:
        articles = len(row.answering)
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


def _first(pairs: list[Pair]) -> str | None:
    return str(pairs[0]) if pairs else None


def _prints_differ(row: Row) -> bool:
    held_up = [sourced for sourced in row.answers if sourced.counts]
    return len({sourced.printed for sourced in held_up}) > 1 or any(
        sourced.answer.read_as for sourced in held_up
    )
