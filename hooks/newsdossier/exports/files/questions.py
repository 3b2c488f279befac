"""The questions as a table."""

from __future__ import annotations

from newsdossier.exports.columns import ADDRESS, computed_column, record_column
from newsdossier.exports.download import Download
from newsdossier.exports.registry import Export, ExportSource
from newsdossier.exports.table import Column, Table
from newsdossier.model import Question
from newsdossier.model.addresses import LinkBase, question_page


def _build(source: ExportSource) -> list[Download]:
    table = Table(
        "questions",
        "The questions",
        "One line for each question, with how its answers stand to each other.",
        _columns(source.base),
        [row.question for row in source.collation.rows.values()],
        key=("id",),
    )
    return [table.as_csv()]


def _columns(base: LinkBase) -> list[Column[Question]]:
    def itself(question: Question) -> Question:
        return question

    return [
        record_column(Question, "id", itself),
        computed_column(
            "address", ADDRESS, lambda question: base.resolve(question_page(question.id))
        ),
        *(record_column(Question, name, itself) for name in Question.model_fields if name != "id"),
    ]


EXPORT = Export(_build, position=40)
