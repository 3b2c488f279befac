"""Compares how many questions each article answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from newsdossier.analysis.rows import Coverage, Row, rows
from newsdossier.dossier.dossier import Dossier
from newsdossier.review.difference import CoverageCounts, CoverageDifference
from newsdossier.review.records import list_comparable


def compare_coverage(before: Dossier, after: Dossier) -> Iterator[CoverageDifference]:
    """Compare the coverage of all articles that both states can read."""
    old, new = rows(before), rows(after)
    for article in list_comparable(before, after, before.articles, after.articles):
        one = _count(article, old) if article in before.articles else None
        other = _count(article, new) if article in after.articles else None
        if one != other:
            yield CoverageDifference(article, one, other)


def _count(article: str, found: Mapping[str, Row]) -> CoverageCounts:
    states = Counter(row.coverage(article) for row in found.values())
    return CoverageCounts(**{state.value: states[state] for state in Coverage})
