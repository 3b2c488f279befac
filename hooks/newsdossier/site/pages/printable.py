"""The view of the whole dossier as one page, to be printed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from newsdossier.analysis import wording
from newsdossier.analysis.collate import Collation
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.model import addresses
from newsdossier.model.records import Article
from newsdossier.site.pages.articles import BlockView, Fact, Passage, article_page
from newsdossier.site.pages.entities import KindSection, entities_page
from newsdossier.site.pages.overview import StoryView, home_page
from newsdossier.site.pages.parts import NoteMark, NoteView, Page, RowView, note, note_id, row_view


@dataclass(frozen=True)
class PrintedArticle:
    """An article as a chapter."""

    title: str
    label: str
    facts: list[Fact]
    remarks: list[str]
    headline: Passage
    blocks: list[BlockView]


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


def printable_page(collation: Collation) -> PrintablePage:
    """The whole dossier; its notes are numbered through, in the order in which they are called."""
    home = home_page(collation)
    chapters = [_chapter(collation, article) for article in collation.articles]
    called = [mark.note for line in home.story for mark in line.marks]
    called += [mark.note for chapter in chapters for mark in _marks(chapter)]
    sourced = {note_id(one): one for one in collation.statements}
    return PrintablePage(
        path=addresses.PRINTABLE,
        title="The whole dossier",
        description=f"{collation.dossier.settings.title}, all of it on one page, to be printed.",
        card_text=home.card_text,
        summary=home.summary,
        story=home.story,
        articles=chapters,
        groups=[
            (group.title, [row_view(collation, collation.rows[one.id]) for one in questions])
            for group in collation.dossier.settings.groups
            if (questions := collation.questions_in(group.id))
        ],
        kinds=entities_page(collation).sections,
        remarks=home.remarks,
        notes=[_note(collation, sourced[id_]) for id_ in dict.fromkeys(called)],
    )


def _chapter(collation: Collation, article: Article) -> PrintedArticle:
    page = article_page(collation, article)
    date = wording.day(article.issued.date)
    return PrintedArticle(
        title=page.title,
        label=f"{page.label}, {date}",
        facts=page.facts,
        remarks=page.remarks,
        headline=_called(article, page.headline),
        blocks=[
            replace(block, passages=[_called(article, one) for one in block.passages])
            for block in page.blocks
        ],
    )


def _called(article: Article, passage: Passage) -> Passage:
    """A passage whose notes are called by names that no other article has."""
    marks = [NoteMark(f"{article.id}--{mark.note}") for mark in passage.marks]
    return replace(passage, marks=marks)


def _marks(chapter: PrintedArticle) -> list[NoteMark]:
    passages = [chapter.headline, *(one for block in chapter.blocks for one in block.passages)]
    return [mark for passage in passages for mark in passage.marks]


def _note(collation: Collation, sourced: SourcedStatement) -> NoteView:
    """A note without its rows: those stand in the comparison, which is on the same paper."""
    return replace(note(collation, sourced, note_id(sourced)), rows=[])
