"""A question as lists show it: its answers in one line, and how many witnesses give them."""

from __future__ import annotations

from dataclasses import dataclass

from newsdossier.analysis.collation import Collation
from newsdossier.analysis.rows import Row
from newsdossier.site.parts.headline import Headline, build_headline
from newsdossier.site.parts.links import link_question
from newsdossier.site.parts.meter import Meter, build_meter
from newsdossier.site.parts.text import Text


@dataclass(frozen=True)
class QuestionCard:
    """A question with its answers in brief."""

    question: Text
    headline: Headline
    meter: Meter


def build_question_card(collation: Collation, row: Row) -> QuestionCard:
    """Show a question in brief."""
    return QuestionCard(
        question=link_question(row.question),
        headline=build_headline(collation, row),
        meter=build_meter(collation, row),
    )
