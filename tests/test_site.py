"""Building the site: the same every time, and all or nothing."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from building import NOT_COPIED, ROOT, build


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the repository, with a site from before."""
    copy = tmp_path / "copy"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*NOT_COPIED))
    (copy / "site").mkdir()
    (copy / "site" / "index.html").write_text("the site from before")
    return copy


def make_site(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run `make site` in a folder, with the environment that the tests run in."""
    environment = Path(sys.prefix)
    return subprocess.run(
        ["make", "site", f"VENV={environment}", f"--old-file={environment / 'run.stamp'}"],
        cwd=folder,
        capture_output=True,
        text=True,
    )


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, byte for byte."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_two_builds_are_the_same(site: Path, tmp_path: Path) -> None:
    """The same data make the same site, byte for byte."""
    build(tmp_path / "again")
    first, second = contents(site), contents(tmp_path / "again")
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []


def test_a_build_replaces_the_site(copy: Path) -> None:
    """A build that succeeds puts the new site where the old one was, and leaves nothing else."""
    made = make_site(copy)
    assert made.returncode == 0, made.stderr
    assert "the site from before" not in (copy / "site" / "index.html").read_text()
    assert list(copy.glob(".site-*")) == []


def test_a_page_by_hand_never_stands_for_one_that_is_made(copy: Path) -> None:
    """A page in `docs/` that lives where one is made from the data stops the build, by its name."""
    (copy / "docs" / "sources").mkdir()
    (copy / "docs" / "sources" / "index.md").write_text("# What I read\n")
    made = make_site(copy)
    assert made.returncode != 0
    assert "docs/sources/index.md:1:1: sources.md is made from the data; " in made.stderr


def test_a_build_that_fails_leaves_the_site_alone(copy: Path) -> None:
    """A mistake in the data is told with its place, and the old site stays as it was."""
    record = min((copy / "dossier" / "articles").glob("*.yml"))
    lines = record.read_text().count("\n")
    with record.open("a") as file:
        file.write("no_such_key: 1\n")
    made = make_site(copy)
    told = made.stdout + made.stderr
    assert made.returncode != 0
    place = f"{record.relative_to(copy).as_posix()}:{lines + 1}:1"
    assert re.search(rf"{re.escape(place)}: .+ \[[a-z-]+\]$", told, re.MULTILINE), told
    assert "Traceback" not in told
    assert contents(copy / "site") == {"index.html": b"the site from before"}
