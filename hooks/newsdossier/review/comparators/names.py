"""Compares the names of entities, spelling by spelling."""

from __future__ import annotations

from collections.abc import Iterator

from newsdossier.dossier.dossier import Dossier
from newsdossier.model import Name
from newsdossier.review.difference import Difference, Subject
from newsdossier.review.records import Comparator, list_comparable

NAMES = Comparator(Subject.NAME, title="name")


def compare(before: Dossier, after: Dossier) -> Iterator[Difference]:
    """Compare the names of all entities that both states can read."""
    for entity in list_comparable(before, after, before.entities, after.entities):
        old, new = _names(before, entity), _names(after, entity)
        for name in dict.fromkeys([*new, *old]):
            yield from NAMES.compare(entity, name, old.get(name), new.get(name))


def _names(dossier: Dossier, entity: str) -> dict[str, Name]:
    known = dossier.entities.get(entity)
    return {one.name: one for one in known.names} if known else {}
