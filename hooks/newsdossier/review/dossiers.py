"""Compares two states of a dossier."""

from __future__ import annotations

from collections.abc import Iterable

from newsdossier.dossier.dossier import Dossier
from newsdossier.problems.problem import Problem
from newsdossier.review.comparators import compare_records
from newsdossier.review.coverage import compare_coverage
from newsdossier.review.difference import Differences
from newsdossier.review.rows import compare_rows


def compare_dossiers(
    before: Dossier,
    after: Dossier,
    problems_before: Iterable[Problem] = (),
    problems_after: Iterable[Problem] = (),
) -> Differences:
    """Compare what can be read of two states, either of which may have problems.

    A file that one state cannot read is reported as unreadable, and nothing in it as added or
    removed.
    """
    return Differences(
        problems_before=len(set(problems_before)),
        problems_after=len(set(problems_after)),
        records=list(compare_records(before, after)),
        rows=list(compare_rows(before, after)),
        coverage=list(compare_coverage(before, after)),
    )
