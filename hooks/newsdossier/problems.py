"""A problem found in the data: where, which rule, what is wrong and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process


@dataclass(frozen=True, order=True)
class Place:
    """A position in a file; line and column count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake, told so that a contributor can mend it."""

    place: Place
    rule: str
    message: str

    def __str__(self) -> str:
        message = " ".join(self.message.split())  # what it quotes may have lines
        return f"{self.place}: {message} [{self.rule}]"


class ProblemsFound(Exception):
    """All problems of a run, sorted by place; raised only where nothing may be built on them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__(plain(self.problems))


def plain(problems: Iterable[Problem]) -> str:
    """One line a problem, in order of place, and a last line with their number."""
    lines = [str(problem) for problem in sorted(set(problems))]
    noun = "problem" if len(lines) == 1 else "problems"
    return "\n".join([*lines, f"{len(lines)} {noun}"])


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """A hint at the nearest known word, to put behind a message; empty where none is near."""
    match = process.extractOne(wrong, sorted(known), scorer=fuzz.ratio, score_cutoff=60)
    return f': did you mean "{match[0]}"?' if match else ""
