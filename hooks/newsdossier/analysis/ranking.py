"""Which rows set their sources farthest apart, and which articles are shown in pairs."""

from __future__ import annotations

from itertools import combinations

from newsdossier.analysis.collation import Collation
from newsdossier.analysis.rows import Row
from newsdossier.analysis.support import support_by_value
from newsdossier.model import Article, Type, Verdict

#: How far apart a verdict sets its row's answers.
DISTANCE = {
    Verdict.CONTRADICT: 5,
    Verdict.CHANGED: 3,
    Verdict.DIFFER: 2,
    Verdict.TRANSLATION: 1,
}


def rank_rows_apart(collation: Collation) -> list[Row]:
    """The rows where the sources part ways, the farthest first."""

    def distance(row: Row) -> tuple[int, int, int]:
        verdict = max(DISTANCE.get(v, 0) for v in row.question.verdict)
        dispatches = {d for one in support_by_value(row) for d in one.dispatches}
        typed = row.question.type is not Type.WORDING
        return verdict, len(dispatches), int(typed)

    apart = [
        row
        for row in collation.rows.values()
        if distance(row)[0] and len(row.answering_articles) > 1
    ]
    return sorted(apart, key=distance, reverse=True)


#: With more articles than this there would be more pairs than anybody reads.
MOST_PAIRED = 10


def pair_articles(collation: Collation) -> list[tuple[Article, Article]]:
    """Every two articles, in the order of the dossier; none where the articles are too many."""
    few = len(collation.articles) <= MOST_PAIRED
    return list(combinations(collation.articles, 2)) if few else []
