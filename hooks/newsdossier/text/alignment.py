"""Align wordings word by word, and find the words in which they differ."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from newsdossier.text.words import WORD

#: How much of two wordings must be the same for one to count as a variant of the other.
LIKENESS = 0.38


@dataclass(frozen=True)
class Stretch:
    """Words that a wording shares with all its variants, or has to itself; perhaps none at all."""

    text: str
    differs: bool


#: Variants of one wording, each cut into as many stretches as every other.
Aligned = dict[str, list[Stretch]]

#: How much of two paragraphs must be the same for one to be taken for a version of the other.
PARAGRAPH_LIKENESS = 0.16

#: For each of several wordings, the place of a word that all have.
Anchor = tuple[int, ...]


def aligned(wordings: Iterable[str]) -> list[Aligned]:
    """Every two or more of the wordings that are variants of one another, aligned.

    Wordings that resemble no other are left out: to mark all their words would tell nothing.
    """
    return [_align(group) for group in _variants(dict.fromkeys(wordings)) if len(group) > 1]


def find_most_alike(
    paragraph: str, others: Sequence[str], ignored: Collection[str] = ()
) -> int | None:
    """The place of the paragraph that another is most like; None where it is like none of them.

    The `ignored` words do not count.
    """
    keys = [key for key in _keys(paragraph) if key not in ignored]
    likeness = [_shared([key for key in _keys(one) if key not in ignored], keys) for one in others]
    best = max(range(len(others)), key=likeness.__getitem__, default=None)
    return best if best is not None and likeness[best] >= PARAGRAPH_LIKENESS else None


def _variants(wordings: Iterable[str]) -> list[list[str]]:
    """The wordings in groups; each joins the group it is most like, if it is like all of it."""
    groups: list[list[str]] = []
    for wording in wordings:
        best = max(groups, key=lambda group: _likeness(wording, group), default=None)
        if best and _likeness(wording, best) >= LIKENESS:
            best.append(wording)
        else:
            groups.append([wording])
    return groups


def _likeness(wording: str, group: Iterable[str]) -> float:
    return min(_shared(_keys(wording), _keys(other)) for other in group)


def _shared(a: list[str], b: list[str]) -> float:
    """How much of two wordings is the same, in letters: a long word tells more than "of the"."""
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    same = sum(len(word) for block in blocks for word in a[block.a : block.a + block.size])
    return 2 * same / max(1, sum(map(len, a)) + sum(map(len, b)))


def _keys(wording: str) -> list[str]:
    return [_key(word) for word in wording.split()]


def _key(word: str) -> str:
    """What makes two words the same: neither capitals nor punctuation tell them apart."""
    return "".join(WORD.findall(word)).casefold() or word


def _align(wordings: list[str]) -> Aligned:
    lines = [wording.split() for wording in wordings]
    columns = list(_columns(lines, _anchors([_keys(wording) for wording in wordings])))
    return {
        wording: [Stretch(" ".join(column[index]), differs) for column, differs in columns]
        for index, wording in enumerate(wordings)
    }


def _anchors(lines: Sequence[list[str]]) -> list[Anchor]:
    """The words that all lines have in the same order."""
    first, *others = lines
    anchors: list[Anchor] = [(place,) for place in range(len(first))]
    for line in others:
        left = [first[anchor[0]] for anchor in anchors]
        blocks = SequenceMatcher(None, left, line, autojunk=False).get_matching_blocks()
        anchors = [
            (*anchors[block.a + step], block.b + step)
            for block in blocks
            for step in range(block.size)
        ]
    return anchors


def _columns(
    lines: list[list[str]], anchors: list[Anchor]
) -> Iterator[tuple[list[list[str]], bool]]:
    """The lines cut from top to bottom: for each line its words, and whether they differ."""
    for differs, cuts in groupby(_cuts(lines, anchors), key=lambda cut: cut[1]):
        parts = [column for column, _ in cuts]
        yield [[word for part in parts for word in part[i]] for i in range(len(lines))], differs


def _cuts(lines: list[list[str]], anchors: list[Anchor]) -> Iterator[tuple[list[list[str]], bool]]:
    reached: Anchor = (0,) * len(lines)
    for anchor in [*anchors, tuple(map(len, lines))]:
        between = [line[a:b] for line, a, b in zip(lines, reached, anchor, strict=True)]
        if any(between):
            yield between, True
        shared = [line[place : place + 1] for line, place in zip(lines, anchor, strict=True)]
        if any(shared):
            yield shared, False
        reached = tuple(place + 1 for place in anchor)
