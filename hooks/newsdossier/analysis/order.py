"""The order in which articles are shown."""

from __future__ import annotations

import math

from newsdossier.analysis.dates import parse_date
from newsdossier.dossier.derived import derived
from newsdossier.dossier.dossier import Dossier
from newsdossier.model import Article


@derived
def order_articles(dossier: Dossier) -> list[Article]:
    """Articles by date, those of one dispatch side by side; those without a valid date last."""

    def group(article: Article) -> str:
        return article.dispatch or article.id

    first: dict[str, float] = {}
    for article in dossier.articles.values():
        day = _find_first_day(article)
        first[group(article)] = min(first.get(group(article), day), day)
    return sorted(
        dossier.articles.values(),
        key=lambda a: (first[group(a)], group(a), _find_first_day(a), a.id),
    )


def _find_first_day(article: Article) -> float:
    try:
        return parse_date(article.issued.date).low
    except ValueError:  # told by the rule `date-basis`
        return math.inf
