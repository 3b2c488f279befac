"""Write out the characters of a text that act on a terminal instead of being seen."""

from __future__ import annotations

import unicodedata


def visible(text: str) -> str:
    """The text in one line, with nothing in it that acts: what is not printed is written out.

    Controls, so that no text moves a terminal's cursor or starts a line, and marks that turn or
    hide their neighbours, become their escapes: U+001B is \\x1b, U+202E is \\u202e.
    """
    return "".join(_written_out(sign) if _acts(sign) else sign for sign in text)


def _acts(sign: str) -> bool:
    """Whether a character is a control, a format mark, half of one, or an end of a line."""
    return unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def _written_out(sign: str) -> str:
    return sign.encode("unicode_escape").decode("ascii")
