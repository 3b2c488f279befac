"""Prints the differences between two states: as Markdown for GitHub, and as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from enum import StrEnum
from itertools import groupby, product
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from newsdossier.analysis.wording import joined, plural
from newsdossier.problems.problem import Place
from newsdossier.review.difference import CellState, Differences, Outcome, Subject
from newsdossier.text.characters import escape_invisible
from newsdossier.text.templates import build_environment

#: GitHub takes 1 MiB for the summary of a step, in which other commands write too.
MOST_BYTES = 1_000_000


def as_markdown(found: Differences) -> str:
    """Print the differences as Markdown, with the sums first.

    A text that is too long for a summary on GitHub is cut at the end of a line; its last line
    says so.
    """
    headline = Markup("; ".join(_list_sums(found)))
    text = _environment().get_template("differences.md.j2").render(found=found, headline=headline)
    return _cut(text.rstrip() + "\n")


def as_json(found: Differences) -> str:
    """Print the differences as JSON, with the fields of their types.

    All of it is ASCII, so that no control or direction character of the data reaches a terminal.
    """
    values = {"counts": [asdict(count) for count in found.counts]} | asdict(found)
    return json.dumps(values, indent=2) + "\n"


def code_span(text: str) -> Markup:
    """Print text of the data as a code span, the only form that GitHub leaves alone.

    In a code span it reads no Markdown or HTML and links no `@name`, `#1` or address. Escaping is
    not enough: GitHub looks for links after it has undone the escapes.
    """
    flat = escape_invisible(" ".join(text.split()))
    if not flat:
        return Markup("(empty)")
    fence = "`" * (max((len(run) for run in re.findall("`+", flat)), default=0) + 1)
    space = " " if "`" in (flat[0], flat[-1]) else ""
    return Markup(f"{fence}{space}{flat}{space}{fence}")


def _environment() -> Environment:
    env = build_environment("newsdossier.review", finalize=_protect)
    env.globals |= {"Subject": Subject, "Outcome": Outcome}
    env.filters |= {"count_noun": _count, "join_words": _list, "capitalize_word": _capitalize}
    return env


def _protect(value: Any) -> Any:
    """Put text of the data into a code span; words and figures of this program stay as they are."""
    if isinstance(value, Place):
        return code_span(f"{value.path}:{value.line}")
    is_data = isinstance(value, str) and not isinstance(value, Markup | StrEnum)
    return code_span(value) if is_data else value


def _count(number: int, noun: str) -> Markup:
    return Markup(plural(number, noun))


def _list(words: Sequence[StrEnum]) -> Markup:
    return Markup(joined([str(word) for word in words]))


def _capitalize(word: StrEnum) -> Markup:
    return Markup(word.capitalize())


def _list_sums(found: Differences) -> Iterator[str]:
    """Yield the clauses of the sentence that sums up the change."""
    for subject, counts in groupby(found.counts, key=lambda count: count.subject):
        first, *others = counts
        more = "".join(f", {one.number} {one.outcome}" for one in others)
        yield f"{plural(first.number, subject)} {first.outcome}{more}"
    for before, after in product(CellState, CellState):
        if number := found.count_cells(before, after) if before is not after else 0:
            yield _sum_cells(number, before, after)
    for row in found.rows:
        if row.changes_verdict and row.before and row.after:
            old, new = _list(row.before.stated), _list(row.after.stated)
            yield f"the verdict on {code_span(row.asks)} changes from {old} to {new}"
        if row.after and row.after.refused:
            yield f"the values for {code_span(row.asks)} rule out its verdict"
        if row.keeps_old_reason:
            yield f"the answers to {code_span(row.asks)} change and its reason does not"


def _sum_cells(number: int, before: CellState, after: CellState) -> str:
    if after is CellState.ABSENT:
        return f"{plural(number, 'cell')} removed ({before})"
    if before is CellState.ABSENT:
        return f"{plural(number, 'cell')} added ({after})"
    return f"{plural(number, 'cell')} changed from {before} to {after}"


def _cut(text: str) -> str:
    """Cut a text at the end of the last line that fits."""
    if len(text.encode()) <= MOST_BYTES:
        return text
    lines = text.splitlines(keepends=True)
    size = kept = 0
    for line in lines:
        size += len(line.encode())
        if size > MOST_BYTES:
            break
        kept += 1
    left = plural(len(lines) - kept, "line")
    return (
        f"{''.join(lines[:kept])}\nNot shown: {left}. Run `newsdossier diff` to see everything.\n"
    )
