"""The page of an entity: all its names, and all statements by and about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from slugify import slugify

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.mentions import Sentence
from newsdossier.analysis.names import find_blocks, search_forms
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.model import Article, Entity, Name, Reference, addresses
from newsdossier.site import drawings
from newsdossier.site.pages.registry import PageKind, PageSource
from newsdossier.site.parts.edit_targets import EditTarget
from newsdossier.site.parts.links import (
    link_article,
    link_block,
    link_blocks,
    link_entities,
    link_question,
)
from newsdossier.site.parts.notes import NoteView, build_brief_note, build_note_id
from newsdossier.site.parts.page import Page
from newsdossier.site.parts.speakers import WordView, show_voice, show_voices
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.values import ShownValue, show_issued

T = TypeVar("T", SourcedStatement, Sentence)


#: How much search prefers an entity to its mentions; a shorter title is nearer to what is typed.
BOOST = 60


#: How many related entities a page names.
RELATED = 12


@dataclass(frozen=True)
class NameCell:
    """Where one article uses a name, and who uses it; no blocks if it does not."""

    article: Text
    callers: list[Text]
    blocks: list[Text]


@dataclass(frozen=True)
class NameRow:
    """A name or a description of an entity, and which articles use it."""

    name: str
    anchor: str
    description: bool
    cells: list[NameCell]
    because: str | None
    edit_target: EditTarget


@dataclass(frozen=True)
class Item:
    """A statement with its note, or a sentence with its place."""

    text: str
    note: str | None = None
    blocks: list[Text] = field(default_factory=list)
    word: WordView = field(default_factory=WordView)
    """Whose word it is, where that is neither the article nor the entity of the page."""


@dataclass(frozen=True)
class ByArticle:
    """The items of one article under a heading of an entity's page."""

    article: Text
    issued: ShownValue
    count: str
    items: list[Item]


@dataclass(frozen=True)
class EntityPage(Page):
    """The page of an entity."""

    edit_target: EditTarget
    kind: Text
    summary: str | None
    search_forms: list[str]
    """Forms that a reader may search for but no article uses."""
    about: list[ByArticle]
    says: list[ByArticle]
    passed_on: list[ByArticle]
    """What passes through the entity, or stands in a box that names it as a source."""
    speaking: list[Text]
    names: list[NameRow]
    unnamed_in: list[Text]
    strips: drawings.Drawing | None
    mentions: list[ByArticle]
    questions: list[Text]
    related: list[Text]
    remarks: list[str]
    notes: list[NoteView]


def build_pages(source: PageSource) -> Iterator[EntityPage]:
    """The page of every entity."""
    for entity in source.collation.dossier.entities.values():
        yield _build_page(source.collation, entity)


def _build_page(collation: Collation, entity: Entity) -> EntityPage:
    """The page of an entity."""
    says = collation.statements_by.get(entity.id, [])
    own = {sourced.reference for sourced in says}
    about = [s for s in collation.statements_about.get(entity.id, []) if s.reference not in own]
    passed_on = collation.statements_from.get(entity.id, [])
    noted = {sourced.reference: sourced for sourced in [*about, *says, *passed_on]}
    speaking = _find_articles(collation, entity)
    speaking_ids = {article.id for article in speaking}
    anchors = _name_anchors(entity.names)
    return EntityPage(
        path=addresses.entity_page(entity),
        title=entity.title,
        record=entity,
        description=f"{entity.title}: {entity.summary or _describe(entity)}",
        edit_target=EditTarget(entity.place("title"), "this entity", f"entity {entity.id}"),
        kind=Text(wording.KINDS[entity.kind], addresses.kind_index(entity.kind)),
        summary=entity.summary,
        search_forms=search_forms(entity),
        kind_label=entity.kind.capitalize(),
        boost=round(BOOST / len(entity.title.split()) ** 0.5),
        card_text=wording.plural(collation.statements_on(entity.id), "statement"),
        about=_group_statements(collation, about, entity.id),
        says=_group_statements(collation, says, entity.id),
        passed_on=_group_statements(collation, passed_on, entity.id),
        speaking=[link_article(article) for article in speaking],
        names=[
            _build_name_row(collation, name, anchors[name.name], speaking)
            for name in _sort_names(entity, speaking)
        ],
        unnamed_in=[link_article(a) for a in collation.articles if a.id not in speaking_ids],
        strips=drawings.draw_mentions(collation, entity),
        mentions=_group_sentences(collation.mentions.get(entity.id, [])),
        questions=[
            link_question(row.question)
            for row in collation.rows.values()
            if entity.id in row.question.about
        ],
        related=link_entities(collation, collation.related.get(entity.id, [])[:RELATED]),
        remarks=entity.notes,
        notes=[build_brief_note(collation, sourced) for sourced in noted.values()],
    )


