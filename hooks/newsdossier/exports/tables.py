"""The records as tables; what a field means is said by the records themselves."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar, get_args, get_origin

from newsdossier.analysis.collate import Collation
from newsdossier.analysis.rows import Row, SourcedAnswer
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.exports.downloads import Download, Field, Json, Reference, compact
from newsdossier.model import (
    Agency,
    Answer,
    Article,
    Attribution,
    Dated,
    Entity,
    OriginReference,
    Question,
    ReadAs,
    Record,
    Silent,
    Statement,
    Translated,
    Voice,
    addresses,
)

T = TypeVar("T")
R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Column(Generic[T]):
    """A field of a table, and where a line's value comes from."""

    field: Field
    value: Callable[[T], Json]


@dataclass(frozen=True)
class Line:
    """A line of the comparison: one answer, or that an article has none."""

    row: Row
    article: Article
    sourced: SourcedAnswer | None

    @property
    def silent(self) -> Silent | None:
        """The silence that somebody found."""
        return self.row.silent.get(self.article.id)

    @property
    def state(self) -> str:
        """answered, silent or unreviewed."""
        return "answered" if self.sourced else "silent" if self.silent else "unreviewed"


ARTICLE = "The article’s id."
ADDRESS = "Its address on the web; relative to this file where the site’s is not known."


def tables(collation: Collation, base: addresses.LinkBase) -> list[Download]:
    """Every table, the comparison and the statements in two formats."""
    articles = collation.articles
    entities = list(collation.dossier.entities.values())
    questions = [row.question for row in collation.rows.values()]
    comparison = _Table(
        "comparison",
        "The comparison",
        "One line for each answer that an article gives to a question, and one for each article "
        "that gives none.",
        _comparison(base),
        list(_lines(collation)),
        references=(
            Reference("question", "questions", "id"),
            Reference("article", "articles", "id"),
        ),
    )
    statements = _Table(
        "statements",
        "The statements",
        "One line for each thing that an article says: where, who says it, how, and what about.",
        _statements(collation, base),
        collation.statements,
        key=("article", "id"),
        references=(Reference("article", "articles", "id"),),
    )
    return [
        comparison.csv(),
        comparison.json(),
        statements.csv(),
        statements.json_lines(),
        _Table(
            "articles",
            "The articles",
            "One line for each article: what is known of it, and what is inferred.",
            _articles(base),
            articles,
            key=("id",),
        ).csv(),
        _Table(
            "questions",
            "The questions",
            "One line for each question, with how its answers stand to each other.",
            _questions(base),
            questions,
            key=("id",),
        ).csv(),
        _Table(
            "entities",
            "People, places and things",
            "One line for each entity, with what the articles call it.",
            _entities(base),
            entities,
            key=("id",),
        ).csv(),
    ]


@dataclass(frozen=True)
class _Table(Generic[T]):
    name: str
    title: str
    description: str
    columns: list[Column[T]]
    lines: list[T]
    key: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()

    def csv(self) -> Download:
        """Comma-separated values, as RFC 4180 has them."""
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow([column.field.name for column in self.columns])
        writer.writerows([_cell(value) for value in line.values()] for line in self._values())
        return self._download("csv", "CSV", "text/csv", text.getvalue())

    def json(self) -> Download:
        """An array of objects, each on a line."""
        lines = ",\n".join(compact(line) for line in self._values())
        return self._download("json", "JSON", "application/json", f"[\n{lines}\n]\n")

    def json_lines(self) -> Download:
        """An object a line."""
        text = "".join(f"{compact(line)}\n" for line in self._values())
        return self._download("jsonl", "JSON Lines", "application/jsonl", text)

    def _values(self) -> Iterable[dict[str, Json]]:
        for line in self.lines:
            yield {column.field.name: _or_nothing(column.value(line)) for column in self.columns}

    def _download(self, ending: str, format: str, mediatype: str, text: str) -> Download:
        return Download(
            name=f"{self.name}.{ending}",
            title=self.title,
            description=self.description,
            format=format,
            mediatype=mediatype,
            content=text.encode(),
            fields=[column.field for column in self.columns],
            is_table=True,
            key=self.key,
            references=self.references,
        )


def _or_nothing(value: Json) -> Json:
    """What is empty is nothing, in every format."""
    return None if value in ("", [], {}) else value


