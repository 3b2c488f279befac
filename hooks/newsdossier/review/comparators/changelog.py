"""Compares the log of changes of the data, day by day."""

from __future__ import annotations

from collections.abc import Iterator

from newsdossier.dossier.dossier import Dossier
from newsdossier.problems.problem import Place
from newsdossier.review.difference import Difference, FieldDifference, Outcome, Subject
from newsdossier.review.records import drop_common


def compare(before: Dossier, after: Dossier) -> Iterator[Difference]:
    """Compare the lines of each day."""
    old, new = ({one.day.isoformat(): one.text for one in d.changes} for d in (before, after))
    for day in sorted({*old, *new}):
        if old.get(day) == new.get(day):
            continue
        outcome = (
            Outcome.REMOVED if day not in new else Outcome.CHANGED if day in old else Outcome.ADDED
        )
        lines = drop_common(*(state.get(day, "").splitlines() for state in (old, new)))
        fields = [] if day not in new else [FieldDifference("text", *lines, is_list=True)]
        yield Difference(
            Subject.CHANGELOG_DAY, "", day, outcome, "", Place("dossier/CHANGELOG.md"), fields
        )
