"""The timeline: dated events in order of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from newsdossier.analysis.collation import Collation
from newsdossier.analysis.timeline import TimelineEntry
from newsdossier.model import Article, addresses
from newsdossier.site import drawings
from newsdossier.site.pages.registry import PageKind, PageSource
from newsdossier.site.parts.links import SUPPLIED, link_article
from newsdossier.site.parts.page import Page
from newsdossier.site.parts.speakers import show_voices
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.values import ShownValue, show_date


@dataclass(frozen=True)
class EntryView:
    """A line of the timeline: what happened, how sure its date is, and who says so."""

    date: ShownValue
    because: str | None
    text: Text
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
        date=show_date(entry.dated),
        because=entry.dated.because,
        text=Text(sourced.statement.says) if sourced else _tell_publication(article),
        published=sourced is None,
        article=link,
        statement=Text("note", addresses.statement_note(article.id, sourced.statement.id))
        if sourced
        else None,
        speakers=show_voices(collation, sourced.statement) if sourced else [],
    )


def _tell_publication(article: Article) -> Text:
    told = f"{article.label} is published:"
    if article.title_supplied:
        return Text(told, inferred=article.title, reason=SUPPLIED)
    return Text(f"{told} {article.title}")


KIND = PageKind(
    view=TimelinePage,
    build=build_pages,
    template="timeline",
    position=110,
)