def _cell(value: Json) -> str:
    """A value in a cell: lists as JSON arrays, nothing as nothing."""
    if value is None:
        return ""
    return _guarded(value) if isinstance(value, str) else compact(value)


def _guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe is put before what begins one.

    So OWASP advises; that it is also put before an apostrophe lets every reader take it off again.
    """
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r", "'")) else text


def _own(
    name: str,
    description: str,
    value: Callable[[T], Json],
    type: str = "string",
    choices: tuple[str, ...] = (),
) -> Column[T]:
    """A field that the tables add to the records."""
    return Column(Field(name, type, description, choices), value)


def _of(record: type[R], field: str, get: Callable[[T], R | None], name: str = "") -> Column[T]:
    """A record's field, described by its docstring; `get` finds the record of a line."""
    type, choices = _type(record.model_fields[field].annotation)
    return Column(
        Field(name or field, type, _told(record, field), choices),
        lambda line: getattr(get(line), field, None),
    )


def _told(record: type[Record], field: str) -> str:
    """What a record's docstring says of its field, as plain text."""
    told = record.model_fields[field].description
    assert told, f"{record.__name__}.{field} has no docstring"
    return re.sub(r"`([^`]+)`", r"“\1”", " ".join(told.split()))


def _type(annotation: Any) -> tuple[str, tuple[str, ...]]:
    """The type that Frictionless has for a field, and the values that it may have."""
    kinds = {bool: "boolean", int: "integer", float: "number", list: "array", dict: "object"}
    options = [one for one in get_args(annotation) if one is not type(None)]
    if annotation in kinds or get_origin(annotation) in kinds:
        return kinds[get_origin(annotation) or annotation], ()
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return "string", tuple(annotation)
    return _type(options[0]) if options else ("string", ())


def _voices(field: str, get: Callable[[T], Statement | None]) -> list[Column[T]]:
    """Speakers as parallel lists: as the text has them, whom the editor takes them for, and why."""

    def of_each(value: Callable[[Voice], str | None]) -> Callable[[T], Json]:
        def values(line: T) -> Json:
            found = [value(one) for one in getattr(get(line), field, [])]
            return found if any(found) else None

        return values

    each = f"For each of “{field}”: "
    return [
        _own(field, _told(Statement, field), of_each(lambda one: one.name or one.words), "array"),
        _own(
            f"{field}_entity",
            each + _small(_told(Voice, "entity")),
            of_each(lambda one: one.entity),
            "array",
        ),
        _own(
            f"{field}_because",
            each + _small(_told(Voice, "because")),
            of_each(lambda one: one.because),
            "array",
        ),
    ]


