"""Neither the repository nor the site repeats the originals."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.building import ROOT


@pytest.fixture(scope="module")
def runs_tool() -> Path:
    """The program beside the originals that lists words in a row which are theirs."""
    originals = os.environ.get("DOSSIER_ORIGINALS")
    if not originals:
        pytest.skip("not proved: DOSSIER_ORIGINALS names no folder of originals")
    tool = Path(originals).parent / "tools" / "verbatim_runs.py"
    if not tool.is_file():
        pytest.skip("not proved: no verbatim_runs.py beside the originals")
    return tool


def runs(tool: Path, *files: Path) -> str:
    """What the tool finds in files, or in the whole repository."""
    found = subprocess.run([sys.executable, tool, *files], cwd=ROOT, capture_output=True, text=True)
    return found.stdout + found.stderr


def test_the_repository_repeats_no_original(runs_tool: Path) -> None:
    """No file of the repository has a longer run of an original's words than a quotation may."""
    assert runs(runs_tool) == ""


def test_the_site_repeats_no_original(runs_tool: Path, story_site: Path) -> None:
    """No file of the site has a longer run of an original's words than a quotation may."""
    files = [file for file in sorted(story_site.rglob("*")) if file.is_file()]
    assert files
    assert runs(runs_tool, *files) == ""
