"""Proposes how a raw text is cut into the pieces of an original.

A person reviews every proposal: it need not be right, but each piece must be found again by its
opening words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from newsdossier.authoring.parts import Part, sort_units
from newsdossier.authoring.units import split_units
from newsdossier.model import BlockKind, Label
from newsdossier.text import characters
from newsdossier.text.words import count_words

#: The most words that a piece may open with, so that no record repeats a sentence.
LONGEST_OPENING = 12


@dataclass(frozen=True)
class Piece:
    """A proposed piece: a labelled block, or an exclusion with its reason."""

    start: int
    end: int
    text: str
    opens: str
    label: str = ""
    excluded: str = ""


def propose_pieces(text: str) -> list[Piece]:
    """Propose the pieces of a raw text in order, each with opening words that find it.

    A reader of the record looks for the opening words behind those of the piece before. A piece
    that cannot be found so stays part of the piece before it.
    """
    units = list(split_units(text))
    return _add_openings(text, _label_parts(sort_units(units))) if units else []


def _label_parts(found: list[Part]) -> list[Piece]:
    """Label the parts in order; neighbours excluded for the same reason become one piece."""
    numbers: Counter[BlockKind] = Counter()
    pieces: list[Piece] = []
    for one in found:
        unit = one.unit
        same = bool(pieces and one.reason and pieces[-1].excluded == one.reason)
        if pieces and (same or (one.kind is None and not one.reason)):
            pieces[-1] = replace(pieces[-1], end=unit.end)
            continue
        label = _next_label(one.kind, numbers) if one.kind else ""
        pieces.append(Piece(unit.start, unit.end, unit.text, "", label, one.reason))
    return pieces


def _next_label(kind: BlockKind, numbers: Counter[BlockKind]) -> str:
    """Give the next label of a kind, and count it; the headline has no number."""
    if kind is BlockKind.HEADLINE:
        return "headline"
    numbers[kind] += 1
    return Label.of(kind, numbers[kind])


def _add_openings(text: str, pieces: list[Piece]) -> list[Piece]:
    """Give each piece opening words; a piece that none can find joins the piece before it."""
    found: list[Piece] = []
    for piece in pieces:
        reached = found[-1].start + len(found[-1].opens) if found else 0
        opens = _find_opening(text, piece, reached)
        if not opens and found and (longer := _lengthen_opening(text, found[-1], piece)):
            found[-1] = replace(found[-1], opens=longer)
            opens = _find_opening(text, piece, found[-1].start + len(longer))
        if opens:
            found.append(replace(piece, opens=opens))
        elif found:
            found[-1] = replace(found[-1], end=piece.end)
    return _renumber(text, found)


def _find_opening(text: str, piece: Piece, reached: int, least: int = 4) -> str:
    """Find the fewest words, `least` or more, that first occur where the piece starts.

    They end before a character that no record may contain.
    """
    hidden = next((found.start for found in characters.find_deceptive(piece.text)), len(piece.text))
    ends = [end for end in _opening_ends(piece.text) if end <= hidden]
    for end in ends:
        opens = piece.text[:end]
        enough = count_words(opens) >= least or len(opens) > 30 or end == ends[-1]
        if enough and text.find(opens, reached) == piece.start:
            return opens
    return ""


def _lengthen_opening(text: str, before: Piece, piece: Piece) -> str:
    """Find longer opening words of the piece before, behind which the piece's own are found."""
    for end in _opening_ends(before.text):
        if end > len(before.opens) and _find_opening(text, piece, before.start + end):
            return before.text[:end]
    return ""


def _opening_ends(line: str) -> Iterator[int]:
    """Yield where opening words of a line may end, the shortest first."""
    first = line.splitlines()[0]
    for match in re.finditer(r"\S{1,30}", first):
        if count_words(first[: match.end()]) > LONGEST_OPENING or match.end() > 120:
            return
        yield match.end()


def _renumber(text: str, pieces: list[Piece]) -> list[Piece]:
    """Number the labels anew, and cut the texts as a record does, from one opening to the next."""
    numbers: Counter[BlockKind] = Counter()
    found: list[Piece] = []
    ends = [*(piece.start for piece in pieces[1:]), len(text)]
    for piece, end in zip(pieces, ends, strict=True):
        label = _next_label(Label(piece.label).kind, numbers) if piece.label else ""
        found.append(replace(piece, end=end, text=text[piece.start : end], label=label))
    return found
