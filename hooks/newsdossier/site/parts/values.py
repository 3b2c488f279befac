"""Show the values and dates of answers in words."""

from __future__ import annotations

from newsdossier.analysis import wording
from newsdossier.analysis.answers import SourcedAnswer
from newsdossier.analysis.collation import Collation
from newsdossier.model import Dated


def show_value(collation: Collation, sourced: SourcedAnswer) -> str:
    """An answer's value as printed, in words."""
    question = collation.dossier.questions[sourced.answer.question]
    titles = collation.dossier.titles
    return wording.value(question, sourced.answer.value, sourced.answer.bound, titles)


def show_date(when: Dated) -> str:
    """A date with the words it was read from."""
    shown = wording.day(when.date)
    return f"{shown} ({wording.quoted(when.words)})" if when.words else shown
