"""The rules a dossier keeps; each is a small generator whose docstring is the rule."""

from __future__ import annotations

from newsdossier.checks import (
    attribution,
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
from newsdossier.checks.rules import CHECKS
from newsdossier.dossier.dossier import Dossier
from newsdossier.problems.problem import Problem

__all__ = [
    "attribution",
    "check",
    "comparison",
    "copying",
    "former_ids",
    "leaks",
    "printed_quotations",
    "proofs",
    "prose",
    "references",
    "shared_text",
    "texts",
]


def check(dossier: Dossier) -> list[Problem]:
    """Every problem that any rule finds, in order of place."""
    return sorted({problem for one in CHECKS for problem in one(dossier)})
