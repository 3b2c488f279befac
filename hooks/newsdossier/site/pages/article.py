"""The page of an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from slugify import slugify

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.rows import Row
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.model import Article, Attribution, Entity, Rights, addresses
from newsdossier.site.pages.registry import PageKind, PageSource
from newsdossier.site.parts.edit_targets import EditTarget, locate_silence
from newsdossier.site.parts.facts import Fact, list_facts
from newsdossier.site.parts.links import link_article, link_entity, link_question
from newsdossier.site.parts.notes import NoteView, build_note
from newsdossier.site.parts.page import Page
from newsdossier.site.parts.renditions import RenditionView, build_rendition
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.values import show_date


@dataclass(frozen=True)
class NamedEntity:
    """An entity that an article names: who this is, how it is spelt here, where else it appears."""

    id: str
    entity: Text
    kind: str
    summary: str | None
    here: list[str]
    elsewhere: list[tuple[Text, list[str]]]
    statements: str


@dataclass(frozen=True)
class Silence:
    """A question that an article does not answer, with the editor's note."""

    question: Text
    note: str | None
    edit_target: EditTarget


@dataclass(frozen=True)
class ArticlePage(Page):
    """The page of an article."""

    label: str
    full: bool
    legend: list[tuple[str, str]]
    facts: list[Fact]
    remarks: list[str]
    rendition: RenditionView
    notes: list[NoteView]
    named: list[NamedEntity]
    excluded: list[str]
    silent: list[Silence]
    edit_target: EditTarget
    unreviewed: list[Text]
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
    rendition = build_rendition(collation, article)
    statements = {statement.id: statement for statement in article.statements}
    rows = collation.rows.values()
    before, after = _link_neighbours(collation, article)
    return ArticlePage(
        path=addresses.article_page(article.id),
        title=article.shown_title,
        record=article,
        description=(
            f"{article.label}, {show_date(article.issued).plain}: "
            f"{wording.plural(len(article.statements), 'statement')}, each with who says it, "
            "how, and what the other articles say."
        ),
        kind_label="Article",
        card_text=wording.plural(len(article.statements), "statement"),
        label=article.label,
        full=article.rights is Rights.FULL,
        legend=[(word, wording.WORDS[word]) for word in Attribution],
        facts=list(list_facts(collation, article)),
        remarks=article.notes,
        rendition=rendition,
        notes=[
            build_note(collation, SourcedStatement(article, statements[id_]), id_)
            for id_ in rendition.notes
        ],
        named=_list_named(collation, article),
        excluded=[b.excluded for b in article.original.blocks if b.excluded],
        silent=[_build_silence(row, article) for row in rows if article.id in row.silent],
        edit_target=EditTarget(article.place("title"), "this article", f"article {article.id}"),
        unreviewed=[link_question(row.question) for row in rows if article.id in row.unreviewed],
        previous=before,
        next=after,
    )


def _build_silence(row: Row, article: Article) -> Silence:
    note = row.silent[article.id].note
    return Silence(link_question(row.question), note, locate_silence(row, article))


def _link_neighbours(collation: Collation, article: Article) -> tuple[Text | None, Text | None]:
    articles = collation.articles
    index = [one.id for one in articles].index(article.id)
    before = link_article(articles[index - 1]) if index else None
    after = link_article(articles[index + 1]) if index + 1 < len(articles) else None
    return before, after


def _list_named(collation: Collation, article: Article) -> list[NamedEntity]:
    """The entities that an article's rendition names, in the order of their titles."""
    entities = collation.dossier.entities
    mentioned = collation.mentioned_in[article.id]
    return [
        _build_named(collation, article, entities[name])
        for name in sorted(mentioned, key=lambda name: slugify(entities[name].title))
    ]


def _build_named(collation: Collation, article: Article, entity: Entity) -> NamedEntity:
    others = [
        (link_article(other), names)
        for other in collation.articles
        if other is not article and (names := collation.names.of(entity.id, other.id))
    ]
    return NamedEntity(
        id=entity.id,
        entity=link_entity(collation, entity.id),
        kind=wording.KINDS[entity.kind],
        summary=entity.summary,
        here=collation.names.of(entity.id, article.id),
        elsewhere=others,
        statements=wording.plural(collation.statements_on(entity.id), "statement"),
    )


KIND = PageKind(
    view=ArticlePage,
    build=build_pages,
    template="article",
    position=30,
)
