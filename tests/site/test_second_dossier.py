"""The generator knows nothing of any one story."""

import os
import subprocess
import sys
from pathlib import Path

from tests.support.building import ROOT

TINY = ROOT / "tests" / "dossier"
BUILD = (sys.executable, "-m", "mkdocs", "build", "--strict")


def test_another_dossier_builds_with_the_same_code(tmp_path: Path) -> None:
    """A dossier about another event becomes a site of its own, warnings being errors."""
    built = subprocess.run(
        [*BUILD, "--config-file", "tests/ferry.mkdocs.yml", "--site-dir", tmp_path / "site"],
        cwd=ROOT,
        env={
            **os.environ,
            "NO_MKDOCS_2_WARNING": "1",
            "DOSSIER_ORIGINALS": str(TINY / "originals"),
        },
        capture_output=True,
        text=True,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    articles = {path.stem for path in (TINY / "articles").glob("*.yml")}
    pages = tmp_path / "site" / "articles"
    assert articles == {path.name for path in pages.iterdir() if path.is_dir()}
    for page in (tmp_path / "site").rglob("*.html"):
        assert "Kazakh" not in page.read_text(encoding="utf-8"), page


def test_the_code_names_nothing_of_the_story() -> None:
    """No module, template, style sheet or script speaks of a person or place of the dossier."""
    for folder in (ROOT / "hooks", ROOT / "docs"):
        for path in folder.rglob("*"):
            if path.is_file() and path.suffix in {".py", ".j2", ".css", ".js", ".md"}:
                text = path.read_text(encoding="utf-8")
                assert not {"Kazakh", "Tokayev", "Almaty"} & set(text.split()), path
