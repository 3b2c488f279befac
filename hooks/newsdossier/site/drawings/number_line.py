"""The number line: where the counts lie that the witnesses give, a line for each.

All x are hundredths of the line's width, all y and heights pixels.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from newsdossier.analysis import wording
from newsdossier.analysis.answers import SourcedAnswer
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.intervals import Interval
from newsdossier.analysis.rows import Row
from newsdossier.model import Bound, Status
from newsdossier.site.drawings.lettering import text_width
from newsdossier.site.drawings.scales import (
    Scale,
    add_margin,
    list_ticks,
    show_briefly,
    show_exactly,
)
from newsdossier.site.drawings.shapes import Key, LineShape, MarkShape, Shape, Table, TextShape

#: Where the numbers begin and end, and where one that is open upwards ends, in hundredths.
FIRST_NUMBER, LAST_NUMBER, OPEN_END = 3, 97, 98.0
#: Between which x, in hundredths, a tick's words fit on both sides of it.
TICK_EDGES = 8, 90
#: The width of the narrowest line, on a telephone, in pixels: there its words must fit.
NARROWEST = 300
#: The share of the numbers' range that is left free on both sides.
NUMBER_MARGIN = 0.25
#: Where the words of a number stand, where its line runs, and how high all is, in pixels.
WORDS_BASELINE, LINE_Y, HEIGHT = 13, 27, 40
#: Where the lines of the grid end: lower than any row, whose edge cuts them.
GRID_END = 1000
#: The baseline of the axis's words, and its height.
TICK_BASELINE, AXIS_HEIGHT = 16, 22

KEYS = {
    "exact": Key("held", "dot", "the number that is given"),
    "open": Key("open", "ring", "an open end: the number itself is excluded"),
    "reach": Key("held", "end", "how far “about” or “nearly” reaches"),
    "withdrawn": Key("withdrawn", "struck", "withdrawn, denied or only imagined; not counted"),
}


@dataclass(frozen=True)
class CountLine:
    """One count of a witness on its line."""

    witness: str
    colour: int
    remarks: list[str]
    """When it holds, whether and by whom it was withdrawn."""
    told: str
    """The count in words, for those who do not see the line."""
    shapes: list[Shape]
    height: float = HEIGHT


@dataclass(frozen=True)
class CountPanel:
    """The counts of one thing, on one scale."""

    of: str
    """What exactly is counted, where the answers say."""
    lines: list[CountLine]
    axis: list[Shape]
    axis_height: float = AXIS_HEIGHT


@dataclass(frozen=True)
class NumberLine:
    """The counts that answer a question, one panel for each thing counted."""

    title: str
    unit: str
    panels: list[CountPanel]
    table: Table
    keys: list[Key] = field(default_factory=list)


def draw_number_line(collation: Collation, row: Row, colours: dict[str, int]) -> NumberLine | None:
    """Draw the counts that the witnesses give; None where there is none.

    `colours` are those of the witnesses, by id. Answers of different `of` are not to be compared:
    each has a panel and a scale of its own.
    """
    answers = [sourced for one in row.witnesses for sourced in one.answers]
    panels: dict[str, list[SourcedAnswer]] = defaultdict(list)
    for sourced in answers:
        panels[sourced.answer.of or ""].append(sourced)
    if not answers:
        return None
    return NumberLine(
        title=f"{row.question.label}: the numbers given",
        unit=row.question.unit or row.question.label,
        panels=[_draw_panel(collation, of, some, colours) for of, some in panels.items()],
        table=_build_table(collation, row),
        keys=[KEYS[sign] for sign in _list_signs(answers)],
    )


def _draw_panel(
    collation: Collation, of: str, answers: list[SourcedAnswer], colours: dict[str, int]
) -> CountPanel:
    low, high = add_margin([end for one in answers for end in list_ends(one)], NUMBER_MARGIN)
    x = Scale(low, high, FIRST_NUMBER, LAST_NUMBER)
    ticks = list_ticks(low, high)
    return CountPanel(
        of=of,
        lines=[
            CountLine(
                witness=collation.witnesses[one.witness].label,
                colour=colours[one.witness],
                remarks=_list_remarks(collation, one),
                told=_show_compared(one),
                shapes=[
                    *(LineShape("grid", x(tick), 0, x(tick), GRID_END) for tick in ticks),
                    *_draw_count(one, x),
                ],
            )
            for one in answers
        ],
        axis=list(_draw_axis(ticks, x)),
    )


def list_ends(sourced: SourcedAnswer) -> list[float]:
    """The numbers that the axis must have."""
    value = get_interval(sourced)
    reach = [] if is_open_above(value) or _is_limit(sourced) else [value.low, value.high]
    return [get_number(sourced), *reach]


def _draw_count(sourced: SourcedAnswer, x: Scale) -> Iterator[Shape]:
    """A number as a stretch of the line, open at an end where its bound is, with its words."""
    value, role = get_interval(sourced), "held" if sourced.is_asserted else "withdrawn"
    at, more, fewer = x(get_number(sourced)), is_open_above(value), _is_limit(sourced)
    start = 0.0 if fewer else at if more else x(value.low)
    end = OPEN_END if more else at if fewer else x(value.high)
    yield LineShape("rail", 0, LINE_Y, 100, LINE_Y)
    if end > start:
        yield LineShape(role, start, LINE_Y, end, LINE_Y)
        yield MarkShape(role, start, LINE_Y, "left" if fewer else "end")
        yield MarkShape(role, end, LINE_Y, "right" if more else "end")
    if role == "withdrawn":
        yield MarkShape(role, at, LINE_Y, "struck")
    elif is_excluded(sourced):
        yield MarkShape("open", at, LINE_Y, "ring")
    else:
        yield MarkShape(role, at, LINE_Y, "dot")
    yield _place_words(sourced, at)


def _place_words(sourced: SourcedAnswer, at: float) -> Shape:
    """The number's words above it, moved away from the edges of the narrowest line."""
    role = "label" if sourced.is_asserted else "label-withdrawn"
    words = _show_compared(sourced)
    half = text_width(role, words) / 2 / NARROWEST * 100
    if at < half:
        return TextShape(role, 0, WORDS_BASELINE, words)
    if at > 100 - half:
        return TextShape(role, 100, WORDS_BASELINE, words, "end")
    return TextShape(role, at, WORDS_BASELINE, words, "middle")


