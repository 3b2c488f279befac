"""The views of the entity pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeVar

from slugify import slugify

from newsdossier import urls, words
from newsdossier.collate import Collation, Said, Sentence
from newsdossier.names import blocks_of
from newsdossier.records import Article, Entity, Kind, Name
from newsdossier.views.parts import (
    NoteView,
    Page,
    Text,
    article_link,
    block_link,
    block_links,
    entity_links,
    note,
    note_id,
    question_link,
    speakers,
)

T = TypeVar("T", Said, Sentence)

#: How many related entities a page names.
RELATED = 12


@dataclass(frozen=True)
class NameUse:
    """One article's use of a name: who calls the entity so, and where."""

    article: Text
    callers: list[Text]
    blocks: list[Text]


@dataclass(frozen=True)
class NameView:
    """A name or description of an entity, and who uses it where."""

    name: str
    anchor: str
    uses: list[NameUse]
    because: str | None


@dataclass(frozen=True)
class Item:
    """A statement with its note, or a sentence with its place."""

    text: str
    note: str | None = None
    blocks: list[Text] = field(default_factory=list)


@dataclass(frozen=True)
class ByArticle:
    """What one article has under a heading of an entity's page."""

    article: Text
    issued: str
    items: list[Item]


@dataclass(frozen=True)
class EntityPage(Page):
    """The page of an entity."""

    kind: Text
    summary: str | None
    names: list[NameView]
    descriptions: list[NameView]
    says: list[ByArticle]
    about: list[ByArticle]
    mentions: list[ByArticle]
    questions: list[Text]
    related: list[Text]
    remarks: list[str]
    notes: list[NoteView]


@dataclass(frozen=True)
class EntityCard:
    """An entity in a list."""

    entity: Text
    summary: str | None
    names: list[str]
    statements: str


@dataclass(frozen=True)
class KindSection:
    """The entities of one kind."""

    kind: Text
    cards: list[EntityCard]


@dataclass(frozen=True)
class EntitiesPage(Page):
    """The index of all entities, or of those of one kind."""

    sections: list[KindSection]
    kinds: list[Text]


def entity_page(collation: Collation, entity: Entity) -> EntityPage:
    """The page of an entity."""
    says = collation.said_by.get(entity.id, [])
    own = {said.reference for said in says}
    about = [s for s in collation.said_about.get(entity.id, []) if s.reference not in own]
    anchors = _anchors(entity.names)
    views = [(n, _name(collation, n, anchors[n.name])) for n in entity.names]
    shown = [name.name for name in entity.names if not name.description]
    return EntityPage(
        path=urls.entity(entity),
        title=entity.title,
        description=entity.summary or f"What the articles say of {', '.join(shown)}.",
        kind=Text(words.KINDS[entity.kind], urls.kind(entity.kind)),
        summary=entity.summary,
        names=[one for name, one in views if not name.description],
        descriptions=[one for name, one in views if name.description],
        says=_statements(says),
        about=_statements(about),
        mentions=_sentences(collation.mentions.get(entity.id, [])),
        questions=[
            question_link(row.question)
            for row in collation.rows.values()
            if entity.id in row.question.about
        ],
        related=entity_links(collation, collation.related.get(entity.id, [])[:RELATED]),
        remarks=entity.notes,
        notes=[note(collation, said, note_id(said)) for said in [*says, *about]],
    )


def _anchors(names: list[Name]) -> dict[str, str]:
    """An anchor for each name; names that differ by case or marks alone are told apart."""
    anchors: dict[str, str] = {}
    for name in names:
        slug = f"name-{slugify(name.name)}"
        same = sum(anchor.startswith(slug) for anchor in anchors.values())
        anchors[name.name] = f"{slug}-{same + 1}" if slug in anchors.values() else slug
    return anchors


def _name(collation: Collation, name: Name, anchor: str) -> NameView:
    uses = [
        _use(collation, collation.dossier.articles[article], list(references))
        for article, references in groupby(
            sorted(name.in_, key=lambda ref: _position(collation, ref)), key=_article_of
        )
    ]
    return NameView(name.name, anchor, uses, name.because)


def _article_of(reference: str) -> str:
    return reference.partition("#")[0]


def _position(collation: Collation, reference: str) -> int:
    ids = [article.id for article in collation.articles]
    return ids.index(_article_of(reference))


def _use(collation: Collation, article: Article, references: list[str]) -> NameUse:
    places = [place for ref in references for place in blocks_of(collation.dossier, ref)]
    said = [s for ref in references if (s := collation.dossier.statement(ref))]
    callers = [one for s in said for one in speakers(collation, Said(article, s))]
    labels = dict.fromkeys(label for _, label in places)
    return NameUse(
        article_link(article), list(dict.fromkeys(callers)), block_links(article, labels)
    )


def _statements(said: Iterable[Said]) -> list[ByArticle]:
    return [
        ByArticle(
            article_link(article),
            words.day(article.issued.date),
            [Item(one.statement.says, note_id(one)) for one in group],
        )
        for article, group in _by_article(said)
    ]


def _sentences(sentences: Iterable[Sentence]) -> list[ByArticle]:
    return [
        ByArticle(
            article_link(article),
            words.day(article.issued.date),
            [Item(one.text, blocks=[block_link(article, one.label)]) for one in group],
        )
        for article, group in _by_article(sentences)
    ]


def _by_article(items: Iterable[T]) -> list[tuple[Article, list[T]]]:
    grouped: dict[str, list[T]] = {}
    for item in items:
        grouped.setdefault(item.article.id, []).append(item)
    return [(group[0].article, group) for group in grouped.values()]


def entities_page(collation: Collation, kind: Kind | None = None) -> EntitiesPage:
    """The index of all entities, or of those of one kind."""
    used = {entity.kind for entity in collation.dossier.entities.values()}
    kinds = [one for one in Kind if one in used]
    shown = [kind] if kind else kinds
    title = words.KINDS[kind] if kind else "People, places and things"
    return EntitiesPage(
        path=urls.kind(kind) if kind else urls.ENTITIES,
        title=title,
        description=f"{title} that the articles name, each with its spellings and statements.",
        sections=[_section(collation, one) for one in shown],
        kinds=[Text(words.KINDS[one], urls.kind(one)) for one in kinds],
    )


def _section(collation: Collation, kind: Kind) -> KindSection:
    entities = [e for e in collation.dossier.entities.values() if e.kind is kind]
    cards = [_card(collation, e) for e in sorted(entities, key=lambda e: slugify(e.title))]
    return KindSection(Text(words.KINDS[kind], urls.kind(kind)), cards)


def _card(collation: Collation, entity: Entity) -> EntityCard:
    names = [n.name for n in entity.names if not n.description and n.name != entity.title]
    return EntityCard(
        Text(entity.title, urls.entity(entity)),
        entity.summary,
        names,
        words.plural(collation.statements_on(entity.id), "statement"),
    )
