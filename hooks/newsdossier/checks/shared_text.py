"""Rules on the text that articles share, as the sign of a common origin."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from newsdossier.analysis.shared_text import (
    SharedText,
    copies_of,
    get_shared_text,
    list_origins,
    read_figures,
    shared_texts_of,
)
from newsdossier.checks.rules import Finding, register_checks
from newsdossier.dossier.dossier import Dossier
from newsdossier.model import Origin, SharedFigures
from newsdossier.problems.rules import RuleGroup
from newsdossier.text.nearest import did_you_mean

rule = register_checks(RuleGroup.RECORDS)
proof = register_checks(RuleGroup.PROOFS)

MEASURE = "run `newsdossier measure`"


@rule
def shared_text_pair(dossier: Dossier) -> Iterator[Finding]:
    """Figures on shared text are of two articles of the dispatch, and join blocks that they have.

    Every two articles have one set of figures.
    """
    for origin in dossier.origins.values():
        seen: set[frozenset[str]] = set()
        for figures in origin.shared_text:
            for index, name in enumerate(figures.articles):
                if message := _explain_stranger(dossier, origin, name, MEASURE):
                    yield figures.place("articles", index), message
            pair = frozenset(figures.articles)
            if len(pair) == 1:
                yield figures.place("articles"), f"this names one article twice; {MEASURE}"
            elif pair in seen:
                yield figures.place("articles"), f"these two have figures above; {MEASURE}"
            seen.add(pair)
            yield from _find_missing_blocks(dossier, figures)
        for little in origin.shares_little:
            if message := _explain_stranger(dossier, origin, little.article, "remove this"):
                yield little.place("article"), message


def _explain_stranger(dossier: Dossier, origin: Origin, name: str, instead: str) -> str | None:
    """Explain why an article has no place in a dispatch's record; None where it has one."""
    if name in copies_of(dossier)[origin.id] or _is_undecided(dossier, name):
        return None
    if name not in dossier.articles:
        hint = did_you_mean(name, dossier.articles) or f"; add its files, or {instead}"
        return f'unknown article "{name}"{hint}'
    return f'"{name}" does not go back to this dispatch; name the dispatch in it, or {instead}'


def _is_undecided(dossier: Dossier, name: str) -> bool:
    """Whether an article's record is unfinished, or names a dispatch that is not there."""
    article = dossier.articles.get(name)
    named = list_origins(article) if article else set()
    return name in dossier.unread or not named <= dossier.origins.keys()


def _find_missing_blocks(dossier: Dossier, figures: SharedFigures) -> Iterator[Finding]:
    for index, pair in enumerate(figures.joined):
        for side, (name, label) in enumerate(zip(figures.articles, pair, strict=True)):
            article = dossier.articles.get(name)
            if article and label not in article.labels:
                message = f'"{name}" has no block "{label}"; {MEASURE}'
                yield figures.place("joined", index, side), message


@proof
def shared_text(dossier: Dossier) -> Iterator[Finding]:
    """The figures on shared text are those that the originals give."""
    for name, origin in dossier.origins.items():
        held = {frozenset(figures.articles): figures for figures in origin.shared_text}
        for one, other in combinations(copies_of(dossier)[name], 2):
            figures = held.get(frozenset((one, other)))
            measured = get_shared_text(dossier, *(figures.articles if figures else (one, other)))
            if measured and figures:
                yield from _compare_figures(figures, measured)
            elif measured:
                yield origin.place(), f"no figures say what {one} and {other} share; {MEASURE}"


def _compare_figures(figures: SharedFigures, measured: SharedText) -> Iterator[Finding]:
    """Compare the figures that a record holds with those that are measured."""
    recorded = read_figures(figures)
    if recorded.percent != measured.percent:
        first, second = measured.percent
        message = f"the originals give [{first}, {second}]; write that, or {MEASURE}"
        yield figures.place("percent"), message
    if set(recorded.joined) != set(measured.joined):
        yield figures.place("joined"), f"the originals join other blocks; {MEASURE}"


def _show(shared: SharedText) -> str:
    """Show the shares of two articles."""
    first, second = shared.percent
    return f"{first} % and {second} % of their text"


@proof
def common_origin(dossier: Dossier) -> Iterator[Finding]:
    """Two articles that share more text than the threshold go back to one dispatch."""
    threshold = dossier.settings.shared_text_threshold
    for (one, other), shared in shared_texts_of(dossier).items():
        article, partner = dossier.articles[one], dossier.articles[other]
        if _is_undecided(dossier, one) or _is_undecided(dossier, other):
            continue
        if shared.most > threshold and not list_origins(article) & list_origins(partner):
            message = (
                f"{one} and {other} share {_show(shared)}; name the dispatch that both go back "
                "to, in the articles or in the statements"
            )
            yield article.place("origin"), message


@rule
def little_shared(dossier: Dossier) -> Iterator[Finding]:
    """Articles of one dispatch share more text than the threshold, or `shares_little` says why not.

    The measure is the figures that the dispatch’s record holds.
    """
    threshold = dossier.settings.shared_text_threshold
    for origin in dossier.origins.values():
        excused = {little.article for little in origin.shares_little}
        below: set[str] = set()
        for figures in origin.shared_text:
            if read_figures(figures).most > threshold:
                continue
            below.update(figures.articles)
            if not excused & set(figures.articles):
                message = (
                    f"{' and '.join(figures.articles)} share at most {threshold:g} % of their "
                    "text; say why under `shares_little`, or name another origin"
                )
                yield figures.place("percent"), message
        measured = {name for figures in origin.shared_text for name in figures.articles}
        for little in origin.shares_little:
            if little.article in measured - below:
                message = f'"{little.article}" shares more than {threshold:g} %; remove this'
                yield little.place("article"), message
