"""Typed values of answers, and how two of them stand to each other."""

from __future__ import annotations

import math
import re
from enum import StrEnum

from newsdossier.analysis.dates import parse_date
from newsdossier.analysis.intervals import Interval
from newsdossier.model import Bound, Question, Type
from newsdossier.text.nearest import did_you_mean
from newsdossier.text.verbatim import fold

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


_FIGURE = re.compile(r"\d{1,30}(\.\d{1,30})?", re.ASCII)


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
        case Type.WORDING:
            return _fold_wording(only)
        case _:
            return only


def _fold_wording(words: str) -> str:
    """What is compared of a wording: neither case nor outer punctuation, nor the form of marks."""
    folded = fold(words).casefold()
    letters = [index for index, letter in enumerate(folded) if letter.isalnum()]
    return folded[letters[0] : letters[-1] + 1] if letters else folded


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
