"""A problem found in the data, and the forms in which problems are printed."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

import click
from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

#: How many errors GitHub shows of one step of a workflow.
ANNOTATIONS = 10

#: What a job's summary takes: GitHub refuses one of more than 1 MiB.
ROWS, CELL = 1000, 400


@dataclass(frozen=True, order=True)
class Place:
    """A position in a file; line and column count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{visible(self.path)}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake, told so that a contributor can mend it."""

    place: Place
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {visible(self.message)} [{self.rule}]"


class ProblemsFound(Exception):
    """All problems of a run, sorted by place; raised only where nothing may be built on them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__(plain(self.problems))


def visible(text: str) -> str:
    """The text in one line, with nothing in it that acts: what is not printed is written out.

    Controls, so that no text moves a terminal's cursor or starts a line, and marks that turn or
    hide their neighbours, become their escapes: U+001B is \\x1b, U+202E is \\u202e.
    """
    return "".join(_written_out(sign) if _acts(sign) else sign for sign in text)


def _acts(sign: str) -> bool:
    """Whether a character is a control, a format mark, half of one, or an end of a line."""
    return unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def _written_out(sign: str) -> str:
    return sign.encode("unicode_escape").decode("ascii")


def plain(problems: Iterable[Problem], *, colour: bool = False) -> str:
    """One line a problem, in order of place, and a last line with their number."""
    found = sorted(set(problems))
    lines = [_coloured(problem) if colour else str(problem) for problem in found]
    return "\n".join([*lines, _number(found)])


def _coloured(problem: Problem) -> str:
    place = click.style(str(problem.place), bold=True)
    return f"{place}: {visible(problem.message)} {click.style(f'[{problem.rule}]', dim=True)}"


def _number(problems: Sequence[Problem]) -> str:
    return f"{len(problems)} {'problem' if len(problems) == 1 else 'problems'}"


def github(problems: Sequence[Problem]) -> str:
    """As many problems as GitHub shows beside the lines they are of, a workflow command each.

    Format: GitHub's workflow commands, whose messages escape %, and properties : and , as well.
    """
    return "\n".join(_command(problem) for problem in problems[:ANNOTATIONS])


def _command(problem: Problem) -> str:
    place = problem.place
    said = {"file": place.path, "line": place.line, "col": place.column, "title": problem.rule}
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in said.items())
    return f"::error {properties}::{_data(problem.message)}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def logged(problems: Sequence[Problem]) -> str:
    """The plain lines for the log of a workflow, where `##[` anywhere in a line is a command."""
    return plain(problems).replace("##[", "##\\[")


def summary(problems: Sequence[Problem]) -> str:
    """All problems as a table for the summary of a job.

    It is HTML within Markdown, without a blank line: so nothing in it is read as Markdown.
    """
    rows = [
        f"<tr><td><code>{_cell(str(problem.place))}</code></td>"
        f"<td>{_cell(visible(problem.message))}</td>"
        f"<td><code>{_cell(problem.rule)}</code></td></tr>"
        for problem in problems[:ROWS]
    ]
    left = len(problems) - ROWS
    rest = [f"\nand {left} more; `newsdossier check` shows them"] if left > 0 else []
    head = "<tr><th>Place</th><th>What is wrong; what to do</th><th>Rule</th></tr>"
    table = ["<table>", head, *rows, "</table>"]
    return "\n".join([f"### {_number(problems)} of the data\n", *table, *rest]) + "\n"


def _cell(text: str) -> str:
    return escape(text if len(text) <= CELL else f"{text[: CELL - 2]} …")


def as_json(problems: Sequence[Problem], unproved: Sequence[str] = ()) -> str:
    """The problems, their number, and what could not be proved, in ASCII."""
    listed = [
        {
            "path": problem.place.path,
            "line": problem.place.line,
            "column": problem.place.column,
            "rule": problem.rule,
            "message": problem.message,
        }
        for problem in problems
    ]
    return json.dumps(
        {"number": len(listed), "problems": listed, "unproved": [*unproved]}, indent=2
    )


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """A hint at the nearest known word, to put behind a message; empty where none is near."""
    near = nearest_word(wrong, known)
    return f': did you mean "{near}"?' if near else ""


def nearest_word(wrong: str, known: Iterable[str]) -> str | None:
    """The known word that a mistyped one is likely to be.

    One slip in three letters is near, two letters that changed places being one slip (optimal
    string alignment); so is a word that shares most letters in their order. A figure has none:
    any other would be as near.
    """
    if wrong.isdigit() or len(wrong) < 2:
        return None
    allowed = max(1, len(wrong) // 3)
    ranked = sorted(
        (OSA.distance(wrong, word), -fuzz.ratio(wrong, word), word) for word in set(known)
    )
    return next((word for slips, like, word in ranked if slips <= allowed or -like >= 70), None)
