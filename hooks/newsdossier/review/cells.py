"""Compares what each article gives to a question."""

from __future__ import annotations

from collections.abc import Iterator

from newsdossier.analysis import wording
from newsdossier.analysis.rows import Row
from newsdossier.dossier.dossier import Dossier
from newsdossier.model import Answer, ReadAs, Statement
from newsdossier.problems.problem import Place
from newsdossier.review.difference import Cell, CellDifference, CellState


def compare_cells(
    before: Dossier, after: Dossier, old: Row | None, new: Row | None, articles: list[str]
) -> Iterator[CellDifference]:
    """Compare the cells of a row; a row that one state lacks is None."""
    for article in articles:
        one, other = _build_cell(before, old, article), _build_cell(after, new, article)
        is_nothing = {one.state, other.state} <= {CellState.ABSENT, CellState.UNREVIEWED}
        if one != other and not is_nothing:
            place = _find_place(after, new, article) or _find_place(before, old, article)
            assert place is not None
            yield CellDifference(article, one, other, place)


def _build_cell(dossier: Dossier, row: Row | None, article: str) -> Cell:
    if row is None or article not in dossier.articles:
        return Cell(CellState.ABSENT)
    if answers := [
        _describe_answer(dossier, row, statement, answer)
        for statement, answer in _list_answers(dossier, row, article)
    ]:
        return Cell(CellState.ANSWERED, answers)
    if silent := row.silent.get(article):
        return Cell(CellState.SILENT, note=silent.note)
    return Cell(CellState.UNREVIEWED)


def _list_answers(dossier: Dossier, row: Row, article: str) -> Iterator[tuple[Statement, Answer]]:
    """An article's answers to a question, including those whose values cannot be parsed."""
    for statement in dossier.articles[article].statements:
        for answer in statement.answers:
            if answer.question == row.question.id:
                yield statement, answer


def _find_place(dossier: Dossier, row: Row | None, article: str) -> Place | None:
    """The line that fills a cell, or the one to be edited to fill it."""
    known = dossier.articles.get(article)
    if known is None:
        return None
    if row:
        for _, answer in _list_answers(dossier, row, article):
            return answer.place()
        if silent := row.silent.get(article):
            return silent.place("question")
    return known.place("silent")


def _describe_answer(dossier: Dossier, row: Row, statement: Statement, answer: Answer) -> str:
    """Describe an answer as the comparison shows it, or as written where it cannot be parsed."""
    titles = dossier.titles
    is_invalid = any(answer is one for one in row.invalid_answers)

    def value(part: Answer | ReadAs) -> str:
        if is_invalid:
            return ", ".join(part.value)
        return wording.value(row.question, part.value, part.bound, titles)

    by = wording.joined([titles.get(name, name) for name in answer.by])
    speakers = [
        titles.get(one.entity_id or "", one.name or one.words or "") for one in statement.speaker
    ]
    named = wording.joined([one for one in speakers if one])
    parts = [
        f"{answer.of}: {value(answer)}" if answer.of else value(answer),
        answer.read_as and f"read as {value(answer.read_as)}",
        wording.STATUSES[answer.status],
        by and f"by {by}",
        answer.on and f"on {answer.on}",
        answer.as_of and f"as of {answer.as_of}",
        named and f"according to {named}",
    ]
    return ", ".join(part for part in parts if part)
