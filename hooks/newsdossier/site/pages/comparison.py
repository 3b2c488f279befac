"""The views of the comparison: the whole matrix, and a page for each question."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from slugify import slugify

from newsdossier.analysis import wording
from newsdossier.analysis.collate import DISTANCE, Collation, pairs, parting
from newsdossier.analysis.rows import Row
from newsdossier.model import addresses
from newsdossier.model.records import Article, Kind, Question, Type, Verdict
from newsdossier.site import drawings
from newsdossier.site.pages.parts import (
    Page,
    RowView,
    Text,
    article_link,
    entity_links,
    origin_link,
    pair_link,
    printed_wording,
    question_link,
    row_view,
    variants,
)
from newsdossier.text.alignment import Stretch

#: What each verdict means, for legends.
MEANINGS = {
    Verdict.AGREE: "all answers are equal",
    Verdict.COMPATIBLE: "no answer excludes another; some are more precise",
    Verdict.CHANGED: "the answers hold at different times",
    Verdict.CONTRADICT: "two answers cannot both hold at the same time",
    Verdict.DIFFER: "wording, selection or emphasis differs",
    Verdict.TRANSLATION: "the editor holds the difference to be the translator’s",
    Verdict.SINGLE: "one article answers",
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
    """Neighbouring columns: those of one dispatch, or articles that share none."""

    origin: Text | None
    width: int


@dataclass(frozen=True)
class MatrixRow:
    """A row of the matrix, and what it can be found by."""

    view: RowView
    verdicts: list[str]
    answering: list[str]
    entities: list[str]
    apart: bool
    """Whether the articles part ways in it."""


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
    """The whole matrix."""

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


@dataclass(frozen=True)
class Rendering:
    """A wording cut where it parts from its variants, and the articles that print it."""

    articles: list[Text]
    stretches: list[Stretch]


@dataclass(frozen=True)
class QuestionPage(Page):
    """One row in full."""

    group: Text
    scope: str
    kind: str
    row: RowView
    renderings: list[list[Rendering]]
    drawing: drawings.Drawing | None
    remarks: list[str]
    about: list[Text]
    section: list[Text]
    in_matrix: Text
    previous: Text | None
    next: Text | None


def comparison_page(collation: Collation) -> ComparisonPage:
    """The whole matrix, its groups as sections."""
    questions = wording.plural(len(collation.rows), "question")
    articles = wording.plural(len(collation.articles), "article")
    column_groups = _column_groups(collation)
    return ComparisonPage(
        path=addresses.COMPARISON,
        title="Comparison",
        description=f"{questions} put to {articles}: who says what, and how the answers compare.",
        columns=[_column(article) for article in collation.articles],
        column_groups=column_groups,
        groups=_groups(collation),
        meanings=[(v, MEANINGS[v], _rows_with(collation, v)) for v in Verdict],
        coverage=Text("the grid of coverage", addresses.COVERAGE),
        verdicts=[Choice(_slug(verdict), verdict) for verdict in FARTHEST_FIRST],
        entities=_entity_choices(collation),
        pairs=[_pair(collation, one, other) for one, other in pairs(collation)],
        shares_origin=any(group.origin for group in column_groups),
    )


def _groups(collation: Collation) -> list[GroupView]:
    apart = {row.question.id for row in parting(collation)}
    return [
        GroupView(
            group.id,
            group.title,
            [
                _matrix_row(collation, collation.rows[question.id], question.id in apart)
                for question in collation.questions_in(group.id)
            ],
        )
        for group in collation.dossier.settings.groups
        if collation.questions_in(group.id)
    ]


def _matrix_row(collation: Collation, row: Row, apart: bool) -> MatrixRow:
    return MatrixRow(
        view=row_view(collation, row),
        verdicts=[_slug(verdict) for verdict in row.question.verdict],
        answering=row.answering,
        entities=_entities(row),
        apart=apart,
    )


def _slug(verdict: Verdict) -> str:
    return slugify(verdict)


def _entities(row: Row) -> list[str]:
    """The entities that a row is about, those that speak in it, and those that answer it."""
    found = list(row.question.about)
    for sourced in row.answers:
        voices = [*sourced.statement.speaker, *sourced.statement.via]
        found += [voice.entity_id for voice in voices if voice.entity_id]
        if row.question.type is Type.ENTITIES:
            found += sourced.answer.value
    return list(dict.fromkeys(found))


def _entity_choices(collation: Collation) -> list[tuple[str, list[Choice]]]:
    """The entities that rows can be filtered by, kind by kind."""
    entities = collation.dossier.entities
    in_rows = {name for row in collation.rows.values() for name in _entities(row)}
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


def _pair(collation: Collation, one: Article, other: Article) -> tuple[Text, str]:
    """Two articles, and how many questions both answer."""
    both = sum({one.id, other.id} <= set(row.answering) for row in collation.rows.values())
    count = f"{wording.plural(both, 'question')} in common"
    return pair_link(one, other), count


def _rows_with(collation: Collation, verdict: Verdict) -> str:
    rows = sum(verdict in row.question.verdict for row in collation.rows.values())
    return wording.plural(rows, "row")


def _column(article: Article) -> Column:
    certainty = wording.certainty(article.issued.date, article.issued.because)
    return Column(article.id, article_link(article), wording.day(article.issued.date), certainty)


def _column_groups(collation: Collation) -> list[ColumnGroup]:
    def shared(article: Article) -> str | None:
        origin = collation.dispatch_of(article)
        return origin if origin and len(collation.of_origin(origin)) > 1 else None

    return [
        ColumnGroup(origin_link(collation, origin) if origin else None, len(list(articles)))
        for origin, articles in groupby(collation.articles, key=shared)
    ]


def question_page(collation: Collation, question: Question) -> QuestionPage:
    """One row in full."""
    group = next(g for g in collation.dossier.settings.groups if g.id == question.group)
    ordered = list(collation.rows.values())
    row = collation.rows[question.id]
    index = ordered.index(row)
    verdicts = wording.joined(list(question.verdict))
    return QuestionPage(
        path=addresses.question_page(question.id),
        title=question.asks,
        description=f"{question.label}: {verdicts}. {question.because}",
        kind_label="Question",
        card_text=verdicts,
        group=Text(group.title, addresses.comparison_group(group.id)),
        scope=question.scope,
        kind=_kind(question),
        row=row_view(collation, row),
        renderings=_renderings(collation, row),
        drawing=_drawing(collation, row),
        remarks=question.notes,
        about=entity_links(collation, question.about),
        section=[
            question_link(other)
            for other in collation.questions_in(question.group)
            if other is not question
        ],
        in_matrix=Text("the row in the whole comparison", addresses.comparison_row(question.id)),
        previous=question_link(ordered[index - 1].question) if index else None,
        next=question_link(ordered[index + 1].question) if index + 1 < len(ordered) else None,
    )


def _renderings(collation: Collation, row: Row) -> list[list[Rendering]]:
    """The wordings that are variants of one another, each with the articles that print it."""
    return [
        [
            Rendering(
                articles=[
                    article_link(article)
                    for article in collation.articles
                    if text in map(printed_wording, row.of(article.id))
                ],
                stretches=stretches,
            )
            for text, stretches in group.items()
        ]
        for group in variants(row, collation.articles)
    ]


def _kind(question: Question) -> str:
    match question.type:
        case Type.COUNT:
            return f"a count of {question.unit}" if question.unit else "a number"
        case Type.CHOICE:
            return f"a choice: {'; '.join(question.choices.values())}"
        case Type.DATE:
            return "a date"
        case Type.ENTITIES:
            return "who or what is named"
        case Type.WORDING:
            return "the words used"


def _drawing(collation: Collation, row: Row) -> drawings.Drawing | None:
    if row.question.type is not Type.COUNT:
        return None
    return drawings.counts(collation, row)
