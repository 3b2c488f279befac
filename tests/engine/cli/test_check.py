"""`newsdossier check` in a shell: what it prints where, and with which exit code it ends."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from newsdossier.cli import main
from tests.support.building import ROOT
from tests.support.cases import rule_of
from tests.support.commands import run_command
from tests.support.ferry import FERRY, copied


def test_a_dossier_without_mistakes_passes() -> None:
    """The exit code is 0, and one line says that there is nothing to mend."""
    checked = run_command("--dossier", FERRY, "check", originals=FERRY / "originals")
    assert re.fullmatch(
        rf"{FERRY}: no problems, \d+ articles, \d+ statements, \d+ questions\n", checked.stdout
    )
    assert (checked.returncode, checked.stderr) == (0, "")


def test_what_is_not_proved_is_said_in_one_line() -> None:
    """Without the originals a dossier passes, and one more line says what was not proved."""
    checked = run_command("--dossier", FERRY, "check")
    assert checked.stdout.splitlines()[1:] == [
        "no originals here: quotations, spellings, blocks and checksums are not proved",
    ]
    assert (checked.returncode, checked.stderr) == (0, "")


#: What publishes pages, compares states, hints at spellings or reads dates of all kinds.
NEEDED_ELSEWHERE = {"PIL", "edtf", "jinja2", "mkdocs", "nh3", "rapidfuzz", "slugify"}


def test_check_of_a_sound_dossier_loads_nothing_that_it_does_not_need() -> None:
    """The command starts soon: no templates, no pictures, no MkDocs, no grammar library."""
    script = (
        "import sys; from newsdossier.cli import main; "
        f"main(['--dossier', {str(FERRY)!r}, 'check']); "
        f"print(sorted({NEEDED_ELSEWHERE!r} & set(sys.modules)))"
    )
    own = {**os.environ, "DOSSIER_ORIGINALS": str(FERRY / "originals")}
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, env=own
    )
    assert ran.stdout.splitlines()[-1] == "[]", ran.stderr


def test_originals_are_looked_for_beside_the_dossier(tmp_path: Path) -> None:
    """Where no variable names their folder, `originals/` beside the dossier is taken."""
    dossier = copied(tmp_path)
    (dossier / "originals").rename(tmp_path / "originals")
    (line,) = run_command("--dossier", dossier, "check").stdout.splitlines()
    assert line.startswith(f"{dossier}: no problems, ")


def test_mistakes_make_the_command_fail_without_a_traceback(tmp_path: Path) -> None:
    """The exit code is 1, and the problems stand on the error stream, a line each."""
    dossier = copied(tmp_path)
    (dossier / "questions" / "struck.yml").write_text("asks: [\n")
    checked = run_command("check", cwd=tmp_path, originals=dossier / "originals")
    assert checked.returncode == 1
    assert checked.stdout == ""
    problem, number = checked.stderr.splitlines()
    assert problem.startswith("dossier/questions/struck.yml:2:1: this is not YAML: ")
    assert rule_of(problem) == "yaml-syntax"
    assert number == "1 problem"


def test_a_folder_that_holds_no_dossier_is_a_problem(tmp_path: Path) -> None:
    """A wrong --dossier is told as the file that is missing there."""
    checked = run_command("--dossier", "nowhere", "check", cwd=tmp_path)
    assert checked.returncode == 1
    assert checked.stderr.splitlines() == [
        "nowhere/dossier.yml:1:1: this file is missing; add it [file-missing]",
        "1 problem",
    ]


def test_check_shows_the_problems_of_a_folder_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of the folders named all problems are shown, of the others only that there are some."""
    dossier = copied(tmp_path)
    (dossier / "questions" / "struck.yml").write_text("asks: [\n")
    (dossier / "origins" / "Odd.yml").write_text("asks: [\n")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "dossier/questions"]) == 1
    *problems, _, others = capsys.readouterr().err.splitlines()
    assert {line.partition(":")[0] for line in problems} == {"dossier/questions/struck.yml"}
    assert "in other files" in others
