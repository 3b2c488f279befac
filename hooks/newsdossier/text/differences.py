"""Mark the words by which a copy of some words differs from them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

from newsdossier.text.words import WORD

#: The ending of a genitive, with the marks behind it.
_GENITIVE = re.compile(r"['’]s(?=\W*$)")


class WordChange(StrEnum):
    """What became of some words in a copy."""

    KEPT = "kept"
    DIFFERS = "differs"
    """The copy has them, and what it copies does not."""
    MISSING = "missing"
    """What it copies has them, and the copy does not."""


@dataclass(frozen=True)
class MarkedWords:
    """Neighbouring words of a copy, or words that it lacks, at their place."""

    text: str
    change: WordChange


#: The punctuation around a word.
_AROUND = ".,;:!?…()[]\"“”„«»‘’'–—"


#: A word with its punctuation, and the number of the fragment that it stands in.
_Token = tuple[str, int]


@dataclass(frozen=True)
class _Word:
    text: str
    change: WordChange
    fragment: int
    """The number of the fragment of the copy that it stands in."""
    run: int = 0
    """Tells two runs of missing words apart that stand at one place."""


def are_same_words(base: Sequence[str], copy: Sequence[str]) -> bool:
    """Whether two lists of fragments have the same words, ignoring case and punctuation."""
    return _list_keys(base) == _list_keys(copy)


def mark_differences(
    base: Sequence[str], copy: Sequence[str], ignored: Collection[str] = ()
) -> list[list[MarkedWords]]:
    """Cut each fragment of a copy into words that it shares with the base, and words that differ.

    Words that the base has and the copy lacks stand at their place, unless other words have taken
    it. Case, punctuation, a genitive's `’s`, hyphens, the order of words, and the `ignored` words
    are no difference.
    """
    found: list[list[_Word]] = [[] for _ in copy]
    for word in _mark_words(base, copy, ignored) if copy else ():
        found[word.fragment].append(word)
    return [
        [
            MarkedWords(" ".join(word.text for word in run), change)
            for (change, _), run in groupby(words, key=lambda word: (word.change, word.run))
        ]
        for words in found
    ]


def list_words(text: str) -> list[tuple[str, str]]:
    """The words of a text, each with what makes two words the same, its punctuation left out."""
    tokens = [token.strip(_AROUND) for token in text.split()]
    return [(key, token) for token in tokens if (key := identify_word(token))]


def _mark_words(
    base: Sequence[str], copy: Sequence[str], ignored: Collection[str]
) -> Iterator[_Word]:
    """The words of the copy, and those that it lacks, in order."""
    there, here = _split(base), _split(copy)
    known, kept = _list_parts(base) | {*ignored}, _list_parts(copy) | {*ignored}
    fragment = 0
    mine, theirs = ([identify_word(token) for token, _ in side] for side in (there, here))
    for tag, a, b, c, d in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        words = [_Word(token, _compare(token, known), index) for token, index in here[c:d]]
        yield from words
        fragment = words[-1].fragment if words else fragment
        if tag != "equal" and all(word.change is WordChange.KEPT for word in words):
            for number, run in enumerate(_find_missing(there[a:b], kept, ignored)):
                yield from (_Word(token, WordChange.MISSING, fragment, number) for token in run)


def _compare(token: str, known: Collection[str]) -> WordChange:
    return WordChange.KEPT if _is_found(token, known) else WordChange.DIFFERS


def _is_found(token: str, words: Collection[str]) -> bool:
    """Whether a word is among others, as a whole or each part of a compound."""
    return identify_word(token) in words or all(part in words for part in _parts(token))


def _find_missing(
    tokens: Sequence[_Token], kept: Collection[str], ignored: Collection[str]
) -> Iterator[list[str]]:
    """The runs of tokens that the copy has nowhere, with what is ignored only within a run."""
    run: list[str] = []
    pending: list[str] = []
    last = -1
    for token, fragment in tokens:
        key = identify_word(token)
        if fragment != last:
            yield from [run] if run else []
            run, pending, last = [], [], fragment
        if not key or key in ignored:
            pending.append(token)
        elif not _is_found(token, kept):
            run = [*run, *pending, token] if run else [token]
            pending = []
        else:
            yield from [run] if run else []
            run, pending = [], []
    yield from [run] if run else []


def _split(fragments: Sequence[str]) -> list[_Token]:
    return [
        (token, index) for index, fragment in enumerate(fragments) for token in fragment.split()
    ]


def _list_keys(fragments: Sequence[str]) -> list[str]:
    return [
        key for fragment in fragments for token in fragment.split() if (key := identify_word(token))
    ]


def _list_parts(fragments: Sequence[str]) -> set[str]:
    """The words of fragments, compounds as a whole and in parts."""
    tokens = [token for fragment in fragments for token in fragment.split()]
    return {part for token in tokens for part in (identify_word(token), *_parts(token))}


def _parts(token: str) -> list[str]:
    return [part.casefold() for part in WORD.findall(_GENITIVE.sub("", token))]


def identify_word(token: str) -> str:
    """What makes two words the same: neither case nor punctuation nor a genitive's `’s`."""
    return "".join(_parts(token))
