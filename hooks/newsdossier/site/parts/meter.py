"""The meter: how many independent witnesses answer a question, at a glance and in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from newsdossier.analysis import wording
from newsdossier.analysis.answers import SourcedAnswer, WitnessAnswer
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.rows import Row

#: Witnesses have colours of their own as long as there are no more; see tokens.css.
COLOURS = 6


class DotState(StrEnum):
    """What a dot of the meter says of its witness."""

    ANSWERS = "answers"
    SILENT = "silent"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Dot:
    """One witness in the meter."""

    colour: int
    state: DotState
    echoes: int
    """How many further copies give the answer, two at most; each is an arc behind the dot."""

    @property
    def is_silent(self) -> bool:
        """Whether its witness gives no answer."""
        return self.state is DotState.SILENT

    @property
    def is_withdrawn(self) -> bool:
        """Whether its witness gives only answers that were withdrawn."""
        return self.state is DotState.WITHDRAWN


@dataclass(frozen=True)
class Meter:
    """Which witnesses answer a question; a dot for each, in the order of their columns."""

    dots: list[Dot]
    """None where there are more witnesses than colours; the figures stand instead."""
    figures: str
    """7 of 9"""
    told: str
    """The witnesses that answer, by name, for those who do not see the dots."""
    independence: str
    """How independent the answers are, in words."""


def number_witness(collation: Collation, witness: str) -> int:
    """The number of a witness's colour, from 1; its column's place, from the start after the last.

    Its style is in witnesses.css.
    """
    return list(collation.witnesses).index(witness) % COLOURS + 1


def build_meter(collation: Collation, row: Row) -> Meter:
    """Build the meter of a row."""
    dots = [
        Dot(number_witness(collation, one.witness.id), find_state(one.answers), _count_echoes(one))
        for one in row.witnesses
    ]
    answering = [one for one in row.witnesses if find_state(one.answers) is DotState.ANSWERS]
    figures = f"{len(answering)} of {len(row.witnesses)}"
    names = wording.joined([_name_witness(one) for one in answering]) or "none"
    withdrawn = sum(dot.state is DotState.WITHDRAWN for dot in dots)
    told = f"{figures} witnesses: {names}" + (f"; {withdrawn} withdrawn" if withdrawn else "")
    return Meter(
        dots=dots if len(dots) <= COLOURS else [],
        figures=figures,
        told=told,
        independence=_describe_independence(answering, withdrawn),
    )


def build_dispatch_meter(collation: Collation, witness: str, copies: int) -> Meter:
    """Build the meter of a dispatch by itself: its own dot with an arc for each further copy."""
    figures = f"1 of {len(collation.witnesses)}"
    dots = [
        Dot(
            number_witness(collation, name),
            DotState.ANSWERS if name == witness else DotState.SILENT,
            min(2, copies - 1) if name == witness else 0,
        )
        for name in collation.witnesses
    ]
    return Meter(
        dots=dots if len(dots) <= COLOURS else [],
        figures=figures,
        told=f"{figures} witnesses: {collation.witnesses[witness].label} in {copies} copies",
        independence=f"one witness, {wording.spell_number(copies)} copies",
    )


def find_state(answers: Iterable[SourcedAnswer]) -> DotState:
    """Whether a witness answers, is silent, or has only answers that were withdrawn."""
    states = {sourced.answer.status.is_withdrawn for sourced in answers}
    if not states:
        return DotState.SILENT
    return DotState.ANSWERS if False in states else DotState.WITHDRAWN


def count_copies(one: WitnessAnswer) -> int:
    """How many copies of a witness answer."""
    return bool(one.base) + sum(bool(copy.answers) for copy in one.copies)


def _count_echoes(one: WitnessAnswer) -> int:
    return min(2, max(0, count_copies(one) - 1))


def _name_witness(one: WitnessAnswer) -> str:
    copies = count_copies(one)
    return f"{one.witness.label} in {copies} copies" if copies > 1 else one.witness.label


def _describe_independence(answering: list[WitnessAnswer], withdrawn: int) -> str:
    """2 witnesses, one of them in 3 copies; 1 figure withdrawn."""
    copied = [count_copies(one) for one in answering if count_copies(one) > 1]
    words = wording.plural(len(answering), "witness")
    if copied and len(answering) == 1:
        words = f"{words}, {copied[0]} copies"
    elif len(copied) == 1:
        words = f"{words}, one of them in {copied[0]} copies"
    elif copied:
        words = f"{words}, {len(copied)} of them in several copies"
    if len(answering) == 1:
        words = f"{words}; not confirmed by another"
    gone = f"{wording.plural(withdrawn, 'answer')} withdrawn" if withdrawn else ""
    return "; ".join(part for part in (words if answering else "", gone) if part)
