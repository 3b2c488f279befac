"""What an entity's page says first: up to four questions about it, each with its answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdossier.analysis.collation import Collation
from newsdossier.analysis.rows import Row
from newsdossier.model import addresses
from newsdossier.site.parts.headline import Headline, build_headline
from newsdossier.site.parts.links import link_question
from newsdossier.site.parts.meter import Meter, build_meter
from newsdossier.site.parts.text import Text

#: How many facts a page begins with, and how many letters all answers of one may have.
MOST_FACTS, MOST_LETTERS = 4, 60


@dataclass(frozen=True)
class EntityFact:
    """A question about an entity with its answers, how they relate, and how many give them."""

    label: Text
    headline: Headline
    verdicts: list[str]
    meter: Meter


@dataclass(frozen=True)
class AskedQuestion:
    """A question about an entity, and how the answers relate."""

    question: Text
    verdicts: list[str]


def list_entity_facts(collation: Collation, rows: list[Row]) -> list[EntityFact]:
    """The first rows whose answers are few words."""
    found: list[EntityFact] = []
    for fact in _build_facts(collation, rows):
        found.append(fact)
        if len(found) == MOST_FACTS:
            break
    return found


def list_questions(rows: list[Row]) -> list[AskedQuestion]:
    """Each row's question with its verdicts."""
    return [AskedQuestion(link_question(row.question), list(row.question.verdict)) for row in rows]


def _build_facts(collation: Collation, rows: list[Row]) -> Iterator[EntityFact]:
    for row in rows:
        headline = build_headline(collation, row)
        if headline.answers and len(headline.plain) <= MOST_LETTERS:
            yield EntityFact(
                label=Text(row.question.label, addresses.question_page(row.question.id)),
                headline=headline,
                verdicts=list(row.question.verdict),
                meter=build_meter(collation, row),
            )
