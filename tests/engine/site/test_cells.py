"""How cells show an answer: in whose marks, with which word, and what is inferred in it."""

from pathlib import Path

import pytest

from newsdossier.checks.printed_quotations import quoted_words
from newsdossier.dossier.dossier import Dossier
from newsdossier.dossier.load import load
from tests.support.ferry import change, copied
from tests.support.shown import misquoted, shown_answers, unmarked

#: A wording from each kind of statement, beside the ferry's own.
WORDINGS = [
    {
        "file": "articles/courier.yml",
        "replace": "answers: [{question: cause, value: fog}]",
        "with": "answers: [{question: struck, value: the fog}]",
    },
    {
        "file": "articles/courier.yml",
        "replace": "    mode: stance\n    about: skerrow-line\n",
        "with": "    mode: stance\n    about: skerrow-line\n"
        "    answers: [{question: struck, value: the safest line}]\n",
    },
    {
        "file": "articles/courier.yml",
        "replace": "answers: [{question: injured, value: 9, as_of: 2021-05-01}]",
        "with": "answers: [{question: struck, value: nine injured}]",
    },
    {
        "file": "articles/wire-copy.yml",
        "replace": "about: [grounding, hallow]\n",
        "with": "about: [grounding, hallow]\n"
        "    answers: [{question: struck, value: towed to Hallow}]\n",
    },
]


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    """The ferry's dossier with wordings that are quoted, reported, a self-portrait, nobody's."""
    folder = copied(tmp_path)
    for edit in WORDINGS:
        change(folder, edit)
    loaded, problems = load(folder, folder / "originals")
    assert loaded
    assert not [*problems, *quoted_words(loaded)]
    return loaded


def test_no_cell_has_marks_round_words_that_the_original_gives_to_nobody(dossier: Dossier) -> None:
    """Double marks are the original's; single ones stand where nobody else speaks."""
    assert misquoted(dossier) == []


def test_a_cell_says_how_a_wording_is_given(dossier: Dossier) -> None:
    """Quoted words stand in double marks, own words in single ones, reported words in none."""
    shown = {
        cell.value.printed: (cell.manner, [one.text for one in cell.word.speakers])
        for _, cell in shown_answers(dossier)
        if cell.value.is_wording
    }
    assert shown == {
        "‘a sand bank’": ("", []),
        "‘a sand bench’": ("", []),
        "“the fog”": ("quoted", ["Ilva Dorrin"]),
        "nine injured": ("reported", ["Coast guard"]),
        "the safest line": ("as a self-description", ["Skerrow Line"]),
        "towed to Hallow": ("", ["no speaker named"]),
    }


def test_no_cell_shows_an_inference_without_its_mark(dossier: Dossier) -> None:
    """A value, a reading or a speaker that is inferred stands in brackets, with the reason."""
    assert unmarked(dossier) == []
    shown = {cell.value.plain for _, cell in shown_answers(dossier)}
    assert {"‘a sand bench’ [a sand bank]", "‘Saturday’ [1 May 2021]", "[1 May 2021]"} <= shown
    speakers = {one.plain for _, cell in shown_answers(dossier) for one in cell.word.speakers}
    assert "‘the guard of the coast’ [Coast guard]" in speakers
