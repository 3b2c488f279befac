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


def compare_values(a: Value, b: Value, kind: Type) -> Relation:
    """How two values of one question stand to each other."""
    if a == b:
        return Relation.EQUAL
    if isinstance(a, Interval) and isinstance(b, Interval):
        return Relation.OVERLAPPING if a.overlaps(b) else Relation.DISJOINT
    return Relation.DISJOINT if kind is Type.CHOICE else Relation.UNEQUAL


#: The part of EDTF used here: a year, a season, a month or a day, doubted or not.
_DATE = re.compile(r"(\d{4})(?:-(2[1-4])|-(0[1-9]|1[0-2])(?:-(\d{2}))?)?[?~%]?", re.ASCII)
#: The format has this only at the ends of an interval.
_DOUBTED_SEASON = re.compile(r"\d{4}-2[1-4][?~%]", re.ASCII)
#: The first and last month of each season; winter is what is left of the year.
_SEASONS = {"21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 12)}
#: A drawing also has the month after a date, and Python's calendar ends with 9999.
LAST_DAY = date(9998, 12, 31).toordinal()
_FIGURE = re.compile(r"\d{1,30}(\.\d{1,30})?", re.ASCII)


@cache
def parse_date(edtf: str) -> Interval:
    """Return the days that an EDTF date may mean, as proleptic Gregorian ordinals.

    Format: Extended Date/Time Format, ISO 8601-2; years, seasons, months and days, doubted or not,
    and intervals closed at both ends. Raises ValueError for anything else.

    The library `edtf` knows the whole format, but takes 0.4 s to import and 10 ms a date, more
    than all else a check does. The tests hold this to the library's word.
    """
    first, slash, last = edtf.partition("/")
    try:
        start, end = _bounds(first)
        if slash:
            _, end = _bounds(last)
        elif _DOUBTED_SEASON.fullmatch(first):
            raise ValueError(first)
    except ValueError:
        message = "write 2022-01-11, 2022-01, 2022-09/2022-12 or 2022-01~"
        raise ValueError(f'"{edtf}" is not an EDTF date; {message}') from None
    span = Interval(start.toordinal(), end.toordinal())
    if span.high > LAST_DAY:
        raise ValueError(f'"{edtf}" is too late a date; the calendar here ends with the year 9998')
    if span.low > span.high:
        raise ValueError(f'"{edtf}" ends before it starts; put the earlier date first')
    return span


def _bounds(edtf: str) -> tuple[date, date]:
    """The first and the last day that one date may mean; raises ValueError where it is none."""
    found = _DATE.fullmatch(edtf)
    if not found:
        raise ValueError(edtf)
    year, season, month, day = found.groups()
    if day:
        exact = date(int(year), int(month), int(day))
        return exact, exact
    first, last = _SEASONS[season] if season else (int(month or 1), int(month or 12))
    return date(int(year), first, 1), date(int(year), last, monthrange(int(year), last)[1])


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
    reach = number * question.tolerance
    return {
        Bound.EQ: Interval(number, number),
        Bound.GT: Interval(step_up, math.inf),
        Bound.GTE: Interval(number, math.inf),
        Bound.LT: Interval(0, step_down),
        Bound.LTE: Interval(0, number),
        Bound.APPROX: Interval(number - reach, number + reach),
    }[bound]
