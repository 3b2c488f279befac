"""Dates as EDTF writes them, and the days that they may mean."""

from __future__ import annotations

import math
import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache

from newsdossier.analysis.intervals import Interval

#: The part of EDTF used here: a year, a season, a month or a day, doubted or not.
_DATE = re.compile(r"(\d{4})(?:-(2[1-4])|-(0[1-9]|1[0-2])(?:-(\d{2}))?)?([?~%])?", re.ASCII)
#: The format has this only at the ends of an interval.
_DOUBTED_SEASON = re.compile(r"\d{4}-2[1-4][?~%]", re.ASCII)
#: The first and last month of each season; winter turns the year.
_SEASONS = {"21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 14)}
#: How far `~` reaches to either side: of a day in days, of anything longer in months.
_DAYS_ABOUT = 3
_MONTHS_ABOUT = {"year": 12, "season": 3, "month": 1}
#: A drawing also has the month after a date, and Python's calendar ends with 9999.
LAST_DAY = date(9998, 12, 31).toordinal()


@cache
def parse_date(edtf: str) -> Interval:
    """Return the days that an EDTF date may mean, as proleptic Gregorian ordinals.

    Format: Extended Date/Time Format, ISO 8601-2; years, seasons, months and days, doubted or not,
    and intervals closed at both ends. Raises ValueError for anything else. A date with `~` or `%`
    reaches beyond itself: a day 3 days either way, a month one month, a season three months, a
    year one year. A winter is December to the end of February.

    The library `edtf` knows the whole format, but takes 0.4 s to import and 10 ms a date, more
    than all else a check does. The tests hold this to the library's word; only `~` and winters
    are wider here.
    """
    first, slash, last = edtf.partition("/")
    try:
        start, end = _parse_one(first), _parse_one(last or first)
        if edtf.endswith("/") or (not slash and _DOUBTED_SEASON.fullmatch(first)):
            raise ValueError(edtf)
    except ValueError:
        message = "write 2022-01-11, 2022-01, 2022-09/2022-12, 2022-01~ or 2021-24 (winter 2021–22)"
        raise ValueError(f'"{edtf}" is not an EDTF date; {message}') from None
    span = Interval(start.reached.low, end.reached.high)
    if span.high > LAST_DAY:
        raise ValueError(f'"{edtf}" is too late a date; the calendar here ends with the year 9998')
    if start.plain.low > end.plain.high:
        raise ValueError(f'"{edtf}" ends before it starts; put the earlier date first')
    return span


@dataclass(frozen=True)
class _OneDate:
    """The days of one date: as written, and as far as its `~` reaches."""

    plain: Interval
    reached: Interval


def _parse_one(edtf: str) -> _OneDate:
    """The days that one date may mean; raises ValueError where it is none."""
    found = _DATE.fullmatch(edtf)
    if not found:
        raise ValueError(edtf)
    year, season, month, day, mark = found.groups()
    is_about = mark in ("~", "%")
    if day:
        exact = date(int(year), int(month), int(day)).toordinal()
        reach = _DAYS_ABOUT if is_about else 0
        reached = Interval(max(exact - reach, 1), exact + reach)
        return _OneDate(Interval(exact, exact), reached)
    date(int(year), 1, 1)  # only for its ValueError
    first, last = _SEASONS[season] if season else (int(month or 1), int(month or 12))
    unit = "season" if season else "month" if month else "year"
    reach = _MONTHS_ABOUT[unit] if is_about else 0
    return _OneDate(
        _list_months(int(year), first, last), _list_months(int(year), first - reach, last + reach)
    )


def _list_months(year: int, first: int, last: int) -> Interval:
    """The days from one month to another, counted from January of a year: 0 is December before."""
    low, high = (divmod(year * 12 + month - 1, 12) for month in (first, last))
    start = date(low[0], low[1] + 1, 1).toordinal() if low[0] > 0 else 1
    if high[0] > date.max.year:
        return Interval(start, math.inf)
    days = monthrange(high[0], high[1] + 1)[1]
    return Interval(start, date(high[0], high[1] + 1, days).toordinal())


def is_uncertain(edtf: str) -> bool:
    """Whether an EDTF date says less than one certain day."""
    span = parse_date(edtf)
    return span.low != span.high or any(mark in edtf for mark in "?~%")
