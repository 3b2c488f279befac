"""Builds the site of this repository, as `make site` does."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

#: What a copy of the repository does without.
NOT_COPIED = (".git", ".venv", ".*_cache", ".hypothesis", "*.egg-info", "screenshots", "site")


def build(out: Path) -> None:
    """Build the site into a folder, warnings being errors."""
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", out],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if built.returncode:
        pytest.fail(f"the site does not build:\n{built.stdout}", pytrace=False)
