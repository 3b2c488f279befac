"""`newsdossier measure`: it writes figures into origins, no words, and nothing else."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from newsdossier.cli import main
from tests.support.ferry import change, copied

ORIGIN = "origins/coastwire-grounding.yml"
FIGURES = """\
shared_text:
  - articles: [retelling, wire-copy]
    percent: [0.0, 0.0]
"""
#: A sentence of the wire copy, with other marks; eleven words, which are seven runs of five.
SENTENCE = "the ferry is expected to be towed to hallow Skerrow will"

Run = Callable[..., int]


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A copy of the ferry dossier with its originals, the figures at the end of their record."""
    dossier = copied(tmp_path)
    change(dossier, {"file": ORIGIN, "replace": "formerly: grounding-dispatch\n", "with": ""})
    return dossier


@pytest.fixture
def run(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on the copy, with its originals at hand or without."""

    def ran(name: str, *, originals: bool = True) -> int:
        if originals:
            monkeypatch.setenv("DOSSIER_ORIGINALS", str(dossier / "originals"))
        else:
            monkeypatch.delenv("DOSSIER_ORIGINALS", raising=False)
        return main(["--dossier", str(dossier), name])

    return ran


def share_a_sentence(dossier: Path) -> None:
    """Let the retelling repeat a sentence of the wire copy in its box."""
    path = dossier / "originals" / "retelling.txt"
    before = path.read_bytes()
    after = before.replace(b"mouth of Hallow.", f"mouth of Hallow. {SENTENCE}.".encode())
    path.write_bytes(after)
    old, new = (hashlib.sha256(data).hexdigest() for data in (before, after))
    change(dossier, {"file": "articles/retelling.yml", "replace": old, "with": new})


def everything(folder: Path) -> dict[Path, bytes]:
    """Every file in a folder, byte for byte."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_figures_are_written_where_they_were_and_nothing_else_changes(
    dossier: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """Comments and all other keys stay, and the check is content with what was written."""
    share_a_sentence(dossier)
    path = dossier / ORIGIN
    text = path.read_text().replace("title:", "# A comment\ntitle:")
    reason = text[text.index("shares_little:") : text.index(FIGURES)]
    path.write_text(text.replace(reason, "") + "# The end\n")
    rest = text.replace(reason, "").replace(FIGURES, "")
    assert run("check") == 1
    assert "[shared-text]" in capsys.readouterr().err
    before = everything(dossier)
    assert run("measure") == 0
    out = capsys.readouterr().out
    assert f"{path}: written\n  retelling and wire-copy: 10.8 % and 11.1 %, 1 pair of blocks" in out
    written = """\
shared_text:
  - articles: [retelling, wire-copy]
    percent: [10.8, 11.1]
    joined: [[f1, 4]]
# The end
"""
    assert path.read_text() == rest + written
    after = everything(dossier)
    assert [path for path in after if after[path] != before.get(path)] == [path]
    assert (run("check"), capsys.readouterr().err) == (0, "")


def test_figures_that_are_missing_come_at_the_end(dossier: Path, run: Run) -> None:
    """A record without figures gets them; measured again, it stays as it is."""
    path = dossier / ORIGIN
    whole = path.read_text()
    change(dossier, {"file": ORIGIN, "replace": FIGURES, "with": ""})
    assert run("measure") == 0
    assert path.read_text() == whole
    before = everything(dossier)
    assert run("measure") == 0
    assert everything(dossier) == before


def test_figures_of_articles_that_share_no_dispatch_go(
    dossier: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """A record that one article goes back to has nothing to compare."""
    edit = "origin: {origin: coastwire-grounding, because: Coastwire stands in the dateline}"
    change(
        dossier,
        {"file": "articles/wire-copy.yml", "replace": edit, "with": "origin: {origin: none}"},
    )
    assert run("measure") == 0
    assert f"{dossier / ORIGIN}: written\n" in capsys.readouterr().out
    assert "shared_text" not in (dossier / ORIGIN).read_text()
    assert run("measure") == 0
    assert "fewer than two articles, nothing to measure" in capsys.readouterr().out


def test_a_statement_that_goes_back_to_a_dispatch_makes_its_article_one_to_measure(
    dossier: Path, run: Run
) -> None:
    """The article as a whole need not go back to it."""
    edit = {
        "replace": "- id: nobody-died\n",
        "with": "- id: nobody-died\n    origin: coastwire-grounding\n",
    }
    change(dossier, {"file": "articles/courier.yml", **edit})
    assert run("measure") == 0
    assert "articles: [courier, retelling]" in (dossier / ORIGIN).read_text()


def test_without_originals_nothing_is_written(
    dossier: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command says what it needs, and fails."""
    change(dossier, {"file": ORIGIN, "replace": FIGURES, "with": ""})
    before = everything(dossier)
    assert run("measure", originals=False) == 2
    assert "DOSSIER_ORIGINALS; nothing was written" in capsys.readouterr().err
    assert everything(dossier) == before


def test_figures_stay_where_an_original_is_missing(
    dossier: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """What cannot be measured here was measured elsewhere, and the command says so."""
    figures = {"replace": "percent: [0.0, 0.0]", "with": "percent: [0.5, 0.4]"}
    change(dossier, {"file": ORIGIN, **figures})
    (dossier / "originals" / "wire-copy.txt").unlink()
    before = everything(dossier)
    assert run("measure") == 0
    assert "no original here of wire-copy" in capsys.readouterr().out
    assert everything(dossier) == before
    assert run("check") == 0


def test_a_dossier_that_cannot_be_read_is_not_measured(
    dossier: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """The problems are shown instead, and nothing is written."""
    change(dossier, {"file": ORIGIN, "replace": "title:", "with": "titel:"})
    before = everything(dossier)
    assert run("measure") == 1
    assert "[unknown-key]" in capsys.readouterr().err
    assert everything(dossier) == before


def test_a_record_that_cannot_take_a_key_at_its_end_is_refused(
    dossier: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """What would be another record is not written."""
    change(dossier, {"file": ORIGIN, "replace": FIGURES, "with": "...\n"})
    before = everything(dossier)
    assert run("measure") == 2
    assert f"{dossier / ORIGIN}: " in capsys.readouterr().err
    assert everything(dossier) == before
