"""What `newsdossier diff` tells of a change: a case file a change, and what it prints of it.

`REWRITE_EXPECTED=1 pytest tests/engine/review` writes the expected texts anew: review their diff.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml
from markdown_it import MarkdownIt

from newsdossier.cli import main
from newsdossier.problems import limits
from newsdossier.review import report
from tests.support.building import TESTS
from tests.support.ferry import FERRY, REWRITE, change, copied

CASES = sorted((TESTS / "cases" / "differences").glob("*.yml"))


def case(name: str) -> Path:
    """The case of a name."""
    return next(path for path in CASES if path.stem == name)


def states(path: Path, folder: Path) -> tuple[Path, Path]:
    """The dossier before and after a case's edits; `base` holds edits that both have not."""
    edits = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    before, after = copied(folder / "before"), copied(folder / "after")
    for edit in edits.get("base", []):
        change(before, edit)
    for edit in edits["edits"]:
        change(after, edit)
    return before, after


def told(
    capsys: pytest.CaptureFixture[str], after: Path, base: str | Path, *more: str
) -> tuple[int, str, str]:
    """The exit code of the command, and what it prints."""
    code = main(["--dossier", str(after), "diff", *more, str(base)])
    return code, *capsys.readouterr()


@pytest.fixture(autouse=True)
def originals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both states are proved against the originals of the tests' own dossier."""
    monkeypatch.setenv("DOSSIER_ORIGINALS", str(FERRY / "originals"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
@pytest.mark.parametrize("form", ["markdown", "json"])
def test_a_change_is_told_as_reviewed(
    path: Path, form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each case is told, letter for letter, as the text beside it says."""
    before, after = states(path, tmp_path)
    code, out, err = told(capsys, after, before, "--format", form)
    assert (code, err) == (0, "")
    expected = path.with_suffix({"markdown": ".md", "json": ".json"}[form])
    if REWRITE:
        expected.write_text(out, encoding="utf-8")
    assert out == expected.read_text(encoding="utf-8")


def test_every_expected_text_belongs_to_a_case() -> None:
    """No text is left over from a case that is gone."""
    there = {path.stem for path in CASES[0].parent.iterdir()}
    assert there == {path.stem for path in CASES}


def test_the_base_may_be_the_folder_around_the_dossier(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A checkout of the other state can be named as it lies there."""
    before, after = states(CASES[0], tmp_path)
    inside = told(capsys, after, before)
    assert told(capsys, after, before.parent) == inside
    assert inside[0] == 0


def git(folder: Path, *arguments: str) -> str:
    """Run git as somebody whom no setting of this machine concerns."""
    nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    done = subprocess.run(
        ["git", *identity, *arguments],
        cwd=folder,
        env=os.environ | nobody,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with the dossier in a folder of its own, a log beside it, and a tag."""
    top = tmp_path / "repository"
    dossier = copied(top / "stories")
    shutil.rmtree(dossier / "originals")
    change(dossier, {"file": "CHANGELOG.md", "content": "# Changes\n"})
    git(tmp_path, "init", "--quiet", "--initial-branch=main", str(top))
    git(top, "add", ".")
    git(top, "commit", "--quiet", "--message=The ferry")
    git(top, "tag", "first")
    return dossier


@pytest.mark.parametrize("revision", ["main", "first", "HEAD", "main~0"])
def test_the_base_may_be_a_revision(
    revision: str, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A branch, a tag or a commit stands for the dossier and the log as they are there."""
    assert told(capsys, repository, revision)[1].endswith("Nothing in the dossier changes.\n")
    change(repository, {"file": "questions/when.yml", "replace": ": When\n", "with": ": Day\n"})
    log = "# Changes\n\n## 2021-05-13\n\n### Data\n- The label of a row.\n"
    change(repository, {"file": "CHANGELOG.md", "content": log})
    code, out, err = told(capsys, repository, revision)
    assert (code, err) == (0, "")
    assert "1 question changed; 1 changelog day added." in out
    assert "`label`: `When` → `Day`" in out
    assert git(repository, "status", "--porcelain").count("\n") == 2, "the repository is touched"


@pytest.mark.parametrize(
    ("base", "message"),
    [
        ("", "no base is given;"),
        ("--output=made", "--output=made is not a revision;"),
        ("nowhere", "nowhere is neither a folder nor a revision of"),
        ("HEAD:dossier.yml", "HEAD:dossier.yml is neither a folder nor a revision of"),
        ("main; touch made", "main; touch made is neither a folder nor a revision of"),
        ("empty", "empty holds no dossier.yml;"),
        ("before", "before holds no dossier at stories/dossier;"),
    ],
)
def test_a_base_that_is_none_is_told_in_one_line(
    base: str,
    message: str,
    repository: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What is neither a folder nor a revision with a dossier is told, and nothing is run of it."""
    top = repository.parent.parent
    monkeypatch.chdir(top)
    (top / "empty").mkdir()
    git(top, "checkout", "--quiet", "--orphan", "before")
    git(top, "commit", "--quiet", "--message=Nothing yet", "--allow-empty", "--only")
    git(top, "checkout", "--quiet", "main")
    code = main(["--dossier", str(repository), "diff", "--", base])
    out, err = capsys.readouterr()
    assert (code, out) == (2, "")
    assert err.startswith(message)
    assert err.count("\n") == 1
    assert not (top / "made").exists()


def test_a_folder_of_a_revisions_name_is_not_the_base(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who proposes a change cannot choose what it is compared with: the revision is, if there is.

    The folder is, where its path is written out.
    """
    top = repository.parent
    shutil.copytree(repository, top / "HEAD^0")
    change(top / "HEAD^0", {"file": "questions/when.yml", "replace": ": When\n", "with": ": Day\n"})
    monkeypatch.chdir(top)
    assert told(capsys, repository, "HEAD^0")[1].endswith("Nothing in the dossier changes.\n")
    assert "`label`: `Day` → `When`" in told(capsys, repository, "./HEAD^0")[1]


@pytest.mark.parametrize("target", [os.devnull, "../../../outside.yml", "when.yml"])
def test_links_of_a_revision_are_left_out(
    target: str, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A link in the base, wherever it leads, is neither followed nor in the way of the rest."""
    change(repository, {"file": "questions/linked.yml", "link": target})
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message=A link")
    change(repository, {"file": "questions/linked.yml", "removed": ""})
    code, out, err = told(capsys, repository, "HEAD")
    assert (code, err) == (0, "")
    assert out.endswith("Nothing in the dossier changes.\n")


def test_a_dossier_outside_any_repository_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a repository only a folder can be the base."""
    code, out, err = told(capsys, copied(tmp_path), "main")
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_settings_that_cannot_be_read_are_a_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without dossier.yml there is nothing to compare; its problem is told at its line."""
    after = copied(tmp_path)
    change(after, {"file": "dossier.yml", "replace": "groups:", "with": "groups: ["})
    code, out, err = told(capsys, after, FERRY)
    assert (code, out) == (1, "")
    assert err.startswith("dossier/dossier.yml:")


def test_what_is_told_stands_in_the_shell_too(tmp_path: Path) -> None:
    """The command prints the same when a shell calls it twice."""
    before, after = states(CASES[0], tmp_path)
    command = [sys.executable, "-m", "newsdossier", "--dossier", str(after), "diff", str(before)]
    first, again = (subprocess.run(command, capture_output=True, text=True) for _ in range(2))
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout == again.stdout == CASES[0].with_suffix(".md").read_text(encoding="utf-8")


def test_texts_stand_in_code_alone() -> None:
    """As GitHub reads the Markdown, every text of the data lies within code spans.

    There it makes no link, mention or reference; without them none of it is left.
    """
    text = case("text-that-would-be-markup").with_suffix(".md").read_text(encoding="utf-8")
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
    inline = [child for token in tokens for child in token.children or []]
    assert {child.type for child in inline} <= {
        "text",
        "code_inline",
        "strong_open",
        "strong_close",
    }
    spoken = "".join(child.content for child in inline if child.type == "text")
    assert not re.search(r"[@#<\[`$|]|evil|javascript|GH-", spoken)
    coded = [child.content for child in inline if child.type == "code_inline"]
    assert any("@everyone #1 GH-1 https://evil.example" in content for content in coded)


def test_a_long_change_is_cut_at_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a summary cannot hold is cut between two lines, and the last line counts the rest."""
    before, after = states(case("an-article-goes"), tmp_path)
    _, whole, _ = told(capsys, after, before)
    monkeypatch.setattr(report, "MOST_BYTES", 700)
    _, cut, _ = told(capsys, after, before)
    kept, _, last = cut.rstrip("\n").rpartition("\n\n")
    assert whole.startswith(kept)
    assert len(kept.encode()) <= 700
    left = whole.count("\n") - (kept + "\n").count("\n")
    assert last == f"Not shown: {left} lines. Run `newsdossier diff` to see everything."


def values(found: Sequence[dict[str, object]], name: str) -> list[object]:
    """One field of each."""
    return [one[name] for one in found]


def test_json_has_what_flips_and_what_is_answered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A program finds the verdicts and the states of the cells before and after."""
    before, after = states(case("an-answer-where-silence-was"), tmp_path)
    found = json.loads(told(capsys, after, before, "--format", "json")[1])
    (row,) = found["rows"]
    assert [row[when]["stated"] for when in ("before", "after")] == [
        ["one witness"],
        ["changed over time"],
    ]
    (cell,) = row["cells"]
    assert [cell[when]["state"] for when in ("before", "after")] == ["silent", "answered"]
    assert values(found["coverage"], "article") == ["wire-copy"]


def test_a_row_of_too_many_answers_is_not_judged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Beyond the most answers that a check compares, nothing is said of what values allow."""
    before, after = states(case("a-verdict-flips"), tmp_path)
    assert "the values allow" in told(capsys, after, before)[1]
    monkeypatch.setattr(limits, "ANSWERS", 1)
    _, out, _ = told(capsys, after, before)
    assert "the values cannot be judged" in out
    assert "the values allow" not in out


def test_json_is_ascii(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever a text has in it, no control or direction character reaches a terminal."""
    before, after = copied(tmp_path / "before"), copied(tmp_path / "after")
    log = "# Changes\n\n## 2021-05-13\n\n### Data\n- A \u202elabel\u2066.\n"
    change(after, {"file": "CHANGELOG.md", "content": log})
    out = told(capsys, after, before, "--format", "json")[1]
    assert out.isascii()
    assert out.replace("\n", "").isprintable()
    (day,) = json.loads(out)["records"]
    assert "- A \u202elabel\u2066." in day["fields"][0]["after"]


#: Leaks and pages in the way of others are found in finished pages alone; none are made here.
BROKEN = [
    path
    for path in sorted((TESTS / "cases" / "checks").glob("*.yml"))
    if path.stem not in ("leak-side-by-side", "page-collision")
]


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_mistakes_in_either_state_are_counted_and_the_rest_is_compared(
    path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Whatever is wrong with a state, the other way round too, what reads of it is compared.

    Where dossier.yml itself cannot be read, or there is too much to read, that is told instead.
    """
    dossier = copied(tmp_path)
    monkeypatch.setenv("DOSSIER_ORIGINALS", str(dossier / "originals"))
    for edit in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["edits"]:
        change(dossier, edit)
    for after, base in ((dossier, FERRY), (FERRY, dossier)):
        code, out, err = told(capsys, after, base)
        if code == 0:
            assert out.startswith("## What this change does to the dossier\n")
            assert "does not pass `newsdossier check`" in out
            assert err == ""
        elif out:
            pytest.fail(out)
        else:
            assert "dossier.yml" in err or "[file-number]" in err
