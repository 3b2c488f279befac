"""The cases of `newsdossier check`: edits of the invented dossier, and the lines they are told by.

The example of a rule stands beside the rules, in `newsdossier/checks/examples`, since a page of
the site shows it; what else is held of a rule is a case file, and repeats no example.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from newsdossier.checks import catalogue
from newsdossier.checks.catalogue import Example, example
from tests.support.building import TESTS

FOLDER = TESTS / "cases"
CASES = sorted((FOLDER / "checks").glob("*.yml"))
EVERY_RULE = sorted((FOLDER / "every-rule").glob("*.yml"))
EXAMPLES = sorted(catalogue.EXAMPLES.glob("*.yml"))

#: What checking the data does not see: the pages are looked at when they are built.
SHOWN_BY_PAGES = {"leak-side-by-side", "page-collision", "where-the-data-pass"}


@dataclass(frozen=True)
class Case:
    """A mistake as data: the rule it breaks, the edits that make it, the lines it is told by."""

    path: Path
    breaks: str
    edits: Sequence[Mapping[str, str]]
    problems: Sequence[str]

    def rewrite(self, problems: Sequence[str]) -> "Case":
        """The case with other lines in the place of those expected, in its file too."""
        head, _, _ = self.path.read_text(encoding="utf-8").partition("problems:\n")
        quoted = ("  - '" + line.replace("'", "''") + "'\n" for line in problems)
        self.path.write_text(f"{head}problems:\n{''.join(quoted)}", encoding="utf-8")
        return replace(self, problems=problems)


def read_case(path: Path) -> Case:
    """A case file; every value in it is text."""
    return Case(path, **yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))


def keeping(path: Path) -> list[Mapping[str, str]]:
    """The edits by which the dossier holds what keeps a rule; none where it does as it is."""
    shown = example(path.stem)
    return [*shown.given, *replaced(shown, shown.keeps)]


def broken_by(path: Path) -> Case:
    """The example of what breaks a rule, as a case."""
    shown = example(path.stem)
    edits = [*shown.given, *(shown.breaking or replaced(shown, shown.breaks))]
    return Case(path, path.stem, edits, shown.problems)


def replaced(shown: Example, text: str) -> list[Mapping[str, str]]:
    """The edit that puts a text where an example says."""
    if shown.is_told:
        return []
    return [{"file": shown.file, "replace": shown.instead or shown.keeps, "with": text}]


def rule_of(line: str) -> str:
    """The rule that a printed problem names at its end."""
    found = re.search(r" \[([a-z-]+)\]$", line)
    assert found, f"no rule at the end of {line!r}"
    return found[1]


def told(problems: Sequence[str]) -> list[str]:
    """What the command prints for these problems: them, and their number."""
    noun = "problem" if len(problems) == 1 else "problems"
    return [*problems, f"{len(problems)} {noun}"]
