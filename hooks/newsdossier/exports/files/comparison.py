"""The comparison as a table: a line for each answer, and for each article without one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdossier.analysis.answers import CopyAnswer, SourcedAnswer, Variation
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.rows import Coverage, Row
from newsdossier.dossier.dossier import Dossier
from newsdossier.exports.columns import (
    ADDRESS,
    ARTICLE,
    chain_columns,
    computed_column,
    describe_field,
    record_column,
    voice_columns,
)
from newsdossier.exports.download import Download, ForeignKey
from newsdossier.exports.inferences import (
    DESCRIPTION,
    infer_in_answer,
    infer_in_statement,
)
from newsdossier.exports.registry import Export, ExportSource
from newsdossier.exports.table import Column, Table
from newsdossier.model import Answer, Article, Question, ReadAs, Silent, Statement, Variant
from newsdossier.model.addresses import LinkBase, statement_note


@dataclass(frozen=True)
class _Line:
    """One answer of an article to a question, or that the article has none."""

    row: Row
    article: Article
    sourced: SourcedAnswer | None

    @property
    def question(self) -> Question:
        return self.row.question

    @property
    def silent(self) -> Silent | None:
        return self.row.silent.get(self.article.id)

    @property
    def statement(self) -> Statement | None:
        return self.sourced.statement if self.sourced else None

    @property
    def answer(self) -> Answer | None:
        return self.sourced.answer if self.sourced else None

    @property
    def read_as(self) -> ReadAs | None:
        return self.answer.read_as if self.answer else None

    @property
    def state(self) -> Coverage:
        return self.row.coverage(self.article.id)

    @property
    def witness(self) -> str:
        """The witness that answers; that of the article's dispatch where the article does not."""
        return self.sourced.witness if self.sourced else self.article.dispatch or self.article.id

    @property
    def copy(self) -> CopyAnswer | None:
        """What the article makes of its dispatch's answer, unless it is the base copy."""
        witnesses = [one for one in self.row.witnesses if one.witness.id == self.witness]
        copies = [copy for one in witnesses for copy in one.copies]
        return next((copy for copy in copies if copy.article == self.article.id), None)

    @property
    def variant(self) -> Variant | None:
        return self.copy.variant if self.copy else None


def _build(source: ExportSource) -> list[Download]:
    table = Table(
        "comparison",
        "The comparison",
        "One line for each answer that an article gives to a question, and one for each article "
        "that gives none.",
        _columns(source.collation.dossier, source.base),
        list(_lines(source.collation)),
        foreign_keys=(
            ForeignKey("question", "questions", "id"),
            ForeignKey("article", "articles", "id"),
        ),
    )
    return [table.as_csv(), table.as_json()]


def _lines(collation: Collation) -> Iterator[_Line]:
    for row in collation.rows.values():
        for article in collation.articles:
            answers: list[SourcedAnswer | None] = [*row.answers_of(article.id)]
            for sourced in answers or [None]:
                yield _Line(row, article, sourced)


def _columns(dossier: Dossier, base: LinkBase) -> list[Column[_Line]]:
    return [
        computed_column(
            "question", describe_field(Answer, "question"), lambda line: line.question.id
        ),
        *(
            record_column(Question, name, lambda line: line.question)
            for name in ("asks", "group", "verdict")
        ),
        computed_column("article", ARTICLE, lambda line: line.article.id),
        computed_column(
            "state",
            "Whether the article answers, somebody looked and found nothing, or nobody has looked.",
            lambda line: line.state,
            choices=tuple(Coverage),
        ),
        *_witness_columns(),
        record_column(Silent, "note", lambda line: line.silent, "nearest"),
        record_column(Statement, "id", lambda line: line.statement, "statement"),
        computed_column("address", ADDRESS, lambda line: _find_note(line, base)),
        *_answer_columns(),
        *(
            record_column(Statement, name, lambda line: line.statement)
            for name in ("quote", "quoted", "mode")
        ),
        *voice_columns("speaker", lambda line: line.statement),
        *voice_columns("via", lambda line: line.statement),
        *chain_columns(dossier, lambda line: line.sourced.stated if line.sourced else None),
        computed_column("inferred", DESCRIPTION, _list_inferences, "array"),
    ]


def _answer_columns() -> list[Column[_Line]]:
    answer = ("value", "words", "bound", "of", "as_of", "status", "by", "on", "because")
    return [
        *(record_column(Answer, name, lambda line: line.answer) for name in answer),
        *(
            record_column(ReadAs, name, lambda line: line.read_as, f"read_as_{name}")
            for name in ("value", "bound", "because")
        ),
    ]


def _witness_columns() -> list[Column[_Line]]:
    return [
        computed_column(
            "witness",
            "Whose answer it is: the id of the dispatch that is copied, else the article’s. "
            "A witness counts once, in however many copies.",
            lambda line: line.witness,
        ),
        computed_column(
            "variation",
            "How the article’s answers differ, as printed, from those of the copy of the same "
            "dispatch that they are compared with; empty for that copy.",
            lambda line: line.copy.variation if line.copy else None,
            choices=tuple(Variation),
        ),
        *(
            record_column(Variant, field, lambda line: line.variant, name)
            for field, name in (("cause", "cause"), ("because", "cause_because"))
        ),
    ]


def _list_inferences(line: _Line) -> list[str]:
    if line.answer is None or line.statement is None:
        return []
    return [*infer_in_answer(line.answer), *infer_in_statement(line.statement)]


def _find_note(line: _Line, base: LinkBase) -> str | None:
    """Give the address of the note that shows the answer."""
    if line.statement is None:
        return None
    return base.resolve(statement_note(line.article.id, line.statement.id))


EXPORT = Export(_build, position=10)
