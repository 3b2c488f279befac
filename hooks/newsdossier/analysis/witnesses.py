"""The witnesses: a dispatch counts once with all its copies, an article that copies none too."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from newsdossier.analysis.order import order_articles
from newsdossier.dossier.derived import derived
from newsdossier.dossier.dossier import Dossier, SourcedStatement
from newsdossier.model import Article


@dataclass(frozen=True)
class Witness:
    """A source that counts once: a dispatch with its copies, or what an article has of its own."""

    id: str
    """The origin's id, else the article's."""
    origin: str | None
    """The dispatch that its articles copy; None where its one article copies nothing here."""
    label: str
    articles: list[str] = field(default_factory=list)
    """The articles that have statements of it, in the order in which articles are shown."""

    @property
    def is_shared(self) -> bool:
        """Whether several articles copy it."""
        return len(self.articles) > 1


def identify_witness(sourced: SourcedStatement) -> str:
    """The id of the witness that a statement belongs to: its dispatch, else its article."""
    return sourced.dispatch or sourced.article.id


@derived
def witnesses_of(dossier: Dossier) -> dict[str, Witness]:
    """The witnesses that have statements, by id, in the order of their columns.

    A dispatch stands at its first copy's place. What an article has of its own, beside what it
    copies, stands directly after the dispatch.
    """
    copied_by: dict[str, list[Article]] = {}
    dispatches: dict[str, str] = {}
    for article in order_articles(dossier):
        for sourced in _put_copied_first(article):
            name = identify_witness(sourced)
            if sourced.dispatch:
                dispatches[name] = sourced.dispatch
            articles = copied_by.setdefault(name, [])
            if not articles or articles[-1] is not article:
                articles.append(article)
    shared_out = Counter(article.id for articles in copied_by.values() for article in articles)

    def label(name: str, articles: list[Article]) -> str:
        is_whole = [article.id for article in articles] == [articles[0].id] and (
            shared_out[articles[0].id] == 1
        )
        if name not in dispatches or is_whole:
            return articles[0].label
        return _label_dispatch(dossier, dispatches[name])

    return {
        name: Witness(
            id=name,
            origin=dispatches.get(name),
            label=label(name, articles),
            articles=[article.id for article in articles],
        )
        for name, articles in copied_by.items()
    }


def _put_copied_first(article: Article) -> list[SourcedStatement]:
    """An article's statements: of its own dispatch, then of others, then its own."""
    statements = [SourcedStatement(article, statement) for statement in article.statements]
    return sorted(
        statements,
        key=lambda one: (one.dispatch is None, one.dispatch != article.dispatch),
    )


def _label_dispatch(dossier: Dossier, name: str) -> str:
    """A dispatch's short name: its own, else one made of its agency's name."""
    origin = dossier.origins.get(name)
    if origin is None:  # told by the rule `unknown-origin`
        return name
    if origin.label or not origin.agency:
        return origin.label or origin.title
    return f"{dossier.titles.get(origin.agency, origin.agency)} dispatch"
