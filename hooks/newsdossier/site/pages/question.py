"""The page of a question: one row of the comparison in full."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.rows import Row
from newsdossier.model import Question, Type, addresses
from newsdossier.site import drawings
from newsdossier.site.pages.registry import PageKind, PageSource
from newsdossier.site.parts.links import link_article, link_entities, link_question
from newsdossier.site.parts.page import Page
from newsdossier.site.parts.rows import RowView, build_row
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.wordings import align_wordings, print_wording
from newsdossier.text.alignment import Stretch


@dataclass(frozen=True)
class Rendering:
    """A wording cut where it differs from its variants, and the articles that print it."""

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


def build_pages(source: PageSource) -> Iterator[QuestionPage]:
    """The page of every question."""
    for question in source.collation.dossier.questions.values():
        yield _build_page(source.collation, question)


def _build_page(collation: Collation, question: Question) -> QuestionPage:
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
        kind=_describe_type(question),
        row=build_row(collation, row),
        renderings=_build_renderings(collation, row),
        drawing=_draw_counts(collation, row),
        remarks=question.notes,
        about=link_entities(collation, question.about),
        section=[
            link_question(other)
            for other in collation.questions_in(question.group)
            if other is not question
        ],
        in_matrix=Text("the row in the whole comparison", addresses.comparison_row(question.id)),
        previous=link_question(ordered[index - 1].question) if index else None,
        next=link_question(ordered[index + 1].question) if index + 1 < len(ordered) else None,
    )


def _build_renderings(collation: Collation, row: Row) -> list[list[Rendering]]:
    """Group the wordings that are variants of one another, each with its articles."""
    return [
        [
            Rendering(
                articles=[
                    link_article(article)
                    for article in collation.articles
                    if text in map(print_wording, row.answers_of(article.id))
                ],
                stretches=stretches,
            )
            for text, stretches in group.items()
        ]
        for group in align_wordings(row, collation.articles)
    ]


def _describe_type(question: Question) -> str:
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


def _draw_counts(collation: Collation, row: Row) -> drawings.Drawing | None:
    if row.question.type is not Type.COUNT:
        return None
    return drawings.draw_counts(collation, row)


KIND = PageKind(
    view=QuestionPage,
    build=build_pages,
    template="question",
    hide=("navigation", "toc"),
    position=70,
)
