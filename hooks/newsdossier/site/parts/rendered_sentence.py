"""One sentence of a dispatch as its copies print it, word beneath word, what differs marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.quoted import print_quote
from newsdossier.analysis.renderings import RenderedSentence, Rendering, choose_sentence
from newsdossier.model import addresses
from newsdossier.site.parts.meter import Meter, build_dispatch_meter, number_witness
from newsdossier.site.parts.text import Text
from newsdossier.text.alignment import aligned
from newsdossier.text.differences import MarkedWords, WordChange, mark_differences
from newsdossier.text.function_words import find_function_words

#: The most columns in which words can stand beneath each other.
MOST_COLUMNS = 16
#: A sentence with more letters than this is set smaller, and its lines break.
LONG = 70


@dataclass(frozen=True)
class RenderingView:
    """The sentence in one copy, cut into columns."""

    article: Text
    opening: str
    closing: str
    cells: list[list[MarkedWords]]


@dataclass(frozen=True)
class SentenceView:
    """One sentence in several renderings."""

    title: str
    says: str
    """What it says, in the dossier's own words."""
    colour: int
    renderings: list[RenderingView]
    columns: int
    is_long: bool
    """Whether one line is too short for it."""
    meter: Meter
    copying: Text


def build_sentence(collation: Collation) -> SentenceView | None:
    """Show the sentence that tells best what copying does; None where there is none."""
    sentence = choose_sentence(collation.dossier)
    if sentence is None:
        return None
    witness = sentence.copying.witness
    number = len(sentence.renderings)
    lines = _cut_lines(sentence)
    return SentenceView(
        title=f"One sentence, {wording.spell_number(number)} renderings",
        says=sentence.base.sourced.statement.says,
        colour=number_witness(collation, witness.id),
        renderings=[
            _build_rendering(one, cells)
            for one, cells in zip(sentence.renderings, lines, strict=True)
        ],
        columns=len(lines[0]),
        is_long=any(len(one.words) > LONG for one in sentence.renderings),
        meter=build_dispatch_meter(collation, witness.id, number),
        copying=Text("What changed in copying", addresses.copying_page(sentence.copying.origin.id)),
    )


def _build_rendering(one: Rendering, cells: list[list[MarkedWords]]) -> RenderingView:
    article, statement = one.sourced.article, one.sourced.statement
    shown = print_quote(statement, one.words)
    return RenderingView(
        article=Text(article.label, addresses.statement_note(article.id, statement.id)),
        opening=shown[0],
        closing=shown[-1],
        cells=cells,
    )


def _cut_lines(sentence: RenderedSentence) -> list[list[list[MarkedWords]]]:
    """For each rendering its cells: as many as any other has, so that alike words can align."""
    (alike,) = aligned(one.words for one in sentence.renderings)
    columns = list(zip(*(alike[one.words] for one in sentence.renderings), strict=True))
    ignored = find_function_words(sentence.base.sourced.article.language)
    marked = [[_mark(column[0].text, one.text, ignored) for one in column] for column in columns]
    joined = list(_join_columns(marked))
    if len(joined) > MOST_COLUMNS:
        joined = [[_join_cells(cells) for cells in zip(*joined, strict=True)]]
    return [list(line) for line in zip(*joined, strict=True)]


def _mark(base: str, copy: str, ignored: frozenset[str]) -> list[MarkedWords]:
    (marked,) = mark_differences([base], [copy], ignored)
    return marked


def _join_columns(columns: list[list[list[MarkedWords]]]) -> Iterator[list[list[MarkedWords]]]:
    """The columns, neighbours joined in which no copy differs."""
    for differs, some in groupby(columns, key=_has_marks):
        group = list(some)
        if differs:
            yield from group
        else:
            yield [_join_cells(cells) for cells in zip(*group, strict=True)]


def _has_marks(column: list[list[MarkedWords]]) -> bool:
    return any(one.change is not WordChange.KEPT for cell in column for one in cell)


def _join_cells(cells: tuple[list[MarkedWords], ...]) -> list[MarkedWords]:
    return [one for cell in cells for one in cell]
