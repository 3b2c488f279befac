"""Typed values of answers, and how two of them stand to each other."""

from __future__ import annotations

import math
import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from newsdossier.model import Bound, Question, Type
from newsdossier.text.nearest import did_you_mean


@dataclass(frozen=True)
class Interval:
    """The numbers, or days as ordinals, that a value may stand for; both ends belong to it."""

    low: float
    high: float

    def overlaps(self, other: Interval) -> bool:
        """Whether the two have a number in common."""
        return self.low <= other.high and other.low <= self.high


#: Counts and dates are intervals, choices and wordings text, entities a set of ids.
Value = Interval | str | frozenset[str]


class Relation(StrEnum):
    """How two values stand to each other; `unequal` where only sameness can be told."""

    EQUAL = "equal"
    OVERLAPPING = "overlapping"
    DISJOINT = "disjoint"
    UNEQUAL = "unequal"


class MissingTolerance(ValueError):
    """A figure is `about` or `nearly`, and its question does not say how far that reaches."""


def compare_values(a: Value, b: Value, question: Question) -> Relation:
    """How two values of one question stand to each other.

    Two choices are disjoint where the question says that they exclude each other.
    """
    if a == b:
        return Relation.EQUAL
    if isinstance(a, Interval) and isinstance(b, Interval):
        return Relation.OVERLAPPING if a.overlaps(b) else Relation.DISJOINT
    if a in question.exclusive and b in question.exclusive:
        return Relation.DISJOINT
    return Relation.UNEQUAL


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
_FIGURE = re.compile(r"\d{1,30}(\.\d{1,30})?", re.ASCII)


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
        message = "write 2022-01-11, 2022-01, 2022-09/2022-12 or 2022-01~"
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


def parse_value(question: Question, written: list[str], bound: Bound) -> Value:
    """The value that an answer's text makes under its question.

    Raises ValueError, with what to write instead, where it makes none.
    """
    if bound is not Bound.EQ and question.type is not Type.COUNT:
        raise ValueError(f"only a count has a bound, and this asks for {question.type}; remove it")
    if question.type is Type.ENTITIES:
        return frozenset(written)
    if len(written) != 1:
        raise ValueError("this takes one value; write an answer for each")
    (only,) = written
    match question.type:
        case Type.COUNT:
            return count(only, bound, question)
        case Type.DATE:
            return parse_date(only)
        case Type.CHOICE if only not in question.choices:
            known = ", ".join(question.choices)
            hint = did_you_mean(only, question.choices) or "; write one of them"
            raise ValueError(f'"{only}" is none of {known}{hint}')
        case _:
            return only


def count(written: str, bound: Bound, question: Question) -> Interval:
    """The numbers that a figure with its bound may stand for."""
    if not _FIGURE.fullmatch(written):
        raise ValueError(f'"{written}" is not a number; write digits, without spaces or commas')
    if question.whole and "." in written:
        raise ValueError(f'"{written}" is not a whole number; round nothing, or set `whole: false`')
    number = float(written)
    step_up = number + 1 if question.whole else math.nextafter(number, math.inf)
    step_down = number - 1 if question.whole else math.nextafter(number, -math.inf)
    if bound in (Bound.ABOUT, Bound.NEARLY) and question.tolerance is None:
        raise MissingTolerance(
            f'"{question.id}" does not say how far `{bound}` reaches; add its `tolerance`'
        )
    reach = number * (question.tolerance or 0)
    return {
        Bound.EQ: Interval(number, number),
        Bound.GT: Interval(step_up, math.inf),
        Bound.GTE: Interval(number, math.inf),
        Bound.LT: Interval(0, step_down),
        Bound.LTE: Interval(0, number),
        Bound.NEARLY: Interval(number - reach, number),
        Bound.ABOUT: Interval(number - reach, number + reach),
    }[bound]
