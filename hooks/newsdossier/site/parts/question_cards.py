"""A question as lists show it: its answers first, then how they relate and how many give them."""

from __future__ import annotations

from dataclasses import dataclass

from newsdossier.analysis import wording
from newsdossier.analysis.answers import Variation
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.rows import Row
from newsdossier.site.parts.headline import Headline, build_headline
from newsdossier.site.parts.links import link_question
from newsdossier.site.parts.meter import Meter, build_meter
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.values import show_answer


@dataclass(frozen=True)
class QuestionCard:
    """A question with its answers in brief."""

    question: Text
    headline: Headline
    verdicts: list[str]
    meter: Meter
    changed: str
    """What a copy makes of a figure, a date or a name; empty where none changes it."""


def build_question_card(collation: Collation, row: Row) -> QuestionCard:
    """Show a question in brief."""
    return QuestionCard(
        question=link_question(row.question),
        headline=build_headline(collation, row),
        verdicts=list(row.question.verdict),
        meter=build_meter(collation, row),
        changed=describe_changes(collation, row),
    )


def describe_changes(collation: Collation, row: Row) -> str:
    """Say what a copy makes of the answer, or how many copies change it."""
    copies = [
        copy
        for one in row.witnesses
        for copy in one.variants
        if copy.variation is Variation.CHANGED
    ]
    answers = [sourced for copy in copies for sourced in copy.answers]
    if len(answers) != 1:
        changed = f"changed in {wording.plural(len(copies), 'copy')} of a dispatch"
        return changed if copies else ""
    value = show_answer(collation, answers[0], in_brief=True).plain
    return f"changed in copying: {value} in the {answers[0].article.label}"
