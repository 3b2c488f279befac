"""Read the log of changes: on which days the data changed, and how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from newsdossier.problems import limits
from newsdossier.problems.problem import Place, Problem
from newsdossier.problems.rules import RuleGroup, declare_rule
from newsdossier.source import invisible

CHANGELOG = declare_rule(
    RuleGroup.FILES,
    __name__,
    "changelog",
    "Each heading of the second level in the log of changes is a day of its own.",
)

#: The heading in the log under which the changes of the data stand.
DATA = "Data"


@dataclass(frozen=True)
class Change:
    """What changed in the data on one day, as the Markdown that the log has."""

    day: date
    text: str


def read_changelog(text: str, path: str) -> tuple[list[Change], list[Problem]]:
    """The changes of the data, as the log lists them, and headings that are no days.

    The log has a heading of the second level for each day (`## 2026-11-22`), and under it one of
    the third for each part of the project; what stands under `### Data` changed the data.
    """
    changes: list[Change] = []
    problems = list(invisible.referenced(text, path))
    if long := list(limits.long_paragraphs(text, path)):
        return [], [*problems, *long]
    lines = text.splitlines()
    seen: set[str] = set()
    for heading, sections in _headings(MarkdownIt("commonmark").parse(text), len(lines)):
        day = _day(heading.content)
        if day is None or heading.content in seen:
            message = "each heading of this level is a different day; write it as ## 2026-11-22"
            problems.append(CHANGELOG.problem(Place(path, _line(heading), 1), message))
            continue
        seen.add(heading.content)
        texts = ["\n".join(lines[start:end]) for title, start, end in sections if title == DATA]
        if texts:
            changes.append(Change(day, "\n".join(texts).strip()))
    return changes, problems


def _headings(tokens: list[Token], last: int) -> Iterator[tuple[Token, list[tuple[str, int, int]]]]:
    """Each heading of the second level, and the sections under it: title, first and last line."""
    found = [
        (int(opening.tag[1:]), title)
        for opening, title in pairwise(tokens)
        if opening.type == "heading_open" and opening.tag <= "h3"  # lower ones stay in their part
    ]
    starts = [*(_line(title) - 1 for _, title in found), last]
    spans = [(*heading, end) for heading, end in zip(found, starts[1:], strict=True)]
    for index, (level, title, _) in enumerate(spans):
        if level == 2:
            under: list[tuple[str, int, int]] = []
            for inner, section, end in spans[index + 1 :]:
                if inner <= 2:
                    break
                under.append((section.content, _line(section), end))
            yield title, under


def _line(token: Token) -> int:
    return (token.map or [0])[0] + 1


def _day(heading: str) -> date | None:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", heading):
        return None
    try:
        return date.fromisoformat(heading)
    except ValueError:
        return None
