"""What the copies of a dispatch make of one answer: their words, marked where they differ."""

from __future__ import annotations

from dataclasses import dataclass

from newsdossier.analysis import wording
from newsdossier.analysis.answers import CopyAnswer, SourcedAnswer, Variation, WitnessAnswer
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.quoted import print_quote
from newsdossier.analysis.rows import Row
from newsdossier.model import Bound, Type, addresses
from newsdossier.site.parts.edit_targets import EditTarget, name_cell
from newsdossier.site.parts.fragments import Fragment, enclose
from newsdossier.site.parts.links import link_article, link_blocks
from newsdossier.site.parts.meter import number_witness
from newsdossier.site.parts.speakers import show_chain
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.values import (
    ShownValue,
    print_words,
    show_answer,
)
from newsdossier.text.differences import MarkedWords, WordChange, mark_differences
from newsdossier.text.function_words import find_function_words


@dataclass(frozen=True)
class CopiedLine:
    """One answer of a copy."""

    value: ShownValue | None
    """None where the fragments are the answer."""
    fragments: list[Fragment]
    chain: list[Text]
    """Whose word it is, where that is not as in the base copy."""
    blocks: list[Text]
    passage: Text
    """Where its statement stands beside those of the other copies."""
    edit_target: EditTarget | None
    """None for the base copy, whose answers are shown with their links elsewhere."""


@dataclass(frozen=True)
class CopyView:
    """What one copy has."""

    id: str
    """Where links to this article's answer lead; empty where they lead elsewhere."""
    article: Text
    lines: list[CopiedLine]
    """None where the copy leaves it out."""
    kind: str
    because: str
    is_base: bool


@dataclass(frozen=True)
class CopiedAnswer:
    """One dispatch, and what each of its copies makes of an answer."""

    label: str
    colour: int
    count: str
    copies: list[CopyView]


def build_copied_answer(
    collation: Collation, row: Row, one: WitnessAnswer, named: set[str]
) -> CopiedAnswer:
    """Build what the copies make of a witness's answer, the base copy first.

    `named` are the articles whose answer has an address already.
    """
    count = len(one.witness.articles)
    return CopiedAnswer(
        label=one.witness.label,
        colour=number_witness(collation, one.witness.id),
        count=wording.spell_number(count),
        copies=[
            _build_base(collation, one),
            *(_build_copy(collation, row, one, copy, named) for copy in one.copies),
        ],
    )


def _build_base(collation: Collation, one: WitnessAnswer) -> CopyView:
    return CopyView(
        id="",
        article=link_article(one.answers[0].article),
        lines=[_build_line(collation, sourced, None) for sourced in one.answers],
        kind="the others are compared with it",
        because="",
        is_base=True,
    )


def _build_copy(
    collation: Collation, row: Row, one: WitnessAnswer, copy: CopyAnswer, named: set[str]
) -> CopyView:
    article = collation.dossier.articles[copy.article]
    is_first = bool(copy.answers) and article.id not in named
    if is_first:
        named.add(article.id)
    lines = [_build_line(collation, sourced, one.answers) for sourced in copy.answers]
    return CopyView(
        id=addresses.cell_anchor(row.question.id, article.id) if is_first else "",
        article=link_article(article),
        lines=lines,
        kind=describe_kind(row, one, copy, any(map(_is_reworded, lines))),
        because=copy.variant.because if copy.variant else "",
        is_base=False,
    )


#: What is the same where the words are not.
SAME = {Type.COUNT: "same figure", Type.DATE: "same date", Type.WORDING: "same words"}


def _is_reworded(line: CopiedLine) -> bool:
    """Whether any of its words is marked."""
    return any(words.change is not WordChange.KEPT for one in line.fragments for words in one.words)


