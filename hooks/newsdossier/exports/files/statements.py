"""The statements as a table."""

from __future__ import annotations

from newsdossier.dossier.dossier import Dossier, SourcedStatement
from newsdossier.exports.columns import (
    ADDRESS,
    ARTICLE,
    chain_columns,
    computed_column,
    record_column,
    voice_columns,
)
from newsdossier.exports.download import Download, ForeignKey
from newsdossier.exports.inferences import DESCRIPTION, infer_in_statement
from newsdossier.exports.registry import Export, ExportSource
from newsdossier.exports.table import Column, Table
from newsdossier.model import Attribution, Dated, OriginReference, Statement
from newsdossier.model.addresses import LinkBase, statement_note


def _build(source: ExportSource) -> list[Download]:
    table = Table(
        "statements",
        "The statements",
        "One line for each thing that an article says: where, who says it, how, and what about.",
        _list_columns(source.collation.dossier, source.base),
        source.collation.statements,
        key=("article", "id"),
        foreign_keys=(ForeignKey("article", "articles", "id"),),
    )
    return [table.as_csv(), table.as_json_lines()]


def _get_itself(sourced: SourcedStatement) -> SourcedStatement | None:
    return sourced


def _get_statement(sourced: SourcedStatement) -> Statement:
    return sourced.statement


def _list_questions(sourced: SourcedStatement) -> list[str]:
    return list(dict.fromkeys(answer.question for answer in sourced.statement.answers))


def _list_columns(dossier: Dossier, base: LinkBase) -> list[Column[SourcedStatement]]:
    def address(sourced: SourcedStatement) -> str:
        return base.resolve(statement_note(sourced.article.id, sourced.statement.id))

    return [
        computed_column("article", ARTICLE, lambda sourced: sourced.article.id),
        *(record_column(Statement, name, _get_statement) for name in ("id", "formerly")),
        computed_column("address", ADDRESS, address),
        *(
            record_column(Statement, name, _get_statement)
            for name in ("at", "says", "quote", "quoted")
        ),
        computed_column(
            "word",
            "Whose word it is, as the pages show it.",
            lambda sourced: sourced.statement.attribution,
            choices=tuple(Attribution),
        ),
        record_column(Statement, "mode", _get_statement),
        *voice_columns("speaker", _get_statement),
        *voice_columns("via", _get_statement),
        *voice_columns("to", _get_statement),
        *chain_columns(dossier, _get_itself),
        *(
            record_column(Dated, name, lambda sourced: sourced.statement.when, f"when_{name}")
            for name in ("date", "words", "because")
        ),
        *(
            record_column(Dated, name, lambda sourced: sourced.statement.said, f"said_{name}")
            for name in ("date", "words", "because")
        ),
        *_content_columns(),
    ]


def _content_columns() -> list[Column[SourcedStatement]]:
    """What a statement is about, where it comes from, what it answers, and what is inferred."""
    return [
        record_column(Statement, "about", _get_statement),
        computed_column(
            "origin",
            "The dispatch it goes back to, its own or its article’s; none that the text shows.",
            lambda sourced: sourced.dispatch,
        ),
        record_column(
            OriginReference, "because", lambda sourced: sourced.statement.origin, "origin_because"
        ),
        computed_column(
            "answers",
            "The questions that it answers; the answers are in the comparison.",
            _list_questions,
            "array",
        ),
        computed_column(
            "inferred",
            DESCRIPTION,
            lambda sourced: infer_in_statement(sourced.statement),
            "array",
        ),
        record_column(Statement, "note", _get_statement),
    ]


EXPORT = Export(_build, position=20)