def _sort_names(entity: Entity, articles: list[Article]) -> list[Name]:
    """Sort names before descriptions, and both by the number of articles that use them."""

    def place(name: Name) -> tuple[bool, int, int]:
        using = {reference.article for reference in name.in_}
        first = next(i for i, article in enumerate(articles) if article.id in using)
        return name.description, -len(using), first

    return sorted(entity.names, key=place)


def _describe(entity: Entity) -> str:
    """Describe an entity that has no summary."""
    shown = [name.name for name in entity.names if not name.description]
    return f"what the articles say of {wording.joined(shown or [entity.title])}."


def _find_articles(collation: Collation, entity: Entity) -> list[Article]:
    """Find the articles that name an entity, describe it, or have a statement on it."""
    naming = {reference.article for name in entity.names for reference in name.in_}
    naming |= {sentence.article.id for sentence in collation.mentions.get(entity.id, [])}
    tables = (collation.statements_by, collation.statements_about, collation.statements_from)
    for found in tables:
        naming |= {sourced.article.id for sourced in found.get(entity.id, [])}
    return [article for article in collation.articles if article.id in naming]


def _name_anchors(names: list[Name]) -> dict[str, str]:
    """An anchor for each name; names that differ by case or marks alone are told apart."""
    anchors: dict[str, str] = {}
    for name in names:
        slug = f"name-{slugify(name.name)}"
        same = sum(anchor.startswith(slug) for anchor in anchors.values())
        anchors[name.name] = f"{slug}-{same + 1}" if slug in anchors.values() else slug
    return anchors


def _build_name_row(
    collation: Collation, name: Name, anchor: str, articles: list[Article]
) -> NameRow:
    cells = [
        _build_name_cell(collation, article, [r for r in name.in_ if r.article == article.id])
        for article in articles
    ]
    edit_target = EditTarget(name.place("name"), f"the spelling {name.name}")
    return NameRow(name.name, anchor, name.description, cells, name.because, edit_target)


def _build_name_cell(
    collation: Collation, article: Article, references: list[Reference]
) -> NameCell:
    places = [place for ref in references for place in find_blocks(collation.dossier, ref)]
    named_in = [s for ref in references if (s := collation.dossier.statement(ref))]
    callers = [one for s in named_in for one in show_voices(collation, s.statement)]
    labels = dict.fromkeys(label for _, label in places)
    return NameCell(
        link_article(article), list(dict.fromkeys(callers)), link_blocks(article, labels)
    )


def _build_item(collation: Collation, sourced: SourcedStatement, page: str) -> Item:
    """Build a statement's item; it names speakers other than the page's entity."""
    others = [one for one in sourced.statement.speaker if one.entity_id != page]
    word = WordView(
        [show_voice(collation, one) for one in others],
        via=[show_voice(collation, one) for one in sourced.statement.via if one.entity_id != page],
        sources=link_entities(collation, sourced.sources),
    )
    return Item(sourced.statement.says, build_note_id(sourced), word=word)


def _group_statements(
    collation: Collation, sourced: Iterable[SourcedStatement], page: str
) -> list[ByArticle]:
    return [
        ByArticle(
            link_article(article),
            show_issued(article),
            wording.plural(len(group), "statement"),
            [_build_item(collation, one, page) for one in group],
        )
        for article, group in _group_by_article(sourced)
    ]


def _group_sentences(sentences: Iterable[Sentence]) -> list[ByArticle]:
    return [
        ByArticle(
            link_article(article),
            show_issued(article),
            wording.plural(len(group), "sentence"),
            [Item(one.text, blocks=[link_block(article, one.label)]) for one in group],
        )
        for article, group in _group_by_article(sentences)
    ]


def _group_by_article(items: Iterable[T]) -> list[tuple[Article, list[T]]]:
    grouped: dict[str, list[T]] = {}
    for item in items:
        grouped.setdefault(item.article.id, []).append(item)
    return [(group[0].article, group) for group in grouped.values()]


KIND = PageKind(
    view=EntityPage,
    build=build_pages,
    template="entity",
    position=50,
)