def _small(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _lines(collation: Collation) -> Iterable[Line]:
    for row in collation.rows.values():
        for article in collation.articles:
            answers: list[SourcedAnswer | None] = [*row.of(article.id)]
            for sourced in answers or [None]:
                yield Line(row, article, sourced)


def _comparison(base: addresses.LinkBase) -> list[Column[Line]]:
    def question(line: Line) -> Question:
        return line.row.question

    def statement(line: Line) -> Statement | None:
        return line.sourced.statement if line.sourced else None

    def answer(line: Line) -> Answer | None:
        return line.sourced.answer if line.sourced else None

    def read_as(line: Line) -> ReadAs | None:
        return line.sourced.answer.read_as if line.sourced else None

    def note(line: Line) -> str | None:
        own = statement(line)
        return base.resolve(addresses.statement_note(line.article.id, own.id)) if own else None

    return [
        _own("question", _told(Answer, "question"), lambda line: line.row.question.id),
        _of(Question, "asks", question),
        _of(Question, "group", question),
        _of(Question, "verdict", question),
        _own("article", ARTICLE, lambda line: line.article.id),
        _own(
            "state",
            "Whether the article answers, somebody looked and found nothing, or nobody has looked.",
            lambda line: line.state,
            choices=("answered", "silent", "unreviewed"),
        ),
        _of(Silent, "note", lambda line: line.silent, "nearest"),
        _of(Statement, "id", statement, "statement"),
        _own("address", ADDRESS, note),
        _of(Answer, "value", answer),
        *(_of(Answer, name, answer) for name in ("bound", "of", "as_of", "status", "by", "on")),
        _of(Answer, "because", answer),
        *(_of(ReadAs, name, read_as, f"read_as_{name}") for name in ("value", "bound", "because")),
        *(_of(Statement, name, statement) for name in ("quote", "mode")),
        *_voices("speaker", statement),
        *_voices("via", statement),
    ]


def _statements(collation: Collation, base: addresses.LinkBase) -> list[Column[SourcedStatement]]:
    def statement(sourced: SourcedStatement) -> Statement:
        return sourced.statement

    def when(sourced: SourcedStatement) -> Dated | None:
        return sourced.statement.when

    return [
        _own("article", ARTICLE, lambda sourced: sourced.article.id),
        _of(Statement, "id", statement),
        _own(
            "address",
            ADDRESS,
            lambda sourced: base.resolve(
                addresses.statement_note(sourced.article.id, sourced.statement.id)
            ),
        ),
        *(_of(Statement, name, statement) for name in ("at", "says", "quote")),
        _own(
            "word",
            "Whose word it is, as the pages show it.",
            lambda sourced: sourced.statement.attribution,
            choices=tuple(Attribution),
        ),
        _of(Statement, "mode", statement),
        *_voices("speaker", statement),
        *_voices("via", statement),
        *_voices("to", statement),
        *(_of(Dated, name, when, f"when_{name}") for name in ("date", "words", "because")),
        _of(Statement, "about", statement),
        _own(
            "origin",
            "The dispatch it goes back to, its own or its article’s; none that the text shows.",
            collation.origin_of,
        ),
        _of(OriginReference, "because", lambda sourced: sourced.statement.origin, "origin_because"),
        _own(
            "answers",
            "The questions that it answers; the answers are in the comparison.",
            lambda sourced: list(dict.fromkeys(one.question for one in sourced.statement.answers)),
            "array",
        ),
        _of(Statement, "note", statement),
    ]


def _articles(base: addresses.LinkBase) -> list[Column[Article]]:
    def itself(article: Article) -> Article:
        return article

    def translated(article: Article) -> Translated | None:
        return article.translated_from

    plain = ("title", "title_supplied", "label", "publisher", "publisher_note")
    return [
        _of(Article, "id", itself),
        _own("address", ADDRESS, lambda article: base.resolve(addresses.article_page(article.id))),
        *(_of(Article, name, itself) for name in plain),
        _own(
            "agencies",
            _told(Article, "agencies"),
            lambda article: [one.entity for one in article.agencies],
            "array",
        ),
        _own(
            "agencies_because",
            f"For each of “agencies”: {_small(_told(Agency, 'because'))}",
            lambda article: [one.because for one in article.agencies],
            "array",
        ),
        *(
            _of(Dated, name, lambda article: article.issued, f"issued_{name}")
            for name in ("date", "words", "because")
        ),
        _of(Article, "language", itself),
        _of(Translated, "language", translated, "translated_from"),
        _of(Translated, "because", translated, "translated_because"),
        _of(OriginReference, "origin", lambda article: article.origin),
        _of(OriginReference, "because", lambda article: article.origin, "origin_because"),
        _of(Article, "rights", itself),
        _of(Article, "notes", itself),
    ]


def _questions(base: addresses.LinkBase) -> list[Column[Question]]:
    fields = [name for name in Question.model_fields if name != "id"]

    def itself(question: Question) -> Question:
        return question

    return [
        _of(Question, "id", itself),
        _own(
            "address", ADDRESS, lambda question: base.resolve(addresses.question_page(question.id))
        ),
        *(_of(Question, name, itself) for name in fields),
    ]


def _entities(base: addresses.LinkBase) -> list[Column[Entity]]:
    def called(entity: Entity, description: bool) -> list[str]:
        return [one.name for one in entity.names if one.description is description]

    def itself(entity: Entity) -> Entity:
        return entity

    return [
        *(_of(Entity, name, itself) for name in ("id", "kind")),
        _own("address", ADDRESS, lambda entity: base.resolve(addresses.entity_page(entity))),
        *(_of(Entity, name, itself) for name in ("title", "summary")),
        _own("names", "The names as printed.", lambda entity: called(entity, False), "array"),
        _own(
            "descriptions",
            "What it is called that is no name.",
            lambda entity: called(entity, True),
            "array",
        ),
        *(_of(Entity, name, itself) for name in ("search", "notes")),
    ]
