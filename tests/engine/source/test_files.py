"""What lies in a dossier's folder is looked at before it is read; nothing outside it ever is."""

import os
import re
from pathlib import Path

import pytest

from newsdossier.checks.examination import examine
from tests.support.ferry import change, copied


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the ferry, its originals beside it."""
    monkeypatch.delenv("DOSSIER_ORIGINALS", raising=False)
    root = copied(tmp_path)
    (root / "originals").rename(tmp_path / "originals")
    return root


def told(root: Path) -> list[str]:
    """Every problem as it is printed."""
    return [str(problem) for problem in examine(root)[1]]


def test_a_link_in_the_place_of_the_originals_is_not_followed(dossier: Path) -> None:
    """It could come with a change from elsewhere and lead to any folder of the machine."""
    originals = dossier.parent / "originals"
    originals.rename(dossier.parent / "elsewhere")
    originals.symlink_to("elsewhere")
    (problem,) = told(dossier)
    assert re.fullmatch(r"originals:1:1: this is a link; .* \[file-kind\]", problem)


def test_the_editor_may_name_a_link_to_the_originals(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What DOSSIER_ORIGINALS says is the word of whoever runs the check."""
    (dossier.parent / "mine").symlink_to("originals")
    monkeypatch.setenv("DOSSIER_ORIGINALS", str(dossier.parent / "mine"))
    assert told(dossier) == []


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n"])
def test_lines_end_as_on_any_system(dossier: Path, end: str) -> None:
    """Each line end is one, so that problems stand where an editor shows them."""
    for name in ("articles/retelling.yml", "articles/retelling.md"):
        path = dossier / name
        path.write_bytes(path.read_bytes().replace(b"\n", end.encode()))
    assert told(dossier) == []
    record = dossier / "articles/retelling.yml"
    line = record.read_text(encoding="utf-8").splitlines().index("    at: f1") + 1
    record.write_bytes(record.read_bytes().replace(b"bench: ", b"").replace(b"at: f1", b"at: f9"))
    (problem, *_) = told(dossier)
    assert problem.startswith("dossier/articles/retelling.md:7:1: ")
    place = f"dossier/articles/retelling.yml:{line}:9: the article has no block "
    assert any(problem.startswith(place) for problem in told(dossier))


def test_a_file_beyond_any_memory_is_told_by_its_size(dossier: Path) -> None:
    """The size is seen before a byte is read."""
    os.truncate(dossier / "questions" / "struck.yml", 10**12)
    (problem,) = [line for line in told(dossier) if "[file-size]" in line]
    assert problem == (
        "dossier/questions/struck.yml:1:1: this file has 976,562,500 kB, 256 kB at most; "
        "split or shorten it [file-size]"
    )


def test_many_files_of_a_size_that_each_may_have_are_too_much_together(dossier: Path) -> None:
    """A folder has a limit of its own, so that the work is bounded."""
    for number in range(200):
        (dossier / "questions" / f"q{number}.yml").touch()
        os.truncate(dossier / "questions" / f"q{number}.yml", 200_000)
    (problem,) = told(dossier)
    assert problem.endswith("together; remove some [file-size]")


def test_hidden_files_and_folders_are_left_alone(dossier: Path) -> None:
    """What systems and editors leave behind is not read, and no mistake."""
    for name in (".DS_Store", "articles/.courier.yml.swp", ".idea/workspace.yml"):
        change(dossier, {"file": name, "content": "\0"})
    (dossier / ".link").symlink_to("/")
    assert told(dossier) == []
