"""Answers as values: intervals of numbers and days, and how two of them stand to each other."""

from math import inf
from typing import Any

import pytest

from newsdossier.analysis import wording
from newsdossier.analysis.intervals import Interval
from newsdossier.analysis.values import (
    MissingTolerance,
    Relation,
    compare_values,
    count,
    parse_value,
)
from newsdossier.model import Bound
from tests.support.making import question


@pytest.mark.parametrize(
    ("bound", "low", "high"),
    [
        ("eq", 230, 230),
        ("gt", 231, inf),
        ("gte", 230, inf),
        ("lt", 0, 229),
        ("lte", 0, 230),
        ("nearly", 218.5, 230),
        ("about", 218.5, 241.5),
    ],
)
def test_a_count_with_its_bound_is_an_interval(bound: str, low: float, high: float) -> None:
    """A figure stands for all the numbers that its bound leaves; no count is below nought."""
    assert count("230", Bound(bound), question("count")) == Interval(low, high)


def test_what_is_no_whole_number_may_come_as_near_as_it_likes() -> None:
    """More than 2.5 excludes 2.5 itself and no number beyond it."""
    share = question("count", whole=False)
    above, below = count("2.5", Bound.GT, share), count("2.5", Bound.LT, share)
    assert 2.5 < above.low < 2.5000001
    assert 2.4999999 < below.high < 2.5


def test_about_reaches_as_far_as_the_question_tolerates() -> None:
    """The tolerance is a fraction of the figure, to either side."""
    assert count("200", Bound.ABOUT, question("count", tolerance=0.1)) == Interval(180, 220)
    assert count("200", Bound.ABOUT, question("count", tolerance=0)) == Interval(200, 200)


def test_nearly_ends_at_the_figure_and_includes_it() -> None:
    """It reaches down by the tolerance, and never above what is printed."""
    asked = question("count", tolerance=0.1)
    nearly = count("8000", Bound.NEARLY, asked)
    assert nearly == Interval(7200, 8000)
    assert nearly.overlaps(count("8000", Bound.EQ, asked))
    assert not nearly.overlaps(count("8001", Bound.EQ, asked))
    assert wording.value(asked, ["8000"], Bound.NEARLY, {}) == "nearly 8,000"
    assert wording.value(asked, ["8000"], Bound.ABOUT, {}) == "about 8,000"


@pytest.mark.parametrize("bound", [Bound.ABOUT, Bound.NEARLY])
def test_no_tolerance_is_assumed(bound: Bound) -> None:
    """Where a question states none, a figure that needs one has no value."""
    with pytest.raises(MissingTolerance, match="add its `tolerance`"):
        count("200", bound, question("count", tolerance=None))


@pytest.mark.parametrize(
    ("kind", "a", "b", "expected"),
    [
        ("count", (["230"], "eq"), (["230"], "eq"), "equal"),
        ("count", (["230"], "gt"), (["231"], "gte"), "equal"),
        ("count", (["230"], "gte"), (["230"], "lte"), "overlapping"),
        ("count", (["120"], "about"), (["118"], "eq"), "overlapping"),
        ("count", (["120"], "nearly"), (["121"], "eq"), "disjoint"),
        ("count", (["230"], "gt"), (["230"], "eq"), "disjoint"),
        ("count", (["230"], "gt"), (["231"], "lt"), "disjoint"),
        ("date", (["2021-05-01"], "eq"), (["2021-05-01"], "eq"), "equal"),
        ("date", (["2021-05"], "eq"), (["2021-05-01/2021-05-31"], "eq"), "equal"),
        ("date", (["2021-05"], "eq"), (["2021-05-31"], "eq"), "overlapping"),
        ("date", (["2021-05"], "eq"), (["2021-06-01"], "eq"), "disjoint"),
        ("choice", (["fog"], "eq"), (["fog"], "eq"), "equal"),
        ("choice", (["fog"], "eq"), (["steering"], "eq"), "disjoint"),
        ("choice", (["fog"], "eq"), (["both"], "eq"), "unequal"),
        ("entities", (["line", "guard"], "eq"), (["guard", "line"], "eq"), "equal"),
        ("entities", (["line", "guard"], "eq"), (["guard"], "eq"), "unequal"),
        ("wording", (["a bank"], "eq"), (["a bank"], "eq"), "equal"),
        ("wording", (["A ship's bank"], "eq"), (["a ship’s bank."], "eq"), "equal"),
        ("wording", (["a bank"], "eq"), (["the bank"], "eq"), "unequal"),
    ],
)
def test_two_answers_are_compared_as_values(
    kind: str, a: tuple[list[str], str], b: tuple[list[str], str], expected: str
) -> None:
    """Numbers, days and exclusive choices exclude each other; all else only differs."""
    asked = question(kind)
    if kind == "choice":
        choices = {"fog": "fog", "steering": "steering", "both": "both"}
        asked = question(kind, choices=choices, exclusive=["fog", "steering"])
    one, other = (parse_value(asked, value, Bound(bound)) for value, bound in (a, b))
    assert compare_values(one, other, asked) == Relation(expected)
    assert compare_values(other, one, asked) == Relation(expected)


@pytest.mark.parametrize(
    ("kind", "written", "bound", "reason"),
    [
        ("count", ["many"], "eq", "is not a number; write digits"),
        ("count", ["5,000"], "eq", "is not a number; write digits"),
        ("count", ["5 000"], "eq", "is not a number; write digits"),
        ("count", ["-1"], "eq", "is not a number; write digits"),
        ("count", ["nan"], "eq", "is not a number; write digits"),
        ("count", ["inf"], "gt", "is not a number; write digits"),
        ("count", [], "eq", "one value"),
        ("count", ["1", "2"], "eq", "one value"),
        ("date", ["Monday"], "eq", "is not an EDTF date"),
        ("date", ["2021", "2022"], "eq", "one value"),
        ("date", ["2021"], "about", "only a count has a bound"),
        ("choice", ["mist"], "eq", '"mist" is none of fog, steering; write one of them'),
        ("choice", ["fog", "steering"], "eq", "one value"),
        ("entities", ["line"], "gte", "only a count has a bound"),
        ("wording", ["a bank"], "lt", "only a count has a bound"),
        ("wording", ["a bank", "a reef"], "eq", "one value"),
    ],
)
def test_a_value_that_its_question_cannot_take_is_refused(
    kind: str, written: list[str], bound: str, reason: Any
) -> None:
    """The refusal says what is wrong and what to write."""
    with pytest.raises(ValueError) as refused:  # noqa: PT011
        parse_value(question(kind), written, Bound(bound))
    assert reason in str(refused.value)
