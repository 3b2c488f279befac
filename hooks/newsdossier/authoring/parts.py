"""Tells which units of a text are the article: headline, paragraphs, sub-heads and boxes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from newsdossier.authoring.clutter import BOX_HEADING, BOX_SOURCE, OTHER, Sign, find_sign
from newsdossier.authoring.units import Unit
from newsdossier.model import BlockKind


@dataclass(frozen=True)
class Part:
    """A unit, and what it is taken for: a part of the article, or clutter with a reason."""

    unit: Unit
    kind: BlockKind | None = None
    """What block it is; None where it is clutter or continues the part before it."""
    reason: str = ""


def sort_units(units: list[Unit]) -> list[Part]:
    """Sort the units of a text into parts of the article and clutter."""
    signs = [find_sign(unit) for unit in units]
    opening = (index for index, unit in enumerate(units) if unit.can_open_body and not signs[index])
    first = next(opening, None)
    if first is None:  # nothing reads as running text: all that bears no sign may be the article
        return [
            Part(unit, reason=sign.reason) if sign else Part(unit, BlockKind.PARAGRAPH)
            for unit, sign in zip(units, signs, strict=True)
        ]
    last = _find_end(units, signs, first)
    return [
        *_sort_head(units[:first], signs[:first]),
        *_sort_body(units[first:last], signs[first:last]),
        *_sort_tail(units[last:], signs[last:]),
    ]


def _find_end(units: list[Unit], signs: list[Sign | None], first: int) -> int:
    """Find the number of the first unit after the article."""
    for index in range(first + 1, len(units)):
        sign = signs[index]
        if sign and (sign.ends_article or _is_end(units[index + 1 :], signs[index + 1 :])):
            return index
    reading = [
        i for i, unit in enumerate(units) if unit.is_paragraph or BOX_SOURCE.match(unit.text)
    ]
    return max(reading, default=first) + 1


def _is_end(units: list[Unit], signs: list[Sign | None]) -> bool:
    """Whether no running text follows: not at once, and nowhere two paragraphs in a row."""
    running = [unit.can_open_body and not sign for unit, sign in zip(units, signs, strict=True)]
    return not (running and running[0]) and not any(a and b for a, b in pairwise(running))


def _sort_head(units: list[Unit], signs: list[Sign | None]) -> Iterator[Part]:
    """Sort what is above the first paragraph: the longest line without a sign is the headline."""
    candidates = [
        unit for unit, sign in zip(units, signs, strict=True) if not sign and unit.words > 2
    ]
    headline = max(candidates, key=lambda unit: unit.words, default=None)
    seen = False
    for unit, sign in zip(units, signs, strict=True):
        if unit is headline:
            seen = True
            yield Part(unit, BlockKind.HEADLINE)
        elif sign:
            yield Part(unit, reason=sign.reason)
        else:
            yield Part(unit, BlockKind.SUBHEAD) if seen else Part(unit, reason="label of the page")


def _sort_body(units: list[Unit], signs: list[Sign | None]) -> Iterator[Part]:
    """Sort the article: paragraphs, sub-heads, boxes, and clutter between them.

    A single line that is no sentence is a sub-head; several in a row are titles of other stories.
    """
    boxed = False
    kinds = [_kind(unit, sign) for unit, sign in zip(units, signs, strict=True)]
    marked = zip(units, signs, kinds, strict=True)
    for kind, group in groupby(marked, key=lambda each: each[2]):
        run = list(group)
        if kind == "short":
            boxed = bool(BOX_HEADING.match(run[0][0].text))
        for number, (unit, sign, _) in enumerate(run):
            if sign:
                yield Part(unit, reason=sign.reason)
            elif kind == "text":
                yield Part(unit, BlockKind.BOX if boxed else BlockKind.PARAGRAPH)
            elif boxed or len(run) == 1:
                yield Part(unit, None if number else BlockKind.SUBHEAD)
            else:
                yield Part(unit, reason="titles of other stories set into the text")


def _kind(unit: Unit, sign: Sign | None) -> str:
    if sign:
        return "sign"
    return "text" if unit.is_paragraph or BOX_SOURCE.match(unit.text) else "short"


def _sort_tail(units: list[Unit], signs: list[Sign | None]) -> Iterator[Part]:
    """Sort what is under the article; a reason holds until another sign or titles in a row."""
    reason = OTHER
    for index, (unit, sign) in enumerate(zip(units, signs, strict=True)):
        titles = units[index : index + 3]
        if sign and (
            sign.ends_article or sign.reason in ("advert", "page tools", "a figure alone")
        ):
            reason = sign.reason
        elif reason == "imprint" or (len(titles) == 3 and all(map(_is_title, titles))):
            reason = OTHER
        yield Part(unit, reason=reason)


def _is_title(unit: Unit) -> bool:
    return unit.words > 3 and not unit.is_paragraph
