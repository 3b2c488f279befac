"""The timeline: dated events in order of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.timeline import TimelineEntry
from newsdossier.model import addresses
from newsdossier.site import drawings
from newsdossier.site.pages.registry import PageKind, PageSource
from newsdossier.site.parts.links import link_article
from newsdossier.site.parts.page import Page
from newsdossier.site.parts.speakers import show_voices
from newsdossier.site.parts.text import Text


@dataclass(frozen=True)
class EntryView:
    """A line of the timeline: what happened, how sure its date is, and who says so."""

    date: str
    certainty: str
    words: str | None
    because: str | None
    text: str
    published: bool
    article: Text
    statement: Text | None
    speakers: list[Text]


@dataclass(frozen=True)
class TimelinePage(Page):
    """Dated events, grouped by year, as some dates say no more than the year."""

    drawing: drawings.Drawing | None
    years: list[tuple[str, list[EntryView]]]


def build_pages(source: PageSource) -> Iterator[TimelinePage]:
    """Dated events in order of time."""
    collation = source.collation
    years = groupby(collation.timeline, key=lambda entry: entry.first_day.year)
    yield TimelinePage(
        path=addresses.TIMELINE,
        title="Timeline",
        description="What happened when, how sure each date is, and who says so.",
        drawing=drawings.draw_timeline(collation.timeline),
        years=[
            (str(year), [_build_entry(collation, entry) for entry in entries])
            for year, entries in years
        ],
    )


def _build_entry(collation: Collation, entry: TimelineEntry) -> EntryView:
    sourced = entry.sourced
    article = entry.article
    link = link_article(article)
    return EntryView(
        date=wording.day(entry.dated.date),
        certainty=wording.certainty(entry.dated.date, entry.dated.because),
        words=wording.quoted_as_own(entry.dated.words) if entry.dated.words else None,
        because=entry.dated.because,
        text=sourced.statement.says
        if sourced
        else f"{article.label} is published: {article.title}",
        published=sourced is None,
        article=link,
        statement=Text("note", addresses.statement_note(article.id, sourced.statement.id))
        if sourced
        else None,
        speakers=show_voices(collation, sourced.statement) if sourced else [],
    )


KIND = PageKind(
    view=TimelinePage,
    build=build_pages,
    template="timeline",
    position=110,
)
