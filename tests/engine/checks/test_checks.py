"""What `newsdossier check` finds: each rule's example, and further cases, with every line printed.

`REWRITE_EXPECTED=1 pytest tests/engine/checks` writes the lines of the cases anew: review their
diff. The cases run the command in this process; what a shell sees of it is tested in
`tests/engine/cli`.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from newsdossier.cli import main
from tests.support.cases import (
    CASES,
    EVERY_RULE,
    EXAMPLES,
    FOLDER,
    SHOWN_BY_PAGES,
    Case,
    broken_by,
    keeping,
    read_case,
    rule_of,
    told,
)
from tests.support.commands import run_command
from tests.support.ferry import REWRITE, change, copied

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
    "quoted-words",
    "rendition-marks",
    "rendition-quotation",
    "shared-text",
    "spelling-proof",
    "wording-verbatim",
}


def is_proof(line: str) -> bool:
    """Whether a problem can be found only where the originals are at hand."""
    return rule_of(line) in PROOFS or ": the original " in line


def run(case: Path, dossier: Path) -> int:
    """Run the command that a case is about: `check`, or `pages` for what only pages show."""
    if case.stem in SHOWN_BY_PAGES:
        return main(["--dossier", str(dossier), "pages", str(dossier.parent / "written")])
    return main(["--dossier", str(dossier), "check"])


@pytest.fixture(params=[*EXAMPLES, *CASES], ids=lambda path: f"{path.parent.name}-{path.stem}")
def case(request: pytest.FixtureRequest) -> Case:
    """Each example of what breaks a rule, and each further case."""
    path: Path = request.param
    return read_case(path) if path in CASES else broken_by(path)


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


@pytest.mark.parametrize("path", EVERY_RULE, ids=lambda path: path.stem)
def test_faults_of_all_rules_are_told_together(path: Path, tmp_path: Path) -> None:
    """With one fault for each rule in one dossier, the command prints exactly these lines."""
    dossier = copied(tmp_path)
    case = read_case(path)
    for edit in case.edits:
        change(dossier, edit)
    asked = ["pages", tmp_path / "written"] if path.stem in SHOWN_BY_PAGES else ["check"]
    ran = run_command("--dossier", dossier, *asked, originals=dossier / "originals")
    if REWRITE:
        case = case.rewrite(ran.stderr.splitlines()[:-1])
    assert ran.stderr.splitlines() == told(case.problems)
    assert (ran.returncode, ran.stdout) == (1, "")
