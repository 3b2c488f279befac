"""Compares what is proposed of an original with what its editors made, and with its text."""

from pathlib import Path

from newsdossier.authoring.pieces import propose_pieces
from newsdossier.dossier.load import load
from newsdossier.text.words import WORD


def agreeing_blocks(root: Path, originals: Path) -> tuple[int, int]:
    """How many blocks of a dossier's originals are proposed as they are, and how many are not."""
    dossier, _ = load(root, originals)
    assert dossier
    same = other = 0
    for body in (dossier.bodies or {}).values():
        proposed = {(piece.label, piece.text.strip()) for piece in propose_pieces(body.text)}
        wanted = {(label, text.strip()) for label, text in body.blocks.items()}
        same += len(wanted & proposed)
        other += len(wanted - proposed)
    return same, other


def long_runs(text: str, size: int = 16) -> set[tuple[str, ...]]:
    """Each run of words in a row that is longer than a quotation may be."""
    words = [word.lower() for word in WORD.findall(text)]
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}
