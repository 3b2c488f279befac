"""Link to the pages of articles, entities, questions and origins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from newsdossier.analysis.collation import Collation
from newsdossier.analysis.dispatch_changes import copyings_of
from newsdossier.model import Article, Label, Question, addresses
from newsdossier.site.parts.text import Text

#: Why a title stands in brackets.
SUPPLIED = "the text has no headline; the editor supplied this one"


def link_article(article: Article) -> Text:
    """An article by its label."""
    return Text(article.label, addresses.article_page(article.id))


def link_title(article: Article) -> Text:
    """An article by its headline, or by the title that the editor supplied."""
    target = addresses.article_page(article.id)
    if article.title_supplied:
        return Text("", target, inferred=article.title, reason=SUPPLIED)
    return Text(article.title, target)


def link_pair(one: Article, other: Article) -> Text:
    """Two articles, by their labels, side by side."""
    return Text(f"{one.label} and {other.label}", addresses.pair_page(one.id, other.id))


def link_entity(collation: Collation, name: str) -> Text:
    """An entity by its title."""
    entity = collation.dossier.entities[name]
    return Text(entity.title, addresses.entity_page(entity))


def link_entities(collation: Collation, names: Iterable[str]) -> list[Text]:
    """Entities by their titles."""
    return [link_entity(collation, name) for name in names]


def link_origin(collation: Collation, name: str) -> Text:
    """A dispatch by its title."""
    return Text(collation.dossier.origins[name].title, addresses.origin_section(name))


def link_copying(collation: Collation, name: str | None) -> Text | None:
    """What changed in copying a dispatch; None where it has not two copies."""
    if name not in copyings_of(collation.dossier):
        return None
    return Text("what changed in copying", addresses.copying_page(name))


def link_question(question: Question) -> Text:
    """A question as asked."""
    return Text(question.asks, addresses.question_page(question.id))


def link_block(article: Article, label: str) -> Text:
    """A block by its label."""
    return Text(Label(label).short_form, addresses.article_block(article.id, label))


def link_blocks_briefly(article: Article, labels: Iterable[str]) -> list[Text]:
    """Blocks by their labels, the sign of several paragraphs once: headline, ¶ 3, 4."""
    shown: list[Text] = []
    sign = ""
    for label in labels:
        link = link_block(article, label)
        before, space, number = link.text.rpartition(" ")
        shown.append(replace(link, text=number) if space and before == sign else link)
        sign = before
    return shown


def link_blocks(article: Article, labels: Iterable[str]) -> list[Text]:
    """Blocks by their labels."""
    return [link_block(article, label) for label in labels]
