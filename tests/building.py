"""Builds the site of this repository, and runs `make` in copies of it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

#: What a copy of the repository does without.
NOT_COPIED = (
    *(".git", ".venv", ".*_cache", ".hypothesis", "*.egg-info", "screenshots"),
    *("site", ".site-*", "dossier-offline*", ".dossier-offline*"),
)


def build(out: Path, folder: Path = ROOT, environment: Mapping[str, str] = os.environ) -> None:
    """Build the site of a folder into another, warnings being errors."""
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", out],
        cwd=folder,
        env={**environment, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if built.returncode:
        pytest.fail(f"the site does not build:\n{built.stdout}", pytrace=False)


def copied(folder: Path) -> Path:
    """A copy of the repository in a new folder, without what `make` and the tests have made."""
    return Path(shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*NOT_COPIED)))


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, byte for byte."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def make(*words: str) -> list[str]:
    """The command that runs `make`, with the environment that the tests run in as its set-up."""
    environment = Path(sys.prefix)
    stamps = [f"--old-file={environment / name}" for name in ("run.stamp", "test.stamp")]
    return ["make", *words, f"VENV={environment}", *stamps]


def made(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `make` in a copy, with its own code; variables are those of the tests, and these."""
    own = {"PYTHONPATH": str(folder / "hooks"), **environment}
    return subprocess.run(
        make(*words), cwd=folder, env=os.environ | own, capture_output=True, text=True
    )
