"""What is said by and about an entity, in order of time: a row a date, a lane for each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.dates import parse_date
from newsdossier.analysis.tellings import Telling, merge_copies
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.model import Dated
from newsdossier.site.parts.meter import number_witness
from newsdossier.site.parts.telling_lines import TellingLine, build_telling_line
from newsdossier.site.parts.values import ShownValue, show_date

#: How many lines of a lane stand open under one date; the others are folded.
MOST_OPEN = 6
#: Between how many witnesses a reader may choose; more are no help.
MOST_CHOICES = 12
#: How many lines a lane has at most; a page with more is read by nobody.
MOST_LINES = 120


@dataclass(frozen=True)
class Timed:
    """A telling with the date under which it stands."""

    telling: Telling
    dated: Dated
    is_of_report: bool
    """Whether the date is the report's, as the text gives none."""


#: Chooses the date of a statement: its own, or None where the text gives none.
DateOf = Callable[[SourcedStatement], Dated | None]


@dataclass(frozen=True)
class LaneCell:
    """The lines of one lane under one date."""

    open: list[TellingLine] = field(default_factory=list)
    folded: list[TellingLine] = field(default_factory=list)

    @property
    def more(self) -> str:
        """How many lines are folded."""
        return f"{len(self.folded)} more"


@dataclass(frozen=True)
class LaneRow:
    """A date with its lines, lane by lane."""

    date: ShownValue
    words: str
    """What the text prints of the date, where that is no full date."""
    is_of_report: bool
    """Whether the date is that of the report, as no day is given."""
    cells: list[LaneCell]


@dataclass(frozen=True)
class WitnessChoice:
    """A witness whose lines a reader may see alone."""

    label: str
    column: int
    """Its place among all witnesses, from 1."""
    colour: int


@dataclass(frozen=True)
class Lanes:
    """Statements in order of time, in one lane or several."""

    names: list[str]
    rows: list[LaneRow]
    witnesses: list[WitnessChoice]
    """Those that tell any, in the order of their columns."""
    left_out: int = 0
    """How many statements are not shown, as they are too many."""

    @property
    def is_filtered(self) -> bool:
        """Whether there is anything to choose between, and not too much."""
        return 1 < len(self.witnesses) <= MOST_CHOICES


def when_happened_or_said(sourced: SourcedStatement) -> Dated | None:
    """The date of what is said about somebody: when it happened, else when it was said."""
    return sourced.statement.when or sourced.statement.said


def build_lanes(
    collation: Collation,
    lanes: Sequence[tuple[str, Iterable[SourcedStatement], DateOf]],
    page: str,
) -> Lanes:
    """Build lanes out of their names, their statements, and what dates these; empty ones go."""
    merged = [
        (name, merge_copies(collation.dossier, found), date_of) for name, found, date_of in lanes
    ]
    kept = [(name, found, date_of) for name, found, date_of in merged if found]
    shown = [[_date(one, date_of) for one in _choose(found)] for _, found, date_of in kept]
    told = {one.telling.witness for lane in shown for one in lane}
    return Lanes(
        names=[name for name, _, _ in kept],
        rows=list(_build_rows(collation, shown, page)),
        witnesses=[
            WitnessChoice(witness.label, column, number_witness(collation, witness.id))
            for column, witness in enumerate(collation.witnesses.values(), start=1)
            if witness.id in told
        ],
        left_out=sum(len(found) for _, found, _ in kept) - sum(map(len, shown)),
    )


def _choose(tellings: list[Telling]) -> list[Telling]:
    """The tellings that are shown: all, or where they are too many those in most copies."""
    ranked = sorted(range(len(tellings)), key=lambda index: -len(tellings[index].articles))
    return [tellings[index] for index in sorted(ranked[:MOST_LINES])]


def _date(telling: Telling, date_of: DateOf) -> Timed:
    """Date a telling by the statement whose words stand there, else by that one's report."""
    own = date_of(telling.lead)
    return Timed(telling, own or telling.lead.article.issued, own is None)


def _build_rows(collation: Collation, lanes: list[list[Timed]], page: str) -> Iterator[LaneRow]:
    """The rows in order of time; what is dated by its report stands after what that date has."""
    rows: dict[tuple[float, float, bool], list[list[Timed]]] = {}
    for index, lane in enumerate(lanes):
        for timed in lane:
            span = parse_date(timed.dated.date)
            row = rows.setdefault((span.low, span.high, timed.is_of_report), [[] for _ in lanes])
            row[index].append(timed)
    for key in sorted(rows):
        yield _build_row(collation, rows[key], page)


def _build_row(collation: Collation, lanes: list[list[Timed]], page: str) -> LaneRow:
    found = [timed for lane in lanes for timed in lane]
    date, words = show_row_date([timed.dated for timed in found])
    return LaneRow(
        date=date,
        words="" if found[0].is_of_report else words,
        is_of_report=found[0].is_of_report,
        cells=[_build_cell(collation, lane, page) for lane in lanes],
    )


def _build_cell(collation: Collation, lane: list[Timed], page: str) -> LaneCell:
    lines = [build_telling_line(collation, timed.telling, page) for timed in lane]
    if len(lines) <= MOST_OPEN + 1:  # a fold of one line saves nothing
        return LaneCell(lines)
    return LaneCell(lines[:MOST_OPEN], lines[MOST_OPEN:])


def show_row_date(dates: list[Dated]) -> tuple[ShownValue, str]:
    """A date that several have, and the words that one of them prints.

    It is inferred where nobody prints it.
    """
    printed = [one for one in dates if not one.because]
    shown = show_date((printed or dates)[0], in_brief=True)
    words = next((one.words for one in dates if one.words), None)
    quoted = wording.quoted_as_own(words) if words and not printed else ""
    return replace(shown, printed="" if shown.inferred else shown.printed), quoted
