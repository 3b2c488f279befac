"""The page of the search: a plain index of all that it finds; with a script, all results."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from slugify import slugify

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.model import Article, Kind, Label, addresses
from newsdossier.site.pages.registry import PageKind, PageSource
from newsdossier.site.parts.entity_cards import list_kinds
from newsdossier.site.parts.links import link_article, link_entities, link_question, link_title
from newsdossier.site.parts.page import Page
from newsdossier.site.parts.text import Text

#: With more statements than this the page would be too long; the articles then have them.
MOST_STATEMENTS = 1000


@dataclass(frozen=True)
class IndexSection:
    """Things of one kind, each a link, with where it stands as its hint."""

    title: Text
    entries: list[Text]


@dataclass(frozen=True)
class SearchPage(Page):
    """Everything that can be found, in groups."""

    questions: list[IndexSection]
    entities: list[IndexSection]
    articles: list[Text]
    statements: list[IndexSection]
    """By article; without entries where there are too many statements."""


def build_pages(source: PageSource) -> Iterator[SearchPage]:
    """The page of the search."""
    collation = source.collation
    settings = collation.dossier.settings
    yield SearchPage(
        path=addresses.SEARCH,
        title="Search",
        description=_describe(collation),
        questions=[
            IndexSection(
                Text(group.title, addresses.comparison_group(group.id)),
                [link_question(question) for question in collation.questions_in(group.id)],
            )
            for group in settings.groups
            if collation.questions_in(group.id)
        ],
        entities=[_list_entities(collation, kind) for kind in list_kinds(collation)],
        articles=[link_title(article) for article in collation.articles],
        statements=[_list_statements(collation, article) for article in collation.articles],
    )


def _describe(collation: Collation) -> str:
    counts = {
        "question": len(collation.rows),
        "entity": len(collation.dossier.entities),
        "statement": len(collation.statements),
        "article": len(collation.articles),
    }
    listed = [wording.plural(count, noun) for noun, count in counts.items()]
    return f"All that can be found: {wording.joined(listed)}."


def _list_entities(collation: Collation, kind: Kind) -> IndexSection:
    names = [one.id for one in collation.dossier.entities.values() if one.kind is kind]
    names.sort(key=lambda name: slugify(collation.dossier.titles[name]))
    title = Text(wording.KINDS[kind], addresses.kind_index(kind))
    return IndexSection(title, link_entities(collation, names))


def _list_statements(collation: Collation, article: Article) -> IndexSection:
    entries = [
        Text(
            one.says,
            addresses.statement_note(article.id, one.id),
            hint=Label(one.at[0]).short_form,
        )
        for one in article.statements
    ]
    few = len(collation.statements) <= MOST_STATEMENTS
    return IndexSection(link_article(article), entries if few else [])


KIND = PageKind(
    view=SearchPage,
    build=build_pages,
    template="search",
    hide=("navigation", "toc"),
    position=95,
)
