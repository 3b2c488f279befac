"""The home page: what the site is, where the witnesses part ways, and the story in short."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdossier.analysis import wording
from newsdossier.model import addresses
from newsdossier.site.drawings.source_tree import SourceTree, draw_source_tree
from newsdossier.site.pages.registry import PageKind, PageSource
from newsdossier.site.parts.answer_cards import AnswerCard, build_answer_cards
from newsdossier.site.parts.opening import WayIn, describe_articles, list_ways_in
from newsdossier.site.parts.page import Page
from newsdossier.site.parts.rendered_sentence import SentenceView, build_sentence
from newsdossier.site.parts.story import StoryView, build_story
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.totals import show_totals
from newsdossier.site.parts.who_appears import WhoAppears, list_appearances


@dataclass(frozen=True)
class HomePage(Page):
    """The home page."""

    headline: str
    summary: str
    ways_in: list[WayIn]
    tree: SourceTree | None
    sentence: SentenceView | None
    cards: list[AnswerCard]
    all_questions: Text
    story: list[StoryView]
    who: WhoAppears
    remarks: list[str]


def build_pages(source: PageSource) -> Iterator[HomePage]:
    """Build the home page."""
    collation = source.collation
    settings = collation.dossier.settings
    headline = describe_articles(collation)
    questions = wording.plural(len(collation.rows), "question")
    yield HomePage(
        path=addresses.HOME,
        title=settings.title,
        description=settings.summary,
        card_title=headline,
        card_text=settings.summary,
        card_foot=show_totals(collation),
        headline=headline,
        summary=settings.summary,
        ways_in=list_ways_in(collation),
        tree=draw_source_tree(collation),
        sentence=build_sentence(collation),
        cards=build_answer_cards(collation),
        all_questions=Text(f"All {questions}", addresses.COMPARISON),
        story=build_story(collation),
        who=list_appearances(collation),
        remarks=settings.notes,
    )


KIND = PageKind(
    view=HomePage,
    build=build_pages,
    template="home",
    hide=("navigation", "toc"),
    position=10,
)
