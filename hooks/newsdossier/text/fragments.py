"""Join fragments of one text that contain or overlap each other, so that no word stands twice."""

from __future__ import annotations

from collections.abc import Iterable

from newsdossier.text.differences import identify_word
from newsdossier.text.words import count_words

#: How many words two fragments must share for one to go on where the other ends.
LEAST_OVERLAP = 3


def join_fragments(fragments: Iterable[str], longest: int) -> list[str]:
    """The fragments in order, without those that others contain; overlapping ones are joined.

    A fragment that would grow beyond the `longest` number of words is dropped instead.
    """
    found: list[str] = []
    for fragment in fragments:
        if any(_find(_keys(fragment), _keys(one)) is not None for one in found):
            continue
        found = _add(found, fragment, longest)
    return found


def _add(found: list[str], fragment: str, longest: int) -> list[str]:
    within = [one for one in found if _find(_keys(one), _keys(fragment)) is not None]
    place = found.index(within[0]) if within else len(found)
    rest = [one for one in found if one not in within]
    for index, one in enumerate(rest):
        for first, second in ((one, fragment), (fragment, one)):
            if overlap := _measure_overlap(first, second):
                joined = " ".join([*first.split()[:-overlap], second])
                kept = joined if count_words(joined) <= longest else one
                return [*rest[:index], kept, *rest[index + 1 :]]
    return [*rest[:place], fragment, *rest[place:]]


def _measure_overlap(first: str, second: str) -> int:
    """How many words at the end of one fragment are those at the start of another."""
    before, after = _keys(first), _keys(second)
    for size in range(min(len(before), len(after)), LEAST_OVERLAP - 1, -1):
        if before[-size:] == after[:size]:
            return size
    return 0


def _find(part: list[str], whole: list[str]) -> int | None:
    """Where a run of words stands within another; None where it does not."""
    starts = range(len(whole) - len(part) + 1)
    return next((start for start in starts if whole[start : start + len(part)] == part), None)


def _keys(fragment: str) -> list[str]:
    return [identify_word(token) for token in fragment.split()]
