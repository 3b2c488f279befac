"""Rules that look at a whole dossier: generators of findings, entered into the registry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newsdossier.dossier.dossier import Dossier
from newsdossier.problems.problem import Place, Problem
from newsdossier.problems.rules import Rule, RuleGroup, declare_rule

#: What a rule's generator yields: where, and what is wrong with what to do.
Finding = tuple[Place, str]
Finder = Callable[[Dossier], Iterator[Finding]]


@dataclass(frozen=True)
class Check:
    """A rule with the generator that finds where a dossier breaks it."""

    rule: Rule
    find: Finder

    def __call__(self, dossier: Dossier) -> Iterator[Problem]:
        for place, message in self.find(dossier):
            yield self.rule.problem(place, message)


#: The checks of all modules beside this one, in the order in which they are imported.
CHECKS: list[Check] = []


def register_checks(group: RuleGroup) -> Callable[[Finder], Check]:
    """Make the decorator for a module's generators: name and docstring of each are its rule."""

    def register(find: Finder) -> Check:
        name = find.__name__.replace("_", "-")
        sentence = " ".join((find.__doc__ or "").split())
        check = Check(declare_rule(group, find.__module__, name, sentence), find)
        CHECKS.append(check)
        return check

    return register
