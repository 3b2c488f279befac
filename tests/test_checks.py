"""What `newsdossier check` finds: a case file a mistake, with every line it prints.

`REWRITE_EXPECTED=1 pytest tests/test_checks.py` writes the lines of the cases anew: review their
diff. The cases run the command in this process; what a shell sees of it is tested at the end.
"""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

import newsdossier
from building import ROOT
from ferry import FERRY, REWRITE, change, copied
from newsdossier.checks import RULES
from newsdossier.cli import main

FOLDER = Path(__file__).parent / "cases"
CASES = sorted((FOLDER / "checks").glob("*.yml"))

#: What only the originals can prove.
PROOFS = {
    "alias-proof",
    "full-text",
    "headline-verbatim",
    "leak",
    "original-checksum",
    "original-cut",
    "original-missing",
    "printed-date",
    "printed-words",
    "quote-verbatim",
    "rendition-quotation",
    "spelling-proof",
    "wording-verbatim",
}


@dataclass(frozen=True)
class Case:
    """A mistake as data: the rule it breaks, the edits that make it, the lines it is told by."""

    path: Path
    breaks: str
    edits: list[dict[str, str]]
    problems: list[str]

    def rewrite(self, problems: Sequence[str]) -> None:
        """Put other lines in the place of those expected."""
        head, _, _ = self.path.read_text(encoding="utf-8").partition("problems:\n")
        quoted = ("  - '" + line.replace("'", "''") + "'\n" for line in problems)
        self.path.write_text(f"{head}problems:\n{''.join(quoted)}", encoding="utf-8")


def read(path: Path) -> Case:
    """A case file; every value in it is text."""
    return Case(path, **yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))


def rule_of(line: str) -> str:
    """The rule that a printed problem names at its end."""
    found = re.search(r" \[([a-z-]+)\]$", line)
    assert found, f"no rule at the end of {line!r}"
    return found[1]


def is_proof(line: str) -> bool:
    """Whether a problem can be found only where the originals are at hand."""
    return rule_of(line) in PROOFS or ": the original " in line


def told(problems: Sequence[str]) -> list[str]:
    """What the command prints for these problems: them, and their number."""
    noun = "problem" if len(problems) == 1 else "problems"
    return [*problems, f"{len(problems)} {noun}"]


@pytest.fixture(params=CASES, ids=lambda path: path.stem)
def case(request: pytest.FixtureRequest) -> Case:
    """Each case in turn."""
    return read(request.param)


@pytest.fixture
def broken(case: Case, tmp_path: Path) -> Path:
    """A copy of the dossier with a case's mistakes."""
    dossier = copied(tmp_path)
    for edit in case.edits:
        change(dossier, edit)
    return dossier


