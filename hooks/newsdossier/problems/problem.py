"""A problem found in the data: a mistake at a place, with the rule that it breaks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newsdossier.text.characters import escape_invisible


@dataclass(frozen=True, order=True)
class Place:
    """A position in a file; line and column count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{escape_invisible(self.path)}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake, told so that a contributor can mend it."""

    place: Place
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {escape_invisible(self.message)} [{self.rule}]"


class ProblemsFound(Exception):
    """All problems of a run, sorted by place; raised only where nothing may be built on them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))
