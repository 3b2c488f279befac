"""The whole comparison: a row for each question, a column for each article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from slugify import slugify

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.ranking import DISTANCE, pair_articles
from newsdossier.analysis.relations import list_sources, list_speakers
from newsdossier.analysis.rows import Row
from newsdossier.model import Article, Kind, Type, Verdict, addresses
from newsdossier.site.pages.registry import PageKind, PageSource
from newsdossier.site.parts.links import link_article, link_origin, link_pair
from newsdossier.site.parts.page import Page
from newsdossier.site.parts.rows import RowView, build_row
from newsdossier.site.parts.text import Text

#: What each verdict means, for legends.
MEANINGS = {
    Verdict.AGREE: "two or more witnesses answer, and all their answers are equal",
    Verdict.COMPATIBLE: "no witness’s answer excludes another’s; some are more precise",
    Verdict.CHANGED: "the witnesses’ answers hold at different times",
    Verdict.DIFFER: "the witnesses differ in wording, selection or emphasis",
    Verdict.CONTRADICT: "two witnesses’ answers cannot both hold at the same time",
    Verdict.ONE_WITNESS: "one witness answers, in however many copies",
}


#: The verdicts in the order in which rows are sorted by them.
FARTHEST_FIRST = sorted(Verdict, key=lambda verdict: -DISTANCE.get(verdict, 0))


@dataclass(frozen=True)
class Column:
    """An article as a column of the comparison."""

    id: str
    article: Text
    issued: str
    certainty: str


@dataclass(frozen=True)
class ColumnGroup:
    """Neighbouring columns: articles of one dispatch, or articles that share none."""

    origin: Text | None
    width: int


@dataclass(frozen=True)
class MatrixRow:
    """A row of the comparison, with what it can be filtered by."""

    view: RowView
    verdicts: list[str]
    answering: list[str]
    entities: list[str]
    apart: bool
    """Whether the witnesses differ in it."""


@dataclass(frozen=True)
class GroupView:
    """A section of the comparison."""

    id: str
    title: str
    rows: list[MatrixRow]


@dataclass(frozen=True)
class Choice:
    """One thing that rows can be filtered by."""

    id: str
    label: str


@dataclass(frozen=True)
class ComparisonPage(Page):
    """The whole comparison."""

    columns: list[Column]
    column_groups: list[ColumnGroup]
    groups: list[GroupView]
    meanings: list[tuple[str, str, str]]
    coverage: Text
    verdicts: list[Choice]
    entities: list[tuple[str, list[Choice]]]
    pairs: list[tuple[Text, str]]
    shares_origin: bool
    """Whether some of the articles go back to one dispatch."""


def build_pages(source: PageSource) -> Iterator[ComparisonPage]:
    """Build the whole comparison, its groups as sections."""
    collation = source.collation
    questions = wording.plural(len(collation.rows), "question")
    articles = wording.plural(len(collation.articles), "article")
    column_groups = _group_columns(collation)
    yield ComparisonPage(
        path=addresses.COMPARISON,
        title="Comparison",
        description=f"{questions} put to {articles}: who says what, and how the answers compare.",
        columns=[_build_column(article) for article in collation.articles],
        column_groups=column_groups,
        groups=_build_groups(collation),
        meanings=[(v, MEANINGS[v], _count_rows(collation, v)) for v in Verdict],
        coverage=Text("the grid of coverage", addresses.COVERAGE),
        verdicts=[Choice(slugify(verdict), verdict) for verdict in FARTHEST_FIRST],
        entities=_list_entity_choices(collation),
        pairs=[_describe_pair(collation, one, other) for one, other in pair_articles(collation)],
        shares_origin=any(group.origin for group in column_groups),
    )


def _build_groups(collation: Collation) -> list[GroupView]:
    return [
        GroupView(
            group.id,
            group.title,
            [
                _build_matrix_row(collation, collation.rows[question.id])
                for question in collation.questions_in(group.id)
            ],
        )
        for group in collation.dossier.settings.groups
        if collation.questions_in(group.id)
    ]


def _build_matrix_row(collation: Collation, row: Row) -> MatrixRow:
    return MatrixRow(
        view=build_row(collation, row),
        verdicts=[slugify(verdict) for verdict in row.question.verdict],
        answering=row.answering_articles,
        entities=_list_entities(row),
        apart=any(verdict in DISTANCE for verdict in row.question.verdict),
    )


def _list_entities(row: Row) -> list[str]:
    """The entities that a row is about, those that speak in it, and those that answer it."""
    found = list(row.question.about)
    for sourced in row.answers:
        found += [*list_speakers(sourced.stated), *list_sources(sourced.stated)]
        if row.question.type is Type.ENTITIES:
            found += sourced.answer.value
    return list(dict.fromkeys(found))


def _list_entity_choices(collation: Collation) -> list[tuple[str, list[Choice]]]:
    """The entities that rows can be filtered by, kind by kind."""
    entities = collation.dossier.entities
    in_rows = {name for row in collation.rows.values() for name in _list_entities(row)}
    sections = [
        (
            wording.KINDS[kind],
            [
                Choice(name, entities[name].title)
                for name in sorted(in_rows, key=lambda name: slugify(entities[name].title))
                if entities[name].kind is kind
            ],
        )
        for kind in Kind
    ]
    return [(title, choices) for title, choices in sections if choices]


def _describe_pair(collation: Collation, one: Article, other: Article) -> tuple[Text, str]:
    """Two articles, and how many questions both answer."""
    both = sum({one.id, other.id} <= set(row.answering_articles) for row in collation.rows.values())
    count = f"{wording.plural(both, 'question')} in common"
    return link_pair(one, other), count


def _count_rows(collation: Collation, verdict: Verdict) -> str:
    rows = sum(verdict in row.question.verdict for row in collation.rows.values())
    return wording.plural(rows, "row")


def _build_column(article: Article) -> Column:
    certainty = wording.certainty(article.issued.date, article.issued.because)
    return Column(article.id, link_article(article), wording.day(article.issued.date), certainty)


def _group_columns(collation: Collation) -> list[ColumnGroup]:
    def find_shared(article: Article) -> str | None:
        origin = article.dispatch
        return origin if origin and len(collation.of_origin(origin)) > 1 else None

    return [
        ColumnGroup(link_origin(collation, origin) if origin else None, len(list(articles)))
        for origin, articles in groupby(collation.articles, key=find_shared)
    ]


KIND = PageKind(
    view=ComparisonPage,
    build=build_pages,
    template="comparison",
    hide=("navigation", "toc"),
    position=60,
)
