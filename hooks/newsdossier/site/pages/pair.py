"""Two articles side by side, question by question and text by text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.pairs import PairVerdict, explain_apart, judge_pair
from newsdossier.analysis.ranking import pair_articles
from newsdossier.analysis.rows import Coverage, Row
from newsdossier.model import Article, Attribution, Rights, addresses
from newsdossier.site.pages.registry import PageKind, PageSource
from newsdossier.site.parts.brief import BriefAnswer, build_brief_answer
from newsdossier.site.parts.links import (
    link_article,
    link_blocks,
    link_origin,
    link_pair,
    link_question,
    link_title,
)
from newsdossier.site.parts.meter import number_witness
from newsdossier.site.parts.page import Page
from newsdossier.site.parts.renditions import BlockView, Passage, build_rendition
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.values import ShownValue, show_date

#: What a verdict on two articles is called; two copies of a dispatch are one witness.
WORDS = {
    PairVerdict.SAME: "same in both copies",
    PairVerdict.REWORDED: "reworded in copying",
    PairVerdict.CHANGED: "changed in copying",
}


@dataclass(frozen=True)
class PairAnswer:
    """One article's answer, with its place, which leads to its note."""

    brief: BriefAnswer
    place: Text
    colour: int
    """The number of its witness's colour."""


@dataclass(frozen=True)
class PairCell:
    """What one of the two articles gives to a question."""

    answers: list[PairAnswer]
    state: str
    """Silent, or not yet reviewed; empty where it answers."""
    remark: str
    """What comes nearest, where it is silent."""


@dataclass(frozen=True)
class PairRow:
    """A question with the answers of two articles, and how these two relate."""

    question: Text
    verdicts: list[tuple[str, str]]
    """Each with what has to be said of it: what it is on, or why there is none."""
    cells: list[PairCell]


@dataclass(frozen=True)
class PairSection:
    """The rows that both articles answer, or only one of them."""

    id: str
    title: str
    count: str
    rows: list[PairRow]


@dataclass(frozen=True)
class NumberedPassage:
    """Text up to its notes, whose numbers lead to the article's page."""

    parts: list[Text]
    whose: str
    calls: list[Text]


@dataclass(frozen=True)
class SideBlock:
    """A block of a rendition; its label leads to the same block on the article's page."""

    label: Text
    kind: str
    is_heading: bool
    passages: list[NumberedPassage]


@dataclass(frozen=True)
class Side:
    """One of the two articles, with its rendition."""

    id: str
    colour: int
    """The number of its witness's colour; 0 where it says nothing."""
    article: Text
    title: Text
    issued: ShownValue
    full: bool
    headline: NumberedPassage
    blocks: list[SideBlock]


@dataclass(frozen=True)
class PairPage(Page):
    """Two articles side by side."""

    sides: list[Side]
    origin: Text | None
    summary: str
    """How many questions both answer, and how their answers relate."""
    sections: list[PairSection]
    legend: list[tuple[str, str]]


def build_pages(source: PageSource) -> Iterator[PairPage]:
    """Build a page for every two articles, unless there are too many."""
    collation = source.collation
    paired = pair_articles(collation)
    sides = {article.id: _build_side(collation, article) for pair in paired for article in pair}
    for one, other in paired:
        yield _build_page(collation, (one, other), [sides[one.id], sides[other.id]])


def _build_page(
    collation: Collation, articles: tuple[Article, Article], sides: list[Side]
) -> PairPage:
    one, other = articles
    sections = list(_build_sections(collation, one, other))
    summary = _summarise(collation, one, other)
    origin = _find_shared_origin(collation, one, other)
    return PairPage(
        path=addresses.pair_page(one.id, other.id),
        title=f"{link_pair(one, other).text}, side by side",
        description=f"{link_pair(one, other).text}, answer by answer and text by text. {summary}",
        kind_label="Two articles",
        sides=sides,
        origin=link_origin(collation, origin) if origin else None,
        summary=summary,
        sections=sections,
        legend=[(word, wording.WORDS[word]) for word in Attribution],
    )


def _find_shared_origin(collation: Collation, one: Article, other: Article) -> str | None:
    """The dispatch that both go back to."""
    origin = one.dispatch
    return origin if origin == other.dispatch else None


def _build_sections(collation: Collation, one: Article, other: Article) -> Iterator[PairSection]:
    answering = [
        (row, one.id in row.answering_articles, other.id in row.answering_articles)
        for row in collation.rows.values()
    ]
    kinds = [
        ("both", "Both answer", (True, True)),
        (f"only-{one.id}", f"Only {one.label} answers", (True, False)),
        (f"only-{other.id}", f"Only {other.label} answers", (False, True)),
    ]
    for id_, title, wanted in kinds:
        rows = [row for row, *answers in answering if tuple(answers) == wanted]
        if rows:
            count = wording.plural(len(rows), "question")
            shown = [_build_pair_row(collation, row, one, other) for row in rows]
            yield PairSection(id_, title, count, shown)


