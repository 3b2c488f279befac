"""What `newsdossier check` finds: each rule's example, and further cases, with every line printed.

The example of a rule stands beside the rules, in `newsdossier/checks/examples`, since a page of
the site shows it; what else is held of a rule is a case file here, and repeats no example.
`REWRITE_EXPECTED=1 pytest tests/engine/checks` writes the lines of the cases anew: review their
diff. The cases run the command in this process; what a shell sees of it is tested at the end.
"""

import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from newsdossier.checks import catalogue
from newsdossier.checks.catalogue import Example, example
from newsdossier.cli import main
from newsdossier.problems.rules import RULES
from tests.support.building import ROOT, TESTS
from tests.support.ferry import FERRY, REWRITE, change, copied

FOLDER = TESTS / "cases"
CASES = sorted((FOLDER / "checks").glob("*.yml"))
EVERY_RULE = sorted((FOLDER / "every-rule").glob("*.yml"))
EXAMPLES = sorted(catalogue.EXAMPLES.glob("*.yml"))

#: What only the originals can prove.
PROOFS = {
    "alias-proof",
    "common-origin",
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
    "shared-text",
    "spelling-proof",
    "wording-verbatim",
}

#: What checking the data does not see: the pages are looked at when they are built.
SHOWN_BY_PAGES = {"leak-side-by-side", "page-collision", "where-the-data-pass"}


@dataclass(frozen=True)
class Case:
    """A mistake as data: the rule it breaks, the edits that make it, the lines it is told by."""

    path: Path
    breaks: str
    edits: Sequence[Mapping[str, str]]
    problems: Sequence[str]

    def rewrite(self, problems: Sequence[str]) -> "Case":
        """The case with other lines in the place of those expected, in its file too."""
        head, _, _ = self.path.read_text(encoding="utf-8").partition("problems:\n")
        quoted = ("  - '" + line.replace("'", "''") + "'\n" for line in problems)
        self.path.write_text(f"{head}problems:\n{''.join(quoted)}", encoding="utf-8")
        return replace(self, problems=problems)


def read(path: Path) -> Case:
    """A case file; every value in it is text."""
    return Case(path, **yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))


def keeping(path: Path) -> list[Mapping[str, str]]:
    """The edits by which the dossier holds what keeps a rule; none where it does as it is."""
    shown = example(path.stem)
    return [*shown.given, *replaced(shown, shown.keeps)]


def broken_by(path: Path) -> Case:
    """The example of what breaks a rule, as a case."""
    shown = example(path.stem)
    edits = [*shown.given, *(shown.breaking or replaced(shown, shown.breaks))]
    return Case(path, path.stem, edits, shown.problems)


def replaced(shown: Example, text: str) -> list[Mapping[str, str]]:
    """The edit that puts a text where an example says."""
    if shown.is_told:
        return []
    return [{"file": shown.file, "replace": shown.instead or shown.keeps, "with": text}]


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


def run(case: Path, dossier: Path) -> int:
    """Run the command that a case is about: `check`, or `pages` for what only pages show."""
    if case.stem in SHOWN_BY_PAGES:
        return main(["--dossier", str(dossier), "pages", str(dossier.parent / "written")])
    return main(["--dossier", str(dossier), "check"])


@pytest.fixture(params=[*EXAMPLES, *CASES], ids=lambda path: f"{path.parent.name}-{path.stem}")
def case(request: pytest.FixtureRequest) -> Case:
    """Each example of what breaks a rule, and each further case."""
    path: Path = request.param
    return read(path) if path in CASES else broken_by(path)


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
    code = run(case.path, broken)
    out, err = capsys.readouterr()
    if REWRITE:
        case = case.rewrite(err.splitlines()[:-1])
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
    code = run(case.path, broken)
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


def test_every_rule_is_listed_with_an_example() -> None:
    """A rule that any module declares is listed once, has an example, and its example breaks it."""
    listed = [rule.name for rule in catalogue.list_rules()]
    assert sorted(RULES) == sorted(listed)
    assert sorted(path.stem for path in EXAMPLES) == sorted(listed)
    broken = {
        path.stem: {rule_of(line) for line in example(path.stem).problems} for path in EXAMPLES
    }
    broken["quotation-length"].discard("leak")  # words that are quoted at such length are both
    assert [name for name, rules in broken.items() if rules != {name}] == []


