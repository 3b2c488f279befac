"""The timeline: dated events in order of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from newsdossier.analysis import wording
from newsdossier.analysis.collate import (
    Collation,
    Moment,
)
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
    """Dated events in order of time, year by year: no finer, for some dates say no more."""

    drawing: drawings.Drawing | None
    years: list[tuple[str, list[EntryView]]]


def build_pages(source: PageSource) -> Iterator[TimelinePage]:
    """Dated events in order of time."""
    collation = source.collation
    years = groupby(collation.moments, key=lambda moment: moment.first_day.year)
    yield TimelinePage(
        path=addresses.TIMELINE,
        title="Timeline",
        description="What happened when, how sure each date is, and who says so.",
        drawing=drawings.timeline(collation.moments),
        years=[
            (str(year), [_build_entry(collation, moment) for moment in moments])
            for year, moments in years
        ],
    )


def _build_entry(collation: Collation, moment: Moment) -> EntryView:
    said = moment.said
    article = moment.article
    link = link_article(article)
    return EntryView(
        date=wording.day(moment.dated.date),
        certainty=wording.certainty(moment.dated.date, moment.dated.because),
        words=wording.quoted(moment.dated.words) if moment.dated.words else None,
        because=moment.dated.because,
        text=said.statement.says if said else f"{article.label} is published: {article.title}",
        published=said is None,
        article=link,
        statement=Text("note", addresses.statement_note(article.id, said.statement.id))
        if said
        else None,
        speakers=show_voices(collation, said.statement) if said else [],
    )


KIND = PageKind(
    view=TimelinePage,
    build=build_pages,
    template="timeline",
    position=110,
)
