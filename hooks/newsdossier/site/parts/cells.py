"""Cells of the comparison: what one article gives to one question."""

from __future__ import annotations

from dataclasses import dataclass, replace

from newsdossier.analysis import wording
from newsdossier.analysis.answers import SourcedAnswer
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.quoted import print_quote
from newsdossier.analysis.rows import Coverage, Row
from newsdossier.model import Article, addresses
from newsdossier.site.parts.edit_targets import EditTarget, locate_silence, name_cell
from newsdossier.site.parts.links import link_article, link_blocks, link_entities
from newsdossier.site.parts.speakers import WordView, name_manner, show_word
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.values import PAIRS, Marks, ShownValue, choose_marks, show_answer
from newsdossier.site.parts.wordings import print_wording
from newsdossier.text.alignment import Aligned, Stretch


@dataclass(frozen=True)
class CellAnswer:
    """One answer as the comparison shows it."""

    value: ShownValue
    status: str
    by: list[Text]
    on: str | None
    of: str | None
    as_of: str | None
    word: WordView
    manner: str
    """How the words are given, as the cell says it; empty for the article's own words."""
    statement: Text
    blocks: list[Text]
    quote: str | None
    says: str
    grounds: list[str]
    edit_target: EditTarget
    wording: list[Stretch]
    """The value cut where it differs from other articles; empty where none is similar."""
    marks: tuple[str, str]
    """The quotation marks around those stretches."""


@dataclass(frozen=True)
class Cell:
    """What one article gives to one question."""

    id: str
    article_id: str
    article: Text
    answers: list[CellAnswer]
    state: Coverage
    note: str | None
    edit_target: EditTarget
    """The first answer, the silence, or where a silence would be written."""

    @property
    def is_silent(self) -> bool:
        """Whether somebody looked and found no answer."""
        return self.state is Coverage.SILENT

    @property
    def is_unreviewed(self) -> bool:
        """Whether nobody has looked yet."""
        return self.state is Coverage.UNREVIEWED


def build_cell(collation: Collation, row: Row, article: Article, near: Aligned) -> Cell:
    """What one article gives to one question; `near` are the aligned wordings of the row."""
    silent = row.silent.get(article.id)
    answers = [
        build_cell_answer(collation, sourced, near) for sourced in row.answers_of(article.id)
    ]
    return Cell(
        id=addresses.cell_anchor(row.question.id, article.id),
        article_id=article.id,
        article=link_article(article),
        answers=answers,
        state=row.coverage(article.id),
        note=silent.note if silent else None,
        edit_target=answers[0].edit_target if answers else locate_silence(row, article),
    )


def build_cell_answer(
    collation: Collation, sourced: SourcedAnswer, variants: Aligned
) -> CellAnswer:
    """One answer of a cell; `variants` are the wordings of the row that can be aligned."""
    answer, statement = sourced.answer, sourced.statement
    question = collation.dossier.questions[answer.question]
    read_as = answer.read_as
    marks = choose_marks(sourced)
    return CellAnswer(
        value=show_answer(collation, sourced),
        status=wording.STATUSES[answer.status],
        by=link_entities(collation, answer.by),
        on=wording.day(answer.on) if answer.on else None,
        of=answer.of,
        as_of=wording.day(answer.as_of) if answer.as_of else None,
        word=show_word(collation, sourced.stated),
        manner=name_manner(collation, sourced),
        statement=Text("note", addresses.statement_note(sourced.article.id, statement.id)),
        blocks=link_blocks(sourced.article, statement.at),
        quote=_choose_quote(sourced),
        says=statement.says,
        grounds=[text for text in (answer.because, read_as.because if read_as else None) if text],
        edit_target=EditTarget(answer.place(), name_cell(question, sourced.article)),
        wording=_cut_wording(variants.get(print_wording(sourced), []), marks),
        marks=PAIRS[marks],
    )


def _cut_wording(stretches: list[Stretch], marks: Marks) -> list[Stretch]:
    """Make the marks within a wording the other kind than those that stand around it."""
    if marks is not Marks.SPEAKER:
        return stretches
    return [replace(one, text=wording.inner(one.text)) for one in stretches]


def _choose_quote(sourced: SourcedAnswer) -> str | None:
    """Choose the quotation with the value, else the first; none if the value is a quotation."""
    value = sourced.answer.value[0]
    quotes = sourced.statement.quote
    best = next((quote for quote in quotes if value in quote), quotes[0] if quotes else None)
    is_shown = best is None or (value in best and not value.isdigit())
    return None if is_shown or best is None else print_quote(sourced.statement, best)
