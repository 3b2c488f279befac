"""The timeline: dated events in order of time, beside one axis."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from newsdossier.analysis.collation import Collation
from newsdossier.analysis.timeline import Event
from newsdossier.model import addresses
from newsdossier.site import drawings
from newsdossier.site.pages.registry import PageKind, PageSource
from newsdossier.site.parts.moments import MomentRow, build_moments
from newsdossier.site.parts.page import Page

#: With more events than this the years are folded.
MOST_OPEN = 80
#: How many events there are at most, those that most tell before others.
MOST_EVENTS = 300


@dataclass(frozen=True)
class Year:
    """The dates that begin in one year."""

    title: str
    rows: list[MomentRow]


@dataclass(frozen=True)
class TimelinePage(Page):
    """Dated events, grouped by year, as some dates say no more than the year."""

    axis: list[drawings.Shape]
    head_height: float
    row_height: float
    keys: list[drawings.Key]
    years: list[Year]
    is_folded: bool
    """Whether the years are folded, as there are too many events to be read in one go."""
    left_out: int
    """How many events are not shown, as they are too many."""


def build_pages(source: PageSource) -> Iterator[TimelinePage]:
    """Dated events in order of time."""
    events = _choose(source.collation.timeline)
    axis = drawings.TimeAxis(event.span for event in events)
    years = _list_years(source.collation, axis, events)
    yield TimelinePage(
        path=addresses.TIMELINE,
        title="Timeline",
        description="What happened when, how sure each date is, and who says so.",
        axis=axis.draw_head() if events else [],
        head_height=drawings.HEAD_HEIGHT,
        row_height=drawings.HEIGHT,
        keys=drawings.list_keys(row.track for year in years for row in year.rows),
        years=years,
        is_folded=len(events) > MOST_OPEN,
        left_out=len(source.collation.timeline) - len(events),
    )


def _choose(events: list[Event]) -> list[Event]:
    """The events that are shown: all, or where they are too many those that most tell."""

    def count_tellers(index: int) -> int:
        return sum(len(telling.articles) for telling in events[index].tellings)

    ranked = sorted(range(len(events)), key=count_tellers, reverse=True)
    return [events[index] for index in sorted(ranked[:MOST_EVENTS])]


def _list_years(collation: Collation, axis: drawings.TimeAxis, events: list[Event]) -> list[Year]:
    rows = build_moments(collation, axis, events)
    return [Year(str(year), list(some)) for year, some in groupby(rows, key=lambda row: row.year)]


KIND = PageKind(
    view=TimelinePage,
    build=build_pages,
    template="timeline",
    hide=("navigation", "toc"),
    position=110,
)
