"""The page of an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from slugify import slugify

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.rows import Row
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.model import Article, Kind, Rights, addresses
from newsdossier.site.pages.registry import PageKind, PageSource
from newsdossier.site.parts.byline import Byline, build_byline
from newsdossier.site.parts.edit_targets import EditTarget
from newsdossier.site.parts.facts import Fact, list_facts
from newsdossier.site.parts.links import link_article, link_entity
from newsdossier.site.parts.margin import MarginLine, build_margin
from newsdossier.site.parts.notes import NoteView, build_article_note
from newsdossier.site.parts.page import Page
from newsdossier.site.parts.renditions import (
    BlockView,
    Passage,
    RenditionView,
    build_rendition,
    link_first_mentions,
)
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.values import show_date, show_issued
from newsdossier.site.parts.voices import VoiceStrip, build_voices

#: How many questions that a text does not answer its page names.
NOTABLE = 12


@dataclass(frozen=True)
class BlockWithMargin:
    """A block of the text, and the lines beside it."""

    text: BlockView
    margin: list[MarginLine]


@dataclass(frozen=True)
class ArticlePage(Page):
    """The page of an article."""

    label: str
    full: bool
    byline: Byline
    voices: VoiceStrip
    headline: Passage
    blocks: list[BlockWithMargin]
    paragraph_lines: str
    """The lines of the retelling in which its paragraphs begin."""
    note_count: str
    note_lines: str
    """The lines of the record that name the statements of the notes."""
    notes: list[NoteView]
    named: list[tuple[str, list[Text]]]
    """The entities that the text names, by kind."""
    silence: str
    """How many questions it does not answer; empty where none was put to it."""
    silent: list[Text]
    """The questions among them that most other witnesses answer."""
    unreviewed: list[Text]
    remarks: list[str]
    facts: list[Fact]
    excluded: list[str]
    edit_target: EditTarget
    retelling: EditTarget
    previous: Text | None
    next: Text | None
    reading_room: Text | None = None
    """The link to the reading room, which only a preview has."""


def build_pages(source: PageSource) -> Iterator[ArticlePage]:
    """The page of every article; in a preview it leads to the reading room, if there is one."""
    at_hand = source.collation.dossier.bodies or {} if source.is_preview else {}
    for article in source.collation.articles:
        page = _build_page(source.collation, article)
        yield (
            replace(page, reading_room=_link_reading_room(article))
            if article.id in at_hand
            else page
        )


def _link_reading_room(article: Article) -> Text:
    return Text(
        "Reading room: original and retelling side by side", addresses.reading_room(article.id)
    )


def _build_page(collation: Collation, article: Article) -> ArticlePage:
    """The page of an article."""
    rendition = link_first_mentions(build_rendition(collation, article))
    statements = {statement.id: statement for statement in article.statements}
    rows = collation.rows.values()
    silent = [row for row in rows if article.id in row.silent]
    notes = [
        build_article_note(collation, SourcedStatement(article, statements[id_]))
        for id_ in rendition.notes
    ]
    before, after = _link_neighbours(collation, article)
    return ArticlePage(
        path=addresses.article_page(article.id),
        title=article.shown_title,
        record=article,
        description=(
            f"{article.label}, {show_date(article.issued).plain}: "
            f"{wording.plural(len(article.statements), 'statement')}, each with who says it, "
            "how, and whether other witnesses agree."
        ),
        kind_label="Article",
        card_text=f"{article.label} · {show_issued(article).plain}",
        card_foot=wording.plural(len(article.statements), "statement"),
        label=article.label,
        full=article.rights is Rights.FULL,
        byline=build_byline(collation, article),
        voices=build_voices(collation, article, rendition),
        headline=rendition.headline,
        blocks=list(_add_margins(collation, article, rendition)),
        paragraph_lines=_print_lines(
            block.edit_target for block in rendition.blocks if not block.is_heading
        ),
        note_count=wording.plural(len(rendition.notes), "note"),
        note_lines=_print_lines(note.edit_target for note in notes),
        notes=notes,
        named=list(_group_named(collation, article)),
        silence=_describe_silence(len(silent), len(rows)),
        silent=[_link_label(row) for row in _choose_notable(silent)],
        unreviewed=[_link_label(row) for row in rows if article.id in row.unreviewed],
        remarks=article.notes,
        facts=list_facts(collation, article),
        excluded=[b.excluded for b in article.original.blocks if b.excluded],
        edit_target=EditTarget(article.place("title"), "the record", f"article {article.id}"),
        retelling=EditTarget(collation.renditions[article.id].blocks[0].place, "the retelling"),
        previous=before,
        next=after,
    )


def _add_margins(
    collation: Collation, article: Article, rendition: RenditionView
) -> Iterator[BlockWithMargin]:
    numbers = {note: number for number, note in enumerate(rendition.notes, 1)}
    for block in rendition.blocks:
        yield BlockWithMargin(block, build_margin(collation, article, block, numbers))


def _print_lines(targets: Iterable[EditTarget]) -> str:
    return " ".join(str(target.place.line) for target in targets)


def _describe_silence(silent: int, asked: int) -> str:
    """Say that somebody looked for answers in vain."""
    if not asked:
        return ""
    put = f"An editor put {wording.plural(asked, 'question')} to this text."
    if not silent:
        return f"{put} It answers each of them."
    named = ", among them" if silent > NOTABLE else ""
    return f"{put} It does not answer {silent} of them{named}:"


def _choose_notable(silent: list[Row]) -> list[Row]:
    """The rows that most other witnesses answer; of those with as many, the first ones."""
    ranked = sorted(silent, key=lambda row: len(row.answering_witnesses), reverse=True)
    return ranked[:NOTABLE]


def _link_label(row: Row) -> Text:
    """A question by its short name."""
    return Text(row.question.label, addresses.question_page(row.question.id))


def _link_neighbours(collation: Collation, article: Article) -> tuple[Text | None, Text | None]:
    articles = collation.articles
    index = [one.id for one in articles].index(article.id)
    before = link_article(articles[index - 1]) if index else None
    after = link_article(articles[index + 1]) if index + 1 < len(articles) else None
    return before, after


def _group_named(collation: Collation, article: Article) -> Iterator[tuple[str, list[Text]]]:
    """The entities that an article's text names, by kind, in the order of their titles."""
    entities = collation.dossier.entities
    mentioned = sorted(
        (entities[name] for name in collation.mentioned_in[article.id]),
        key=lambda one: slugify(one.title),
    )
    for kind in Kind:
        if found := [link_entity(collation, one.id) for one in mentioned if one.kind is kind]:
            yield wording.KINDS[kind], found


KIND = PageKind(
    view=ArticlePage,
    build=build_pages,
    template="article",
    position=30,
)
