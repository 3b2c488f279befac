"""The index of the articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdossier.model import addresses
from newsdossier.site.drawings.source_tree import SourceTree, TreePage, draw_source_tree
from newsdossier.site.pages.registry import PageKind, PageSource
from newsdossier.site.parts.article_cards import ArticleCard, build_article_card
from newsdossier.site.parts.opening import describe_articles
from newsdossier.site.parts.page import Page


@dataclass(frozen=True)
class ArticlesPage(Page):
    """The index of the articles."""

    headline: str
    """How many there are, and how many of them are copies."""
    articles: list[tuple[ArticleCard, TreePage | None]]
    """Each with its page as drawn; None where they are too many to be drawn."""
    tree: SourceTree | None


def build_pages(source: PageSource) -> Iterator[ArticlesPage]:
    """The index of the articles; those of one dispatch stand side by side."""
    collation = source.collation
    headline = describe_articles(collation)
    tree = draw_source_tree(collation)
    drawn = {page.article.text: page for page in tree.pages} if tree else {}
    yield ArticlesPage(
        path=addresses.ARTICLES,
        title="Articles",
        description=f"{headline} Each is retold paragraph by paragraph.",
        headline=headline,
        articles=[
            (build_article_card(collation, article), drawn.get(article.label))
            for article in collation.articles
        ],
        tree=tree,
    )


KIND = PageKind(
    view=ArticlesPage,
    build=build_pages,
    template="articles",
    hide=("navigation", "toc"),
    position=20,
)
