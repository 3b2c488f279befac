"""Cutting an original: the pieces follow each other, and no character of the file is lost."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdossier.dossier.load import load
from newsdossier.dossier.originals import Body, cut
from newsdossier.model import Article
from tests.support.ferry import FERRY
from tests.support.making import article

ORIGINALS = FERRY / "originals"


def record(text: str, blocks: list[dict[str, str]]) -> Article:
    """The record of an article whose original holds a text."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return article(original={"file": "a.txt", "sha256": digest, "blocks": blocks})


def body_of(text: str, blocks: list[dict[str, str]], folder: Path) -> Body:
    """The body of an original that can be cut."""
    (folder / "a.txt").write_bytes(text.encode())
    body, problems = cut(record(text, blocks), folder)
    assert problems == []
    assert body
    return body


def blocks_of_ferry(name: str) -> Body:
    """The body of an article of the tests' own dossier."""
    dossier, _ = load(FERRY, ORIGINALS)
    assert dossier
    assert dossier.bodies
    return dossier.bodies[name]


@pytest.mark.parametrize("name", ["courier", "retelling", "wire-copy"])
def test_the_pieces_of_a_file_are_the_file(name: str) -> None:
    """Blocks and exclusions together are what was received, character for character."""
    pieces = blocks_of_ferry(name).pieces
    received = (ORIGINALS / f"{name}.txt").read_text(encoding="utf-8")
    assert "".join(piece.text for piece in pieces) == received


def test_paragraphs_glued_together_are_cut_where_the_second_opens() -> None:
    """A paragraph may open in the middle of a line."""
    blocks = blocks_of_ferry("wire-copy").blocks
    assert blocks["1"].endswith("struck a sand bank on Saturday.")
    assert blocks["2"].startswith("The steering had failed")


def test_excluded_pieces_are_no_blocks() -> None:
    """What is not part of the article has no label, and proves nothing."""
    body = blocks_of_ferry("retelling")
    assert list(body.blocks) == ["headline", "1", "2", "s1", "f1", "f2", "f3"]
    assert [piece.block.excluded for piece in body.pieces if not piece.block.block] == [
        "navigation",
        "the headline at the end of the navigation",
        "comment form",
    ]


def test_opening_words_are_searched_after_the_piece_before(tmp_path: Path) -> None:
    """The same words open one piece after another."""
    text = "More: More: More: the end"
    blocks = [{"excluded": "advert", "opens": "More:"}, {"block": "1", "opens": "More:"}]
    body = body_of(text, [*blocks, {"block": "2", "opens": "More:"}], tmp_path)
    assert [piece.text for piece in body.pieces] == ["More: ", "More: ", "More: the end"]


def test_line_ends_and_spaces_stay_as_received(tmp_path: Path) -> None:
    """Cutting changes nothing: neither carriage returns nor spaces at an end."""
    text = "\r\n  One \u00a0\r\nTwo\t\n"
    blocks = [{"block": "1", "opens": "One"}, {"block": "2", "opens": "Two"}]
    body = body_of(text, blocks, tmp_path)
    assert body.blocks == {"1": "One \u00a0\r\n", "2": "Two\t\n"}


@given(st.lists(st.text("ab .\n“é", min_size=1, max_size=12), min_size=1, max_size=8))
@settings(derandomize=True, deadline=None, max_examples=100)
def test_whatever_the_pieces_hold_they_come_back(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    """A file made of numbered pieces is cut into these very pieces."""
    pieces = [f"<{number}>{text}" for number, text in enumerate(texts)]
    blocks = [{"block": str(n + 1), "opens": f"<{n}>"} for n in range(len(pieces))]
    body = body_of("".join(pieces), blocks, tmp_path_factory.mktemp("originals"))
    assert [piece.text for piece in body.pieces] == pieces
