"""Rows of the comparison, with who stands behind each value."""

from __future__ import annotations

from dataclasses import dataclass

from newsdossier.analysis import wording
from newsdossier.analysis.answers import SourcedAnswer
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.rows import Coverage, Row
from newsdossier.analysis.support import Support, support_by_value, support_of_row
from newsdossier.model import Article, addresses
from newsdossier.site.parts.cells import Cell, build_cell
from newsdossier.site.parts.edit_targets import EditTarget, locate_question
from newsdossier.site.parts.links import link_article, link_question
from newsdossier.site.parts.speakers import WordView, name_manner, show_word
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.values import ShownValue, show_answer
from newsdossier.site.parts.wordings import align_wordings


@dataclass(frozen=True)
class VoiceLine:
    """Whose word a value is, and the articles that have it so."""

    word: WordView
    manner: str
    articles: list[Text]


@dataclass(frozen=True)
class WitnessLine:
    """One value of a row, and who stands behind it."""

    value: ShownValue
    also_printed: list[ShownValue]
    of: str | None
    voices: list[VoiceLine]
    count: str


@dataclass(frozen=True)
class UnansweredGroup:
    """The cells of a row that have no answer for the same reason."""

    state: Coverage
    name: str
    cells: list[Cell]


@dataclass(frozen=True)
class RowView:
    """A row of the comparison."""

    id: str
    question: Text
    label: str
    verdicts: list[str]
    cells: list[Cell]
    witnesses: list[WitnessLine]
    count: str
    because: str
    edit_target: EditTarget

    @property
    def answered(self) -> list[Cell]:
        """The cells of the articles that answer."""
        return [cell for cell in self.cells if cell.answers]

    @property
    def unanswered(self) -> list[UnansweredGroup]:
        """The cells of all other articles: those that are silent, then those not yet reviewed."""
        names = {Coverage.SILENT: "silent", Coverage.UNREVIEWED: "not yet reviewed"}
        groups = [
            UnansweredGroup(state, name, [cell for cell in self.cells if cell.state == state])
            for state, name in names.items()
        ]
        return [group for group in groups if group.cells]


def build_row(collation: Collation, row: Row, articles: list[Article] | None = None) -> RowView:
    """A row with a cell for each article, or for each of some articles."""
    shown = collation.articles if articles is None else articles
    support = support_by_value(collation.dossier, row)
    near = {text: cut for group in align_wordings(row, shown) for text, cut in group.items()}
    return RowView(
        id=addresses.row_anchor(row.question.id),
        question=link_question(row.question),
        label=row.question.label,
        verdicts=list(row.question.verdict),
        cells=[build_cell(collation, row, article, near) for article in shown],
        witnesses=[_build_witness_line(collation, one) for one in support],
        count=_count_support(support_of_row(collation.dossier, row)),
        because=row.question.because,
        edit_target=locate_question(row.question),
    )


def _build_witness_line(collation: Collation, one: Support) -> WitnessLine:
    shown = [show_answer(collation, sourced) for sourced in one.answers]
    value = next((one for one in shown if not one.inferred), shown[0])
    return WitnessLine(
        value=value,
        also_printed=[other for other in dict.fromkeys(shown) if other != value],
        of=one.answers[0].answer.of,
        voices=_list_voices(collation, one.answers),
        count=_count_support(one),
    )


def _list_voices(collation: Collation, answers: list[SourcedAnswer]) -> list[VoiceLine]:
    """List whose word it is, each once, with the articles that have it so."""
    lines: list[VoiceLine] = []
    for one in answers:
        word, manner = show_word(collation, one.stated), name_manner(collation, one)
        article = link_article(one.article)
        line = next((line for line in lines if (line.word, line.manner) == (word, manner)), None)
        if line is None:
            lines.append(VoiceLine(word, manner, [article]))
        elif article not in line.articles:
            line.articles.append(article)
    return lines


def _count_support(one: Support) -> str:
    return ", ".join(
        [
            wording.plural(len(one.witnesses), "witness"),
            wording.plural(len(one.articles), "article"),
            wording.plural(len(one.voices), "voice"),
        ]
    )
