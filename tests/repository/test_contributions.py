"""A right contribution to the real dossier keeps every test green that looks at the data."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from newsdossier.checks.examination import examine
from newsdossier.dossier.originals import originals_folder
from tests.support.building import ROOT, contents, copied, environment
from tests.support.contributions import CONTRIBUTIONS, Contributor

TOGETHER = "all together"
WITHOUT_BROWSER = ("tests/story", "--ignore-glob=*browser.py")

TRIALS = [
    pytest.param(TOGETHER, WITHOUT_BROWSER, id=TOGETHER),
    *(
        pytest.param(name, ("tests/story",), id=f"{name}, in a browser too", marks=pytest.mark.long)
        for name in CONTRIBUTIONS
    ),
]


def bring_originals(folder: Path) -> Path:
    """A copy of the originals that are at hand, to which a contribution may add its own."""
    mine = originals_folder(ROOT / "dossier")
    if mine:
        return Path(shutil.copytree(mine, folder))
    folder.mkdir()
    return folder


def run(folder: Path, originals: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a module of Python in a copy, with its own code and originals."""
    own = {"PYTHONPATH": str(folder / "hooks"), "DOSSIER_ORIGINALS": str(originals)}
    # The tests of the copy are a run of their own, which shares no site with this one.
    inherited = environment(**own)
    inherited.pop("PYTEST_XDIST_WORKER", None)
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=folder,
        env=inherited,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@pytest.mark.parametrize("name", CONTRIBUTIONS)
def test_a_right_contribution_is_found_right(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a copy of the dossier that has it, the check finds nothing."""
    originals = bring_originals(tmp_path / "originals")
    monkeypatch.setenv("DOSSIER_ORIGINALS", str(originals))
    dossier = Path(shutil.copytree(ROOT / "dossier", tmp_path / "dossier"))
    CONTRIBUTIONS[name](Contributor(dossier, originals))
    assert contents(dossier) != contents(ROOT / "dossier")
    assert examine(dossier)[1] == []


@pytest.mark.parametrize(("name", "tests"), TRIALS)
def test_a_right_contribution_keeps_the_tests_of_the_story_green(
    name: str, tests: Sequence[str], tmp_path: Path
) -> None:
    """In a copy of the repository that has it, no test of the story fails.

    `make test` builds and looks at the site of all contributions together, `make test-long` of
    each.
    """
    copy = copied(tmp_path / "copy")
    originals = bring_originals(tmp_path / "originals")
    CONTRIBUTIONS[name](Contributor(copy / "dossier", originals))
    tested = run(copy, originals, "pytest", "-p", "no:cacheprovider", *tests)
    assert tested.returncode == 0, tested.stdout
