"""A question as lists show it: its answers first, then how they relate and how many give them."""

from __future__ import annotations

from dataclasses import dataclass

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
    changed: list[str]
    """What copies make of a figure, a date or a name: COPY: ANSWER."""


def build_question_card(collation: Collation, row: Row) -> QuestionCard:
    """Show a question in brief."""
    return QuestionCard(
        question=link_question(row.question),
        headline=build_headline(collation, row),
        verdicts=list(row.question.verdict),
        meter=build_meter(collation, row),
        changed=[
            f"{sourced.article.label}: {show_answer(collation, sourced, in_brief=True).plain}"
            for one in row.witnesses
            for copy in one.variants
            if copy.variation is Variation.CHANGED
            for sourced in copy.answers
        ],
    )
