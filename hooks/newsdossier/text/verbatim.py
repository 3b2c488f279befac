"""Find a fragment verbatim, or the most similar passage; fold texts to compare them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from unicodedata import normalize

#: Typographic marks and the straight ones they equal; each one character for one.
_STRAIGHT = str.maketrans("“”„‟«»‘’‚‛\u00a0", '""""""\'\'\'\' ')
#: How many words more or fewer a candidate may have.
LENGTH_TOLERANCE = 3
#: The most words of a fragment that a candidate is looked for: more would take long.
MAX_FRAGMENT_WORDS = 60
#: How many differences a message tells, and how many words of each.
MAX_DIFFERENCES, MAX_DIFFERENCE_WORDS = 3, 6

_MARKS = ".,;:!?…\"'()[]"


def fold(text: str) -> str:
    """Fold a text for comparison: NFC, straight quotes, each run of white space one space.

    Nothing else is folded: case, accents and punctuation count.
    """
    return " ".join(normalize("NFC", text).translate(_STRAIGHT).split())


def is_verbatim_in(fragment: str, text: str) -> bool:
    """Whether the fragment stands in the text verbatim, not cutting a word in two."""
    return find_fragment(fragment, text) is not None


def find_fragment(fragment: str, text: str) -> tuple[int, int] | None:
    """Where the fragment stands in the text first: start and end, counted in the unfolded text."""
    return next(find_fragments(fragment, text), None)


def find_fragments(fragment: str, text: str) -> Iterator[tuple[int, int]]:
    """Find each place where the fragment stands in the text, counted in the unfolded text.

    Letters with marks are the same whether they are one character or several, as Unicode has it.
    """
    parts = [_build_pattern(part) for part in fold(fragment).split(" ")]
    start = r"(?<![^\W_])" if fold(fragment)[:1].isalnum() else ""
    end = r"(?![^\W_])" if fold(fragment)[-1:].isalnum() else ""
    pattern = start + r"\s+".join(parts) + end
    yield from (match.span() for match in re.finditer(pattern, text.translate(_STRAIGHT)))


def _build_pattern(part: str) -> str:
    """A pattern for a text whose letters with marks may be one character or several (NFC, NFD)."""
    decomposed = ((letter, normalize("NFD", letter)) for letter in part)
    return "".join(
        re.escape(one) if one == several else f"(?:{re.escape(one)}|{re.escape(several)})"
        for one, several in decomposed
    )


@dataclass(frozen=True)
class NearestPassage:
    """The words of a text that are most similar to a fragment, and how similar they are."""

    words: str
    score: float


def find_nearest_passage(fragment: str, text: str) -> NearestPassage | None:
    """Return the most similar run of words, at most LENGTH_TOLERANCE words longer or shorter.

    None if nothing is similar or the fragment is too long.
    """
    folded, wanted = fold(text), fold(fragment)
    size = wanted.count(" ") + 1
    if not wanted or size > MAX_FRAGMENT_WORDS:
        return None
    from rapidfuzz import fuzz  # only a mistake needs it, and a check is to start soon

    found = fuzz.partial_ratio_alignment(wanted, folded, score_cutoff=60)
    if found is None:
        return None
    before = folded[: found.dest_start].split(" ")
    inside = folded[len(" ".join(before[:-1])) :].split()[: 2 * size + 2 * LENGTH_TOLERANCE]
    words = [*before[-1 - size - LENGTH_TOLERANCE : -1], *inside]
    runs = (
        _trim_punctuation_like(" ".join(words[start : start + length]), wanted)
        for length in range(
            min(len(words), max(1, size - LENGTH_TOLERANCE)), size + LENGTH_TOLERANCE + 1
        )
        for start in range(len(words) - length + 1)
    )
    score, run = max((fuzz.ratio(wanted, run), run) for run in runs)
    return NearestPassage(run, score)


def _trim_punctuation_like(words: str, wanted: str) -> str:
    """The words without the marks at their ends, where the wanted ones have none there."""
    if wanted[:1].isalnum():
        words = words.lstrip(_MARKS)
    return words.rstrip(_MARKS) if wanted[-1:].isalnum() else words


def describe_differences(written: str, printed: str) -> str:
    """Describe which words differ.

    Words are split at white space and keep their punctuation. Empty if the texts are equal or share
    no word.
    """
    mine, theirs = fold(written).split(), fold(printed).split()
    steps = SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes()
    if not any(tag == "equal" for tag, *_ in steps):
        return ""
    found = [
        _describe_difference(tag, _shorten(mine[a:b]), _shorten(theirs[c:d]))
        for tag, a, b, c, d in steps
        if tag != "equal"
    ]
    return f"has {', '.join(found[:MAX_DIFFERENCES])}" if found else ""


def _describe_difference(tag: str, mine: str, theirs: str) -> str:
    match tag:
        case "insert":
            return f'the extra words "{theirs}"'
        case "delete":
            return f'no "{mine}"'
        case _:
            return f'"{theirs}" for "{mine}"'


def _shorten(words: list[str]) -> str:
    return " ".join(
        words if len(words) <= MAX_DIFFERENCE_WORDS else [*words[:MAX_DIFFERENCE_WORDS], "…"]
    )
