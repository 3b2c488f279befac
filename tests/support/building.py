"""Builds the site of this repository, and runs `make` in copies of it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from fnmatch import fnmatch
from pathlib import Path
from types import MappingProxyType

import pytest

ROOT = Path(__file__).resolve().parents[2]

#: The tests' own folder: their cases, golden files and the invented dossier lie there.
TESTS = ROOT / "tests"

#: What a copy of the repository does without: at its top, and in any folder.
NOT_COPIED = (
    *(".git", ".venv", "pages"),
    *("site", "site-*", ".site-*", "dossier-offline*", ".dossier-offline*"),
)
NEVER_COPIED = (".*_cache", ".hypothesis", "*.egg-info", "screenshots")


#: Names the originals of the invented dossier.
FERRY_ORIGINALS = {"DOSSIER_ORIGINALS": str(TESTS / "dossier" / "originals")}

#: Settings of somebody's machine that would change what is built.
SETTINGS = ("DOSSIER_ORIGINALS", "DOSSIER_PREVIEW", "OFFLINE", "REPOSITORY", "SITE_URL")


def environment(**variables: str) -> dict[str, str]:
    """The variables for a build: those of this machine that change nothing, and those given."""
    own = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    return own | {"NO_MKDOCS_2_WARNING": "1"} | variables


def run_build(
    out: Path, config: Path, folder: Path, variables: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run MkDocs with a configuration, warnings being errors."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", config, "--site-dir", out],
        cwd=folder,
        env=environment(**variables),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def build(
    out: Path,
    config: Path = ROOT / "mkdocs.yml",
    folder: Path = ROOT,
    variables: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Build a site, warnings being errors; fails the test where that does not work."""
    built = run_build(out, config, folder, variables)
    if built.returncode:
        pytest.fail(f"the site does not build:\n{built.stdout}", pytrace=False)


def build_ferry(out: Path, **variables: str) -> None:
    """Build the site of the invented dossier."""
    build(out, TESTS / "ferry.mkdocs.yml", variables=FERRY_ORIGINALS | variables)


def copied(folder: Path) -> Path:
    """A copy of the repository in a new folder, without what `make` and the tests have made."""

    def left_out(within: str, names: list[str]) -> set[str]:
        patterns = NEVER_COPIED + (NOT_COPIED if Path(within) == ROOT else ())
        return {name for name in names if any(fnmatch(name, pattern) for pattern in patterns)}

    return Path(shutil.copytree(ROOT, folder, ignore=left_out))


def copied_ferry(folder: Path) -> Path:
    """A copy of the repository whose dossier is the invented one."""
    copy = copied(folder)
    shutil.rmtree(copy / "dossier")
    shutil.copytree(TESTS / "dossier", copy / "dossier")
    return copy


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, byte for byte."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def make(*words: str) -> list[str]:
    """The command that runs `make`, with the environment that the tests run in as its set-up."""
    environment = Path(sys.prefix)
    stamps = [f"--old-file={environment / name}" for name in ("run.stamp", "test.stamp")]
    return ["make", "--no-print-directory", *words, f"VENV={environment}", *stamps]


def made(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `make` in a copy, with its own code; variables are those of the tests, and these."""
    own = {"PYTHONPATH": str(folder / "hooks"), **environment}
    return subprocess.run(
        make(*words), cwd=folder, env=os.environ | own, capture_output=True, text=True
    )


#: What `make_all` makes in a copy: the site, the site for readers without a server, the pages.
MADE = {"site": "site", "offline": "dossier-offline", "pages": "pages"}


def make_all(folder: Path, **environment: str) -> None:
    """Make all that a copy of the repository makes of its dossier, the invented one."""
    for target in MADE:
        run = made(folder, target, **FERRY_ORIGINALS, **environment)
        assert run.returncode == 0, run.stdout + run.stderr
