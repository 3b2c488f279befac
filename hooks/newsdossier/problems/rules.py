"""The registry of rules: each has a name, a sentence for contributors, and its group."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from newsdossier.problems.problem import Place, Problem


class RuleGroup(Enum):
    """The groups of rules, in the order of the rules page; each value is a heading."""

    FILES = "Files and YAML"
    RECORDS = "Records and what they name"
    ATTRIBUTION = "Who says what, and when"
    RENDITIONS = "Renditions"
    COMPARISON = "The comparison"
    PROOFS = "Proofs against the originals"
    PAGES = "Pages"


@dataclass(frozen=True)
class Rule:
    """A rule that a dossier keeps."""

    name: str
    sentence: str
    group: RuleGroup
    module: str
    """The module that declares it."""

    def problem(self, place: Place, message: str) -> Problem:
        """The problem of a place that breaks the rule."""
        return Problem(place, self.name, message)


#: Every rule by its name, in the order in which modules are imported.
RULES: dict[str, Rule] = {}


def declare_rule(group: RuleGroup, module: str, name: str, sentence: str) -> Rule:
    """Enter a rule into the registry; raises ValueError where its name is taken."""
    if name in RULES:
        raise ValueError(f"the rule {name} is declared in {RULES[name].module} and in {module}")
    RULES[name] = Rule(name, sentence, group, module)
    return RULES[name]
