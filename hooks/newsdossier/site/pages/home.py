"""The home page: the story, the articles, and where they disagree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdossier.analysis.ranking import rank_rows_apart
from newsdossier.model import addresses
from newsdossier.site.pages.registry import PageKind, PageSource
from newsdossier.site.parts.article_cards import ArticleCard, build_article_card
from newsdossier.site.parts.notes import NoteView, build_note, build_note_id
from newsdossier.site.parts.page import Page
from newsdossier.site.parts.question_cards import QuestionCard, build_question_card
from newsdossier.site.parts.story import StoryView, build_story, find_statement
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.totals import link_totals, show_totals

#: How many rows the home page shows where the sources part ways.
PARTING = 6


@dataclass(frozen=True)
class HomePage(Page):
    """The home page."""

    summary: str
    story: list[StoryView]
    cards: list[ArticleCard]
    parting: list[QuestionCard]
    remarks: list[str]
    figures: list[Text]
    notes: list[NoteView]


def build_pages(source: PageSource) -> Iterator[HomePage]:
    """Build the home page."""
    collation = source.collation
    settings = collation.dossier.settings
    references = dict.fromkeys(one for line in settings.story for one in line.sources)
    sources = [find_statement(collation, one) for one in references]
    yield HomePage(
        path=addresses.HOME,
        title=settings.title,
        description=settings.summary,
        card_text=show_totals(collation),
        summary=settings.summary,
        story=build_story(collation),
        cards=[build_article_card(collation, article) for article in collation.articles],
        parting=[
            build_question_card(collation, row) for row in rank_rows_apart(collation)[:PARTING]
        ],
        remarks=settings.notes,
        figures=link_totals(collation),
        notes=[build_note(collation, one, build_note_id(one)) for one in sources],
    )


KIND = PageKind(
    view=HomePage,
    build=build_pages,
    template="home",
    hide=("navigation", "toc"),
    position=10,
)
