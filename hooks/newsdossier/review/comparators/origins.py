"""Compares the records of origins."""

from __future__ import annotations

from collections.abc import Iterator

from newsdossier.dossier.dossier import Dossier
from newsdossier.review.difference import Difference, Subject
from newsdossier.review.records import Comparator

ORIGINS = Comparator(Subject.ORIGIN, title="title")


def compare(before: Dossier, after: Dossier) -> Iterator[Difference]:
    """Compare the origins."""
    yield from ORIGINS.compare_files(before, after, before.origins, after.origins)
