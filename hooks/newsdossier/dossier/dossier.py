"""The dossier as a whole: all its records by their ids, and how to walk them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from newsdossier.dossier.originals import Body
from newsdossier.model import (
    Article,
    Entity,
    Origin,
    Question,
    Record,
    Reference,
    Settings,
    Statement,
)
from newsdossier.source.changelog import Change
from newsdossier.source.renditions import Rendition


@dataclass(frozen=True)
class SourcedStatement:
    """A statement with the article that makes it."""

    article: Article
    statement: Statement

    @property
    def reference(self) -> Reference:
        """ARTICLE#STATEMENT."""
        return Reference.to(self.article.id, self.statement.id)

    @property
    def sources(self) -> list[str]:
        """Whom the source lines of its boxes name, each once."""
        blocks = self.article.original.blocks
        here = [block for block in blocks if block.block in self.statement.at]
        return list(dict.fromkeys(source for block in here for source in block.sources))

    @property
    def dispatch(self) -> str | None:
        """The dispatch it goes back to: its own, else its article's; none in a box with sources."""
        if self.statement.origin:
            return self.statement.origin.dispatch
        return None if self.sources else self.article.dispatch


def sourced_statements(articles: Iterable[Article]) -> list[SourcedStatement]:
    """Every statement of the articles, in order, each with its article."""
    return [SourcedStatement(one, statement) for one in articles for statement in one.statements]


@dataclass(frozen=True)
class Dossier:
    """All records of a dossier by their ids, and the originals' bodies where they are at hand."""

    settings: Settings
    articles: dict[str, Article] = field(default_factory=dict)
    renditions: dict[str, Rendition] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)
    namesakes: list[Entity] = field(default_factory=list)
    """Entities with the id of another, which is of another kind."""
    bodies: dict[str, Body] | None = None
    changes: list[Change] = field(default_factory=list)
    """What changed when, by the log beside the dossier's folder, where there is one."""
    unread: frozenset[str] = frozenset()
    """The ids of files that make no record, or not all of one yet: what names them, and what they
    may still name, is not blamed for it."""

    derived: dict[Callable[[Dossier], Any], Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """The tables computed from these records, by the function that computes them."""

    @cached_property
    def statements(self) -> list[SourcedStatement]:
        """Every statement with its article, in the order of the files."""
        return sourced_statements(self.articles.values())

    @cached_property
    def parts(self) -> list[Record]:
        """Every article with every record within it, for rules that look for one kind of these."""
        return [part for article in self.articles.values() for part in article.walk()]

    @cached_property
    def titles(self) -> dict[str, str]:
        """The entities' titles by their ids."""
        return {name: entity.title for name, entity in self.entities.items()}

    @cached_property
    def _by_reference(self) -> dict[str, SourcedStatement]:
        """The statements by ARTICLE#STATEMENT; of two with one id the first."""
        return {one.reference: one for one in reversed(self.statements)}

    def rendition(self, article: str) -> Rendition:
        """An article's rendition; one without blocks where its file could not be read."""
        return self.renditions.get(article, Rendition(""))

    def statement(self, reference: str) -> SourcedStatement | None:
        """The statement that ARTICLE#STATEMENT names."""
        return self._by_reference.get(reference)


def records(dossier: Dossier) -> Iterator[Record]:
    """Every record that has a file of its own."""
    yield dossier.settings
    for kind in (dossier.articles, dossier.entities, dossier.questions, dossier.origins):
        yield from kind.values()
