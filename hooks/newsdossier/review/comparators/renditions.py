"""Compares the renditions of articles block by block."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from newsdossier.dossier.dossier import Dossier
from newsdossier.model import Reference
from newsdossier.problems.problem import Place
from newsdossier.review.difference import Difference, FieldDifference, Outcome, Subject
from newsdossier.review.records import match_items
from newsdossier.source.renditions import Block, Part, RenditionLink, StatementMark


def compare(before: Dossier, after: Dossier) -> Iterator[Difference]:
    """Compare the renditions of articles that are in both states.

    The rendition of a new or removed article is no difference of its own.
    """
    for article in sorted({*before.articles} & {*after.articles}):
        old, new = before.renditions.get(article), after.renditions.get(article)
        if old and new:
            yield from _compare_blocks(article, old.blocks, new.blocks)
        elif old or new:
            record = PurePosixPath(after.articles[article].place().path)
            place = Place(str(record.with_suffix(".md")))
            outcome = Outcome.UNREADABLE
            yield Difference(Subject.RENDITION, article, article, outcome, "", place)


def _compare_blocks(article: str, old: list[Block], new: list[Block]) -> Iterator[Difference]:
    for one, other in match_items(old, new, _format_block):
        if other:
            outcome = Outcome.CHANGED if one else Outcome.ADDED
            before = [_format_block(one)] if one else []
            text = FieldDifference("text", before, [_format_block(other)])
            id_ = Reference.to(article, other.label)
            yield Difference(Subject.BLOCK, article, id_, outcome, "", other.place, [text])
        elif one:
            id_, summary = Reference.to(article, one.label), _format_block(one)
            yield Difference(Subject.BLOCK, article, id_, Outcome.REMOVED, summary, one.place)


def _format_block(block: Block) -> str:
    """Print a block nearly as it is written, with marks and links."""
    return "#" * block.level + " " * bool(block.level) + "".join(map(_format_part, block.parts))


def _format_part(part: Part) -> str:
    if isinstance(part, StatementMark):
        return f"[^{part.statement}]"
    if isinstance(part, RenditionLink):
        return f"[{part.text}]({part.target})"
    return f"{part.emphasis}{part.text}{part.emphasis}"
