"""What a witness tells once, however many copies of its dispatch repeat it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newsdossier.analysis.correspondence import find_copied
from newsdossier.analysis.witnesses import identify_witness
from newsdossier.dossier.derived import derived
from newsdossier.dossier.dossier import Dossier, SourcedStatement
from newsdossier.model import Reference


@dataclass(frozen=True)
class Telling:
    """One thing that a witness tells: a statement, with those of the copies that repeat it."""

    witness: str
    statements: list[SourcedStatement]
    """The base copy's first, where that is among them."""

    @property
    def lead(self) -> SourcedStatement:
        """The statement whose words stand for all."""
        return self.statements[0]

    @property
    def articles(self) -> list[str]:
        """The articles that have it, each once."""
        return list(dict.fromkeys(one.article.id for one in self.statements))


def merge_copies(dossier: Dossier, statements: Iterable[SourcedStatement]) -> list[Telling]:
    """Merge statements that copy one another, in the order in which each is first told."""
    groups: dict[str, list[SourcedStatement]] = {}
    for one in statements:
        for original in list_originals(dossier, one):
            groups.setdefault(original, []).append(one)
    merged: dict[tuple[Reference, ...], Telling] = {}
    for original, group in groups.items():
        ordered = sorted(group, key=lambda one: one.reference != original)
        alike = tuple(one.reference for one in ordered)
        merged.setdefault(alike, Telling(identify_witness(ordered[0]), ordered))
    return list(merged.values())


def list_originals(dossier: Dossier, sourced: SourcedStatement) -> list[str]:
    """What a statement copies, by reference; a statement that copies nothing is its own."""
    return _originals(dossier).get(sourced.reference, [sourced.reference])


@derived
def _originals(dossier: Dossier) -> dict[Reference, list[str]]:
    """By reference, what each statement of a dispatch copies.

    What the base copy has not is told by the dispatch and the statement's id: two copies may share
    it.
    """
    return {
        one.reference: [base.reference for base in find_copied(dossier, one)]
        or [f"{one.dispatch}#{one.statement.id}"]
        for one in dossier.statements
        if one.dispatch
    }
