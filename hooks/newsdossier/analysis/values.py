"""Typed values of answers, and how two of them stand to each other."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from edtf import parse_edtf

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


def relation(a: Value, b: Value, kind: Type) -> Relation:
    """How two values of one question stand to each other."""
    if a == b:
        return Relation.EQUAL
    if isinstance(a, Interval) and isinstance(b, Interval):
        return Relation.OVERLAPPING if a.overlaps(b) else Relation.DISJOINT
    return Relation.DISJOINT if kind is Type.CHOICE else Relation.UNEQUAL


#: The part of EDTF used here: a year, a season, a month or a day, doubted or not, or two of them.
_DATE = r"\d{4}(-(0[1-9]|1[0-2]|2[1-4])(-\d{2})?)?[?~%]?"
_EDTF = re.compile(rf"{_DATE}(/{_DATE})?", re.ASCII)
#: A drawing also has the month after a date, and Python's calendar ends with 9999.
LAST_DAY = date(9998, 12, 31).toordinal()
_FIGURE = re.compile(r"\d{1,30}(\.\d{1,30})?", re.ASCII)


@cache  # the parser takes some 10 ms a date
def days(edtf: str) -> Interval:
    """The days that an EDTF date may mean, as proleptic Gregorian ordinals.

    Format: Extended Date/Time Format, ISO 8601-2; years, seasons, months and days, doubted or not,
    and intervals closed at both ends. Raises ValueError for anything else.
    """
    wrong = f'"{edtf}" is no date in EDTF; write 2022-01-11, 2022-01, 2022-09/2022-12 or 2022-01~'
    if not _EDTF.fullmatch(edtf):
        raise ValueError(wrong)
    try:
        parsed = parse_edtf(edtf)
        low, high = parsed.lower_strict(), parsed.upper_strict()
        span = Interval(date(*low[:3]).toordinal(), date(*high[:3]).toordinal())
    except Exception as error:  # the library raises whatever its grammar trips over
        raise ValueError(wrong) from error
    if span.high > LAST_DAY:
        raise ValueError(f'"{edtf}" is too late a date; the calendar here ends with the year 9998')
    if span.low > span.high:
        raise ValueError(f'"{edtf}" ends before it starts; put the earlier date first')
    return span


def is_uncertain(edtf: str) -> bool:
    """Whether an EDTF date says less than one certain day."""
    span = days(edtf)
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
            return days(only)
        case Type.CHOICE if only not in question.choices:
            known = ", ".join(question.choices)
            hint = did_you_mean(only, question.choices) or "; write one of them"
            raise ValueError(f'"{only}" is none of {known}{hint}')
        case _:
            return only


def count(written: str, bound: Bound, question: Question) -> Interval:
    """The numbers that a figure with its bound may stand for."""
    if not _FIGURE.fullmatch(written):
        raise ValueError(f'"{written}" is no number; write digits, without spaces or commas')
    if question.whole and "." in written:
        raise ValueError(f'"{written}" is no whole number; round nothing, or set `whole: false`')
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
