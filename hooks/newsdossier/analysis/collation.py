"""A dossier with all that is computed from it: order, mentions, rows, relations, timeline."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from newsdossier.analysis.mentions import Sentence, find_sentences
from newsdossier.analysis.names import Names, names_of
from newsdossier.analysis.note_marks import mark_statements
from newsdossier.analysis.order import order_articles
from newsdossier.analysis.relations import (
    find_related,
    group_statements,
    list_addressees,
    list_sources,
    list_speakers,
    list_subjects,
)
from newsdossier.analysis.rows import Row, order_rows
from newsdossier.analysis.tellings import list_originals
from newsdossier.analysis.timeline import Event, list_timeline
from newsdossier.analysis.witnesses import Witness, witnesses_of
from newsdossier.dossier.dossier import Dossier, SourcedStatement, sourced_statements
from newsdossier.model import Article, Question
from newsdossier.source.renditions import Rendition


@dataclass(frozen=True)
class Collation:
    """All that is computed from a dossier for its pages and exports, once."""

    dossier: Dossier
    names: Names
    articles: list[Article]
    renditions: dict[str, Rendition]
    rows: dict[str, Row]
    witnesses: dict[str, Witness] = field(default_factory=dict)
    statements: list[SourcedStatement] = field(default_factory=list)
    mentions: dict[str, list[Sentence]] = field(default_factory=dict)
    statements_by: dict[str, list[SourcedStatement]] = field(default_factory=dict)
    statements_about: dict[str, list[SourcedStatement]] = field(default_factory=dict)
    statements_from: dict[str, list[SourcedStatement]] = field(default_factory=dict)
    """The statements that pass through an entity, or stand in a box that names it as a source."""
    statements_to: dict[str, list[SourcedStatement]] = field(default_factory=dict)
    """The statements that were made to an entity."""
    related: dict[str, list[str]] = field(default_factory=dict)
    timeline: list[Event] = field(default_factory=list)

    def of_origin(self, origin: str) -> list[Article]:
        """The articles that go back to a dispatch."""
        return [article for article in self.articles if article.dispatch == origin]

    def statements_on(self, entity: str) -> int:
        """How many statements are by an entity, about it, or from it as a source; copies once."""
        return self._statement_counts[entity]

    @cached_property
    def _statement_counts(self) -> Counter[str]:
        """By entity, the number that `statements_on` gives."""
        found: dict[str, set[str]] = {}
        for one in self.statements:
            for entity in {*list_speakers(one), *list_subjects(one), *list_sources(one)}:
                found.setdefault(entity, set()).update(list_originals(self.dossier, one))
        return Counter({entity: len(originals) for entity, originals in found.items()})

    @cached_property
    def mentioned_in(self) -> dict[str, list[str]]:
        """By article, the entities that its rendition mentions."""
        found: dict[str, dict[str, None]] = {article.id: {} for article in self.articles}
        for entity, sentences in self.mentions.items():
            for sentence in sentences:
                found[sentence.article.id][entity] = None
        return {article: list(entities) for article, entities in found.items()}

    def questions_in(self, group: str) -> list[Question]:
        """The questions of a group, in its order."""
        return [row.question for row in self.rows.values() if row.question.group == group]


def collate(dossier: Dossier) -> Collation:
    """Compute what pages and exports need from a dossier without problems."""
    articles = order_articles(dossier)
    renditions = {a.id: mark_statements(a, dossier.renditions[a.id]) for a in articles}
    names = names_of(dossier)
    statements = sourced_statements(articles)
    return Collation(
        dossier=dossier,
        names=names,
        articles=articles,
        renditions=renditions,
        rows=order_rows(dossier),
        witnesses=witnesses_of(dossier),
        statements=statements,
        mentions=find_sentences(articles, renditions, names),
        statements_by=group_statements(statements, list_speakers),
        statements_about=group_statements(statements, list_subjects),
        statements_from=group_statements(statements, list_sources),
        statements_to=group_statements(statements, list_addressees),
        related=find_related(statements),
        timeline=list_timeline(dossier, articles),
    )
