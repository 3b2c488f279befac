"""Quoted words within their quotation marks, cut where they differ from those of another copy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdossier.text.differences import MarkedWords, WordChange


@dataclass(frozen=True)
class Fragment:
    """Quoted words of a copy, cut where they differ, within their quotation marks."""

    opening: str
    words: list[MarkedWords]
    closing: str


def enclose(printed: str, shown: str, words: list[MarkedWords]) -> Fragment:
    """Marked words of a fragment as it is shown, within its quotation marks where it has any."""
    if shown == printed:
        return Fragment("", words, "")
    inside = iter(shown[1:-1].split())
    turned = [
        MarkedWords(_take(inside, one), one.change) if one.change is not WordChange.MISSING else one
        for one in words
    ]
    return Fragment(shown[0], turned, shown[-1])


def _take(inside: Iterator[str], one: MarkedWords) -> str:
    """The next words of a fragment, as many as a stretch has."""
    return " ".join(next(inside) for _ in one.text.split())
