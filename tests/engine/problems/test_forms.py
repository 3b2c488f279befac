"""The forms in which `newsdossier check` tells problems, and what texts of the data do in them."""

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest

from newsdossier.text.nearest import did_you_mean
from tests.support.ferry import FERRY, change, copied

#: Each makes a problem whose message, or path, holds what a terminal or GitHub would act on.
HOSTILE = (
    ("questions/cause.yml", "label: Cause", r'"\n::set-env name=A::b": Cause'),
    ("questions/dead.yml", "label: Dead", r'"##[add-mask]dead": Dead'),
    ("questions/fine.yml", "label: Fine", r'"50%0A::warning::b": Fine'),
    (
        "questions/helpers.yml",
        "label: Helpers",
        r'"</td><script>x</script>|[a](//b) @all": Helpers',
    ),
    ("questions/when.yml", "label: When", r'"\u202e\u200b": When'),
)

#: Names of files that make a problem; what is within a file and cannot be seen is refused unshown.
NAMES = ("a,b:c%0A::d.txt", "e\x1b[31m\x07\n::error::b\u202e\u200b.txt")


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A dossier whose problems carry hostile texts, two in the names of files."""
    dossier = copied(tmp_path)
    for file, old, new in HOSTILE:
        change(dossier, {"file": file, "replace": old, "with": new})
    for name in NAMES:
        (dossier / "questions" / name).write_text("")
    return dossier


def check(dossier: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a contributor or a workflow does."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GITHUB_")}
    return subprocess.run(
        [sys.executable, "-m", "newsdossier", "--dossier", dossier, "check", *arguments],
        env={**kept, "DOSSIER_ORIGINALS": str(dossier / "originals"), **environment},
        capture_output=True,
        text=True,
    )


def acting(text: str) -> list[str]:
    """What in a text a terminal acts on, or what turns and hides its neighbours; lines apart."""
    return re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]", text)


def test_no_text_of_the_data_acts_on_a_terminal(hostile: Path) -> None:
    """Controls and marks of direction are shown written out, and no text begins a line."""
    told = check(hostile).stderr
    assert acting(told) == []
    assert r"e\x1b[31m\x07\n::error::b\u202e\u200b.txt" in told
    *problems, number = told.splitlines()
    assert number == "12 problems"
    assert len(problems) == 12
    assert all(line.startswith("dossier/questions/") for line in problems)


def test_annotations_are_ten_and_only_those_meant(hostile: Path, tmp_path: Path) -> None:
    """In a workflow the first ten problems are annotations, all stand in the summary of the job."""
    summary = tmp_path / "summary.md"
    summary.write_text("Before.\n")
    ran = check(hostile, "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert ran.returncode == 1
    commands = ran.stdout.splitlines()
    form = r"::error file=[^:,\r\n]+,line=\d+,col=\d+,title=[a-z-]+::[^\r\n]*"
    assert [line for line in commands if not re.fullmatch(form, line)] == []
    assert len(commands) == 10
    assert commands[0] == (
        "::error file=dossier/questions/a%2Cb%3Ac%250A%3A%3Ad.txt,line=1,col=1,title=file-name::"
        "name a file here ID.yml, with lower-case letters, digits and hyphens"
    )
    assert any("50%250A::warning::b" in line for line in commands)
    told = summary.read_text()
    assert told.startswith("Before.\n### 12 problems of the data\n\n<table>\n")
    assert told.count("<tr><td>") == 12


def test_no_text_of_the_data_is_markup_in_a_summary(hostile: Path, tmp_path: Path) -> None:
    """The summary has no element but its table, which no blank line ends; texts stay texts."""
    summary = tmp_path / "summary.md"
    check(hostile, "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    told = summary.read_text()
    assert set(re.findall(r"<(/?\w+)", told)) == {
        f"{end}{name}" for name in ("table", "tr", "th", "td", "code") for end in ("", "/")
    }
    table = told[told.index("<table>") : told.index("</table>")]
    assert "\n\n" not in table
    assert '"</td><script>x</script>|[a](//b) @all"' in unescape(table)


def test_without_a_summary_the_problems_follow_as_lines(hostile: Path) -> None:
    """Where there is no summary to write to, the plain lines stand below the annotations."""
    lines = check(hostile, "--format", "github").stdout.splitlines()
    assert len(lines) == 10 + 12 + 1
    assert [line for line in lines[10:] if line.startswith("::") or "##[" in line] == []
    assert lines[-1] == "12 problems"


def test_problems_as_json_keep_their_texts(hostile: Path) -> None:
    """JSON goes to the output, in ASCII, with every problem whole and their number."""
    ran = check(hostile, "--format", "json")
    assert ran.returncode == 1
    assert ran.stdout.isascii()
    told = json.loads(ran.stdout)
    assert told["number"] == len(told["problems"]) == 12
    assert told["unproved"] == []
    assert told["problems"][0] == {
        "path": "dossier/questions/a,b:c%0A::d.txt",
        "line": 1,
        "column": 1,
        "rule": "file-name",
        "message": "name a file here ID.yml, with lower-case letters, digits and hyphens",
    }
    assert any("\x1b[31m" in problem["path"] for problem in told["problems"])


def test_json_of_a_dossier_without_mistakes_says_what_is_not_proved(tmp_path: Path) -> None:
    """Without problems the list is empty; without originals that is told beside it."""
    ran = check(FERRY, "--format", "json", DOSSIER_ORIGINALS=str(tmp_path / "none"))
    told = json.loads(ran.stdout)
    assert (ran.returncode, told["number"], told["problems"]) == (0, 0, [])
    assert [line.partition(":")[0] for line in told["unproved"]] == ["no originals here"]


def test_annotations_of_a_dossier_without_mistakes_are_none(tmp_path: Path) -> None:
    """A workflow of a sound dossier has no annotation and writes no summary."""
    summary = tmp_path / "summary.md"
    ran = check(FERRY, "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert ran.returncode == 0
    assert "::" not in ran.stdout
    assert not summary.exists()


def test_a_form_that_does_not_exist_is_wrong_usage() -> None:
    """Another form ends in 2."""
    assert check(FERRY, "--format", "xml").returncode == 2


@pytest.mark.parametrize(("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colour_is_for_a_terminal_that_wants_it(
    environment: Mapping[str, str], coloured: bool, hostile: Path
) -> None:
    """On a terminal the place stands out, unless NO_COLOR is set; no colour comes from the data."""
    kept = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    terminal, end = pty.openpty()
    ran = subprocess.Popen(
        [sys.executable, "-m", "newsdossier", "--dossier", hostile, "check"],
        env={**kept, **environment},
        stderr=end,
    )
    os.close(end)
    told = b""
    try:
        while block := os.read(terminal, 4096):
            told += block
    except OSError:  # the other end has closed
        pass
    assert ran.wait() == 1
    os.close(terminal)
    styles = set(re.findall(rb"\x1b\[\d*m", told))
    assert styles == ({b"\x1b[1m", b"\x1b[2m", b"\x1b[0m"} if coloured else set())
    assert rb"e\x1b[31m" in told


@pytest.mark.parametrize(
    ("wrong", "known", "meant"),
    [
        ("fgo", ["fog", "steering"], "fog"),
        ("tokaev", ["tokayev", "nazarbayev"], "tokayev"),
        ("indirct", ["direct", "indirect"], "indirect"),
        ("lt", ["lte", "gt"], "lte"),
        ("moed", ["mode", "made"], "mode"),
        ("injurd", ["injured", "dead"], "injured"),
        ("steamer", ["steering", "struck"], None),
        ("15", ["1", "5"], None),
        ("x", ["y"], None),
        ("", ["a"], None),
        ("reef", [], None),
    ],
)
def test_a_hint_names_what_is_near_and_nothing_else(
    wrong: str, known: list[str], meant: str | None
) -> None:
    """Letters that changed places, are missing or too many are a slip; another word is none."""
    assert did_you_mean(wrong, known) == (f': did you mean "{meant}"?' if meant else "")
