"""Which rows set their sources farthest apart, and which articles are shown in pairs."""

from __future__ import annotations

from itertools import combinations

from newsdossier.analysis.answers import Variation
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.rows import Row
from newsdossier.model import Article, Type, Verdict

#: How far apart a verdict sets the witnesses of its row; the other verdicts do not.
DISTANCE = {
    Verdict.CONTRADICT: 4,
    Verdict.CHANGED: 3,
    Verdict.DIFFER: 1,
}
#: The distance of a row where a figure was withdrawn, and of one where a copy changed a value.
WITHDRAWN, ALTERED = DISTANCE[Verdict.CHANGED], 2


def rank_rows_apart(collation: Collation) -> list[Row]:
    """The rows where the sources part ways, the farthest first.

    First contradictions between witnesses, then figures withdrawn or changed over time, then rows
    where copies of one dispatch changed a value, then other differences between witnesses.
    """
    apart = [row for row in collation.rows.values() if measure_distance(row)]
    return sorted(
        apart,
        key=lambda row: (
            measure_distance(row),
            len(row.answering_witnesses),
            row.question.type is not Type.WORDING,
        ),
        reverse=True,
    )


def rank_rows_about(collation: Collation, entity: str) -> list[Row]:
    """The rows about an entity, the weightiest first.

    First those about it above all, then those that most witnesses answer, then those that set the
    sources farthest apart; values before words.
    """
    about = [row for row in collation.rows.values() if entity in row.question.about]
    return sorted(
        about,
        key=lambda row: (
            row.question.about[0] != entity,
            -len(row.answering_witnesses),
            -measure_distance(row),
            row.question.type is Type.WORDING,
        ),
    )


def measure_distance(row: Row) -> int:
    """How far apart a row sets its sources; 0 where it does not."""
    distances = [DISTANCE.get(verdict, 0) for verdict in row.question.verdict]
    if any(sourced.answer.status.is_withdrawn for sourced in row.answers):
        distances.append(WITHDRAWN)
    if any(c.variation is Variation.CHANGED for one in row.witnesses for c in one.variants):
        distances.append(ALTERED)
    return max(distances)


#: With more articles than this there would be more pairs than anybody reads.
MOST_PAIRED = 10


def pair_articles(collation: Collation) -> list[tuple[Article, Article]]:
    """Every two articles, in the order of the dossier; none where the articles are too many."""
    few = len(collation.articles) <= MOST_PAIRED
    return list(combinations(collation.articles, 2)) if few else []
