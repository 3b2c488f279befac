"""The reading room: original and rendition side by side, for an editor who has the originals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from newsdossier.analysis.collation import Collation
from newsdossier.analysis.unquoted import UnquotedSentence, find_unquoted
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.model import Article, addresses
from newsdossier.site.pages.registry import PageKind, PageSource
from newsdossier.site.parts.links import link_article, link_entity
from newsdossier.site.parts.notes import NoteView, build_note
from newsdossier.site.parts.page import Page
from newsdossier.site.parts.renditions import BlockView, Passage, build_block, build_headline
from newsdossier.site.parts.text import Text
from newsdossier.text.verbatim import find_fragment


@dataclass(frozen=True)
class BodyPart:
    """Words of an original: quoted by statements, naming an entity, or neither."""

    text: str
    statements: list[str]
    entity: Text | None


@dataclass(frozen=True)
class BlockPair:
    """A block of the body beside the same block of the rendition; a headline has none."""

    label: str
    body: list[BodyPart]
    rendition: BlockView | None


@dataclass(frozen=True)
class ReadingRoomPage(Page):
    """An article's reading room; never published."""

    article: Text
    headline: Passage
    pairs: list[BlockPair]
    unquoted: list[UnquotedSentence]
    notes: list[NoteView]


def build_pages(source: PageSource) -> Iterator[ReadingRoomPage]:
    """The reading room of every article whose original is at hand."""
    at_hand = source.collation.dossier.bodies or {}
    for article in source.collation.articles:
        if article.id in at_hand:
            yield _build_page(source.collation, article)


def _build_page(collation: Collation, article: Article) -> ReadingRoomPage:
    """An article's reading room; its original must be at hand."""
    bodies = collation.dossier.bodies or {}
    return ReadingRoomPage(
        path=addresses.reading_room(article.id),
        title=f"Reading room: {article.label}",
        description="Body and retelling side by side. This page exists in the preview only.",
        article=link_article(article),
        headline=build_headline(article),
        pairs=[
            BlockPair(
                label,
                list(_cut_body(collation, article, label, text)),
                _find_rendition(collation, article, label),
            )
            for label, text in bodies[article.id].blocks.items()
        ],
        unquoted=[one for one in find_unquoted(collation.dossier) if one.article == article.id],
        notes=[
            build_note(collation, SourcedStatement(article, one), one.id)
            for one in article.statements
        ],
    )


def _find_rendition(collation: Collation, article: Article, label: str) -> BlockView | None:
    block = collation.renditions[article.id].block(label)
    return build_block(collation, article, block) if block else None


def _cut_body(collation: Collation, article: Article, label: str, text: str) -> Iterator[BodyPart]:
    """A block of the body, cut wherever a quotation or a name starts or ends."""
    quoted = [
        (span, statement.id)
        for statement in article.statements
        for quote in statement.quote
        if label in statement.at and (span := find_fragment(quote, text))
    ]
    named = [
        ((mention.start, mention.end), mention.entities[0])
        for mention in collation.names.find_mentions(text, article.id, label)
    ]
    edges = {0, len(text), *(edge for span, _ in [*quoted, *named] for edge in span)}
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        statements = [id_ for (a, b), id_ in quoted if a <= start and end <= b]
        entity = next((id_ for (a, b), id_ in named if a <= start and end <= b), None)
        link = link_entity(collation, entity) if entity else None
        yield BodyPart(text[start:end], list(dict.fromkeys(statements)), link)


KIND = PageKind(
    view=ReadingRoomPage,
    build=build_pages,
    template="reading_room",
    hide=("navigation", "toc"),
    is_searched=False,
    is_preview_only=True,
)
