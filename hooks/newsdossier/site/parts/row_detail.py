"""All that a row opens to: whose word each answer is, what the copies make of it, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdossier.analysis import wording
from newsdossier.analysis.answers import SourcedAnswer, WitnessAnswer
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.quoted import print_quote
from newsdossier.analysis.rows import Coverage, Row
from newsdossier.model import Article, addresses
from newsdossier.site.parts.copies import CopiedAnswer, build_copied_answer
from newsdossier.site.parts.edit_targets import EditTarget, locate_silence, name_cell
from newsdossier.site.parts.links import link_article, link_blocks, link_entities
from newsdossier.site.parts.meter import count_copies, number_witness
from newsdossier.site.parts.speakers import describe_mode, name_manner, show_chain
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.values import (
    ShownValue,
    show_answer,
    show_issued,
)


@dataclass(frozen=True)
class AnswerLine:
    """One answer of a witness: its value, whose word it is, and the words that print it."""

    id: str
    """Where links to this article's answer lead; empty for all but its first."""
    value: ShownValue
    of: str
    as_of: str
    status: str
    by: list[Text]
    on: str
    chain: list[Text]
    sources: list[Text]
    """Whom the source line of its box names."""
    how: str
    printed: str
    """The words that have it; empty where the value is these words."""
    blocks: list[Text]
    note: Text
    says: str
    grounds: list[str]
    """Why a speaker is taken to be somebody whom the words do not name."""
    edit_target: EditTarget


@dataclass(frozen=True)
class WitnessLines:
    """One witness, and its answers."""

    label: str
    colour: int
    issued: ShownValue | None
    """When it was published; None where several copies were."""
    copies: str
    answers: list[AnswerLine]


@dataclass(frozen=True)
class SilentArticle:
    """An article that gives no answer."""

    id: str
    article: Text
    state: str
    """Silent, or not yet reviewed."""
    note: str
    """What comes nearest."""
    edit_target: EditTarget


@dataclass(frozen=True)
class RowDetail:
    """All that a row opens to."""

    name: str
    """Its name in a report of a mistake."""
    page: Text
    """The question, leading to its page."""
    witnesses: list[WitnessLines]
    copied: list[CopiedAnswer]
    """What the copies of each dispatch make of its answer."""
    verdicts: list[str]
    because: str
    notes: list[str]
    silences: list[SilentArticle]


def build_row_detail(collation: Collation, row: Row) -> RowDetail:
    """Build all that a row opens to."""
    answering = [one for one in row.witnesses if one.answers]
    named: set[str] = set()
    return RowDetail(
        name=f"question {row.question.id}",
        page=Text(row.question.asks, addresses.question_page(row.question.id)),
        witnesses=[_build_witness(collation, row, one, named) for one in answering],
        copied=[
            build_copied_answer(collation, row, one, named)
            for one in answering
            if one.witness.is_shared
        ],
        verdicts=list(row.question.verdict),
        because=row.question.because,
        notes=row.question.notes,
        silences=list(_list_silences(collation, row)),
    )


def _build_witness(
    collation: Collation, row: Row, one: WitnessAnswer, named: set[str]
) -> WitnessLines:
    copies, of_all = count_copies(one), len(one.witness.articles)
    told = f"{copies} copies" if copies == of_all else f"{copies} of {of_all} copies"
    return WitnessLines(
        label=one.witness.label,
        colour=number_witness(collation, one.witness.id),
        issued=None if one.witness.is_shared else show_issued(one.answers[0].article),
        copies=told if one.witness.is_shared else "",
        answers=[_build_line(collation, row, sourced, named) for sourced in one.answers],
    )


def _build_line(
    collation: Collation, row: Row, sourced: SourcedAnswer, named: set[str]
) -> AnswerLine:
    answer, stated, article = sourced.answer, sourced.stated, sourced.article
    return AnswerLine(
        id=give_anchor(row, article, named),
        value=show_answer(collation, sourced),
        of=answer.of or "",
        as_of=wording.short_day(answer.as_of) if answer.as_of else "",
        status=wording.STATUSES[answer.status],
        by=link_entities(collation, answer.by),
        on=wording.short_day(answer.on) if answer.on else "",
        chain=_shorten_chain(show_chain(collation, stated)),
        sources=link_entities(collation, stated.sources),
        how=name_manner(collation, sourced) if sourced.statement.speaker else describe_mode(stated),
        printed=_print_quote(sourced),
        blocks=link_blocks(article, sourced.statement.at),
        note=Text("note", addresses.statement_note(article.id, sourced.statement.id)),
        says=sourced.statement.says,
        grounds=[voice.because for voice in sourced.statement.speaker if voice.because],
        edit_target=EditTarget(answer.place(), name_cell(row.question, article)),
    )


def _shorten_chain(steps: list[Text]) -> list[Text]:
    """The steps of a chain; an agency that is called as its article is named once."""
    *steps, article = steps
    return [*(step for step in steps if step.text != article.text or step.hint), article]


def give_anchor(row: Row, article: Article, named: set[str]) -> str:
    """Name an article's answer where it stands first; later ones get no name."""
    if article.id in named:
        return ""
    named.add(article.id)
    return addresses.cell_anchor(row.question.id, article.id)


def _print_quote(sourced: SourcedAnswer) -> str:
    """The quotation with the value, else the first; none if the value is a quotation."""
    value = sourced.answer.value[0]
    quotes = sourced.statement.quote
    best = next((quote for quote in quotes if value in quote), quotes[0] if quotes else "")
    is_shown = not best or (value == best and not value.isdigit())
    return "" if is_shown else print_quote(sourced.statement, best)


def _list_silences(collation: Collation, row: Row) -> Iterator[SilentArticle]:
    for article in collation.articles:
        state = row.coverage(article.id)
        if state is not Coverage.ANSWERED:
            silent = row.silent.get(article.id)
            yield SilentArticle(
                id=addresses.cell_anchor(row.question.id, article.id),
                article=link_article(article),
                state="silent" if state is Coverage.SILENT else "not yet reviewed",
                note=(silent.note if silent else None) or "",
                edit_target=locate_silence(row, article),
            )
