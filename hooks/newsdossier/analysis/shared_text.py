"""Measure how much text the originals share, two by two: the sign of a common origin."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, combinations, product

from newsdossier.dossier.derived import derived
from newsdossier.dossier.dossier import Dossier
from newsdossier.model import Article, Label, SharedFigures
from newsdossier.text.words import list_runs, list_words

#: How many words in a row two texts have in common where one may be made from the other.
RUN = 5

Pair = tuple[str, str]
Joined = tuple[Label, Label]


@dataclass(frozen=True)
class SharedText:
    """How much text two articles share.

    `percent` gives, of each article's runs of five words, the share that the other has too;
    `joined` the blocks that have a run in common.
    """

    articles: Pair
    percent: tuple[float, float] = (0.0, 0.0)
    joined: tuple[Joined, ...] = ()

    @property
    def most(self) -> float:
        """The larger of the two shares, in per cent."""
        return max(self.percent)

    def swap(self) -> SharedText:
        """The same with the two articles in the other order."""
        joined = tuple((other, one) for one, other in self.joined)
        return SharedText(self.articles[::-1], self.percent[::-1], joined)


def read_figures(figures: SharedFigures) -> SharedText:
    """The figures that a record holds."""
    one, other = figures.articles
    first, second = figures.percent
    return SharedText((one, other), (first, second), tuple((a, b) for a, b in figures.joined))


def list_origins(article: Article) -> set[str]:
    """List the dispatches that an article, or any of its statements, goes back to."""
    named = [article.origin, *(statement.origin for statement in article.statements)]
    return {origin.dispatch for origin in named if origin and origin.dispatch}


@derived
def copies_of(dossier: Dossier) -> dict[str, list[str]]:
    """The articles that go back to each dispatch, whole or in a statement, by the ids of both."""
    found: dict[str, list[str]] = {name: [] for name in dossier.origins}
    for article in dossier.articles.values():
        for origin in list_origins(article) & found.keys():
            found[origin].append(article.id)
    return found


@derived
def shared_texts_of(dossier: Dossier) -> dict[Pair, SharedText]:
    """What every two articles share whose originals are at hand; empty pairs are left out.

    Runs are looked up in an index, and a run lies within one block.
    """
    places: dict[tuple[str, ...], dict[str, list[Label]]] = defaultdict(dict)
    totals: Counter[str] = Counter()
    for name, body in (dossier.bodies or {}).items():
        for piece in body.pieces:
            if label := piece.block.block:
                runs = [*list_runs(list_words(piece.text), RUN)]
                totals[name] += len(runs)
                for run in runs:
                    places[run].setdefault(name, []).append(label)
    common: dict[Pair, list[tuple[list[Label], list[Label]]]] = defaultdict(list)
    for found in places.values():
        for one, other in combinations(found, 2):
            common[one, other].append((found[one], found[other]))
    return {pair: _sum_up(dossier, pair, runs, totals) for pair, runs in common.items()}


def _sum_up(
    dossier: Dossier,
    pair: Pair,
    runs: list[tuple[list[Label], list[Label]]],
    totals: Counter[str],
) -> SharedText:
    """Sum up the blocks in which two articles have each run that they share."""
    one, other = pair
    joined = set(chain.from_iterable(product(set(a), set(b)) for a, b in runs))
    order = {name: _number(dossier.articles[name].labels) for name in pair}
    return SharedText(
        pair,
        (
            _round_share(sum(len(labels) for labels, _ in runs), totals[one]),
            _round_share(sum(len(labels) for _, labels in runs), totals[other]),
        ),
        tuple(sorted(joined, key=lambda two: (order[one][two[0]], order[other][two[1]]))),
    )


def _number(labels: Iterable[Label]) -> dict[Label, int]:
    return {label: number for number, label in enumerate(labels)}


def _round_share(part: int, whole: int) -> float:
    """A share in per cent, as records and pages give it: to one decimal."""
    return round(100 * part / whole, 1)


def get_shared_text(dossier: Dossier, one: str, other: str) -> SharedText | None:
    """What two articles share, the one that is named first first; None without both originals."""
    if not {one, other} <= (dossier.bodies or {}).keys():
        return None
    found = shared_texts_of(dossier)
    if (other, one) in found:
        return found[other, one].swap()
    return found.get((one, other), SharedText((one, other)))


def list_figures(dossier: Dossier, origin: str) -> list[SharedText]:
    """List the figures that a dispatch's record is to hold, one for every two of its articles.

    Where an original is not at hand, these are the figures that the record holds already.
    """
    held = [read_figures(figures) for figures in dossier.origins[origin].shared_text]
    kept = {frozenset(one.articles): one for one in held}
    pairs = combinations(copies_of(dossier)[origin], 2)
    figures = (get_shared_text(dossier, *pair) or kept.get(frozenset(pair)) for pair in pairs)
    return [one for one in figures if one]
