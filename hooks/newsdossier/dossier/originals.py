"""Cut an original into labelled blocks and exclusions, every character accounted for."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

from newsdossier.model import Article, OriginalPiece
from newsdossier.problems import limits
from newsdossier.problems.problem import Place, Problem, ProblemsFound
from newsdossier.problems.rules import RuleGroup, declare_rule
from newsdossier.source import files
from newsdossier.text.characters import BOM
from newsdossier.text.nearest import did_you_mean
from newsdossier.text.quotations import PrintedQuotations
from newsdossier.text.verbatim import find_nearest_passage, fold

_declare = partial(declare_rule, RuleGroup.PROOFS, __name__)
ORIGINAL_MISSING = _declare("original-missing", "A record names its original as the file is named.")
ORIGINAL_CHECKSUM = _declare(
    "original-checksum", "An original is, byte for byte, the file that its record was made from."
)
ORIGINAL_CUT = _declare(
    "original-cut", "The pieces of an original, from its start on, are told by their first words."
)


@dataclass(frozen=True)
class Piece:
    """A piece of an original as it was received, with the record that cut it."""

    block: OriginalPiece
    text: str


@dataclass(frozen=True)
class Body:
    """What an original holds, piece by piece, in the order of the file."""

    pieces: list[Piece] = field(default_factory=list)

    @property
    def excluded(self) -> str:
        """What is left out, as one text."""
        return "\n".join(piece.text for piece in self.pieces if piece.block.excluded)

    @property
    def text(self) -> str:
        """The whole file, from its first piece on."""
        return "".join(piece.text for piece in self.pieces)

    @cached_property
    def quotations(self) -> PrintedQuotations:
        """Where the blocks have words within quotation marks."""
        return PrintedQuotations(self.blocks)

    @property
    def blocks(self) -> dict[str, str]:
        """The labelled blocks and their texts."""
        return {piece.block.block: piece.text for piece in self.pieces if piece.block.block}


def is_at_hand(article: Article, folder: Path) -> bool:
    """Whether an article's original lies in the folder."""
    return (folder / article.original.file).is_file()


def misnamed(article: Article, folder: Path, claimed: set[str]) -> list[Problem]:
    """The problem of a missing original, where a file of a near name lies there for no article.

    A contributor has the text that he adds, seldom all others: one that is simply not there is
    left unproved, as all are where there is no folder.
    """
    spare = {path.name for path in folder.iterdir()} - claimed
    hint = did_you_mean(article.original.file, spare)
    message = f'no original "{article.original.file}"{hint}'
    place = article.original.place("file")
    return [ORIGINAL_MISSING.problem(place, message)] if hint else []


def cut(article: Article, folder: Path) -> tuple[Body | None, list[Problem]]:
    """The body of an article's original, which is at hand, or why it cannot be had.

    The pieces follow each other without a gap: one runs to where the next one opens, so the only
    thing that can be left over is text before the first.
    """
    original = article.original
    try:
        data = files.read_bytes(folder / original.file, limits.ORIGINAL)
        digest = hashlib.sha256(data).hexdigest()
        if digest != original.sha256:
            message = (
                f"the file's checksum is {digest}; take the file this record was made from, "
                "or read every block again and write the new checksum"
            )
            return None, [ORIGINAL_CHECKSUM.problem(original.place("sha256"), message)]
        text = files.decode_exactly(data)
    except files.Refused as refused:
        message = f'the original "{original.file}": {refused}'
        return None, [refused.rule.problem(original.place("file"), message)]
    return _pieces(article, text)


def _pieces(article: Article, text: str) -> tuple[Body | None, list[Problem]]:
    starts: list[int] = []
    problems: list[Problem] = []
    reached = 0
    for block in article.original.blocks:
        start = text.find(block.opens, reached)
        if start == -1:
            problems.append(_not_found(block, text))
            continue
        starts.append(start)
        reached = start + len(block.opens)
    if starts and (before := fold(text[: starts[0]]).strip(BOM)):
        message = (
            f'"{before[:40]}" comes before the first piece; '
            "exclude it with a reason, or start a block there"
        )
        problems.append(ORIGINAL_CUT.problem(article.original.place("blocks"), message))
    if problems:
        return None, problems
    blocks = article.original.blocks
    ends = [*starts[1:], len(text)]
    return Body([Piece(b, text[s:e]) for b, s, e in zip(blocks, starts, ends, strict=True)]), []


def _not_found(block: OriginalPiece, text: str) -> Problem:
    if block.opens in text:
        message = f'"{block.opens}" comes before the piece above it; keep the order of the file'
    else:
        near = find_nearest_passage(block.opens, text)
        hint = f'nearest is "{near.words}"' if near else "copy the opening words as they stand"
        message = f'"{block.opens}" is not in the original; {hint}'
    return ORIGINAL_CUT.problem(block.place("opens"), message)


def originals_folder(root: Path) -> Path | None:
    """Where the originals lie: DOSSIER_ORIGINALS, else `originals/` beside the dossier's folder.

    A link of that name may come with a change from elsewhere and lead anywhere: it raises
    ProblemsFound, while one in DOSSIER_ORIGINALS is the editor's own.
    """
    beside = root.parent / "originals"
    folder = Path(os.environ.get("DOSSIER_ORIGINALS") or beside)
    if folder == beside and beside.is_symlink():
        message = "this is a link; name the folder that it leads to in DOSSIER_ORIGINALS"
        raise ProblemsFound([files.FILE_KIND.problem(Place("originals"), message)])
    return folder if folder.is_dir() else None
