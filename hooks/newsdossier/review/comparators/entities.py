"""Compares the records of entities; their names are compared elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from newsdossier.dossier.dossier import Dossier
from newsdossier.review.difference import Difference, Subject
from newsdossier.review.records import Comparator

ENTITIES = Comparator(Subject.ENTITY, title="title", leave_out=("names",))


def compare(before: Dossier, after: Dossier) -> Iterator[Difference]:
    """Compare the entities."""
    yield from ENTITIES.compare_files(before, after, before.entities, after.entities)
