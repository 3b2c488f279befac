"""The forms in which problems are printed: for people, for GitHub, and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from html import escape

import click

from newsdossier.problems.problem import Problem
from newsdossier.text.characters import escape_invisible

#: How many errors GitHub shows of one step of a workflow.
ANNOTATIONS = 10

#: What a job's summary takes: GitHub refuses one of more than 1 MiB.
ROWS, CELL = 1000, 400


def format_plain(problems: Iterable[Problem], *, colour: bool = False) -> str:
    """One line for each problem, in order of place, and a last line with their number."""
    found = sorted(set(problems))
    lines = [_format_coloured(problem) if colour else str(problem) for problem in found]
    return "\n".join([*lines, _count(found)])


def _format_coloured(problem: Problem) -> str:
    place = click.style(str(problem.place), bold=True)
    return (
        f"{place}: {escape_invisible(problem.message)} {click.style(f'[{problem.rule}]', dim=True)}"
    )


def _count(problems: Sequence[Problem]) -> str:
    return f"{len(problems)} {'problem' if len(problems) == 1 else 'problems'}"


def format_github(problems: Sequence[Problem]) -> str:
    """As many problems as GitHub shows beside the lines they are of, a workflow command each.

    Format: GitHub's workflow commands, whose messages escape %, and properties : and , as well.
    """
    return "\n".join(_format_command(problem) for problem in problems[:ANNOTATIONS])


def _format_command(problem: Problem) -> str:
    place = problem.place
    said = {"file": place.path, "line": place.line, "col": place.column, "title": problem.rule}
    properties = ",".join(f"{key}={_escape_property(str(value))}" for key, value in said.items())
    return f"::error {properties}::{_escape_message(problem.message)}"


def _escape_message(text: str) -> str:
    return escape_invisible(text).replace("%", "%25")


def _escape_property(text: str) -> str:
    return _escape_message(text).replace(":", "%3A").replace(",", "%2C")


def format_log(problems: Sequence[Problem]) -> str:
    """The plain lines for the log of a workflow, where `##[` anywhere in a line is a command."""
    return format_plain(problems).replace("##[", "##\\[")


def format_summary(problems: Sequence[Problem]) -> str:
    """All problems as a table for the summary of a job.

    It is HTML within Markdown, without a blank line: so nothing in it is read as Markdown.
    """
    rows = [
        f"<tr><td><code>{_format_cell(str(problem.place))}</code></td>"
        f"<td>{_format_cell(escape_invisible(problem.message))}</td>"
        f"<td><code>{_format_cell(problem.rule)}</code></td></tr>"
        for problem in problems[:ROWS]
    ]
    left = len(problems) - ROWS
    rest = [f"\nand {left} more; `newsdossier check` shows them"] if left > 0 else []
    head = "<tr><th>Place</th><th>What is wrong; what to do</th><th>Rule</th></tr>"
    table = ["<table>", head, *rows, "</table>"]
    return "\n".join([f"### {_count(problems)} of the data\n", *table, *rest]) + "\n"


def _format_cell(text: str) -> str:
    return escape(text if len(text) <= CELL else f"{text[: CELL - 2]} …")


def format_json(problems: Sequence[Problem], unproved: Sequence[str] = ()) -> str:
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