def test_a_mistake_is_told_with_all_that_follows_from_it(
    case: Case,
    broken: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The command prints the case's lines, no other and in this order, and fails."""
    monkeypatch.setenv("DOSSIER_ORIGINALS", str(broken / "originals"))
    code = main(["--dossier", str(broken), "check"])
    out, err = capsys.readouterr()
    if REWRITE:
        case.rewrite(err.splitlines()[:-1])
        case = read(case.path)
    assert err.splitlines() == told(case.problems), case.breaks
    assert (code, out) == (1, "")


def test_without_the_originals_all_but_the_proofs_is_checked(
    case: Case,
    broken: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Where the originals are not at hand the same lines come, but for those that prove."""
    monkeypatch.delenv("DOSSIER_ORIGINALS", raising=False)
    code = main(["--dossier", str(broken), "check"])
    out, err = capsys.readouterr()
    expected = [line for line in case.problems if not is_proof(line)]
    assert err.splitlines() == (told(expected) if expected else [])
    assert code == (1 if expected else 0), out


MISTAKES: list[Any] = yaml.load(
    (FOLDER / "mistakes.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)


def mistake(entry: dict[str, Any]) -> Any:
    """A mistake as a parameter."""
    return pytest.param(entry["edits"], id=entry["mistake"])


@pytest.mark.parametrize("edits", [mistake(entry) for entry in MISTAKES])
def test_a_mistake_is_told_where_it_is_and_never_by_a_traceback(
    edits: list[dict[str, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Whatever a contributor writes, the command fails with problems, one of them there."""
    dossier = copied(tmp_path)
    for edit in edits:
        change(dossier, edit)
    monkeypatch.setenv("DOSSIER_ORIGINALS", str(dossier / "originals"))
    code = main(["--dossier", str(dossier), "check"])
    *problems, _ = capsys.readouterr().err.splitlines() or [""]
    places = [line.partition(":")[0] for line in problems if rule_of(line)]
    assert [place for place in places if f"dossier/{edits[0]['file']}".startswith(place)]
    assert code == 1


@pytest.mark.parametrize("entry", MISTAKES, ids=lambda entry: entry["mistake"])
def test_a_mistake_can_be_made(entry: dict[str, Any], tmp_path: Path) -> None:
    """The edits fit the dossier, so that what is expected to be missed is there to be missed."""
    dossier = copied(tmp_path)
    for edit in entry["edits"]:
        change(dossier, edit)
        assert (dossier / edit["file"]).is_file()


def rules_in(path: Path) -> Iterator[str]:
    """The rules that a module gives problems by their name, outside the list of rules."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case (
                ast.Call(
                    func=ast.Name(id="Problem") | ast.Attribute(attr="problem" | "found"),
                    args=[_, ast.Constant(value=str(rule)), *_],
                )
                | ast.Call(func=ast.Name(id="Refused"), args=[ast.Constant(value=str(rule)), *_])
            ):
                yield rule
            case ast.Assign(targets=[ast.Name(id="RULES")], value=ast.Dict(keys=keys)):
                yield from (ast.literal_eval(key) for key in keys if key)


def test_every_rule_has_a_case() -> None:
    """Each rule, whichever module it is told by, is broken by a case."""
    modules = Path(*newsdossier.__path__).rglob("*.py")
    rules = {rule.name for rule in RULES} | {name for path in modules for name in rules_in(path)}
    broken = {rule_of(line) for path in CASES for line in read(path).problems}
    assert sorted(rules - broken) == []
    assert sorted(broken - rules) == []


def test_every_rule_is_a_sentence() -> None:
    """A rule says in a sentence of its own what a contributor has to keep."""
    sentences = [rule.sentence for rule in RULES]
    assert [s for s in sentences if not re.fullmatch(r"[A-Z].+\.", s)] == []
    assert len(set(sentences)) == len(sentences)


def command(
    *arguments: str | Path, cwd: Path = ROOT, originals: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the installed command as a contributor does."""
    environment = {name: value for name, value in os.environ.items() if name != "DOSSIER_ORIGINALS"}
    if originals:
        environment["DOSSIER_ORIGINALS"] = str(originals)
    return subprocess.run(
        [Path(sys.executable).with_name("newsdossier"), *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
    )


def test_a_dossier_without_mistakes_passes() -> None:
    """The exit code is 0, and one line says that there is nothing to mend."""
    checked = command("--dossier", FERRY, "check", originals=FERRY / "originals")
    assert re.fullmatch(rf"{FERRY}: no problems, \d+ pages\n", checked.stdout)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_what_is_not_proved_is_said_in_one_line() -> None:
    """Without the originals a dossier passes, and one more line says what was not proved."""
    checked = command("--dossier", FERRY, "check")
    assert checked.stdout.splitlines()[1:] == [
        "no originals here: quotations, spellings, blocks and checksums are not proved",
    ]
    assert (checked.returncode, checked.stderr) == (0, "")


def test_originals_are_looked_for_beside_the_dossier(tmp_path: Path) -> None:
    """Where no variable names their folder, `originals/` beside the dossier is taken."""
    dossier = copied(tmp_path)
    (dossier / "originals").rename(tmp_path / "originals")
    (line,) = command("--dossier", dossier, "check").stdout.splitlines()
    assert line.startswith(f"{dossier}: no problems, ")


def test_mistakes_make_the_command_fail_without_a_traceback(tmp_path: Path) -> None:
    """The exit code is 1, and the problems stand on the error stream, a line each."""
    dossier = copied(tmp_path)
    (dossier / "questions" / "struck.yml").write_text("asks: [\n")
    checked = command("check", cwd=tmp_path, originals=dossier / "originals")
    assert checked.returncode == 1
    assert checked.stdout == ""
    problem, number = checked.stderr.splitlines()
    assert problem.startswith("dossier/questions/struck.yml:2:1: this is not YAML: ")
    assert rule_of(problem) == "yaml-syntax"
    assert number == "1 problem"


def test_a_folder_that_holds_no_dossier_is_a_problem(tmp_path: Path) -> None:
    """A wrong --dossier is told as the file that is missing there."""
    checked = command("--dossier", "nowhere", "check", cwd=tmp_path)
    assert checked.returncode == 1
    assert checked.stderr.splitlines() == [
        "nowhere/dossier.yml:1:1: this file is missing; add it [file-missing]",
        "1 problem",
    ]


@pytest.mark.parametrize("arguments", [[], ["chekc"], ["check", "--fix"], ["pages"]])
def test_wrong_usage_is_told_by_exit_code_two(arguments: list[str]) -> None:
    """A command that does not exist, or lacks what it needs, ends in 2 with the usage."""
    ran = command("--dossier", FERRY, *arguments)
    assert ran.returncode == 2
    assert ran.stderr.startswith("usage: newsdossier")


def test_pages_are_never_written_over_a_folder_that_exists(tmp_path: Path) -> None:
    """An OUT that exists is wrong usage too, and stays as it is."""
    ran = command("--dossier", FERRY, "pages", tmp_path)
    assert (ran.returncode, ran.stderr) == (2, f"{tmp_path} exists; name a new folder\n")
    assert list(tmp_path.iterdir()) == []
