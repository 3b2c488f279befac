"""The whole dossier as one page, to be printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from newsdossier.analysis.collation import Collation
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.model import Article, addresses
from newsdossier.site.pages.registry import PageKind, PageSource
from newsdossier.site.parts.entity_cards import KindSection, build_kind_section, list_kinds
from newsdossier.site.parts.facts import Fact, list_facts
from newsdossier.site.parts.notes import NoteView, build_note, build_note_id
from newsdossier.site.parts.page import Page
from newsdossier.site.parts.renditions import Passage, RenditionView, build_rendition
from newsdossier.site.parts.rows import RowView, build_row
from newsdossier.site.parts.story import StoryView, build_story
from newsdossier.site.parts.text import NoteMark
from newsdossier.site.parts.totals import show_totals
from newsdossier.site.parts.values import show_date


@dataclass(frozen=True)
class PrintedArticle:
    """An article as a chapter."""

    title: str
    label: str
    facts: list[Fact]
    remarks: list[str]
    rendition: RenditionView


@dataclass(frozen=True)
class PrintablePage(Page):
    """The story, the articles, the comparison row by row, the entities in short, all notes."""

    summary: str
    story: list[StoryView]
    articles: list[PrintedArticle]
    groups: list[tuple[str, list[RowView]]]
    kinds: list[KindSection]
    remarks: list[str]
    notes: list[NoteView]


def build_pages(source: PageSource) -> Iterator[PrintablePage]:
    """Build the page; its notes are numbered in the order in which they are called."""
    collation = source.collation
    settings = collation.dossier.settings
    story = build_story(collation)
    chapters = [_build_chapter(collation, article) for article in collation.articles]
    called = [mark.note for line in story for mark in line.marks]
    called += [note for chapter in chapters for note in chapter.rendition.notes]
    sourced = {build_note_id(one): one for one in collation.statements}
    yield PrintablePage(
        path=addresses.PRINTABLE,
        title="The whole dossier",
        description=f"{settings.title}, all of it on one page, to be printed.",
        has_edit_links=False,
        card_foot=show_totals(collation),
        summary=settings.summary,
        story=story,
        articles=chapters,
        groups=[
            (group.title, [build_row(collation, collation.rows[one.id]) for one in questions])
            for group in settings.groups
            if (questions := collation.questions_in(group.id))
        ],
        kinds=[build_kind_section(collation, kind) for kind in list_kinds(collation)],
        remarks=settings.notes,
        notes=[_build_printed_note(collation, sourced[id_]) for id_ in dict.fromkeys(called)],
    )


def _build_chapter(collation: Collation, article: Article) -> PrintedArticle:
    rendition = build_rendition(collation, article)
    date = show_date(article.issued).plain
    return PrintedArticle(
        title=article.shown_title,
        label=f"{article.label}, {date}",
        facts=list_facts(collation, article),
        remarks=article.notes,
        rendition=rendition.change_passages(partial(_prefix_notes, article)),
    )


def _prefix_notes(article: Article, passage: Passage) -> Passage:
    """Give a passage's notes names that no other article uses."""
    marks = [NoteMark(f"{article.id}--{mark.note}") for mark in passage.marks]
    return replace(passage, marks=marks)


def _build_printed_note(collation: Collation, sourced: SourcedStatement) -> NoteView:
    """Build a note without its rows, which the printed comparison has already."""
    return replace(build_note(collation, sourced, build_note_id(sourced)), row=None, more_rows=[])


KIND = PageKind(
    view=PrintablePage,
    build=build_pages,
    template="printable",
    hide=("navigation", "toc"),
    is_searched=False,
    position=140,
)
