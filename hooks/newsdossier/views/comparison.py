"""The views of the comparison: the whole matrix, and a page for each question."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from newsdossier import drawings, urls, words
from newsdossier.collate import Collation
from newsdossier.records import Article, Question, Type, Verdict
from newsdossier.rows import Row
from newsdossier.views.parts import (
    Page,
    RowView,
    Text,
    article_link,
    entity_links,
    origin_link,
    question_link,
    row_view,
)

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


@dataclass(frozen=True)
class Column:
    """An article as a column of the comparison."""

    article: Text
    issued: str
    certainty: str


@dataclass(frozen=True)
class ColumnGroup:
    """Neighbouring columns: those of one dispatch, or articles that share none."""

    origin: Text | None
    width: int


@dataclass(frozen=True)
class GroupView:
    """A section of the comparison."""

    id: str
    title: str
    rows: list[RowView]


@dataclass(frozen=True)
class ComparisonPage(Page):
    """The whole matrix."""

    columns: list[Column]
    column_groups: list[ColumnGroup]
    groups: list[GroupView]
    meanings: list[tuple[str, str, str]]


@dataclass(frozen=True)
class QuestionPage(Page):
    """One row in full."""

    group: Text
    scope: str
    kind: str
    row: RowView
    drawing: drawings.Drawing | None
    remarks: list[str]
    about: list[Text]
    previous: Text | None
    next: Text | None


def comparison_page(collation: Collation) -> ComparisonPage:
    """The whole matrix, its groups as sections."""
    questions = words.plural(len(collation.rows), "question")
    articles = words.plural(len(collation.articles), "article")
    return ComparisonPage(
        path=urls.COMPARISON,
        title="Comparison",
        description=f"{questions} put to {articles}: who says what, and how the answers compare.",
        columns=[_column(article) for article in collation.articles],
        column_groups=_column_groups(collation),
        groups=[
            GroupView(group.id, group.title, _rows(collation, group.id))
            for group in collation.dossier.settings.groups
            if collation.questions_in(group.id)
        ],
        meanings=[(v, MEANINGS[v], _rows_with(collation, v)) for v in Verdict],
    )


def _rows(collation: Collation, group: str) -> list[RowView]:
    questions = collation.questions_in(group)
    return [row_view(collation, collation.rows[question.id]) for question in questions]


def _rows_with(collation: Collation, verdict: Verdict) -> str:
    rows = sum(verdict in row.question.verdict for row in collation.rows.values())
    return words.plural(rows, "row")


def _column(article: Article) -> Column:
    certainty = words.certainty(article.issued.date, article.issued.because)
    return Column(article_link(article), words.day(article.issued.date), certainty)


def _column_groups(collation: Collation) -> list[ColumnGroup]:
    def shared(article: Article) -> str | None:
        origin = article.origin.origin if article.origin else None
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
    return QuestionPage(
        path=urls.question(question.id),
        title=question.asks,
        description=f"{words.joined(list(question.verdict)).capitalize()}: {question.because}",
        group=Text(group.title, urls.group(group.id)),
        scope=question.scope,
        kind=_kind(question),
        row=row_view(collation, row),
        drawing=_drawing(row),
        remarks=question.notes,
        about=entity_links(collation, question.about),
        previous=question_link(ordered[index - 1].question) if index else None,
        next=question_link(ordered[index + 1].question) if index + 1 < len(ordered) else None,
    )


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


def _drawing(row: Row) -> drawings.Drawing | None:
    if row.question.type is not Type.COUNT:
        return None
    return drawings.intervals(row)
