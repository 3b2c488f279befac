"""The number strip: the counts that all witnesses give, on one line, without a legend."""

from __future__ import annotations

from dataclasses import dataclass

from newsdossier.analysis import wording
from newsdossier.analysis.answers import SourcedAnswer
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.rows import Row
from newsdossier.site.drawings.number_line import (
    OPEN_END,
    get_interval,
    get_number,
    is_excluded,
    is_open_above,
    list_ends,
)
from newsdossier.site.drawings.scales import Scale, add_margin
from newsdossier.site.parts.meter import number_witness

#: Where the lowest and the highest number lie, in hundredths, and the least gap of two labels.
FIRST, LAST, LABEL_GAP = 4, 96, 6


@dataclass(frozen=True)
class StripMark:
    """A count on the line; x in hundredths."""

    x: float
    colour: int
    sign: str
    """dot: this number; ring: it is excluded; struck: taken back."""
    label: str
    """The number; empty where there is no room for it."""
    end: float | None
    """How far it reaches to the right; None where it is one number."""


@dataclass(frozen=True)
class NumberStrip:
    """The counts on one line."""

    marks: list[StripMark]


def draw_number_strip(collation: Collation, row: Row) -> NumberStrip | None:
    """Draw the counts of a row; None where they are of different things, or all the same."""
    answers = [sourced for one in row.witnesses for sourced in one.answers]
    ends = [end for one in answers for end in list_ends(one)]
    if len({one.answer.of for one in answers}) != 1 or min(ends) == max(ends):
        return None
    x = Scale(*add_margin(ends), FIRST, LAST)
    marks: list[StripMark] = []
    labelled = float(-LABEL_GAP)
    for sourced in sorted(answers, key=get_number):
        at = x(get_number(sourced))
        fits = at - labelled >= LABEL_GAP
        marks.append(_draw_mark(collation, sourced, at, fits))
        labelled = at if fits else labelled
    return NumberStrip(marks)


def _draw_mark(
    collation: Collation, sourced: SourcedAnswer, at: float, is_labelled: bool
) -> StripMark:
    is_open = is_open_above(get_interval(sourced))
    held = "ring" if is_excluded(sourced) else "dot"
    return StripMark(
        x=at,
        colour=number_witness(collation, sourced.witness),
        sign=held if sourced.is_asserted else "struck",
        label=wording.number(f"{get_number(sourced):g}") if is_labelled else "",
        end=OPEN_END if is_open and sourced.is_asserted else None,
    )
