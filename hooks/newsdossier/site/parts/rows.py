"""Rows of the comparison, with who stands behind each value."""

from __future__ import annotations

from dataclasses import dataclass

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.rows import Coverage, Row
from newsdossier.analysis.support import Support, support_of_row
from newsdossier.model import addresses
from newsdossier.site.parts.cells import Cell, build_cell
from newsdossier.site.parts.edit_targets import EditTarget, locate_question
from newsdossier.site.parts.links import link_question
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.wordings import align_wordings


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


def build_row(collation: Collation, row: Row) -> RowView:
    """A row with a cell for each article."""
    shown = collation.articles
    near = {text: cut for group in align_wordings(row, shown) for text, cut in group.items()}
    return RowView(
        id=addresses.row_anchor(row.question.id),
        question=link_question(row.question),
        label=row.question.label,
        verdicts=list(row.question.verdict),
        cells=[build_cell(collation, row, article, near) for article in shown],
        count=_count_support(support_of_row(collation.dossier, row)),
        because=row.question.because,
        edit_target=locate_question(row.question),
    )


def _count_support(one: Support) -> str:
    return ", ".join(
        [
            wording.plural(len(one.witnesses), "witness"),
            wording.plural(len(one.articles), "article"),
            wording.plural(len(one.voices), "voice"),
        ]
    )
