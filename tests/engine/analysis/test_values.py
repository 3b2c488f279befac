"""Answers as values: intervals of numbers and days, and how two of them stand to each other."""

from datetime import date
from math import inf
from typing import Any

import pytest
from edtf import EDTFParseException, parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdossier.analysis import wording
from newsdossier.analysis.values import (
    Interval,
    MissingTolerance,
    Relation,
    compare_values,
    count,
    is_uncertain,
    parse_date,
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
    ("edtf", "first", "last", "shown"),
    [
        ("2021-05-01", "2021-05-01", "2021-05-01", "1 May 2021"),
        ("2021-02", "2021-02-01", "2021-02-28", "February 2021"),
        ("2020-02", "2020-02-01", "2020-02-29", "February 2020"),
        ("2021", "2021-01-01", "2021-12-31", "2021"),
        ("2021-22", "2021-06-01", "2021-08-31", "summer 2021"),
        ("2021-05/2021-07", "2021-05-01", "2021-07-31", "between May 2021 and July 2021"),
        ("2020/2021-02-03", "2020-01-01", "2021-02-03", "between 2020 and 3 February 2021"),
        ("2021-05-01~", "2021-04-28", "2021-05-04", "about 1 May 2021"),
        ("2021-05~", "2021-04-01", "2021-06-30", "about May 2021"),
        ("2021-01~", "2020-12-01", "2021-02-28", "about January 2021"),
        ("2021~", "2020-01-01", "2022-12-31", "about 2021"),
        ("2021-24", "2021-12-01", "2022-02-28", "winter 2021"),
        ("2019-24", "2019-12-01", "2020-02-29", "winter 2019"),
        (
            "2021-22~/2021-09-05~",
            "2021-03-01",
            "2021-09-08",
            "between about summer 2021 and about 5 September 2021",
        ),
        ("0001~", "0001-01-01", "0002-12-31", "about 1"),
        ("2021-05-01?", "2021-05-01", "2021-05-01", "perhaps 1 May 2021"),
        ("2021%", "2020-01-01", "2022-12-31", "perhaps 2021"),
    ],
)
def test_a_date_is_the_span_of_days_that_it_may_mean(
    edtf: str, first: str, last: str, shown: str
) -> None:
    """A month is its days, a season its months; `~` reaches beyond; words say the same."""
    low, high = (date.fromisoformat(day).toordinal() for day in (first, last))
    assert parse_date(edtf) == Interval(low, high)
    assert wording.day(edtf) == shown


@pytest.mark.parametrize("edtf", ["2021", "2021-05", "2021-05-01~", "2021-05-01?", "2020/2021"])
def test_a_date_that_says_less_than_one_day_is_uncertain(edtf: str) -> None:
    """A span is uncertain, and so is a day that is marked as doubtful."""
    assert is_uncertain(edtf)
    assert not is_uncertain("2021-05-01")


@pytest.mark.parametrize(
    "written",
    [
        "",
        "Saturday",
        "1 May 2021",
        "5/1/2021",
        "2021-5-1",
        "2021-13",
        "2021-02-30",
        "20210501",
        "2021-05-01/..",
        "../2021-05-01",
        "unknown",
    ],
)
def test_what_is_no_date_in_edtf_is_refused(written: str) -> None:
    """A text that is no date, or is open at an end, is refused with what to write instead."""
    with pytest.raises(ValueError, match=r"is not an EDTF date; write 2022-01-11"):
        parse_date(written)


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


@pytest.mark.parametrize("written", ["9999", "9999-12-31", "2021/9999-01", "9998~", "9998-24"])
def test_a_date_at_the_end_of_the_calendar_is_refused(written: str) -> None:
    """What comes after a date has to be a date too."""
    with pytest.raises(ValueError, match="ends with the year 9998"):
        parse_date(written)
    assert parse_date("9998-12-31")


def span_in_library(edtf: str) -> Interval | None:
    """The days that the library `edtf` takes a date for; None where it refuses it."""
    try:
        parsed = parse_edtf(edtf)
        low, high = (date(*day[:3]) for day in (parsed.lower_strict(), parsed.upper_strict()))
    except (EDTFParseException, ValueError):
        return None
    return Interval(low.toordinal(), high.toordinal()) if low <= high else None


YEARS = st.sampled_from(["0000", "0001", "1900", "2020", "2021", "9990"])
RESTS = [
    "",
    "-00",
    "-02",
    "-11",
    "-12",
    "-13",
    "-21",
    "-22",
    "-24",
    "-02-29",
    "-04-31",
    "-21-01",
]
DATES = st.builds("".join, st.tuples(YEARS, st.sampled_from(RESTS), st.sampled_from(["", *"?~%"])))


@settings(max_examples=150, deadline=None)
@given(st.one_of(DATES, st.builds("{}/{}".format, DATES, DATES)))
def test_dates_are_read_as_the_library_reads_them(edtf: str) -> None:
    """What the short reader takes or refuses, the library of the whole format does too.

    Only `~` and `%`, which reach beyond a date here, and winters, which turn the year, are wider.
    """
    try:
        read = parse_date(edtf)
    except ValueError:
        read = None
    known = span_in_library(edtf)
    is_wider = any(mark in edtf for mark in ("~", "%", "-24"))
    if is_wider and read and known:
        assert read.low <= known.low
        assert known.high <= read.high
    elif "-24" in edtf and known is None:
        assert read is None or edtf.endswith(("-24", "-24?", "-24~", "-24%")), (
            "a year is not turned"
        )
    else:
        assert read == known
