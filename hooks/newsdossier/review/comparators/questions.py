"""Compares the records of questions; the rows are compared elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from newsdossier.dossier.dossier import Dossier
from newsdossier.review.difference import Difference, Subject
from newsdossier.review.records import Comparator

QUESTIONS = Comparator(Subject.QUESTION, title="asks")


def compare(before: Dossier, after: Dossier) -> Iterator[Difference]:
    """Compare the questions."""
    yield from QUESTIONS.compare_files(before, after, before.questions, after.questions)
