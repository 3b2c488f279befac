"""A problem found in the data, and the forms in which problems are printed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

import click

from newsdossier.text.visible import visible

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
