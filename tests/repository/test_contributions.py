"""A right contribution to the real dossier keeps every test green that looks at the data."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from newsdossier.dossier.originals import originals_folder
from tests.support.building import ROOT, contents, copied, environment
from tests.support.contributions import CONTRIBUTIONS, Contributor

#: The tests of the story that look at the records alone, and take seconds.
RECORDS = ("tests/story/test_dossier.py", "tests/story/test_originals.py")
TOGETHER = "all together"

TRIALS = [
    *(pytest.param(name, RECORDS, id=name) for name in CONTRIBUTIONS if name != TOGETHER),
    pytest.param(TOGETHER, ("tests/story", "--ignore-glob=*browser.py"), id=TOGETHER),
    *(
        pytest.param(name, ("tests/story",), id=f"{name}, in a browser too", marks=pytest.mark.long)
        for name in CONTRIBUTIONS
    ),
]


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


@pytest.mark.parametrize(("name", "tests"), TRIALS)
def test_a_right_contribution_keeps_the_tests_of_the_story_green(
    name: str, tests: Sequence[str], tmp_path: Path
) -> None:
    """In a copy that has it, `newsdossier check` finds nothing, and no test of the story fails.

    `make test` builds and looks at the site of all contributions together, `make test-long` of
    each.
    """
    copy = copied(tmp_path / "copy")
    originals = tmp_path / "originals"
    mine = originals_folder(ROOT / "dossier")
    if mine:
        shutil.copytree(mine, originals)
    else:
        originals.mkdir()
    CONTRIBUTIONS[name](Contributor(copy / "dossier", originals))
    assert contents(copy / "dossier") != contents(ROOT / "dossier")
    checked = run(copy, originals, "newsdossier", "check")
    assert checked.returncode == 0, checked.stdout
    tested = run(copy, originals, "pytest", "-p", "no:cacheprovider", *tests)
    assert tested.returncode == 0, tested.stdout
