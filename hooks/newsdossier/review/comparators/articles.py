"""Compares the records of articles; statements and silences are compared elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from newsdossier.dossier.dossier import Dossier
from newsdossier.review.difference import Difference, Subject
from newsdossier.review.records import Comparator

# Silences are compared as cells of the comparison.
ARTICLES = Comparator(Subject.ARTICLE, title="title", leave_out=("statements", "silent"))


def compare(before: Dossier, after: Dossier) -> Iterator[Difference]:
    """Compare the articles."""
    yield from ARTICLES.compare_files(before, after, before.articles, after.articles)