def _summarise(collation: Collation, one: Article, other: Article) -> str:
    """Count how the answers of two articles relate, each question once for each of its parts."""
    judged = [judge_pair(row, one.id, other.id) for row in collation.rows.values()]
    both = [verdicts for verdicts in judged if PairVerdict.ALONE not in verdicts]
    copied = [one for one in (_choose(verdicts, True) for verdicts in both) if one]
    other_than_copied = [one for one in (_choose(verdicts, False) for verdicts in both) if one]
    answered = wording.plural(len(both), "question")
    if not both:
        return "No question is answered by both."
    if not copied:
        return f"Both answer {answered}: {_count(other_than_copied)}."
    told = f"Both answer {answered}. In {len(copied)} both copy the dispatch: {_count(copied)}."
    if not other_than_copied:
        return told
    twice = len(copied) + len(other_than_copied) - len(both)
    also = f" ({twice} of them counted before)" if twice else ""
    added = len(other_than_copied)
    return f"{told} In {added}{also} one of them adds its own: {_count(other_than_copied)}."


def _choose(verdicts: list[PairVerdict], is_of_copies: bool) -> str:
    """The verdicts on what both copy, or on all else, in words."""
    chosen = [WORDS.get(one, one) for one in verdicts if one.is_of_copies is is_of_copies]
    return wording.joined(chosen) if chosen else ""


def _count(verdicts: list[str]) -> str:
    return ", ".join(f"{count} {verdict}" for verdict, count in Counter(verdicts).most_common())


def _build_pair_row(collation: Collation, row: Row, one: Article, other: Article) -> PairRow:
    verdicts = judge_pair(row, one.id, other.id)
    is_copied = any(verdict.is_of_copies for verdict in verdicts) or one.dispatch == other.dispatch
    added = _list_adding(row, one, other) if one.dispatch and is_copied else ""
    return PairRow(
        question=link_question(row.question),
        verdicts=[
            (
                WORDS.get(verdict, verdict),
                explain_apart(row, one, other)
                if verdict is PairVerdict.APART
                else ""
                if verdict.is_of_copies or verdict is PairVerdict.ALONE
                else added,
            )
            for verdict in verdicts
        ],
        cells=[_build_pair_cell(collation, row, article) for article in (one, other)],
    )


def _list_adding(row: Row, one: Article, other: Article) -> str:
    """Which of two copies answer with what they add to their dispatch."""
    labels = [
        article.label
        for article in (one, other)
        if any(sourced.witness != article.dispatch for sourced in row.answers_of(article.id))
    ]
    verb = "adds" if len(labels) == 1 else "add"
    return f"on what {wording.joined(labels)} {verb}" if labels else ""


def _build_pair_cell(collation: Collation, row: Row, article: Article) -> PairCell:
    silent = row.silent.get(article.id)
    answers = row.answers_of(article.id)
    states = {Coverage.SILENT: "silent", Coverage.UNREVIEWED: "not yet reviewed"}
    return PairCell(
        answers=[
            PairAnswer(
                brief=build_brief_answer(collation, sourced),
                place=Text(
                    ", ".join(one.text for one in link_blocks(article, sourced.statement.at)),
                    addresses.statement_note(article.id, sourced.statement.id),
                ),
                colour=number_witness(collation, sourced.witness),
            )
            for sourced in answers
        ],
        state=states.get(row.coverage(article.id), ""),
        remark=(silent.note if silent else None) or "",
    )


def _build_side(collation: Collation, article: Article) -> Side:
    rendition = build_rendition(collation, article)
    numbers = {note: str(number) for number, note in enumerate(rendition.notes, start=1)}
    witness = article.dispatch or article.id
    return Side(
        id=article.id,
        colour=number_witness(collation, witness) if witness in collation.witnesses else 0,
        article=link_article(article),
        title=link_title(article),
        issued=show_date(article.issued),
        full=article.rights is Rights.FULL,
        headline=_number_notes(article, rendition.headline, numbers),
        blocks=[_build_side_block(article, block, numbers) for block in rendition.blocks],
    )


def _build_side_block(article: Article, block: BlockView, numbers: dict[str, str]) -> SideBlock:
    return SideBlock(
        label=Text(block.label, addresses.article_block(article.id, block.label)),
        kind=block.kind,
        is_heading=block.is_heading,
        passages=[_number_notes(article, passage, numbers) for passage in block.passages],
    )


def _number_notes(article: Article, passage: Passage, numbers: dict[str, str]) -> NumberedPassage:
    """Number a passage's notes as the article's page does."""
    calls = [
        Text(numbers[mark.note], addresses.statement_note(article.id, mark.note))
        for mark in passage.marks
    ]
    return NumberedPassage(passage.parts, passage.whose, calls)


KIND = PageKind(
    view=PairPage,
    build=build_pages,
    template="pair",
    hide=("navigation", "toc"),
    is_searched=False,  # what it shows stands on other pages, to which the search leads
    position=80,
)
