"""How much text two originals share: which words count, of what, and in which blocks."""

import hashlib
from pathlib import Path

import pytest

from newsdossier.analysis.shared_text import SharedText, get_shared_text, shared_texts_of
from newsdossier.dossier.dossier import Dossier
from newsdossier.dossier.originals import cut
from newsdossier.model import Label, Settings
from tests.support.making import article

SETTINGS = Settings.model_validate(
    {"title": "T", "summary": "S", "updated": "2021-05-12", "groups": [], "story": []}
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for originals."""
    return tmp_path


def dossier_of(folder: Path, **texts: dict[str, str]) -> Dossier:
    """A dossier of articles whose originals have these blocks; `excluded` is no block."""
    articles, bodies = {}, {}
    for name, blocks in texts.items():
        raw = "\n".join(blocks.values()).encode()
        (folder / f"{name}.txt").write_bytes(raw)
        pieces = [
            {"excluded": "menu", "opens": text}
            if label == "excluded"
            else {"block": label, "opens": text}
            for label, text in blocks.items()
        ]
        original = {
            "file": f"{name}.txt",
            "sha256": hashlib.sha256(raw).hexdigest(),
            "blocks": pieces,
        }
        articles[name] = article(name, original=original)
        body, problems = cut(articles[name], folder)
        assert body, problems
        bodies[name] = body
    return Dossier(SETTINGS, articles=articles, bodies=bodies)


def share(folder: Path, one: dict[str, str], other: dict[str, str]) -> SharedText:
    """What two articles share."""
    found = get_shared_text(dossier_of(folder, a=one, b=other), "a", "b")
    assert found
    return found


def test_each_article_has_the_share_of_its_own_runs(folder: Path) -> None:
    """Of eight words there are four runs of five, of six words two; one is in both."""
    found = share(folder, {"1": "a b c d e f g h"}, {"1": "a b c d e x"})
    assert found.percent == (25.0, 50.0)
    assert found.joined == ((Label("1"), Label("1")),)


def test_shares_have_one_decimal(folder: Path) -> None:
    """A third is 33.3 per cent."""
    assert share(folder, {"1": "a b c d e f g"}, {"1": "a b c d e"}).percent == (33.3, 100.0)


def test_four_words_in_a_row_are_not_shared_text(folder: Path) -> None:
    """Five make a run."""
    assert share(folder, {"1": "a b c d x"}, {"1": "a b c d y"}) == SharedText(("a", "b"))


@pytest.mark.parametrize(
    "written",
    [
        "AN Ox, in; “my” HUT.",
        "an ox\u00a0in\n my - hut",
        "a\u00adn ox in m\u200by hut",
        "ａｎ ox in my hut",
    ],
)
def test_case_punctuation_and_invisible_characters_do_not_count(folder: Path, written: str) -> None:
    """Only the words and their order count."""
    assert share(folder, {"1": "an ox in my hut"}, {"1": written}).percent == (100.0, 100.0)


def test_a_letter_with_another_mark_is_another_letter(folder: Path) -> None:
    """Accents count."""
    assert share(folder, {"1": "a b c d e"}, {"1": "a b c d é"}).most == 0


def test_a_run_lies_within_one_block(folder: Path) -> None:
    """Words on both sides of the end of a paragraph are no run."""
    assert share(folder, {"1": "a b c", "2": "d e f"}, {"1": "a b c d e f"}).most == 0


def test_what_is_left_out_of_the_body_is_not_compared(folder: Path) -> None:
    """A menu that two pages share makes no common origin, and does not dilute the share."""
    menu = {"excluded": "home news sport weather jobs"}
    assert share(folder, menu | {"1": "a b c d e"}, menu | {"1": "v w x y z"}).most == 0
    assert share(folder, menu | {"1": "a b c d e"}, menu | {"1": "a b c d e"}).most == 100


def test_joined_blocks_come_in_the_order_of_the_articles(folder: Path) -> None:
    """Blocks stand as in the articles, the tenth paragraph after the second, each pair once."""
    text, other = "a b c d e f", "h i j k l m"
    blank = {str(number): f"n{number}" for number in range(3, 10)}
    one = {"headline": text, "1": "start", "2": other, **blank, "10": f"then {text}"}
    found = share(folder, one, {"1": text, "f1": other})
    assert found.joined == (("headline", "1"), ("2", "f1"), ("10", "1"))


def test_figures_turn_with_the_two_articles(folder: Path) -> None:
    """Whichever article is named first has the first figure and the first of joined blocks."""
    dossier = dossier_of(folder, a={"1": "a b c d e f"}, b={"s1": "x", "1": "a b c d e"})
    assert get_shared_text(dossier, "b", "a") == SharedText(
        ("b", "a"), (100.0, 50.0), ((Label("1"), Label("1")),)
    )


def test_without_one_of_the_originals_nothing_is_known(folder: Path) -> None:
    """What is not at hand is unknown, which is not the same as nothing in common."""
    dossier = dossier_of(folder, a={"1": "a b c d e"})
    assert get_shared_text(dossier, "a", "b") is None


def test_a_text_shorter_than_a_run_shares_nothing(folder: Path) -> None:
    """An article without a run has a share of nothing."""
    dossier = dossier_of(folder, a={"1": "a b"}, b={"1": "a b"}, c={"1": "a b c d e"})
    assert shared_texts_of(dossier) == {}
