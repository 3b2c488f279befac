"""What `newsdossier new` proposes of the originals, where they are at hand."""

from pathlib import Path

import pytest

from newsdossier.cli import main
from newsdossier.dossier.load import load
from newsdossier.dossier.originals import originals_folder
from tests.support.building import ROOT
from tests.support.cutting import agreeing_blocks, long_runs
from tests.support.ferry import copied
from tests.support.shown import misquoted, unmarked


@pytest.fixture(scope="module")
def originals() -> Path:
    """The folder of the originals; without one these tests are skipped."""
    folder = originals_folder(ROOT / "dossier")
    if not folder or not any(folder.glob("*.txt")):
        pytest.skip("not proved: no originals here")
    return folder


def test_originals_are_cut_nearly_as_their_editors_cut_them(originals: Path) -> None:
    """Of the blocks of all originals nineteen in twenty are proposed as they are."""
    same, other = agreeing_blocks(ROOT / "dossier", originals)
    assert same >= 19 * other
    assert same


def test_a_beginning_repeats_no_sentence_of_its_original(
    originals: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What is written has no more than 15 words of the text in a row, and only marks are left."""
    texts = sorted(originals.glob("*.txt"))
    dossier = copied(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DOSSIER_ORIGINALS", str(dossier / "originals"))
    for number, text in enumerate(texts):
        assert main(["new", "article", str(text), "--id", f"begun-{number}"]) == 0
        for ending in (".yml", ".md"):
            written = (dossier / "articles" / f"begun-{number}{ending}").read_text("utf-8")
            assert long_runs(written) & long_runs(text.read_text("utf-8")) == set()
    capsys.readouterr()
    assert main(["check"]) == 1
    *problems, _ = capsys.readouterr().err.splitlines()
    assert [line for line in problems if not line.endswith(" [unfinished]")] == []


def test_no_cell_gives_words_to_somebody_who_does_not_say_them(originals: Path) -> None:
    """The marks of every wording are those that the originals allow."""
    dossier, _ = load(ROOT / "dossier", originals)
    assert dossier
    assert misquoted(dossier) == []


def test_no_cell_of_the_story_shows_an_inference_without_its_mark(originals: Path) -> None:
    """Every value, reading and speaker that an editor infers stands in brackets."""
    dossier, _ = load(ROOT / "dossier", originals)
    assert dossier
    assert unmarked(dossier) == []
