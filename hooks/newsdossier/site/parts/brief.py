"""A row in brief: one short answer a witness, whose word it is, and what its copies make of it."""

from __future__ import annotations

from dataclasses import dataclass

from newsdossier.analysis import wording
from newsdossier.analysis.answers import SourcedAnswer, WitnessAnswer
from newsdossier.analysis.chain import print_box_sources, print_voice
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.rows import Row
from newsdossier.site.parts.links import link_question
from newsdossier.site.parts.meter import Meter, build_meter, count_copies, number_witness
from newsdossier.site.parts.speakers import name_manner
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.values import ShownValue, show_answer


@dataclass(frozen=True)
class BriefAnswer:
    """One answer in one line, and below it whose word it is."""

    value: ShownValue
    of: str
    """What exactly is counted or meant, where that is not the question's scope."""
    whose: str
    """The speaker and how the words are given; empty for the article's own words."""
    status: str
    """Withdrawn, denied or only imagined; empty where the answer stands."""


@dataclass(frozen=True)
class BriefWitness:
    """What one witness answers, in brief."""

    id: str
    label: str
    colour: int
    answers: list[BriefAnswer]
    """Empty where it is silent."""
    is_unreviewed: bool
    """Whether nobody has looked yet for an answer in any of its articles."""
    copies: str
    """In how many copies, where the witness has several: 3 copies · 1 differs."""


@dataclass(frozen=True)
class BriefRow:
    """A question with its verdict, its meter and one short answer a witness."""

    question: Text
    label: str
    verdicts: list[str]
    meter: Meter
    witnesses: list[BriefWitness]
    """All of them, in the order of their columns."""

    @property
    def answering(self) -> list[BriefWitness]:
        """The witnesses that answer."""
        return [one for one in self.witnesses if one.answers]


def build_brief_row(collation: Collation, row: Row) -> BriefRow:
    """Show a row in brief."""
    return BriefRow(
        question=link_question(row.question),
        label=row.question.label,
        verdicts=list(row.question.verdict),
        meter=build_meter(collation, row),
        witnesses=[build_brief_witness(collation, row, one) for one in row.witnesses],
    )


def build_brief_witness(collation: Collation, row: Row, one: WitnessAnswer) -> BriefWitness:
    """Show what a witness answers in brief: the answers of its base copy."""
    return BriefWitness(
        id=one.witness.id,
        label=one.witness.label,
        colour=number_witness(collation, one.witness.id),
        answers=[build_brief_answer(collation, sourced) for sourced in one.answers],
        is_unreviewed=not one.answers and set(one.witness.articles) <= set(row.unreviewed),
        copies=_describe_copies(one),
    )


def build_brief_answer(collation: Collation, sourced: SourcedAnswer) -> BriefAnswer:
    """Show one answer in brief."""
    answer = sourced.answer
    return BriefAnswer(
        value=show_answer(collation, sourced, in_brief=True),
        of=answer.of or "",
        whose=describe_speaker(collation, sourced),
        status=wording.STATUSES[answer.status],
    )


def describe_speaker(collation: Collation, sourced: SourcedAnswer) -> str:
    """Whose word an answer is and how it is given; empty for the article's own words."""
    statement, dossier = sourced.statement, collation.dossier
    if not statement.speaker:
        sources = [dossier.titles[name] for name in sourced.stated.sources]
        return print_box_sources(sources) if sources else ""
    names = wording.joined([print_voice(dossier, voice) for voice in statement.speaker])
    manner = name_manner(collation, sourced)
    return f"{names}, {manner}" if manner else names


def _describe_copies(one: WitnessAnswer) -> str:
    """3 copies · 1 differs; 2 of 3 copies; nothing for a witness without copies, or silent."""
    of_all, copies = len(one.witness.articles), count_copies(one)
    if of_all < 2 or not copies:
        return ""
    changed = sum(bool(copy.answers) for copy in one.variants)
    counted = f"{copies} copies" if copies == of_all else f"{copies} of {of_all} copies"
    return (
        f"{counted} · {changed} {'differs' if changed == 1 else 'differ'}" if changed else counted
    )
