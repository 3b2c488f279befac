"""The lines in an article's margin: who speaks in the statements of a block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from newsdossier.analysis import wording
from newsdossier.analysis.chain import name_voice, print_box_sources
from newsdossier.analysis.collation import Collation
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.model import Article, Attribution
from newsdossier.site.parts.renditions import BlockView


@dataclass(frozen=True)
class MarginLine:
    """A line beside a block; it leads to the first of its notes."""

    note: str
    numbers: str
    """The numbers of its notes: 4, 2–7."""
    voice: str
    """Who speaks; empty where the article itself does."""
    how: str
    """Through whom it passes to the article, and how it is said; or that it is its own words."""


def build_margin(
    collation: Collation, article: Article, block: BlockView, numbers: Mapping[str, int]
) -> list[MarginLine]:
    """The lines beside a block; neighbouring statements of one voice share a line."""
    statements = {one.id: one for one in article.statements}
    marks = dict.fromkeys(mark.note for passage in block.passages for mark in passage.marks)
    said = [
        (*_describe_voice(collation, SourcedStatement(article, statements[name])), name)
        for name in marks
    ]
    return [
        MarginLine(notes[0], _print_numbers([numbers[one] for one in notes]), voice, how)
        for (voice, how), notes in _join_neighbours(said)
    ]


def _join_neighbours(
    said: Sequence[tuple[str, str, str]],
) -> Iterator[tuple[tuple[str, str], list[str]]]:
    for key, run in groupby(said, key=lambda one: one[:2]):
        yield key, [note for *_, note in run]


def _describe_voice(collation: Collation, sourced: SourcedStatement) -> tuple[str, str]:
    """Who speaks, and how that comes to the article; no name for the article's own words."""
    dossier, statement = collation.dossier, sourced.statement
    if statement.attribution is Attribution.PAPER:
        through = [name_voice(dossier, one) for one in statement.via]
        if sourced.sources and not through:
            return "", print_box_sources([dossier.titles[name] for name in sourced.sources])
        return "", f"{' → '.join(through)} → own words" if through else "own words"
    if statement.attribution is Attribution.UNNAMED:
        return "", "no speaker named"
    steps = [*(name_voice(dossier, one) for one in statement.via), sourced.article.label]
    manner = f" · {wording.BRIEF_MODES[statement.mode]}" if statement.mode else ""
    voices = [name_voice(dossier, one) for one in statement.speaker]
    return wording.joined(voices), f"→ {' → '.join(steps)}{manner}"


def _print_numbers(numbers: Sequence[int]) -> str:
    """Numbers in brief: 4; 2, 3; 2–7. One that stands elsewhere in the text breaks a run."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] + 1 == number:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs
    )