def describe_kind(row: Row, one: WitnessAnswer, copy: CopyAnswer, is_reworded: bool) -> str:
    """Say in a few words how a copy differs, and through whom."""
    cause = f" · {copy.variant.cause}" if copy.variant else ""
    match copy.variation:
        case Variation.MISSING if row.answers_of(copy.article):
            return f"left out; the page answers on its own{cause}"
        case Variation.MISSING:
            return f"left out{cause}"
        case Variation.CHANGED if is_bound_lost(one.answers, copy.answers):
            return f"changed: {name_lost_bound(one.answers)}{cause}"
        case Variation.SAME:
            same = SAME.get(row.question.type, "same answer")
            return f"{same}, reworded" if is_reworded else same
        case _:
            return f"{copy.variation}{cause}"


def is_bound_lost(base: list[SourcedAnswer], copy: list[SourcedAnswer]) -> bool:
    """Whether a figure is the same, and what limits it is gone."""
    if len(base) != 1 or len(copy) != 1:
        return False
    there, here = base[0].answer, copy[0].answer
    return there.value == here.value and there.bound is not Bound.EQ and here.bound is Bound.EQ


def name_lost_bound(base: list[SourcedAnswer]) -> str:
    """The words that limit a figure, and that a copy has lost."""
    return f"lost ‘{wording.BOUNDS[base[0].answer.bound].strip()}’"


def _build_line(
    collation: Collation, sourced: SourcedAnswer, base: list[SourcedAnswer] | None
) -> CopiedLine:
    """One answer of a copy, its words marked where those of the base copy's answers differ."""
    question = collation.dossier.questions[sourced.answer.question]
    name = name_cell(question, sourced.article)
    shown = show_answer(collation, sourced)
    is_wording = question.type is Type.WORDING and not shown.inferred
    return CopiedLine(
        value=None if is_wording else shown,
        fragments=_mark_fragments(collation, sourced, base, is_wording),
        chain=_show_other_chain(collation, sourced, base),
        blocks=link_blocks(sourced.article, sourced.statement.at),
        passage=_link_passage(sourced),
        edit_target=None if base is None else EditTarget(sourced.answer.place(), name),
    )


def _link_passage(sourced: SourcedAnswer) -> Text:
    article, statement = sourced.article.id, sourced.statement.id
    return Text("passage", addresses.copied_statement(sourced.witness, article, statement))


def _show_other_chain(
    collation: Collation, sourced: SourcedAnswer, base: list[SourcedAnswer] | None
) -> list[Text]:
    """The chain of a copy's answer that names others than the base copy's answers do."""
    known = [_name_voices(one) for one in ([sourced] if base is None else base)]
    return [] if _name_voices(sourced) in known else show_chain(collation, sourced.stated)


def _name_voices(sourced: SourcedAnswer) -> list[str | None]:
    statement = sourced.statement
    return [voice.entity_id or voice.unnamed for voice in (*statement.speaker, *statement.via)]


def _mark_fragments(
    collation: Collation,
    sourced: SourcedAnswer,
    base: list[SourcedAnswer] | None,
    is_wording: bool,
) -> list[Fragment]:
    """The words of an answer, marked where the most similar of the base copy's answers differs."""
    here, statement = _choose_fragments(sourced, is_wording), sourced.statement
    ignored = find_function_words(sourced.article.language)
    compared = [
        mark_differences(_choose_fragments(one, is_wording), here, ignored)
        for one in ([sourced] if base is None else base)
    ]
    best = min(compared, key=_count_changed)
    shown = [
        print_words(collation, sourced) if is_wording else print_quote(statement, one)
        for one in here
    ]
    return [enclose(*one) for one in zip(here, shown, best, strict=True)]


def _count_changed(marked: list[list[MarkedWords]]) -> int:
    changed = [one for words in marked for one in words if one.change is not WordChange.KEPT]
    return sum(len(one.text.split()) for one in changed)


def _choose_fragments(sourced: SourcedAnswer, is_wording: bool) -> list[str]:
    """The words to compare: the answer's own, else the quotations with its value, else all."""
    value, quotes = sourced.answer.value, sourced.statement.quote
    return value if is_wording else [one for one in quotes if value[0] in one] or quotes
