"""Every rule there is, group by group, each with what keeps it and what breaks it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from newsdossier.checks import (
    attribution,
    collisions,
    comparison,
    copying,
    former_ids,
    leaks,
    printed_quotations,
    proofs,
    prose,
    references,
    shared_text,
    texts,
)
from newsdossier.dossier import originals
from newsdossier.model import parsing
from newsdossier.problems import limits
from newsdossier.problems.rules import RULES, Rule, RuleGroup
from newsdossier.source import changelog, files, invisible, located_yaml, renditions, unfinished

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
    """A rule as it is listed, with its example."""

    rule: Rule
    example: Example


#: The modules that declare rules, in the order in which a group lists their rules.
MODULES = [
    *(files, limits, invisible, located_yaml, unfinished, changelog),
    *(parsing, prose, references, former_ids, copying, attribution, renditions, texts),
    *(comparison, originals, proofs, printed_quotations, shared_text, leaks, collisions),
]


def list_rules() -> list[Rule]:
    """Every rule there is, group by group."""
    groups, modules = list(RuleGroup), [module.__name__ for module in MODULES]
    return sorted(
        RULES.values(), key=lambda rule: (groups.index(rule.group), modules.index(rule.module))
    )


def list_entries(group: RuleGroup) -> list[Entry]:
    """The rules of a group with their examples."""
    return [Entry(rule, example(rule.name)) for rule in list_rules() if rule.group is group]


def example(name: str) -> Example:
    """The example of a rule; raises FileNotFoundError where it has none."""
    return Example(**_read(EXAMPLES / f"{name}.yml"))


def _read(path: Path) -> dict[str, Any]:
    """The values of a file of examples; every scalar is text."""
    found = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return {key: tuple(value) if isinstance(value, list) else value for key, value in found.items()}
