"""Find a fragment in a text verbatim, or say where it nearly stands; never accept a near match."""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import normalize

from rapidfuzz import fuzz

#: Typographic marks and the straight ones they equal; each one character for one.
_STRAIGHT = str.maketrans("“”„‟«»‘’‚‛\u00a0", '""""""\'\'\'\' ')
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]?\s*(?=\s[\"'“‘(]?[A-Z0-9–—])")
WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """The text as it is compared: straight quotes, each run of white space one space.

    Nothing else is folded: case, accents and punctuation count.
    """
    return " ".join(text.translate(_STRAIGHT).split())


def count_words(text: str) -> int:
    """How many words a text has; a word is a run of letters and digits."""
    return len(WORD.findall(text))


def stands_in(fragment: str, text: str) -> bool:
    """Whether the fragment stands in the text verbatim, not cutting a word in two."""
    return find(fragment, text) is not None


def find(fragment: str, text: str) -> tuple[int, int] | None:
    """Where the fragment stands in the text: start and end, counted in the unfolded text.

    Letters with marks are the same whether they are one character or several, as Unicode has it.
    """
    parts = [_either(part) for part in fold(fragment).split(" ")]
    start = r"(?<![^\W_])" if fold(fragment)[:1].isalnum() else ""
    end = r"(?![^\W_])" if fold(fragment)[-1:].isalnum() else ""
    match = re.search(start + r"\s+".join(parts) + end, text.translate(_STRAIGHT))
    return match.span() if match else None


def _either(part: str) -> str:
    """A pattern for a text whose letters with marks may be one character or several (NFC, NFD)."""
    decomposed = ((letter, normalize("NFD", letter)) for letter in part)
    return "".join(
        re.escape(one) if one == several else f"(?:{re.escape(one)}|{re.escape(several)})"
        for one, several in decomposed
    )


def sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence of a text starts and ends; a rough cut at full stops before capitals."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    return list(zip([0, *ends], [*ends, len(text)], strict=True))


@dataclass(frozen=True)
class Nearest:
    """The words of a text that come nearest to a fragment which does not stand in it."""

    words: str
    score: float


def nearest(fragment: str, text: str) -> Nearest | None:
    """The nearest candidate, for a message only; None where nothing is near."""
    folded, wanted = fold(text), fold(fragment)
    found = fuzz.partial_ratio_alignment(wanted, folded, score_cutoff=60)
    if found is None or not wanted:
        return None
    start = folded.rfind(" ", 0, found.dest_start + 1) + 1
    end = folded.find(" ", max(found.dest_end - 1, start))
    return Nearest(folded[start : end if end != -1 else None], found.score)