def test_every_rule_is_a_sentence() -> None:
    """A rule says in a sentence of its own what a contributor has to keep."""
    sentences = [rule.sentence for rule in catalogue.list_rules()]
    assert [s for s in sentences if not re.fullmatch(r"[A-Z].+\.", s)] == []
    assert len(set(sentences)) == len(sentences)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_what_keeps_a_rule_breaks_no_other(
    path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """With the example that keeps a rule the dossier passes, nothing being told."""
    dossier = copied(tmp_path)
    for edit in keeping(path):
        change(dossier, edit)
    monkeypatch.setenv("DOSSIER_ORIGINALS", str(dossier / "originals"))
    code = run(path, dossier)
    assert capsys.readouterr().err == ""
    assert code == 0


def test_no_case_repeats_an_example() -> None:
    """A case has a mistake that no example has."""
    shown = [str(edit) for path in EXAMPLES for edit in broken_by(path).edits]
    repeated = {path.stem for path in CASES if all(str(edit) in shown for edit in read(path).edits)}
    assert repeated == set()


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


@pytest.mark.parametrize("path", EVERY_RULE, ids=lambda path: path.stem)
def test_faults_of_all_rules_are_told_together(path: Path, tmp_path: Path) -> None:
    """With one fault for each rule in one dossier, the command prints exactly these lines."""
    dossier = copied(tmp_path)
    case = read(path)
    for edit in case.edits:
        change(dossier, edit)
    asked = ["pages", tmp_path / "written"] if path.stem in SHOWN_BY_PAGES else ["check"]
    ran = command("--dossier", dossier, *asked, originals=dossier / "originals")
    if REWRITE:
        case = case.rewrite(ran.stderr.splitlines()[:-1])
    assert ran.stderr.splitlines() == told(case.problems)
    assert (ran.returncode, ran.stdout) == (1, "")


def test_every_rule_is_among_those_told_together() -> None:
    """The faults that are told together break every rule there is, each in one of the files."""
    broken = [{rule_of(line) for line in read(path).problems} for path in EVERY_RULE]
    assert sorted(name for rules in broken for name in rules) == sorted(
        rule.name for rule in catalogue.list_rules()
    )


def test_a_dossier_without_mistakes_passes() -> None:
    """The exit code is 0, and one line says that there is nothing to mend."""
    checked = command("--dossier", FERRY, "check", originals=FERRY / "originals")
    assert re.fullmatch(
        rf"{FERRY}: no problems, \d+ articles, \d+ statements, \d+ questions\n", checked.stdout
    )
    assert (checked.returncode, checked.stderr) == (0, "")


def test_what_is_not_proved_is_said_in_one_line() -> None:
    """Without the originals a dossier passes, and one more line says what was not proved."""
    checked = command("--dossier", FERRY, "check")
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
    assert ran.stderr.startswith("Usage: newsdossier")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["chekc"], "Did you mean 'check'?"),
        (["check", "--formt", "json"], "Did you mean '--format'?"),
    ],
    ids=["command", "option"],
)
def test_a_mistyped_word_is_answered_with_the_nearest(arguments: list[str], told: str) -> None:
    """Of commands and options the nearest is named."""
    assert told in command("--dossier", FERRY, *arguments).stderr


def test_pages_are_never_written_over_a_folder_that_exists(tmp_path: Path) -> None:
    """An OUT that exists is wrong usage too, and stays as it is."""
    ran = command("--dossier", FERRY, "pages", tmp_path)
    assert (ran.returncode, ran.stderr) == (2, f"{tmp_path} exists; name a new folder\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["check", "dossier/none.yml"], "dossier/none.yml: there is no such file"),
        (["pages", "dossier/dossier.yml/x"], "dossier/dossier.yml/x: Not a directory"),
        (["pages", "dangling"], "dangling exists; name a new folder"),
        (["pages", "x" * 300], f"{'x' * 300}: File name too long"),
        (["pack", "dossier", "z/zz.zip"], "z/.zz.zip-new: No such file or directory"),
        (["pack", "dossier", "."], ". is a folder; name a zip to be made"),
        (["swap", ".", "true"], ". has no name to be made under; name a folder"),
        (["schema"], "dossier/schema/article.json: this is no file but something else; remove it"),
        (["--dossier", "other", "schema"], "other/schema: this is no folder but something else;"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
def test_a_wrong_path_is_told_in_one_line(
    arguments: list[str],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The exit code is 2, there is no traceback, and no link is written through."""
    (copied(tmp_path) / "schema").mkdir(exist_ok=True)
    (tmp_path / "kept").write_text("as it was")
    (tmp_path / "dossier" / "schema" / "article.json").symlink_to(tmp_path / "kept")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "schema").write_text("no folder")
    (tmp_path / "dangling").symlink_to("nowhere")
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(told)
    assert (tmp_path / "kept").read_text() == "as it was"


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
