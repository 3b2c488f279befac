"""The views of the article pages."""

from __future__ import annotations

from dataclasses import dataclass

from newsdossier import urls, words
from newsdossier.collate import Collation, Said
from newsdossier.records import Article, Rights
from newsdossier.renditions import Block, Link, Mark
from newsdossier.views.parts import (
    ArticleCard,
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
)


@dataclass(frozen=True)
class Fact:
    """A line of an article's box: a term, its values, and the ground of what is inferred."""

    term: str
    values: list[Text]
    because: str | None = None


@dataclass(frozen=True)
class BlockView:
    """A block of a rendition, its names linked and its notes called."""

    label: str
    anchor: str
    kind: str
    parts: list[Text | NoteMark]


@dataclass(frozen=True)
class ArticlePage(Page):
    """The page of an article."""

    label: str
    full: bool
    headline_marks: list[NoteMark]
    facts: list[Fact]
    remarks: list[str]
    blocks: list[BlockView]
    notes: list[NoteView]
    excluded: list[str]
    silent: list[tuple[Text, str | None]]
    unreviewed: list[Text]
    previous: Text | None
    next: Text | None


@dataclass(frozen=True)
class ArticlesPage(Page):
    """The index of the articles."""

    cards: list[ArticleCard]


def articles_page(collation: Collation) -> ArticlesPage:
    """The index of the articles."""
    return ArticlesPage(
        path=urls.ARTICLES,
        title="Articles",
        description=f"The {len(collation.articles)} articles of the dossier, in order of time.",
        cards=[article_card(collation, article) for article in collation.articles],
    )


def article_page(collation: Collation, article: Article) -> ArticlePage:
    """The page of an article."""
    blocks = [_block(collation, article, b) for b in collation.renditions[article.id].blocks]
    statements = {statement.id: statement for statement in article.statements}
    headline = [s.id for s in article.statements if "headline" in s.at]
    marked = [part.note for b in blocks for part in b.parts if isinstance(part, NoteMark)]
    rows = collation.rows.values()
    before, after = _neighbours(collation, article)
    return ArticlePage(
        path=urls.article(article.id),
        title=article.title,
        description=(
            f"{article.label}, {words.day(article.issued.date)}: "
            f"{words.plural(len(article.statements), 'statement')}, each with who says it, "
            "how, and what the other articles say."
        ),
        label=article.label,
        full=article.rights is Rights.FULL,
        headline_marks=[NoteMark(id_) for id_ in headline],
        facts=list(_facts(collation, article)),
        remarks=article.notes,
        blocks=blocks,
        notes=[
            note(collation, Said(article, statements[id_]), id_)
            for id_ in dict.fromkeys([*headline, *marked])
        ],
        excluded=[b.excluded for b in article.original.blocks if b.excluded],
        silent=[
            (question_link(row.question), row.silent[article.id].note)
            for row in rows
            if article.id in row.silent
        ],
        unreviewed=[question_link(row.question) for row in rows if article.id in row.unreviewed],
        previous=before,
        next=after,
    )


def _neighbours(collation: Collation, article: Article) -> tuple[Text | None, Text | None]:
    articles = collation.articles
    index = articles.index(article)
    before = article_link(articles[index - 1]) if index else None
    after = article_link(articles[index + 1]) if index + 1 < len(articles) else None
    return before, after


def _facts(collation: Collation, article: Article) -> list[Fact]:
    facts = [_publisher(collation, article), _issued(article)]
    facts += [_agency(collation, agency.entity, agency.because) for agency in article.agencies]
    facts.append(_language(article))
    if article.translated_from:
        language = words.language(article.translated_from.language)
        facts.append(Fact("Translated from", [Text(language)], article.translated_from.because))
    facts.append(_origin(collation, article))
    supplied = (
        "supplied by the editor; the text has none" if article.title_supplied else "as printed"
    )
    return [*facts, Fact("Headline", [Text(supplied)])]


def _publisher(collation: Collation, article: Article) -> Fact:
    if article.publisher:
        return Fact("Published by", [entity_link(collation, article.publisher)])
    return Fact("Published by", [Text("not named in the text")], article.publisher_note)


def _issued(article: Article) -> Fact:
    shown = words.day(article.issued.date)
    certainty = words.certainty(article.issued.date, article.issued.because)
    values = [Text(shown), Text(certainty)]
    if article.issued.words:
        values.append(Text(f"printed: {words.quoted(article.issued.words)}"))
    return Fact("Date", values, article.issued.because)


def _agency(collation: Collation, name: str, because: str | None) -> Fact:
    return Fact("Agency", [entity_link(collation, name)], because)


def _language(article: Article) -> Fact:
    return Fact("Language", [Text(words.language(article.language))])


def _origin(collation: Collation, article: Article) -> Fact:
    if article.origin is None or article.origin.origin == "none":
        because = article.origin.because if article.origin else None
        return Fact("Goes back to", [Text("no dispatch that the text shows")], because)
    origin = article.origin.origin
    others = [a for a in collation.of_origin(origin) if a is not article]
    shared = [Text("with"), *map(article_link, others)] if others else []
    return Fact("Goes back to", [origin_link(collation, origin), *shared], article.origin.because)


def _block(collation: Collation, article: Article, block: Block) -> BlockView:
    parts: list[Text | NoteMark] = []
    for part, entity in collation.names.linked(block, article):
        if isinstance(part, Mark):
            parts.append(NoteMark(part.statement))
        elif entity:
            emphasis = "" if isinstance(part, Link) else part.emphasis
            target = urls.entity(collation.dossier.entities[entity])
            parts.append(Text(part.text, target, emphasis=emphasis))
        elif isinstance(part, Link):
            parts.append(Text(part.text, address=part.target))
        else:
            parts.append(Text(part.text, emphasis=part.emphasis))
    kinds = {"s": "subhead", "f": "box"}
    kind = kinds.get(block.label[0], "paragraph")
    if kind == "subhead" and block.level > 2:
        kind = "boxhead"
    return BlockView(block.label, urls.anchor(block.label), kind, parts)
