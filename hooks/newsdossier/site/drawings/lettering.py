"""Measure and wrap the text of drawings."""

from __future__ import annotations

import re

from newsdossier.site.fonts.typefaces import SANS, measure_width

#: The size of all text in pixels, --text-drawn in tokens.css, and its weights, as in pictures.css.
SIZE = 13
_WEIGHTS = {"label": 600}

#: Words, and the parts of those with a hyphen.
_PIECE = re.compile(r"[^\s-]+-*|-+")


def text_width(role: str, text: str) -> float:
    """Measure how wide a text of a role is, in pixels."""
    return measure_width(text, SANS, SIZE, _WEIGHTS.get(role, 400))


def wrap_text(role: str, text: str, width: float) -> list[str]:
    """Break a text into lines of a width in pixels, between words and after hyphens."""
    lines: list[str] = []
    for word in text.split():
        for number, piece in enumerate(_pieces(role, word, width)):
            space = "" if number else " "
            if lines and text_width(role, f"{lines[-1]}{space}{piece}") <= width:
                lines[-1] += f"{space}{piece}"
            else:
                lines.append(piece)
    return lines


def _pieces(role: str, word: str, width: float) -> list[str]:
    """The parts of a word between which a line may end; a part too wide for any line is cut."""
    pieces = _PIECE.findall(word)
    return [part for piece in pieces for part in _cut(role, piece, width)]


def _cut(role: str, piece: str, width: float) -> list[str]:
    if text_width(role, piece) <= width or len(piece) == 1:
        return [piece]
    fitting = (
        end for end in range(len(piece) - 1, 1, -1) if text_width(role, piece[:end]) <= width
    )
    end = next(fitting, 1)
    return [piece[:end], *_cut(role, piece[end:], width)]
