"""Tell a reviewer what a change does: differences as Markdown for GitHub, and as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from enum import StrEnum
from itertools import groupby, product
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from newsdossier.analysis.wording import joined, plural
from newsdossier.problems.problem import Place
from newsdossier.review.differences import Differences, How, State, Thing
from newsdossier.text.visible import visible

#: GitHub takes 1 MiB for the summary of a step; the rest of it is for what else the step writes.
MOST_BYTES = 1_000_000


def code(text: str) -> Markup:
    """Text of the data as a code span, in which GitHub makes nothing of it.

    No Markdown or HTML is read there, and GitHub links neither `@name` nor `#1` nor an address in
    it: those are looked for after escapes are undone, so that escaping alone would not do.
    """
    flat = visible(" ".join(text.split()))
    if not flat:
        return Markup("(nothing)")
    fence = "`" * (max((len(run) for run in re.findall("`+", flat)), default=0) + 1)
    apart = " " if "`" in (flat[0], flat[-1]) else ""
    return Markup(f"{fence}{apart}{flat}{apart}{fence}")


def _output(value: Any) -> Any:
    """Whatever is no word or figure of the program's own is text of the data."""
    if isinstance(value, Place):
        return code(f"{value.path}:{value.line}")
    is_text = isinstance(value, str) and not isinstance(value, Markup | StrEnum)
    return code(value) if is_text else value


def _counted(count: int, noun: str) -> Markup:
    return Markup(plural(count, noun))


def _listed(words: Sequence[StrEnum]) -> Markup:
    """Words of the program's own as a sentence lists them."""
    return Markup(joined([str(word) for word in words]))


def _capital(word: StrEnum) -> Markup:
    return Markup(word.capitalize())


def as_markdown(found: Differences) -> str:
    """The differences as Markdown: the sum of them first, then thing by thing.

    What is too long for a summary on GitHub is cut at a line, and the last line says so.
    """
    env = Environment(
        loader=PackageLoader("newsdossier.review"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_output,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.globals |= {"Thing": Thing, "How": How}
    env.filters |= {"counted": _counted, "listed": _listed, "capital": _capital}
    headline = Markup("; ".join(_clauses(found)))
    text = env.get_template("differences.md.j2").render(found=found, headline=headline)
    return _cut(text.rstrip() + "\n")


def _clauses(found: Differences) -> Iterator[str]:
    """The whole change in one sentence, clause by clause."""
    for thing, counts in groupby(found.counts, key=lambda count: count.thing):
        first, *others = counts
        more = "".join(f", {one.number} {one.how}" for one in others)
        yield f"{plural(first.number, thing)} {first.how}{more}"
    for before, after in product(State, State):
        if number := found.turned(before, after) if before is not after else 0:
            yield _turned(number, before, after)
    for row in found.rows:
        if row.flips and row.before and row.after:
            was, is_ = _listed(row.before.stated), _listed(row.after.stated)
            yield f"the verdict of {code(row.asks)} flips from {was} to {is_}"
        if row.after and row.after.refused:
            yield f"the values of {code(row.asks)} rule out its verdict"


def _turned(number: int, before: State, after: State) -> str:
    """So many cells that went from one state to another, in words."""
    if after is State.ABSENT:
        return f"{plural(number, f'{before} cell')} removed"
    if before is State.ABSENT:
        return f"{plural(number, f'{after} cell')} added"
    return f"{plural(number, 'cell')} {after} that {'was' if number == 1 else 'were'} {before}"


def _cut(text: str) -> str:
    if len(text.encode()) <= MOST_BYTES:
        return text
    lines = text.splitlines(keepends=True)
    size = kept = 0
    for line in lines:
        size += len(line.encode())
        if size > MOST_BYTES:
            break
        kept += 1
    left = plural(len(lines) - kept, "more line")
    return f"{''.join(lines[:kept])}\n{left}, too many to show here: run `newsdossier diff`.\n"


def as_json(found: Differences) -> str:
    """The differences as JSON, field by field as they are typed.

    It is all ASCII, so that no control or direction character of the data reaches a terminal.
    """
    told = {"counts": [asdict(count) for count in found.counts]} | asdict(found)
    return json.dumps(told, indent=2) + "\n"
