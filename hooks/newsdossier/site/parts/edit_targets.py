"""Where the data of what a page shows can be edited."""

from __future__ import annotations

from dataclasses import dataclass

from newsdossier.analysis.rows import Row
from newsdossier.model import Article, Question
from newsdossier.problems.problem import Place


@dataclass(frozen=True)
class EditTarget:
    """Where something shown can be edited, what it is, and its name in a report of a mistake."""

    place: Place
    what: str
    name: str = ""


def locate_question(question: Question) -> EditTarget:
    """Find where a question is recorded."""
    return EditTarget(
        question.place("asks"), f"the question {question.label}", f"question {question.id}"
    )


def locate_silence(row: Row, article: Article) -> EditTarget:
    """Find where an article's silence on a question is recorded, or would be."""
    silent = row.silent.get(article.id)
    place = silent.place("question") if silent else article.place("silent")
    return EditTarget(place, name_cell(row.question, article))


def name_cell(question: Question, article: Article) -> str:
    """The name of a cell of the comparison in an edit link."""
    return f"{question.label} in {article.label}"
