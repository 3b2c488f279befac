"""The index of the articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdossier.model import addresses
from newsdossier.site.pages.registry import PageKind, PageSource
from newsdossier.site.parts.article_cards import ArticleCard, build_article_card
from newsdossier.site.parts.page import Page


@dataclass(frozen=True)
class ArticlesPage(Page):
    """The index of the articles."""

    cards: list[ArticleCard]


def build_pages(source: PageSource) -> Iterator[ArticlesPage]:
    """The index of the articles."""
    collation = source.collation
    yield ArticlesPage(
        path=addresses.ARTICLES,
        title="Articles",
        description=f"The {len(collation.articles)} articles of the dossier, in order of time.",
        cards=[build_article_card(collation, article) for article in collation.articles],
    )


KIND = PageKind(
    view=ArticlesPage,
    build=build_pages,
    template="articles",
    hide=("navigation", "toc"),
    position=20,
)
