"""The timeline: dated events in order of time, beside one axis."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from newsdossier.analysis.collation import Collation
from newsdossier.model import addresses
from newsdossier.site import drawings
from newsdossier.site.pages.registry import PageKind, PageSource
from newsdossier.site.parts.moments import MomentRow, build_moments
from newsdossier.site.parts.page import Page

#: With more dates than this the years are folded.
MOST_OPEN = 60


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
    """Whether the years are folded, as there are too many dates to be read in one go."""


def build_pages(source: PageSource) -> Iterator[TimelinePage]:
    """Dated events in order of time."""
    events = source.collation.timeline
    axis = drawings.TimeAxis(event.span for event in events)
    yield TimelinePage(
        path=addresses.TIMELINE,
        title="Timeline",
        description="What happened when, how sure each date is, and who says so.",
        axis=axis.draw_head() if events else [],
        head_height=drawings.HEAD_HEIGHT,
        row_height=drawings.HEIGHT,
        keys=drawings.TIME_KEYS,
        years=_list_years(source.collation, axis),
        is_folded=len({event.span for event in events}) > MOST_OPEN,
    )


def _list_years(collation: Collation, axis: drawings.TimeAxis) -> list[Year]:
    rows = build_moments(collation, axis, collation.timeline)
    return [Year(str(year), list(some)) for year, some in groupby(rows, key=lambda row: row.year)]


KIND = PageKind(
    view=TimelinePage,
    build=build_pages,
    template="timeline",
    hide=("navigation", "toc"),
    position=110,
)
