"""The reading room: there while previewing with the originals, nowhere else."""

import os
import re
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, expect

from newsdossier.checks.leaks import find_leaks
from newsdossier.dossier.load import load
from tests.support.building import copied
from tests.support.ferry import FERRY
from tests.support.previewing import ON_HOME, Preview

#: What builds the tests' own dossier: the command, and a program that uses MkDocs as a library.
COMMAND = ["-m", "mkdocs", "build", "--strict", "-f", "tests/ferry.mkdocs.yml"]
LIBRARY = [
    "-c",
    "from mkdocs.commands.build import build; from mkdocs.config import load_config; "
    "build(load_config('tests/ferry.mkdocs.yml', strict=True))",
]


def test_the_reading_room_shows_body_and_retelling(preview: Preview, page: Page) -> None:
    """In a preview with the originals an article's page leads to its reading room.

    A build in the same folder has none while the preview runs, whatever the environment says, and
    nothing of an original but quotations.
    """
    preview.wait_for(lambda home: ON_HOME in home)
    page.goto(f"{preview.url}articles/retelling/")
    page.get_by_role("link", name=re.compile("Reading room")).click()
    quoted = page.locator(".room-body mark", has_text="became warm soup")
    expect(quoted).to_be_visible()
    quoted.get_by_role("link").click()
    expect(page.locator(".note-card")).to_contain_text("became warm soup")
    expect(
        page.get_by_role("heading", name="Sentences that no statement quotes from")
    ).to_be_visible()
    page.goto(f"{preview.url}copying/coastwire-grounding/")
    page.get_by_role("link", name=re.compile("Reading room")).click()
    passage = page.locator(".passage", has_text="The steering had failed")
    expect(passage.locator("mark", has_text="rudder")).to_be_visible()
    assert_built_without_a_room(preview.folder, COMMAND)


def assert_built_without_a_room(folder: Path, builder: list[str]) -> None:
    """Build the tests' dossier as if for a preview; fails where an original gets out."""
    made = subprocess.run(
        [sys.executable, *builder],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "DOSSIER_PREVIEW": "1"}
        | {"DOSSIER_ORIGINALS": str(FERRY / "originals")},
        capture_output=True,
        text=True,
    )
    assert made.returncode == 0, made.stdout + made.stderr
    nothing_of_an_original(folder / "site-ferry")


def nothing_of_an_original(site: Path) -> None:
    """No page, file, index or name of a built site has a reading room or what it shows."""
    texts = {
        str(path.relative_to(site)): path.read_text(encoding="utf-8")
        for path in site.rglob("*")
        if path.suffix in {".html", ".json", ".jsonl", ".jsonld", ".csv", ".xml", ".atom"}
    }
    assert "articles/wire-copy/index.html" in texts
    assert [path for path, text in texts.items() if "reading-room" in path + text.lower()] == []
    dossier, problems = load(FERRY, FERRY / "originals")
    assert dossier
    assert problems == []
    # The page of rules quotes the invented texts at length, to show what is too long.
    of_data = {path: text for path, text in texts.items() if path != "rules/index.html"}
    assert list(find_leaks(dossier, of_data)) == []


def test_a_program_that_uses_mkdocs_builds_no_room(tmp_path: Path) -> None:
    """What is no preview builds no reading room, whatever the environment says."""
    assert_built_without_a_room(copied(tmp_path / "copy"), LIBRARY)
