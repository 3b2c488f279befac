"""The views of the home page, the sources and the timeline."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from newsdossier.analysis import wording
from newsdossier.analysis.collate import Collation, TimelineEntry, find_derivations, parting
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.model import addresses
from newsdossier.model.records import Article, Origin, StoryLine
from newsdossier.site import drawings
from newsdossier.site.pages.parts import (
    ArticleCard,
    EditTarget,
    NoteMark,
    NoteView,
    Page,
    RowView,
    Text,
    article_card,
    article_link,
    entity_link,
    note,
    note_id,
    origin_link,
    row_view,
    voices,
)

#: How many rows the home page shows where the sources part ways.
PARTING = 6


@dataclass(frozen=True)
class StoryView:
    """A sentence of the story with its notes."""

    text: str
    marks: list[NoteMark]
    edit_target: EditTarget


@dataclass(frozen=True)
class HomePage(Page):
    """The way in."""

    summary: str
    story: list[StoryView]
    cards: list[ArticleCard]
    parting: list[RowView]
    remarks: list[str]
    figures: list[Text]
    notes: list[NoteView]


@dataclass(frozen=True)
class OriginView:
    """A dispatch and the articles that go back to it."""

    title: str
    anchor: str
    agency: Text | None
    because: str
    articles: list[tuple[Text, str | None]]
    remarks: list[str]
    link: Text
    edit_target: EditTarget


@dataclass(frozen=True)
class SourcesPage(Page):
    """The articles and origins, and who draws on whom."""

    drawing: drawings.Lineage
    cards: list[ArticleCard]
    derivations: list[tuple[Text, list[tuple[Text, str]]]]
    origins: list[OriginView]


@dataclass(frozen=True)
class MomentView:
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
    years: list[tuple[str, list[MomentView]]]


def home_page(collation: Collation) -> HomePage:
    """The story, the articles, and where they part."""
    settings = collation.dossier.settings
    sourced = {ref: _sourced(collation, ref) for line in settings.story for ref in line.sources}
    return HomePage(
        path=addresses.HOME,
        title=settings.title,
        description=settings.summary,
        card_text=" · ".join(figure.text for figure in _figures(collation)),
        summary=settings.summary,
        story=[_story(line, sourced) for line in settings.story],
        cards=[article_card(collation, article) for article in collation.articles],
        parting=[row_view(collation, row) for row in parting(collation)[:PARTING]],
        remarks=settings.notes,
        figures=_figures(collation),
        notes=[note(collation, one, note_id(one)) for one in sourced.values()],
    )


def _sourced(collation: Collation, reference: str) -> SourcedStatement:
    article = collation.dossier.articles[reference.partition("#")[0]]
    statement = collation.dossier.statement(reference)
    assert statement is not None, reference
    return SourcedStatement(article, statement)


def _story(line: StoryLine, sourced: dict[str, SourcedStatement]) -> StoryView:
    marks = [NoteMark(note_id(sourced[ref])) for ref in line.sources]
    return StoryView(line.text, marks, EditTarget(line.place("text"), "this sentence"))


def _figures(collation: Collation) -> list[Text]:
    statements = sum(len(article.statements) for article in collation.articles)
    return [
        Text(wording.plural(len(collation.articles), "article"), addresses.ARTICLES),
        Text(wording.plural(statements, "statement"), addresses.ARTICLES),
        Text(wording.plural(len(collation.rows), "question"), addresses.COMPARISON),
        Text(wording.plural(len(collation.dossier.entities), "entity"), addresses.ENTITIES),
    ]


def sources_page(collation: Collation) -> SourcesPage:
    """Who draws on whom."""
    return SourcesPage(
        path=addresses.SOURCES,
        title="Sources",
        description="The articles and their dispatches: who draws on whom, and how it shows.",
        drawing=drawings.lineage(collation),
        cards=[article_card(collation, article) for article in collation.articles],
        derivations=[(article_link(a), _derivations(collation, a)) for a in collation.articles],
        origins=[_origin(collation, origin) for origin in collation.dossier.origins.values()],
    )


def _derivations(collation: Collation, article: Article) -> list[tuple[Text, str]]:
    return [
        (
            (origin_link if derivation.is_dispatch else entity_link)(collation, derivation.name),
            derivation.shown_by,
        )
        for derivation in find_derivations(collation, article)
    ]


def _origin(collation: Collation, origin: Origin) -> OriginView:
    return OriginView(
        title=origin.title,
        anchor=f"origin-{origin.id}",
        agency=entity_link(collation, origin.agency) if origin.agency else None,
        because=origin.because,
        articles=[
            (article_link(article), article.origin.because if article.origin else None)
            for article in collation.of_origin(origin.id)
        ],
        remarks=origin.notes,
        link=origin_link(collation, origin.id),
        edit_target=EditTarget(
            origin.place("title"), f"the dispatch {origin.title}", f"origin {origin.id}"
        ),
    )


def timeline_page(collation: Collation) -> TimelinePage:
    """Dated events in order of time."""
    years = groupby(collation.timeline, key=lambda entry: entry.first_day.year)
    return TimelinePage(
        path=addresses.TIMELINE,
        title="Timeline",
        description="What happened when, how sure each date is, and who says so.",
        drawing=drawings.timeline(collation.timeline),
        years=[
            (str(year), [_timeline_view(collation, entry) for entry in entries])
            for year, entries in years
        ],
    )


def _timeline_view(collation: Collation, entry: TimelineEntry) -> MomentView:
    sourced = entry.sourced
    article = entry.article
    link = article_link(article)
    return MomentView(
        date=wording.day(entry.dated.date),
        certainty=wording.certainty(entry.dated.date, entry.dated.because),
        words=wording.quoted(entry.dated.words) if entry.dated.words else None,
        because=entry.dated.because,
        text=sourced.statement.says
        if sourced
        else f"{article.label} is published: {article.title}",
        published=sourced is None,
        article=link,
        statement=Text("note", addresses.statement_note(article.id, sourced.statement.id))
        if sourced
        else None,
        speakers=voices(collation, sourced.statement) if sourced else [],
    )
