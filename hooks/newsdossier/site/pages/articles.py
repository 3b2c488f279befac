"""The views of the article pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from slugify import slugify

from newsdossier.analysis import wording
from newsdossier.analysis.collate import Collation, pairs
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.model import addresses
from newsdossier.model.records import Agency, Article, Attribution, Entity, Rights
from newsdossier.site.pages.parts import (
    ArticleCard,
    EditTarget,
    NoteMark,
    NoteView,
    Page,
    Text,
    article_card,
    article_link,
    entity_link,
    note,
    origin_link,
    question_link,
    silence_edit_target,
)
from newsdossier.source.renditions import Block, Part, RenditionLink, StatementMark, TextRun


@dataclass(frozen=True)
class Fact:
    """A line of an article's box: a term, its values, and the ground of what is inferred."""

    term: str
    values: list[Text]
    because: str | None = None


@dataclass(frozen=True)
class Passage:
    """Words up to the notes they are covered by, and whose word they are; empty for nobody's."""

    parts: list[Text]
    marks: list[NoteMark]
    whose: str


@dataclass(frozen=True)
class BlockView:
    """A block of a rendition, its names linked and its notes called."""

    label: str
    anchor: str
    kind: str
    passages: list[Passage]
    edit_target: EditTarget


@dataclass(frozen=True)
class Named:
    """An entity that an article names: who this is, how it is spelt here, where else it appears."""

    id: str
    entity: Text
    kind: str
    summary: str | None
    here: list[str]
    elsewhere: list[tuple[Text, list[str]]]
    statements: str


@dataclass(frozen=True)
class ArticlePage(Page):
    """The page of an article."""

    label: str
    full: bool
    legend: list[tuple[str, str]]
    headline: Passage
    facts: list[Fact]
    remarks: list[str]
    blocks: list[BlockView]
    notes: list[NoteView]
    named: list[Named]
    excluded: list[str]
    silent: list[tuple[Text, str | None, EditTarget]]
    edit_target: EditTarget
    unreviewed: list[Text]
    previous: Text | None
    next: Text | None
    reading_room: Text | None = None
    """The reading room, which a preview alone has."""


@dataclass(frozen=True)
class ArticlesPage(Page):
    """The index of the articles."""

    cards: list[ArticleCard]


def articles_page(collation: Collation) -> ArticlesPage:
    """The index of the articles."""
    return ArticlesPage(
        path=addresses.ARTICLES,
        title="Articles",
        description=f"The {len(collation.articles)} articles of the dossier, in order of time.",
        cards=[article_card(collation, article) for article in collation.articles],
    )


def article_page(collation: Collation, article: Article) -> ArticlePage:
    """The page of an article."""
    blocks = [block_view(collation, article, b) for b in collation.renditions[article.id].blocks]
    statements = {statement.id: statement for statement in article.statements}
    headline = headline_passage(article)
    marked = [mark.note for b in blocks for passage in b.passages for mark in passage.marks]
    rows = collation.rows.values()
    before, after = _neighbours(collation, article)
    return ArticlePage(
        path=addresses.article_page(article.id),
        title=article.title,
        record=article,
        description=(
            f"{article.label}, {wording.day(article.issued.date)}: "
            f"{wording.plural(len(article.statements), 'statement')}, each with who says it, "
            "how, and what the other articles say."
        ),
        kind_label="Article",
        card_text=wording.plural(len(article.statements), "statement"),
        label=article.label,
        full=article.rights is Rights.FULL,
        legend=[(word, wording.WORDS[word]) for word in Attribution],
        headline=headline,
        facts=list(_facts(collation, article)),
        remarks=article.notes,
        blocks=blocks,
        notes=[
            note(collation, SourcedStatement(article, statements[id_]), id_)
            for id_ in dict.fromkeys([*(mark.note for mark in headline.marks), *marked])
        ],
        named=_named(collation, article),
        excluded=[b.excluded for b in article.original.blocks if b.excluded],
        silent=[
            (
                question_link(row.question),
                row.silent[article.id].note,
                silence_edit_target(row, article),
            )
            for row in rows
            if article.id in row.silent
        ],
        edit_target=EditTarget(article.place("title"), "this article", f"article {article.id}"),
        unreviewed=[question_link(row.question) for row in rows if article.id in row.unreviewed],
        previous=before,
        next=after,
    )


def headline_passage(article: Article) -> Passage:
    """The statements that the headline makes, to be marked where it is named."""
    made = [statement for statement in article.statements if "headline" in statement.at]
    marks = [NoteMark(statement.id) for statement in made]
    return Passage([], marks, made[0].attribution if made else "")


def _neighbours(collation: Collation, article: Article) -> tuple[Text | None, Text | None]:
    articles = collation.articles
    index = articles.index(article)
    before = article_link(articles[index - 1]) if index else None
    after = article_link(articles[index + 1]) if index + 1 < len(articles) else None
    return before, after


