"""Splits a raw text into units: its paragraphs, headings and other lines.

Paragraphs that were run together are split, and paragraphs that were broken into lines are joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from newsdossier.text.characters import BOM
from newsdossier.text.words import count_words


@dataclass(frozen=True)
class Unit:
    """A line of the text, or a part of one that ran several paragraphs together."""

    start: int
    end: int
    text: str

    @property
    def words(self) -> int:
        """Its length in words; in scripts without spaces, a tenth of its letters."""
        return max(count_words(self.text), len(self.text) // 10)

    @property
    def ends_a_sentence(self) -> bool:
        """Whether it ends like a sentence."""
        return bool(re.search(r"[.!?…。！？][\"'”’»)\]]*$", self.text))

    @property
    def is_paragraph(self) -> bool:
        """Whether it reads like running text."""
        return self.words >= 25 or (self.words >= 5 and self.ends_a_sentence)

    @property
    def can_open_body(self) -> bool:
        """Whether an article may begin with it: a question or exclamation may be a headline."""
        least = 15 if self.text.rstrip("\"'”’»").endswith(("?", "!", "？", "！")) else 8
        return self.is_paragraph and self.words >= least


_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")


def split_units(text: str) -> Iterator[Unit]:
    """Yield the units of a text in order."""
    lines = [(m.start(), m.group()) for m in _LINE.finditer(text) if m.group().strip(f" \t{BOM}")]
    lines = _unwrap(text, lines)
    found: list[Unit] = []
    quoted = False
    for index, (start, line) in enumerate(lines):
        joins = bool(found) and (quoted or _continues(found[-1].text, line))
        cuts, quoted = _find_cuts(line, quoted)
        quoted = quoted and _closes_quotation(line for _, line in lines[index + 1 : index + 4])
        for first, last in pairwise([0, *cuts, len(line)]):
            unit = _cut_unit(text, start + first, start + last)
            if joins:
                unit = _cut_unit(text, found.pop().start, unit.end)
                joins = False
            if unit.text:
                found.append(unit)
    yield from found


def _cut_unit(text: str, start: int, end: int) -> Unit:
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip().lstrip(BOM).lstrip())
    return Unit(start, end, text[start:end].rstrip())


def _unwrap(text: str, lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Join the lines of each paragraph where a program broke all lines at about the same width.

    The signs of that: no line is long, and of the lines that another one follows at once, most are
    rather long and end within a sentence.
    """
    following = [
        text[start + len(line) : after].count("\n") < 2
        for (start, line), (after, _) in pairwise(lines)
    ]
    broken = [line for (_, line), goes_on in zip(lines, following, strict=False) if goes_on]
    unfinished = [
        line
        for line in broken
        if len(line) >= 50 and not _cut_unit(line, 0, len(line)).ends_a_sentence
    ]
    if any(len(line) > 100 for _, line in lines) or len(unfinished) * 2 <= len(broken):
        return lines
    found = lines[:1]
    for (start, line), goes_on, (_, before) in zip(lines[1:], following, lines, strict=False):
        if goes_on and len(before) >= 50:
            first, _ = found[-1]
            found[-1] = (first, text[first : start + len(line)])
        else:
            found.append((start, line))
    return found


def _continues(before: str, line: str) -> bool:
    """Whether a line continues the sentence of the line before it."""
    opened = before.rfind("“") > before.rfind("”") and not line.startswith("“") and "”" in line
    return opened or bool(re.search(r"\b[a-z]\.[a-z]\.$", before))


def _closes_quotation(lines: Iterable[str]) -> bool:
    """Whether the lines that follow close a quotation that a straight mark opened.

    A closing mark stands right behind what it closes, without a space.
    """
    mark = next((match for line in lines if (match := re.search(r'(^|.)"', line))), None)
    return bool(mark and mark[1].strip())


def _find_cuts(line: str, quoted: bool) -> tuple[list[int], bool]:
    """Find where paragraphs were run together, and whether a quotation is open at the end.

    Such a place is a capital right behind the end of a sentence or behind a closing mark, or an
    opening mark right behind a word.
    """
    cuts: list[int] = []
    for at, mark in enumerate(line):
        before, after = line[:at][-1:], line[at + 1 : at + 2]
        behind = before.isalnum() or (before in '.!?…"”' and bool(before))
        opens_next = after.isupper() or (after == '"' and line[at + 2 : at + 3].isupper())
        match mark:
            case '"' if quoted:
                quoted = False
                if opens_next:
                    cuts.append(at + 1)
            case '"':
                quoted = True
                if behind and after.isupper():
                    cuts.append(at)
            case "“" if behind:
                cuts.append(at)
            case "”" if after.isupper():
                cuts.append(at + 1)
            case "'" if before in ".!?" and before and after.isupper():
                cuts.append(at)
            case "'" if after.isupper() and line[max(cuts, default=0)] == "'" and before.isalpha():
                cuts.append(at + 1)
            case _ if (
                mark.isupper()
                and before in (".", "!", "?", "…")
                and not _ends_in_initials(line[:at])
            ):
                cuts.append(at)
    return sorted({cut for cut in cuts if cut}), quoted


def _ends_in_initials(before: str) -> bool:
    """Whether a text ends in an abbreviation of single letters, such as U.S. or a.m."""
    return bool(re.search(r"(^|[^\w])\w\.$", before))
