"""The axis of the timeline: days in order, gaps left out and stated, room for every word."""

from datetime import date

from newsdossier.analysis.intervals import Interval
from newsdossier.site.drawings import TimeAxis
from newsdossier.site.drawings.shapes import BoxShape, MarkShape, TextShape


def day(year: int, month: int = 1, number: int = 1) -> float:
    """A day as an ordinal."""
    return date(year, month, number).toordinal()


STORY = [
    Interval(day(1991, 10, 1), day(1991, 10, 31)),
    Interval(day(2022, 1, 5), day(2022, 1, 5)),
    Interval(day(2022, 1, 8), day(2022, 1, 10)),
    Interval(day(2022, 3), day(2022, 12, 31)),
]


def test_a_later_day_lies_further_right() -> None:
    """Whatever the scale of its stretch."""
    axis = TimeAxis(STORY)
    places = [axis(end) for span in STORY for end in (span.low, span.high + 1)]
    assert places == sorted(set(places))
    assert places[0] >= 0
    assert places[-1] <= 100


def test_empty_decades_take_little_room_and_are_stated() -> None:
    """A month of 1991 and three days of 2022 have more room than the thirty years between."""
    axis = TimeAxis(STORY)
    assert [gap.told for gap in axis.gaps] == ["30 years"]
    before, gap, days = (
        axis(b) - axis(a)
        for a, b in [
            (day(1991, 10), day(1991, 11)),
            (day(1991, 11), day(2022, 1, 5)),
            (day(2022, 1, 8), day(2022, 1, 11)),
        ]
    )
    assert gap < before
    assert gap < days * 1.5


def test_nothing_is_left_out_of_what_a_date_may_mean() -> None:
    """A stretch within a long date is no gap, however long nothing else is told."""
    spans = [Interval(day(1990), day(2020)), Interval(day(1991), day(1991))]
    assert TimeAxis(spans).gaps == []


def test_a_day_is_a_sign_and_a_span_a_bar() -> None:
    """An inferred one has a role of its own."""
    axis = TimeAxis(STORY)
    (sign,) = [one for one in axis.draw_date(STORY[1], "dot", True) if isinstance(one, MarkShape)]
    (bar,) = [one for one in axis.draw_date(STORY[2], "dot", False) if isinstance(one, BoxShape)]
    assert (sign.sign, sign.role, bar.role) == ("dot", "date-inferred", "date-printed")
    assert sign.x < bar.x


def test_an_axis_with_many_dates_stays_in_order() -> None:
    """Neighbouring dates are taken together where there are hundreds, and its words have room."""
    spans = [Interval(day(1990) + 11 * n, day(1990) + 11 * n) for n in range(900)]
    axis = TimeAxis(spans)
    places = [axis(span.low) for span in spans]
    assert places == sorted(places)
    words = [one for one in axis.draw_head() if isinstance(one, TextShape)]
    assert 2 <= len(words) <= 9
