"""Find `TODO: …` marks and report them as problems."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from textwrap import shorten

from newsdossier.problems.problem import Place, Problem
from newsdossier.problems.rules import RuleGroup, declare_rule
from newsdossier.source.located_yaml import Source, Value

UNFINISHED = declare_rule(
    RuleGroup.FILES,
    __name__,
    "unfinished",
    "Every `TODO: …` mark is replaced by what it asks for.",
)

_MARK = re.compile(r"^TODO\b:?|\bTODO:")


def has_todo(text: str) -> bool:
    """Whether a text is, or holds, a TODO mark."""
    return "TODO" in text and bool(_MARK.search(text))


def describe_mark(place: Place, text: str) -> Problem:
    """Describe a mark as a problem that says what to write in its place."""
    match = _MARK.search(text)
    asked = shorten(text[match.end() :], 100, placeholder=" …") if match else ""
    message = f"to do: {asked}" if asked else "this is unfinished; complete it, or remove it"
    return UNFINISHED.problem(place, message)


def find_marks(value: Value, source: Source, *keys: str | int) -> Iterator[Problem]:
    """Yield each mark in a file's value, or in the part of it that `keys` lead to."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from find_marks(inner, source, *keys, key)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from find_marks(inner, source, *keys, index)
    elif has_todo(value):
        yield describe_mark(source.place(*keys), value)


def drop_consequences(problems: Iterable[Problem]) -> list[Problem]:
    """Drop the other problems at a place that holds a TODO mark."""
    told = list(problems)
    open_places = {one.place for one in told if one.rule == UNFINISHED.name}
    return [one for one in told if one.rule == UNFINISHED.name or one.place not in open_places]
