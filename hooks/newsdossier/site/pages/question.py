"""The page of a question: the answers first, then whose word they are, and why they relate so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdossier.analysis.collation import Collation
from newsdossier.analysis.rows import Row
from newsdossier.analysis.word_use import list_word_uses
from newsdossier.analysis.wording import joined
from newsdossier.model import Question, Type, Verdict, addresses
from newsdossier.site import drawings
from newsdossier.site.pages.registry import PageKind, PageSource
from newsdossier.site.parts.edit_targets import EditTarget, locate_question
from newsdossier.site.parts.headline import Headline, build_headline
from newsdossier.site.parts.links import link_entities
from newsdossier.site.parts.meter import Meter, build_meter, number_witness
from newsdossier.site.parts.page import Page
from newsdossier.site.parts.question_cards import QuestionCard, build_question_card
from newsdossier.site.parts.row_detail import RowDetail, build_row_detail
from newsdossier.site.parts.text import Text

#: How many questions of the same section are shown beside one.
NEARBY = 6


@dataclass(frozen=True)
class WordRow:
    """A word, and for each witness of the grid whether it uses it."""

    word: str
    used: list[bool]


@dataclass(frozen=True)
class WordGrid:
    """Which witness uses which words."""

    witnesses: list[tuple[str, int]]
    """Their labels and colours."""
    words: list[WordRow]


@dataclass(frozen=True)
class QuestionPage(Page):
    """One row in full."""

    group: Text
    headline: Headline
    meter: Meter
    detail: RowDetail
    number_line: drawings.NumberLine | None
    word_grid: WordGrid | None
    scope: str
    scope_title: str
    choices: list[str]
    """What could be answered, where the question offers a choice."""
    about: list[Text]
    foreseen: list[str]
    """Words that no article has, from which search leads here."""
    nearby: list[QuestionCard]
    in_comparison: Text
    downloads: list[Text]
    edit_target: EditTarget


def build_pages(source: PageSource) -> Iterator[QuestionPage]:
    """The page of every question."""
    for row in source.collation.rows.values():
        yield _build_page(source.collation, row)


def _build_page(collation: Collation, row: Row) -> QuestionPage:
    question = row.question
    group = next(g for g in collation.dossier.settings.groups if g.id == question.group)
    headline = build_headline(collation, row)
    meter = build_meter(collation, row)
    verdicts = joined(list(question.verdict))
    return QuestionPage(
        path=addresses.question_page(question.id),
        title=question.asks,
        description=f"{headline.plain}. {verdicts.capitalize()}. {question.because}",
        kind_label="Question",
        record=question,
        has_tools=True,
        card_title="\n".join(headline.list_plain()),
        card_text=question.asks,
        card_foot=_describe_verdict(verdicts, meter),
        group=Text(group.title, addresses.comparison_group(group.id)),
        headline=headline,
        meter=meter,
        detail=build_row_detail(collation, row),
        number_line=_draw_counts(collation, row),
        word_grid=_build_word_grid(collation, row),
        scope=question.scope,
        scope_title="What is counted" if question.type is Type.COUNT else "What is asked",
        choices=list(question.choices.values()),
        about=link_entities(collation, question.about),
        foreseen=list(question.search),
        nearby=list(_list_nearby(collation, question)),
        in_comparison=Text("The row in the comparison", addresses.comparison_row(question.id)),
        downloads=[
            Text(form, addresses.download_file(f"comparison.{form.lower()}"))
            for form in ("CSV", "JSON")
        ],
        edit_target=locate_question(question),
    )


def _draw_counts(collation: Collation, row: Row) -> drawings.NumberLine | None:
    if row.question.type is not Type.COUNT:
        return None
    colours = {name: number_witness(collation, name) for name in collation.witnesses}
    return drawings.draw_number_line(collation, row, colours)


def _build_word_grid(collation: Collation, row: Row) -> WordGrid | None:
    uses = list_word_uses(row)
    columns = [
        one.witness for one in row.witnesses if any(one.witness.id in use.witnesses for use in uses)
    ]
    if not uses:
        return None
    return WordGrid(
        witnesses=[(one.label, number_witness(collation, one.id)) for one in columns],
        words=[WordRow(use.word, [one.id in use.witnesses for one in columns]) for use in uses],
    )


def _describe_verdict(verdicts: str, meter: Meter) -> str:
    """How the answers relate, and how independent they are; that there is one witness once."""
    independence = meter.independence
    if verdicts == Verdict.ONE_WITNESS:
        independence = independence.removeprefix("1 witness").lstrip(",; ")
    return " · ".join(part for part in (verdicts.capitalize(), independence) if part)


def _list_nearby(collation: Collation, question: Question) -> Iterator[QuestionCard]:
    """The questions that stand next to this one in its section."""
    section = collation.questions_in(question.group)
    here = section.index(question)
    others = [(abs(index - here), one) for index, one in enumerate(section) if one is not question]
    nearest = sorted(others, key=lambda pair: pair[0])[:NEARBY]
    chosen = {one.id for _, one in nearest}
    for one in section:
        if one.id in chosen:
            yield build_question_card(collation, collation.rows[one.id])


KIND = PageKind(
    view=QuestionPage,
    build=build_pages,
    template="question",
    hide=("navigation", "toc"),
    position=70,
)