def _draw_axis(ticks: list[float], x: Scale) -> Iterator[Shape]:
    yield LineShape("axis", 0, 0, 100, 0)
    left, right = TICK_EDGES
    for number in ticks:
        at = x(number)
        anchor = "middle" if left < at < right else "start" if at <= left else "end"
        yield TextShape("tick", at, TICK_BASELINE, show_briefly(number), anchor)


def get_interval(sourced: SourcedAnswer) -> Interval:
    """The numbers that a count allows."""
    assert isinstance(sourced.value, Interval)
    return sourced.value


def get_number(sourced: SourcedAnswer) -> float:
    """The number that a count names, as it is compared."""
    return float((sourced.answer.read_as or sourced.answer).value[0])


def _get_bound(sourced: SourcedAnswer) -> Bound:
    return (sourced.answer.read_as or sourced.answer).bound


def is_open_above(value: Interval) -> bool:
    """Whether it may be any number above."""
    return math.isinf(value.high)


def _is_limit(sourced: SourcedAnswer) -> bool:
    """Whether it may be any number below."""
    return _get_bound(sourced) in (Bound.LT, Bound.LTE)


def is_excluded(sourced: SourcedAnswer) -> bool:
    """Whether the printed number itself is excluded."""
    return _get_bound(sourced) in (Bound.GT, Bound.LT)


def _show_compared(sourced: SourcedAnswer) -> str:
    """A number with its bound, as it is compared."""
    compared = sourced.answer.read_as or sourced.answer
    return f"{wording.BOUNDS[compared.bound]}{wording.number(compared.value[0])}"


def _list_remarks(collation: Collation, sourced: SourcedAnswer) -> list[str]:
    """What was read otherwise than printed, when it holds, and how it was withdrawn."""
    answer = sourced.answer
    remarks = []
    if answer.read_as:
        printed = f"{wording.BOUNDS[answer.bound]}{wording.number(answer.value[0])}"
        remarks.append(f"prints {printed}")
    if answer.as_of:
        remarks.append(f"as of {wording.short_day(answer.as_of)}")
    if status := wording.STATUSES[answer.status]:
        by = wording.joined([collation.dossier.titles[name] for name in answer.by])
        on = f", {wording.short_day(answer.on)}" if answer.on else ""
        remarks.append(f"{status}{f' by: {by}' if by else ''}{on}; not counted")
    return remarks


def _build_table(collation: Collation, row: Row) -> Table:
    return Table(
        caption=f"{row.question.label}: the numbers of the picture",
        head=["Article", "Holds at", "Answer", "At least", "At most"],
        rows=[_list_numbers(collation, sourced) for sourced in row.answers],
    )


def _list_numbers(collation: Collation, sourced: SourcedAnswer) -> list[str]:
    value = get_interval(sourced)
    of = f"{sourced.answer.of}: " if sourced.answer.of else ""
    remarks = [one for one in _list_remarks(collation, sourced) if not one.startswith("as of")]
    return [
        sourced.article.label,
        wording.day(sourced.answer.as_of or sourced.article.issued.date),
        ", ".join([f"{of}{_show_compared(sourced)}", *remarks]),
        show_exactly(value.low),
        "open" if is_open_above(value) else show_exactly(value.high),
    ]


def _list_signs(answers: list[SourcedAnswer]) -> Iterator[str]:
    """The signs that the lines have, for their key."""
    held = [one for one in answers if one.is_asserted]
    there = {
        "exact": any(not is_excluded(one) for one in held),
        "open": any(is_excluded(one) for one in held),
        "reach": any(_get_bound(one) in (Bound.ABOUT, Bound.NEARLY) for one in held),
        "withdrawn": any(one.answer.status is not Status.ASSERTED for one in answers),
    }
    yield from (kind for kind, drawn in there.items() if drawn)
