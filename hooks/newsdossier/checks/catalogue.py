"""Every rule there is, group by group, each with what keeps it and what breaks it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml

from newsdossier.checks import attribution, collisions, comparison, proofs, prose, references, texts
from newsdossier.checks.rules import RULES
from newsdossier.dossier import load, originals
from newsdossier.model import parsing
from newsdossier.problems import limits
from newsdossier.source import changelog, files, located_yaml, renditions, unfinished, unseen

EXAMPLES = Path(__file__).parent / "examples"


@dataclass(frozen=True)
class Example:
    """What keeps a rule and what breaks it, in a file of the tests' own dossier.

    `breaks` is what stands in the place of `keeps`. Where that cannot be shown, as with an
    encoding, both are words, and `breaking` is how it is made.
    """

    file: str
    """From the dossier's folder."""
    keeps: str
    breaks: str
    problems: tuple[str, ...]
    """The lines that `newsdossier check` prints for it."""
    instead: str = ""
    """What stands there as it is, where that is neither of the two."""
    given: tuple[dict[str, str], ...] = ()
    """What is changed first, whether the rule is then kept or broken."""
    breaking: tuple[dict[str, str], ...] = ()

    @property
    def is_told(self) -> bool:
        """Whether the two are words about a file, rather than what it holds."""
        return bool(self.breaking)


@dataclass(frozen=True)
class Entry:
    """A rule as it is listed: its name, its sentence, its example."""

    name: str
    sentence: str
    example: Example


@dataclass(frozen=True)
class Group:
    """Rules on one matter, by the modules that tell them."""

    id: str
    title: str
    modules: tuple[ModuleType, ...]

    @property
    def sentences(self) -> dict[str, str]:
        """The rules' sentences by their names, in the order of the modules."""
        return {name: text for module in self.modules for name, text in declared(module).items()}

    @property
    def entries(self) -> list[Entry]:
        """The rules with their examples."""
        return [Entry(name, text, example(name)) for name, text in self.sentences.items()]


#: Each module that tells problems belongs to one of these.
GROUPS = (
    Group(
        "files",
        "Files and YAML",
        (load, files, limits, unseen, located_yaml, unfinished, changelog),
    ),
    Group("records", "Records and what they name", (parsing, prose, references)),
    Group("attribution", "Who says what, and when", (attribution,)),
    Group("renditions", "Renditions", (renditions, texts)),
    Group("comparison", "The comparison", (comparison,)),
    Group("proofs", "Proofs against the originals", (originals, proofs)),
    Group("pages", "Pages", (collisions,)),
)


def declared(module: ModuleType) -> dict[str, str]:
    """The rules that a module declares: those it lists in RULES, and its generators."""
    listed: dict[str, str] = getattr(module, "RULES", {})
    return {
        **listed,
        **{rule.name: rule.sentence for rule in RULES if rule.find.__module__ == module.__name__},
    }


def example(name: str) -> Example:
    """The example of a rule; raises FileNotFoundError where it has none."""
    return Example(**_read(EXAMPLES / f"{name}.yml"))


def _read(path: Path) -> dict[str, Any]:
    """The values of a file of examples; every scalar is text."""
    found = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return {key: tuple(value) if isinstance(value, list) else value for key, value in found.items()}


def sentences() -> Iterator[tuple[str, str]]:
    """Every rule's name with its sentence, group by group."""
    for group in GROUPS:
        yield from group.sentences.items()
