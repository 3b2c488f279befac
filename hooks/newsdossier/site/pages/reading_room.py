"""The view of the reading room: body and rendition in step, for an editor who has the originals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from newsdossier.analysis.collate import Collation
from newsdossier.analysis.unquoted import UnquotedSentence, find_unquoted
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.model import addresses
from newsdossier.model.records import Article
from newsdossier.site.pages.articles import BlockView, Passage, block_view, headline_passage
from newsdossier.site.pages.parts import NoteView, Page, Text, article_link, note
from newsdossier.text.verbatim import find_fragment


@dataclass(frozen=True)
class BodyPart:
    """Words of an original: quoted by statements, naming an entity, or neither."""

    text: str
    statements: list[str]
    entity: Text | None


@dataclass(frozen=True)
class Pair:
    """A block of the body beside the same block of the rendition; a headline has none."""

    label: str
    body: list[BodyPart]
    rendition: BlockView | None


@dataclass(frozen=True)
class ReadingRoomPage(Page):
    """An article's reading room; never published."""

    article: Text
    headline: Passage
    pairs: list[Pair]
    unquoted: list[UnquotedSentence]
    notes: list[NoteView]


def reading_room_page(collation: Collation, article: Article) -> ReadingRoomPage:
    """An article's reading room; its original must be at hand."""
    bodies = collation.dossier.bodies or {}
    return ReadingRoomPage(
        path=addresses.reading_room(article.id),
        title=f"Reading room: {article.label}",
        description="Body and retelling side by side. This page exists in the preview only.",
        article=article_link(article),
        headline=headline_passage(article),
        pairs=[
            Pair(
                label,
                list(_parts(collation, article, label, text)),
                _told(collation, article, label),
            )
            for label, text in bodies[article.id].blocks.items()
        ],
        unquoted=[one for one in find_unquoted(collation.dossier) if one.article == article.id],
        notes=[
            note(collation, SourcedStatement(article, one), one.id) for one in article.statements
        ],
    )


def _told(collation: Collation, article: Article, label: str) -> BlockView | None:
    block = collation.renditions[article.id].block(label)
    return block_view(collation, article, block) if block else None


def _parts(collation: Collation, article: Article, label: str, text: str) -> Iterator[BodyPart]:
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
        link = _entity(collation, entity) if entity else None
        yield BodyPart(text[start:end], list(dict.fromkeys(statements)), link)


def _entity(collation: Collation, name: str) -> Text:
    entity = collation.dossier.entities[name]
    return Text(entity.title, addresses.entity_page(entity))
