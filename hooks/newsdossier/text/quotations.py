"""Find quotations: in our texts by two kinds of marks, in an original by any marks it prints.

In our texts “double” marks stand round words that the article prints within quotation marks, and
‘single’ marks round its own words. A ’ with a letter or digit behind it is an apostrophe.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from newsdossier.text.verbatim import find_fragments

# No part may run on past a second opening: that would cost the square of their number.
_DOUBLE = r"“[^“”]*”"
_SINGLE = rf"‘(?:[^‘’“”]|’(?=[^\W_])|{_DOUBLE})*’(?![^\W_])"
_QUOTATION = re.compile(f"{_DOUBLE}|{_SINGLE}")
#: What is left over where a mark opens or closes no quotation; a straight ' opens behind no letter.
_STRAY = re.compile(r"[\"“”„«»‘]|(?<![^\W_])'(?=[^\W_])")

#: What originals print: a quotation that goes on in the next paragraph opens again there.
_PRINTED = [
    re.compile(r"“[^“”]*(?:”|\n(?=“))"),
    re.compile(r"„[^„“”]*[“”]"),
    re.compile(r'"[^"]*"'),
    re.compile(r"«[^«»]*»"),
    re.compile(r"‘(?:[^‘’\n]|’(?=[^\W_]))*’(?![^\W_])"),
    re.compile(r"(?<![^\W_])'(?=[^\W_])(?:[^'\n]|'(?=[^\W_]))*'(?![^\W_])"),
]
#: A line that opens with a dash is speech, but for what follows its last comma: who speaks.
_DASHED = re.compile(r"^[ \t]*[–—][ \t](?:[^\n]*(?=,[ \t])|[^\n]*)", re.MULTILINE)

Span = tuple[int, int]


@dataclass(frozen=True)
class Quotation:
    """Words within quotation marks in one of our texts."""

    words: str
    is_double: bool
    """Whether the marks say that the article prints the words within quotation marks."""

    @property
    def bare_words(self) -> str:
        """The words without the punctuation at their end, which may be that of our sentence."""
        return self.words.rstrip(".,;:!?…")


def find_quotations(text: str) -> Iterator[Quotation]:
    """Find each quotation in a text of ours; one within single marks is found too."""
    for match in _QUOTATION.finditer(text):
        words = match[0][1:-1]
        yield Quotation(words, match[0].startswith("“"))
        if match[0].startswith("‘"):
            yield from (Quotation(inner[1:-1], True) for inner in re.findall(_DOUBLE, words))


def find_stray_mark(text: str) -> str | None:
    """Find the first mark of a text of ours that opens or closes no quotation."""
    match = _STRAY.search(_QUOTATION.sub("", text))
    return match[0] if match else None


class PrintedQuotations:
    """Where an original prints words within quotation marks, block by block."""

    def __init__(self, blocks: Mapping[str, str]) -> None:
        self._blocks = blocks
        self._spans: dict[str, list[Span]] = {}
        whole = "\n".join(blocks.values())
        spans = sorted(_find_printed(whole))
        start = 0
        for label, text in blocks.items():
            end = start + len(text)
            self._spans[label] = [(a - start, b - start) for a, b in spans if a < end and start < b]
            start = end + 1

    def never_quote(self, words: str, labels: Iterable[str]) -> bool:
        """Whether the words stand in the blocks, and nowhere within quotation marks."""
        return self._judge(words, labels) == {False}

    def always_quote(self, words: str, labels: Iterable[str]) -> bool:
        """Whether the words stand in the blocks, and only within quotation marks."""
        return self._judge(words, labels) == {True}

    def have(self, words: str, labels: Iterable[str]) -> bool:
        """Whether the words stand in the blocks."""
        return bool(self._judge(words, labels))

    def _judge(self, words: str, labels: Iterable[str]) -> set[bool]:
        """Tell of all occurrences whether they stand within quotation marks."""
        return {
            any(a <= start and end <= b for a, b in self._spans[label])
            for label in labels
            for start, end in find_fragments(words, self._blocks.get(label, ""))
        }


def list_marked(text: str) -> list[str]:
    """List the words that stand within any printed marks in a text."""
    return [text[start:end].strip("“”„\"«»‘’'") for start, end in sorted(_find_printed(text))]


def _find_printed(text: str) -> Iterator[Span]:
    for pattern in [*_PRINTED, _DASHED]:
        yield from (match.span() for match in pattern.finditer(text))
