"""Where a number or a day lies on an axis, and which of them the axis names."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import islice

from babel.dates import format_date

from newsdossier.analysis.intervals import Interval

#: How many ticks an axis of days, and one of numbers, has at most; more do not fit a telephone.
TICKS = 6
FIGURES = 4
#: With how many at most the first of them has room for its year.
ROOMY = 4


@dataclass(frozen=True)
class Scale:
    """A stretch of numbers laid on a stretch of the picture."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, number: float) -> float:
        """Where a number lies; what is beyond an end lies at the end."""
        within = min(max(number, self.low), self.high)
        share = (within - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 2)


def add_margin(numbers: list[float], share: float = 0.15) -> tuple[float, float]:
    """The lowest and highest number with a margin on each side, never below zero."""
    low, high = min(numbers), max(numbers)
    room = (high - low) * share or max(high * 0.1, 1)
    return max(0, low - room), high + room


def list_ticks(low: float, high: float) -> list[float]:
    """Round numbers between two, few enough to be read."""
    power = 10 ** math.floor(math.log10((high - low) / FIGURES))
    step = next(s * power for s in (1, 2, 2.5, 5, 10, 20) if (high - low) / (s * power) <= FIGURES)
    first = math.ceil(low / step)
    return [index * step for index in range(first, math.floor(high / step) + 1)]


def show_exactly(number: float) -> str:
    """A number with its thousands set apart."""
    return f"{number:,.10g}"


def show_briefly(number: float) -> str:
    """A tick's number, in few letters."""
    if number >= 1_000_000:
        return f"{number / 1_000_000:g} million"
    return show_exactly(number)


def list_day_ticks(span: Interval) -> list[tuple[int, str]]:
    """List the days that an axis names: years, months or days, depending on the span."""
    first, last = date.fromordinal(int(span.low)), date.fromordinal(int(span.high))
    some = TICKS + 1
    found = ((list(islice(step(first, last), some)), pattern) for step, pattern in _STEPS)
    days, pattern = next((days, pattern) for days, pattern in found if len(days) <= TICKS)
    roomy = len(days) <= ROOMY
    return [
        (day.toordinal(), _show_day(day, pattern, with_year=roomy and day is days[0]))
        for day in days
    ]


def _show_day(day: date, pattern: str, with_year: bool) -> str:
    """A day as its tick says it, with the year where that is new."""
    if (pattern == "MMM" and day.month == 1) or (pattern != "y" and with_year):
        pattern = f"{pattern} y"
    return format_date(day, pattern, locale="en")


def _step_days(step: int, first: date, last: date) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day += timedelta(days=step)


def _step_months(step: int, first: date, last: date) -> Iterator[date]:
    for index in range(first.year * 12, last.year * 12 + 12, step):
        day = date(index // 12, index % 12 + 1, 1)
        if first <= day <= last:
            yield day


def _step_years(step: int, first: date, last: date) -> Iterator[date]:
    for year in range(-(-first.year // step) * step, last.year + 1, step):
        if first <= date(year, 1, 1) <= last:
            yield date(year, 1, 1)


#: From the finest to the coarsest: the days to name, and how they are shown.
_STEPS: list[tuple[Callable[[date, date], Iterator[date]], str]] = [
    *((partial(_step_days, step), "d MMM") for step in (1, 2, 7)),
    *((partial(_step_months, step), "MMM") for step in (1, 3)),
    *((partial(_step_years, step), "y") for step in (1, 2, 5, 10, 20, 50, 100, 500, 2000)),
]
