"""The rules that look at a whole dossier, and how their findings become problems by their name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newsdossier.dossier.dossier import Dossier
from newsdossier.problems.problem import Place, Problem

#: What a rule yields: where, and what is wrong with what to do.
Finding = tuple[Place, str]


@dataclass(frozen=True)
class Rule:
    """A rule by its name, its sentence for contributors, and how its breaches are found."""

    name: str
    sentence: str
    find: Callable[[Dossier], Iterator[Finding]]

    def __call__(self, dossier: Dossier) -> Iterator[Problem]:
        for place, message in self.find(dossier):
            yield Problem(place, self.name, message)


#: Those of all modules beside this one, in the order in which they are imported.
RULES: list[Rule] = []


def rule(find: Callable[[Dossier], Iterator[Finding]]) -> Callable[[Dossier], Iterator[Finding]]:
    """Enter a generator into the list of rules, under its own name and docstring."""
    name = find.__name__.replace("_", "-")
    RULES.append(Rule(name, " ".join((find.__doc__ or "").split()), find))
    return find
