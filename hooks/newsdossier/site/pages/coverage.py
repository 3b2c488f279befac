"""The page of the coverage: which article answers which question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from newsdossier.analysis import wording
from newsdossier.analysis.collate import Collation
from newsdossier.analysis.rows import Coverage
from newsdossier.model import Article, Group, addresses
from newsdossier.site import drawings
from newsdossier.site.drawings.coverage import KEYS
from newsdossier.site.pages.registry import PageKind, PageSource
from newsdossier.site.parts.links import link_article
from newsdossier.site.parts.page import Page
from newsdossier.site.parts.text import Text


@dataclass(frozen=True)
class ArticleCoverage:
    """How many questions an article answers, is silent on, or has not been asked yet."""

    article: Text
    answered: int
    silent: int
    unreviewed: int


@dataclass(frozen=True)
class GroupCoverage:
    """The grid of one group of questions, and where that group is compared."""

    group: Text
    drawing: drawings.Drawing


@dataclass(frozen=True)
class CoveragePage(Page):
    """All questions and articles, group by group."""

    comparison: Text
    articles: list[ArticleCoverage]
    keys: list[drawings.Key]
    groups: list[GroupCoverage]


def build_pages(source: PageSource) -> Iterator[CoveragePage]:
    """Which article answers which question, is silent on it, or has not been asked."""
    collation = source.collation
    groups = [g for g in collation.dossier.settings.groups if collation.questions_in(g.id)]
    questions = wording.plural(len(collation.rows), "question")
    yield CoveragePage(
        path=addresses.COVERAGE,
        title="Coverage",
        description=f"Which of {questions} each article answers, and on which it is silent.",
        comparison=Text("the comparison", addresses.COMPARISON),
        articles=[_count_states(collation, article) for article in collation.articles],
        keys=KEYS,
        groups=[_draw_group(collation, group) for group in groups],
    )


def _count_states(collation: Collation, article: Article) -> ArticleCoverage:
    states = Counter(row.coverage(article.id) for row in collation.rows.values())
    return ArticleCoverage(
        link_article(article),
        answered=states[Coverage.ANSWERED],
        silent=states[Coverage.SILENT],
        unreviewed=states[Coverage.UNREVIEWED],
    )


def _draw_group(collation: Collation, group: Group) -> GroupCoverage:
    return GroupCoverage(
        group=Text(group.title, addresses.comparison_group(group.id)),
        drawing=drawings.draw_coverage(collation, group),
    )


KIND = PageKind(
    view=CoveragePage,
    build=build_pages,
    template="coverage",
    position=90,
)
