"""Building the site: all or nothing."""

import re
from pathlib import Path

import pytest

from tests.support.building import FERRY_ORIGINALS, contents, copied_ferry, made


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the repository, with a site from before."""
    copy = copied_ferry(tmp_path / "copy")
    (copy / "site").mkdir()
    (copy / "site" / "index.html").write_text("the site from before")
    return copy


def test_a_build_replaces_the_site(copy: Path) -> None:
    """A build that succeeds puts the new site where the old one was, and leaves nothing else."""
    run = made(copy, "site", **FERRY_ORIGINALS)
    assert run.returncode == 0, run.stderr
    assert "the site from before" not in (copy / "site" / "index.html").read_text()
    assert list(copy.glob(".site-*")) == []


def test_a_page_by_hand_never_stands_for_one_that_is_made(copy: Path) -> None:
    """A page in `docs/` that lives where one is made from the data stops the build, by its name."""
    (copy / "docs" / "sources").mkdir()
    (copy / "docs" / "sources" / "index.md").write_text("# What I read\n")
    run = made(copy, "site", **FERRY_ORIGINALS)
    assert run.returncode != 0
    assert "docs/sources/index.md:1:1: sources.md is generated from the data; " in run.stderr


def test_a_build_that_fails_leaves_the_site_alone(copy: Path) -> None:
    """A mistake in the data is told with its place, and the old site stays as it was."""
    record = min((copy / "dossier" / "articles").glob("*.yml"))
    lines = record.read_text().count("\n")
    with record.open("a") as file:
        file.write("no_such_key: 1\n")
    run = made(copy, "site", **FERRY_ORIGINALS)
    told = run.stdout + run.stderr
    assert run.returncode != 0
    place = f"{record.relative_to(copy).as_posix()}:{lines + 1}:1"
    assert re.search(rf"{re.escape(place)}: .+ \[[a-z-]+\]$", told, re.MULTILINE), told
    assert "Traceback" not in told
    assert contents(copy / "site") == {"index.html": b"the site from before"}