def _facts(collation: Collation, article: Article) -> list[Fact]:
    facts = [_publisher(collation, article), _issued(article)]
    facts += [_agency(collation, agency) for agency in article.agencies]
    facts.append(_language(article))
    if article.translated_from:
        language = wording.language(article.translated_from.language)
        facts.append(Fact("Translated from", [Text(language)], article.translated_from.because))
    facts.append(_origin(collation, article))
    supplied = (
        "supplied by the editor; the text has none" if article.title_supplied else "as printed"
    )
    facts.append(Fact("Headline", [Text(supplied)]))
    beside = list(_beside(collation, article))
    return [*facts, Fact("Side by side with", beside)] if beside else facts


def _beside(collation: Collation, article: Article) -> Iterator[Text]:
    """The other articles, each leading to the page that has the two side by side."""
    for one, other in pairs(collation):
        if article in (one, other):
            yield Text(
                (other if article is one else one).label, addresses.pair_page(one.id, other.id)
            )


def _publisher(collation: Collation, article: Article) -> Fact:
    if article.publisher:
        return Fact("Published by", [entity_link(collation, article.publisher)])
    return Fact("Published by", [Text("not named in the text")], article.publisher_note)


def _issued(article: Article) -> Fact:
    shown = wording.day(article.issued.date)
    certainty = wording.certainty(article.issued.date, article.issued.because)
    values = [Text(shown), Text(certainty)]
    if article.issued.words:
        values.append(Text(f"printed: {wording.quoted(article.issued.words)}"))
    return Fact("Date", values, article.issued.because)


def _agency(collation: Collation, agency: Agency) -> Fact:
    term = f"Agency of the {agency.of}" if agency.of else "Agency"
    return Fact(term, [entity_link(collation, agency.entity)], agency.because)


def _language(article: Article) -> Fact:
    return Fact("Language", [Text(wording.language(article.language))])


def _origin(collation: Collation, article: Article) -> Fact:
    if article.origin is None or article.origin.origin == "none":
        because = article.origin.because if article.origin else None
        return Fact("Goes back to", [Text("no dispatch that the text shows")], because)
    origin = article.origin.origin
    others = [a for a in collation.of_origin(origin) if a is not article]
    shared = [Text("with"), *map(article_link, others)] if others else []
    return Fact("Goes back to", [origin_link(collation, origin), *shared], article.origin.because)


def _named(collation: Collation, article: Article) -> list[Named]:
    """The entities that an article's rendition names, in the order of their titles."""
    entities = collation.dossier.entities
    mentioned = [
        name
        for name, sentences in collation.mentions.items()
        if any(sentence.article is article for sentence in sentences)
    ]
    return [
        _named_entity(collation, article, entities[name])
        for name in sorted(mentioned, key=lambda name: slugify(entities[name].title))
    ]


def _named_entity(collation: Collation, article: Article, entity: Entity) -> Named:
    others = [
        (article_link(other), collation.names.of(entity.id, other.id))
        for other in collation.articles
        if other is not article and collation.names.of(entity.id, other.id)
    ]
    return Named(
        id=entity.id,
        entity=entity_link(collation, entity.id),
        kind=wording.KINDS[entity.kind],
        summary=entity.summary,
        here=collation.names.of(entity.id, article.id),
        elsewhere=others,
        statements=wording.plural(collation.statements_on(entity.id), "statement"),
    )


def block_view(collation: Collation, article: Article, block: Block) -> BlockView:
    """A block of a rendition."""
    kinds = {"s": "subhead", "f": "box"}
    kind = kinds.get(block.label[0], "paragraph")
    if kind == "subhead" and block.level > 2:
        kind = "boxhead"
    passages = list(_passages(collation, article, block))
    edit_target = EditTarget(block.place, f"block {block.label}")
    return BlockView(block.label, addresses.block_anchor(block.label), kind, passages, edit_target)


def _passages(collation: Collation, article: Article, block: Block) -> Iterator[Passage]:
    """A block cut behind each run of marks: what stands before them is what they cover."""
    statements = {statement.id: statement for statement in article.statements}
    linked = collation.names.linked(block, article)
    parts: list[Text] = []
    for is_mark, run in groupby(linked, key=lambda item: isinstance(item[0], StatementMark)):
        if is_mark:
            marks = [part.statement for part, _ in run if isinstance(part, StatementMark)]
            whose = statements[marks[0]].attribution
            yield Passage(parts, [NoteMark(mark) for mark in marks], whose)
            parts = []
        else:
            parts = [_text(collation, part, entity) for part, entity in run]
    if parts:
        yield Passage(parts, [], "")


def _text(collation: Collation, part: Part, entity: str | None) -> Text:
    if isinstance(part, StatementMark):
        raise TypeError("a mark is no text")
    emphasis = part.emphasis if isinstance(part, TextRun) else ""
    if entity:
        return Text(
            part.text, addresses.entity_page(collation.dossier.entities[entity]), emphasis=emphasis
        )
    if isinstance(part, RenditionLink):
        return Text(part.text, address=part.target)
    return Text(part.text, emphasis=emphasis)
