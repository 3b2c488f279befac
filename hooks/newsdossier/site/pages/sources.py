"""The page of the sources: the articles and their dispatches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdossier.analysis.collation import Collation
from newsdossier.analysis.derivations import find_derivations
from newsdossier.analysis.shared_text import read_figures
from newsdossier.model import Article, Origin, addresses
from newsdossier.site import drawings
from newsdossier.site.pages.registry import PageKind, PageSource
from newsdossier.site.parts.article_cards import name_publisher
from newsdossier.site.parts.edit_targets import EditTarget
from newsdossier.site.parts.links import (
    link_article,
    link_block,
    link_copying,
    link_entity,
    link_origin,
    link_pair,
)
from newsdossier.site.parts.page import Page
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.values import ShownValue, show_date


@dataclass(frozen=True)
class OriginView:
    """A dispatch and the articles that go back to it."""

    title: str
    label: str | None
    """What it is called where room is short."""
    anchor: str
    agency: Text | None
    because: str
    articles: list[tuple[Text, str | None]]
    shared: list[SharedTextView]
    """How much text its articles share, two by two."""
    remarks: list[str]
    link: Text
    copying: Text | None
    """What changed in copying it, where it has two or more copies."""
    edit_target: EditTarget


@dataclass(frozen=True)
class SharedTextView:
    """How much text two articles share, and the blocks that have words in common."""

    pair: Text
    shares: list[tuple[str, str]]
    joined: list[tuple[Text, Text]]
    remarks: list[str]


@dataclass(frozen=True)
class ArticleSources:
    """What an article draws on, each source with how that shows; dispatches show it themselves."""

    article: Text
    publisher: str
    issued: ShownValue
    sources: list[tuple[Text, str]]


@dataclass(frozen=True)
class SourcesPage(Page):
    """The articles and origins, and who draws on whom."""

    drawing: drawings.Lineage
    threshold: str
    derivations: list[ArticleSources]
    origins: list[OriginView]


def build_pages(source: PageSource) -> Iterator[SourcesPage]:
    """Who draws on whom."""
    collation = source.collation
    yield SourcesPage(
        path=addresses.SOURCES,
        title="Sources",
        description="The articles and their dispatches: who draws on whom, with the evidence.",
        drawing=drawings.draw_lineage(collation),
        threshold=f"{collation.dossier.settings.shared_text_threshold:g}",
        derivations=[_list_sources(collation, article) for article in collation.articles],
        origins=[_build_origin(collation, origin) for origin in collation.dossier.origins.values()],
    )


def _list_shared_texts(collation: Collation, origin: Origin) -> Iterator[SharedTextView]:
    articles = {article.id: article for article in collation.articles}
    order = list(articles)
    for figures in origin.shared_text:
        shared = read_figures(figures)
        # The pages of pairs have the articles in the site's order, the record in any.
        if order.index(shared.articles[0]) > order.index(shared.articles[1]):
            shared = shared.swap()
        one, other = (articles[name] for name in shared.articles)
        yield SharedTextView(
            pair=link_pair(one, other),
            shares=[
                (article.label, f"{share:.1f}")
                for article, share in zip((one, other), shared.percent, strict=True)
            ],
            joined=[(link_block(one, a), link_block(other, b)) for a, b in shared.joined],
            remarks=[
                f"{articles[little.article].label}: {little.because}"
                for little in origin.shares_little
                if little.article in shared.articles
            ],
        )


def _list_sources(collation: Collation, article: Article) -> ArticleSources:
    return ArticleSources(
        article=link_article(article),
        publisher=name_publisher(collation, article),
        issued=show_date(article.issued),
        sources=_list_derivations(collation, article),
    )


def _list_derivations(collation: Collation, article: Article) -> list[tuple[Text, str]]:
    return [
        (
            (link_origin if derivation.is_dispatch else link_entity)(collation, derivation.name),
            "" if derivation.is_dispatch else derivation.shown_by,
        )
        for derivation in find_derivations(collation.dossier, article)
    ]


def _build_origin(collation: Collation, origin: Origin) -> OriginView:
    return OriginView(
        title=origin.title,
        label=origin.label,
        anchor=f"origin-{origin.id}",
        agency=link_entity(collation, origin.agency) if origin.agency else None,
        because=origin.because,
        articles=[
            (link_article(article), article.origin.because if article.origin else None)
            for article in collation.of_origin(origin.id)
        ],
        shared=list(_list_shared_texts(collation, origin)),
        remarks=[*origin.notes, *_list_unmeasured(collation, origin)],
        link=link_origin(collation, origin.id),
        copying=link_copying(collation, origin.id),
        edit_target=EditTarget(
            origin.place("title"), f"the dispatch {origin.title}", f"origin {origin.id}"
        ),
    )


def _list_unmeasured(collation: Collation, origin: Origin) -> Iterator[str]:
    """Why articles share little text; where figures are recorded, this stands beside them."""
    measured = {name for figures in origin.shared_text for name in figures.articles}
    for little in origin.shares_little:
        if little.article not in measured:
            yield f"{collation.dossier.articles[little.article].label}: {little.because}"


KIND = PageKind(
    view=SourcesPage,
    build=build_pages,
    template="sources",
    position=100,
)
