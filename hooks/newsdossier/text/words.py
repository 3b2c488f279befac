"""Words: runs of letters and digits, and how many a text has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from newsdossier.text.characters import drop_invisible

WORD = re.compile(r"[^\W_]+")


def count_words(text: str) -> int:
    """How many words a text has; a word is a run of letters and digits."""
    return len(WORD.findall(text))


def list_words(text: str) -> list[str]:
    """List the words of a text, however they are written.

    Case, forms of letters, invisible characters and punctuation are ignored.
    """
    return WORD.findall(drop_invisible(normalize("NFKC", text)).casefold())


def list_runs(words: list[str], size: int) -> Iterator[tuple[str, ...]]:
    """Yield every run of so many words, in order."""
    return (tuple(words[i : i + size]) for i in range(len(words) - size + 1))
