"""Articles in a list."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.model import Article
from newsdossier.site.parts.links import link_article, link_origin, link_title
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.values import ShownValue, show_date


@dataclass(frozen=True)
class ArticleCard:
    """An article in a list."""

    title: Text
    label: str
    publisher: str
    issued: ShownValue
    origin: Text | None
    statements: str
    shared_with: list[Text] = field(default_factory=list)

    @property
    def shared_verb(self) -> str:
        """The verb for the articles that go back to the same origin."""
        return "do" if len(self.shared_with) > 1 else "does"


def build_article_card(collation: Collation, article: Article) -> ArticleCard:
    """An article in a list."""
    origin = article.dispatch
    others = [a for a in collation.of_origin(origin) if a is not article] if origin else []
    publisher = article.publisher
    return ArticleCard(
        title=link_title(article),
        label=article.label,
        publisher=collation.dossier.entities[publisher].title
        if publisher
        else "publisher not named",
        issued=show_date(article.issued),
        origin=link_origin(collation, origin) if origin else None,
        shared_with=[link_article(other) for other in others],
        statements=wording.plural(len(article.statements), "statement"),
    )
