"""How much the dossier holds, in words."""

from __future__ import annotations

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation


def show_totals(collation: Collation) -> str:
    """Count articles, statements, questions and entities, in one line."""
    counts = {
        "article": len(collation.articles),
        "statement": sum(len(article.statements) for article in collation.articles),
        "question": len(collation.rows),
        "entity": len(collation.dossier.entities),
    }
    return " · ".join(wording.plural(count, noun) for noun, count in counts.items())
