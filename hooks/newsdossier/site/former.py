"""Keep addresses alive: where what once had another id is found now.

A page that has moved is left as one that leads on. An anchor that its place had before stands there
beside the one of today.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import combinations, permutations, product

from newsdossier.dossier.derived import derived
from newsdossier.dossier.dossier import Dossier
from newsdossier.model import Article, Origin, Question, addresses


@dataclass(frozen=True)
class MovedPage:
    """A page that leads on to the page of today."""

    path: str
    target: str
    title: str
    """The title of the page of today."""


#: By page and by the anchor that a place has now, those that it had before.
FormerAnchors = dict[str, dict[str, list[str]]]


def list_moved_pages(dossier: Dossier, pages: Collection[str]) -> dict[str, str]:
    """The pages that were called otherwise, each with the page of today; both by their paths."""
    moves = {
        **dict(_move_pages_of_records(dossier)),
        **dict(_move_pairs(dossier, pages)),
    }
    return {old: new for old, new in moves.items() if new in pages and old not in pages}


def _move_pages_of_records(dossier: Dossier) -> Iterator[tuple[str, str]]:
    for article in dossier.articles.values():
        for old in article.formerly:
            yield addresses.article_page(old), addresses.article_page(article.id)
    for question in dossier.questions.values():
        for old in question.formerly:
            yield addresses.question_page(old), addresses.question_page(question.id)
    for origin in dossier.origins.values():
        for old in origin.formerly:
            yield addresses.copying_page(old), addresses.copying_page(origin.id)
    for entity in dossier.entities.values():
        for old in entity.former_places:
            yield f"entities/{old}.md", addresses.entity_page(entity)


def _move_pairs(dossier: Dossier, pages: Collection[str]) -> Iterator[tuple[str, str]]:
    """The pages of two articles of which one at least was called otherwise."""
    for one, other in combinations(dossier.articles.values(), 2):
        ways = [addresses.pair_page(*pair) for pair in permutations((one.id, other.id))]
        _, *former = product(_list_names(one), _list_names(other))
        for target in (way for way in ways if way in pages):
            for pair in former:
                for way in permutations(pair):
                    yield addresses.pair_page(*way), target


def _list_names(record: Article | Question | Origin) -> list[str]:
    return [record.id, *record.formerly]


@derived
def former_anchors_of(dossier: Dossier) -> FormerAnchors:
    """The anchors that places had before, by page and by the anchors that they have now."""
    found: FormerAnchors = defaultdict(lambda: defaultdict(list))
    for now, old in _move_anchors(dossier):
        page, _, anchor = now.partition("#")
        found[page][anchor].append(old)
    return {page: dict(anchors) for page, anchors in found.items()}


def _move_anchors(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """The targets of today, each with an anchor that it had before."""
    for one in dossier.statements:
        for old in one.statement.formerly:
            yield addresses.statement_note(one.article.id, one.statement.id), f"fn:{old}"
    for question in dossier.questions.values():
        for old in question.formerly:
            yield addresses.comparison_row(question.id), addresses.row_anchor(old)
        for article in dossier.articles.values():
            _, *former = product(_list_names(question), _list_names(article))
            for names in former:
                now = addresses.question_answer(question.id, article.id)
                yield now, addresses.cell_anchor(*names)
    for origin in dossier.origins.values():
        for old in origin.formerly:
            section = addresses.origin_section(origin.id)
            yield section, addresses.origin_section(old).partition("#")[2]
