"""What is proposed of a raw text: its cut, and what is seen in it."""

import re
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdossier.authoring import candidates
from newsdossier.authoring.pieces import Piece, propose_pieces
from newsdossier.dossier.originals import Body, cut
from newsdossier.text.words import count_words
from tests.support.cutting import agreeing_blocks
from tests.support.ferry import FERRY
from tests.support.making import article


def test_the_invented_articles_are_cut_as_their_editors_cut_them() -> None:
    """Navigation, date lines, captions, boxes and glued paragraphs are told apart."""
    assert agreeing_blocks(FERRY, FERRY / "originals") == (19, 0)


def told(text: str) -> list[tuple[str, str]]:
    """Each proposed piece, by its label or its reason, with its first word."""
    return [
        (piece.label or piece.excluded, piece.text.split()[0]) for piece in propose_pieces(text)
    ]


ONE = "Alder boats came in at dawn, and their crews told of a calm night at sea."
TWO = "Beech boats stayed out, and nobody on the quay knew when they would be back."
THREE = "Cedar boats had not sailed at all, as the harbour master had asked them to wait."


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        pytest.param(
            f"Skerrow Courier | Tides\nBoats\nThe boats come in\nBy Ilva Dorrin\n{ONE}\n{TWO}\n",
            ["navigation", "label of the page", "headline", "byline", "1", "2"],
            id="above the article",
        ),
        pytest.param(
            f"{ONE}\n{TWO}\n© 2021 Skerrow Courier\nMost read\n{THREE}\n{THREE}\n",
            ["1", "2", "copyright line", "links to other stories"],
            id="under the article",
        ),
        pytest.param(
            f"{ONE}\nAdvertisement\n{TWO}\n{THREE}\nShare this\n",
            ["1", "advert", "2", "3", "page tools"],
            id="an advert in the midst",
        ),
        pytest.param(
            f"{ONE}\nWhat the quay says\n{TWO}\nCoal is dear\nIce is cheap\n{THREE}\n",
            ["1", "s1", "2", "titles of other stories set into the text", "3"],
            id="a sub-head, and titles of other stories",
        ),
        pytest.param(
            f"{ONE}\nFacts\nThe harbour\n{TWO}\nSource: the harbour\nThe day after\n{THREE}\n",
            ["1", "s1", "f1", "f2", "s2", "2"],
            id="a box and its end",
        ),
        pytest.param(
            f'{ONE}\'So it is\'{TWO}"{THREE}"Calm seas"{ONE}"{TWO}',
            ["1", "s1", "2", "3", "s2", "4", "5"],
            id="glued paragraphs",
        ),
        pytest.param(
            f'{ONE}\n\n"They wait.\n\nWe wait too," said a passenger on the quay.\n\n{TWO}\n',
            ["1", "2", "3"],
            id="a quotation over several lines",
        ),
        pytest.param(
            f"{ONE[:60]}\n{ONE[60:]}\n\n{TWO[:60]}\n{TWO[60:]}\n\n{THREE[:60]}\n{THREE[60:]}\n",
            ["1", "2", "3"],
            id="lines broken at a width",
        ),
        pytest.param(
            "The U.S.Navy and the a.m. tide are what they wait for now.", ["1"], id="U.S."
        ),
        pytest.param("Boats\nNets\n", ["1", "2"], id="nothing but short lines"),
        pytest.param("\ufeff" + ONE, ["1"], id="a byte order mark"),
        pytest.param(
            "船は夜明けに港へ戻り、乗組員は静かな夜だったと語った。それから彼らは荷を下ろした。",
            ["1"],
            id="a script without spaces",
        ),
    ],
)
def test_what_a_page_puts_around_an_article_is_told_apart(text: str, pieces: list[str]) -> None:
    """Each sign of clutter gives its reason, and what is left is labelled in order."""
    assert [label for label, _ in told(text)] == pieces


def test_the_same_words_twice_are_told_apart() -> None:
    """A headline that ends the navigation opens where it stands by itself."""
    text = f"World » Boats come in\n\nBoats come in\n\n{ONE}\n"
    navigation, headline, _ = propose_pieces(text)
    assert (navigation.opens, headline.opens) == ("World » Boats come in", "Boats come in")
    assert headline.start == text.index("Boats come in", 15)


def record(pieces: list[Piece], text: str, folder: Path) -> Body:
    """The body that a record of these pieces cuts."""
    (folder / "a.txt").write_bytes(text.encode())
    blocks = [
        {
            "block" if piece.label else "excluded": piece.label or piece.excluded,
            "opens": piece.opens,
        }
        for piece in pieces
    ]
    digest = sha256(text.encode()).hexdigest()
    original = {"file": "a.txt", "sha256": digest, "blocks": blocks}
    body, problems = cut(article(original=original), folder)
    assert problems == []
    assert body
    return body


ODD = st.text("ab A.\"“”'\u00a0\r\n»-é", max_size=30)
LINES = [ONE, TWO, THREE, ONE + TWO, "Facts", "Calm seas", "Share this", "", "Home » Tides", '"No.']


@given(st.lists(st.sampled_from(LINES) | ODD, max_size=12))
@settings(derandomize=True, deadline=None, max_examples=300)
def test_whatever_a_text_holds_its_pieces_cut_it(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    """The proposed opening words are found in order, and no character is lost."""
    text = "\n".join(lines)
    pieces = propose_pieces(text)
    assert all(count_words(piece.opens) <= 15 for piece in pieces)
    assert all(before.end == after.start for before, after in pairwise(pieces))
    if pieces:
        body = record(pieces, text, tmp_path_factory.mktemp("originals"))
        assert [piece.text for piece in body.pieces] == [piece.text for piece in pieces]
    else:
        assert not re.sub(r"\s", "", text)


SEEN = {
    "headline": "Nine boats, 4 May",
    "1": "More than 1,200 people saw “a very calm sea on that long day” on Tuesday, 4 May 2021.",
    "2": "– We wait, said one of them. They had waited since January.",
}


def words(found: list[candidates.Candidate]) -> list[str]:
    """What is seen, with its block."""
    return [f"{one.label}: {one.words}" for one in found]


def test_quotations_are_seen_by_their_first_words() -> None:
    """Between quotation marks or behind a dash, six words at most."""
    assert words(list(candidates.find_quotations(SEEN))) == [
        "1: a very calm sea on that …",
        "2: We wait, said one of them. …",
    ]


def test_figures_are_seen_with_the_words_beside_them() -> None:
    """In digits or in letters."""
    assert words(list(candidates.find_numbers(SEEN)))[:2] == [
        "headline: Nine boats, 4 May",
        "1: More than 1,200 people saw",
    ]


def test_days_are_seen_as_printed() -> None:
    """With weekday and year where they stand there."""
    assert words(list(candidates.find_dates(SEEN))) == [
        "headline: 4 May",
        "1: Tuesday, 4 May 2021",
        "2: January",
    ]


def test_a_language_is_proposed_with_its_evidence_or_not_at_all() -> None:
    """The commonest words of a language speak for it; where there are hardly any, nothing does."""
    swedish = candidates.guess_language({"1": "Båtarna kom in och det var en natt som var lugn"})
    assert swedish
    assert (swedish.language, swedish.words) == ("sv", 11)
    assert candidates.guess_language({"1": "Kell Skerrow Hallow Ondrelle"}) is None
