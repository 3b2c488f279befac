"""How much the dossier holds, in words."""

from __future__ import annotations

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.model import addresses
from newsdossier.site.parts.text import Text


def link_totals(collation: Collation) -> list[Text]:
    """Count articles, statements, questions and entities, with links to their lists."""
    statements = sum(len(article.statements) for article in collation.articles)
    return [
        Text(wording.plural(len(collation.articles), "article"), addresses.ARTICLES),
        Text(wording.plural(statements, "statement"), addresses.ARTICLES),
        Text(wording.plural(len(collation.rows), "question"), addresses.COMPARISON),
        Text(wording.plural(len(collation.dossier.entities), "entity"), addresses.ENTITIES),
    ]


def show_totals(collation: Collation) -> str:
    """The same in one line."""
    return " · ".join(total.text for total in link_totals(collation))
