"""Dates are read as the format has them, and shown in words."""

from datetime import date

import pytest
from edtf import EDTFParseException, parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdossier.analysis import wording
from newsdossier.analysis.dates import is_uncertain, parse_date
from newsdossier.analysis.intervals import Interval


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
        ("2021-24", "2021-12-01", "2022-02-28", "winter 2021–22"),
        ("2019-24", "2019-12-01", "2020-02-29", "winter 2019–20"),
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
