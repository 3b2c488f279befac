"""What changed in copying: a page for each dispatch in two or more copies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.dispatch_changes import Copying, Passage, copyings_of
from newsdossier.analysis.statement_changes import CopyKind
from newsdossier.model import addresses
from newsdossier.site.pages.registry import PageKind, PageSource
from newsdossier.site.parts.links import link_origin
from newsdossier.site.parts.meter import Meter, build_dispatch_meter, number_witness
from newsdossier.site.parts.page import Page
from newsdossier.site.parts.survival import SurvivalView, build_survival
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.versions import (
    FILTERED,
    ChangedValue,
    PassageView,
    VersionLineBuilder,
    VersionsView,
    build_heads,
    name_kind,
)
from newsdossier.text.sentences import take_first_sentence

TITLE = "What changed in copying"

#: What each kind means, in the order of how much is kept.
MEANINGS = {
    CopyKind.SAME: "the quoted words are equal",
    CopyKind.REWORDED: "other words are quoted",
    CopyKind.CHANGED: "another value as printed, or another speaker or none",
    CopyKind.OMITTED: "the copy has no such statement",
    CopyKind.ADDED: "the base copy has no such statement",
}

#: What readers choose to see the lines of a kind alone.
FILTERS = {CopyKind.CHANGED: "Changed", CopyKind.OMITTED: "Omitted"}


@dataclass(frozen=True)
class KindFilter:
    """A kind of change that the lines can be filtered by."""

    id: str
    label: str
    count: int


@dataclass(frozen=True)
class AnswerChange:
    """An answer that a copy changed."""

    copy: Text
    """The copy, leading to its statement."""
    change: ChangedValue


@dataclass(frozen=True)
class CopyingPage(Page):
    """What changed in copying one dispatch."""

    origin: Text
    label: str
    colour: int
    """The number of its witness's colour."""
    meter: Meter
    changes: list[AnswerChange]
    """The answers that a copy changed, figures among them."""
    survival: SurvivalView
    meanings: list[tuple[str, str, str]]
    """Each kind of change: its class, its name, and what it means."""
    filters: list[KindFilter]
    versions: VersionsView
    reading_room: Text | None = None
    """The originals beside each other, which only a preview has."""


def build_pages(source: PageSource) -> Iterator[CopyingPage]:
    """A page for each dispatch in two or more copies."""
    copyings = copyings_of(source.collation.dossier)
    at_hand = source.collation.dossier.bodies or {} if source.is_preview else {}
    for copying in copyings.values():
        page = _build_page(source.collation, copying, is_only=len(copyings) == 1)
        is_at_hand = all(article.id in at_hand for article in copying.articles)
        yield replace(page, reading_room=_link_reading_room(copying)) if is_at_hand else page


def _link_reading_room(copying: Copying) -> Text:
    return Text(
        "Reading room: the originals word by word",
        addresses.reading_room_of_copies(copying.origin.id),
    )


def _build_page(collation: Collation, copying: Copying, is_only: bool) -> CopyingPage:
    label = copying.witness.label
    builder = VersionLineBuilder(collation, copying)
    passages = [_build_passage(copying, passage, builder) for passage in copying.passages]
    copies = wording.spell_number(len(copying.articles))
    survival = build_survival(copying)
    return CopyingPage(
        path=addresses.copying_page(copying.origin.id),
        title=TITLE if is_only else f"{TITLE}: {label}",
        description=describe_copying(copying),
        kind_label="Copies of one dispatch",
        card_text=take_first_sentence(describe_copying(copying)),
        card_foot=f"{label}: one witness, {copies} copies",
        origin=link_origin(collation, copying.origin.id),
        label=label,
        colour=number_witness(collation, copying.witness.id),
        meter=build_dispatch_meter(collation, copying.witness.id, len(copying.articles)),
        survival=survival,
        meanings=[
            (name_kind(kind), kind.value, meaning)
            for kind, meaning in MEANINGS.items()
            if name_kind(kind) in survival.kinds
        ],
        changes=list(_list_changes(passages)),
        filters=[
            KindFilter("", "All", 0),
            *(
                KindFilter(name_kind(kind), FILTERS[kind], _count_lines(passages, name_kind(kind)))
                for kind in FILTERED
            ),
        ],
        versions=VersionsView(build_heads(copying.articles), passages),
    )


def describe_copying(copying: Copying) -> str:
    """How much of a dispatch its copies keep, in a sentence or two."""
    number = wording.spell_number(len(copying.articles))
    counts = copying.counts
    base, *others = copying.articles
    totals = {name: count.kept + count.added for name, count in counts.items()}
    longest = ", the longest copy" if totals[base.id] == max(totals.values()) else ""
    of = wording.plural(counts[base.id].kept, "statement")
    kept = [f"{article.label} keeps {counts[article.id].kept}" for article in others]
    return (
        f"One dispatch reached us in {number} copies. "
        f"Of the {of} in {base.label}{longest}, {wording.joined(kept)}."
    )


def _build_passage(copying: Copying, passage: Passage, builder: VersionLineBuilder) -> PassageView:
    is_base = passage.article == copying.base.id
    label = next(one.label for one in copying.articles if one.id == passage.article)
    block = passage.label.long_form
    name = passage.label if is_base else addresses.copied_anchor(passage.article, passage.label)
    return PassageView(
        id=f"passage-{name}",
        title=f"{block[:1].upper()}{block[1:]}" if is_base else f"Only in {label}: {block}",
        questions=_list_questions(builder.collation, passage),
        lines=[builder.build(line) for line in passage.lines],
    )


def _list_changes(passages: list[PassageView]) -> Iterator[AnswerChange]:
    """The answers that copies changed, in the order of the page."""
    for passage in passages:
        for line in passage.lines:
            for cell in line.cells:
                for statement in cell.statements:
                    for change in statement.values:
                        yield AnswerChange(Text(cell.version, statement.target), change)


def _list_questions(collation: Collation, passage: Passage) -> list[Text]:
    """The questions that a passage answers, by their labels."""
    answers = [
        answer.question
        for line in passage.lines
        for one in line.copied[passage.article]
        for answer in one.sourced.statement.answers
    ]
    questions = [collation.dossier.questions[name] for name in dict.fromkeys(answers)]
    return [Text(one.label, addresses.question_page(one.id)) for one in questions]


def _count_lines(passages: list[PassageView], kind: str) -> int:
    return sum(kind in line.kinds for passage in passages for line in passage.lines)


KIND = PageKind(
    view=CopyingPage, build=build_pages, template="copying", hide=("navigation", "toc"), position=75
)
