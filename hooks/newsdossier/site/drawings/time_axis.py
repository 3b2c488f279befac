"""One axis of time that wastes no room: what happens close together is spread, gaps are broken.

All x are hundredths of the axis's width, all y and heights pixels.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from babel.dates import format_date

from newsdossier.analysis import wording
from newsdossier.analysis.intervals import Interval
from newsdossier.site.drawings.lettering import text_width
from newsdossier.site.drawings.shapes import BoxShape, Key, LineShape, MarkShape, Shape, TextShape

#: Where the axis begins and ends.
LEFT, RIGHT = 2.0, 98.0
#: A stretch in which nothing may have been, and of more days than this, is a break in the axis.
LONGEST_EMPTY = 180
#: How wide a break is, beside a stretch of one day.
BREAK_WEIGHT = 1.5
#: With more ends of dates than this, neighbouring ones are taken together.
MOST_ENDS = 80
#: How wide the axis is on a telephone, where its words must fit, and the space between two.
NARROWEST, WORD_SPACE = 300, 8
#: The middle of the line, how high a bar is, how high all is; where the axis's words stand.
LINE_Y, BAR_HEIGHT, HEIGHT = 12, 8, 24
WORDS_BASELINE, HEAD_LINE_Y, HEAD_HEIGHT, TICK_LENGTH = 12, 22, 28, 6
#: How narrow a bar may be, and half a break sign.
LEAST_BAR, BREAK_HALF = 1.2, 0.5

KEYS = [
    Key("date-printed", "dot", "a day"),
    Key("date-printed", "span", "some time within these days"),
    Key("date-inferred", "dot", "inferred by the editor, in brackets"),
    Key("date-printed", "diamond", "the day on which it was said"),
    Key("date-printed", "square", "an article is published"),
]


@dataclass(frozen=True)
class Stretch:
    """A stretch of days of one scale, and where it lies."""

    low: float
    high: float
    """The day after its last."""
    start: float
    end: float
    is_break: bool


@dataclass(frozen=True)
class Gap:
    """A stretch of time in which nothing is told, left out of the axis."""

    until: float
    """The first day after it."""
    told: str
    """How long it is, in words."""


def list_keys(tracks: Iterable[Sequence[Shape]]) -> list[Key]:
    """The signs that stand on some tracks, each with what it means."""
    shapes = [shape for track in tracks for shape in track]
    marks = [shape for shape in shapes if isinstance(shape, MarkShape)]
    boxes = [shape for shape in shapes if isinstance(shape, BoxShape)]
    signs = {mark.sign for mark in marks} | {"span" for _ in boxes}
    roles = {mark.role for mark in marks} | {box.role for box in boxes}
    return [
        key
        for key in KEYS
        if (key.role in roles if key.role == "date-inferred" else key.sign in signs)
    ]


class TimeAxis:
    """Where a day lies on an axis whose stretches have scales of their own."""

    def __init__(self, spans: Iterable[Interval]) -> None:
        self._spans = list(spans)
        self.stretches = list(self._lay_out())

    def __call__(self, day: float) -> float:
        """Where a day begins."""
        for one in self.stretches:
            if day < one.high:
                share = max(0.0, day - one.low) / (one.high - one.low)
                return round(one.start + share * (one.end - one.start), 2)
        return self.stretches[-1].end

    @property
    def gaps(self) -> list[Gap]:
        """What is left out, in order."""
        return [
            Gap(one.high, _tell_length(one.high - one.low))
            for one in self.stretches
            if one.is_break
        ]

    def draw_head(self) -> list[Shape]:
        """The axis with its words."""
        return [*self._draw_line(HEAD_LINE_Y), *self._draw_ticks()]

    def draw_date(self, span: Interval, sign: str, is_inferred: bool) -> list[Shape]:
        """A date on the axis: a sign for a day, a bar for a span of days."""
        shapes: list[Shape] = [*self._draw_line(LINE_Y)]
        role = "date-inferred" if is_inferred else "date-printed"
        start, end = self(span.low), self(span.high + 1)
        if span.low == span.high:
            return [*shapes, MarkShape(role, round((start + end) / 2, 2), LINE_Y, sign)]
        width = round(max(end - start, LEAST_BAR), 2)
        top = LINE_Y - BAR_HEIGHT / 2
        return [*shapes, BoxShape(role, start, top, width, BAR_HEIGHT)]

    def _lay_out(self) -> Iterator[Stretch]:
        ends = _thin_out(sorted({e for s in self._spans for e in (s.low, s.high + 1)}))
        weights = [self._weigh(low, high) for low, high in pairwise(ends)]
        scale = (RIGHT - LEFT) / (sum(weights) or 1)
        start = LEFT
        for (low, high), weight in zip(pairwise(ends), weights, strict=True):
            end = start + weight * scale
            yield Stretch(low, high, start, end, self._is_break(low, high))
            start = end

    def _weigh(self, low: float, high: float) -> float:
        """How much room a stretch takes: ten times as long is about twice as wide."""
        return BREAK_WEIGHT if self._is_break(low, high) else 1 + math.log10(high - low)

    def _is_break(self, low: float, high: float) -> bool:
        covered = any(span.low < high and low < span.high + 1 for span in self._spans)
        return not covered and high - low > LONGEST_EMPTY

    def _draw_line(self, y: float) -> Iterator[Shape]:
        begins = LEFT
        for one in self.stretches:
            if one.is_break:
                middle = (one.start + one.end) / 2
                yield LineShape("axis", begins, y, round(middle - BREAK_HALF, 2), y)
                for x in (middle - BREAK_HALF, middle + BREAK_HALF):
                    yield LineShape("axis", round(x, 2), y - 4, round(x, 2), y + 4)
                begins = round(middle + BREAK_HALF, 2)
        yield LineShape("axis", begins, y, RIGHT, y)

    def _draw_ticks(self) -> Iterator[Shape]:
        for day, words in self._choose_ticks():
            x = self(day)
            yield LineShape("tick", x, HEAD_LINE_Y - TICK_LENGTH, x, HEAD_LINE_Y)
            yield TextShape("tick", x, WORDS_BASELINE, words)

    def _choose_ticks(self) -> list[tuple[float, str]]:
        """The days that are named: first of years, then of months, then others, as they fit."""
        placed: list[Interval] = []
        chosen: list[tuple[float, str]] = []
        for day, words in _list_names([one.low for one in self.stretches if not one.is_break]):
            x = self(day)
            room = Interval(x, x + (text_width("tick", words) + WORD_SPACE) * 100 / NARROWEST)
            if room.high <= 100 and not any(room.overlaps(other) for other in placed):
                placed.append(room)
                chosen.append((day, words))
        return sorted(chosen)


def _tell_length(days: float) -> str:
    years, months = round(days / 365.25), round(days / 30.44)
    return wording.plural(years, "year") if months >= 18 else wording.plural(months, "month")


def _thin_out(ends: list[float]) -> list[float]:
    """The ends, neighbouring ones taken together where there are too many."""
    reach = 1.0
    kept = ends
    while len(kept) > MOST_ENDS:
        reach *= 2
        kept = [ends[0]]
        for end in ends[1:]:
            if end - kept[-1] >= reach:
                kept.append(end)
        kept[-1] = max(kept[-1], ends[-1])
    return kept


def _list_names(days: list[float]) -> list[tuple[float, str]]:
    """The days with their names: the first of each year, then of each month, then the others.

    The years with most days come first.
    """
    dates = [(one, date.fromordinal(int(one))) for one in days]
    often = Counter(day.year for _, day in dates)
    years = {day.year: ordinal for ordinal, day in reversed(dates)}
    named = {years[year]: _format(years[year], "y") for year, _ in often.most_common()}
    months = {(day.year, day.month): ordinal for ordinal, day in reversed(dates)}
    for ordinal in sorted(months.values()):
        named.setdefault(ordinal, _format(ordinal, "MMM"))
    for ordinal, _ in dates:
        named.setdefault(ordinal, _format(ordinal, "d MMM"))
    return list(named.items())


def _format(ordinal: float, pattern: str) -> str:
    """A day with its year, its month or its day alone, and what else it takes to be exact."""
    day = date.fromordinal(int(ordinal))
    if pattern == "y" and (day.month, day.day) != (1, 1):
        pattern = "MMM y"
    if "MMM" in pattern and "d" not in pattern and day.day != 1:
        pattern = f"d {pattern}"
    return format_date(day, pattern, locale="en")
