"""What each page shows, as typed values: one view a template."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsdossier.analysis.collate import Collation
from newsdossier.exports import Download
from newsdossier.model import addresses
from newsdossier.model.records import Kind
from newsdossier.site.pages.articles import article_page, articles_page
from newsdossier.site.pages.comparison import comparison_page, question_page
from newsdossier.site.pages.coverage import coverage_page
from newsdossier.site.pages.data import data_page
from newsdossier.site.pages.entities import entities_page, entity_page
from newsdossier.site.pages.foot import footed
from newsdossier.site.pages.overview import home_page, sources_page, timeline_page
from newsdossier.site.pages.pairs import pair_pages
from newsdossier.site.pages.parts import Page, Text
from newsdossier.site.pages.printable import printable_page
from newsdossier.site.pages.reading_room import reading_room_page
from newsdossier.site.pages.rules import rules_page

__all__ = ["Page", "pages", "reading_rooms"]


def pages(
    collation: Collation,
    files: Sequence[Download] = (),
    site: str = "",
    folders: bool = True,
) -> Iterator[Page]:
    """The view of every page that is made from the data, each with its foot.

    `files` are those to take along, `site` and `folders` those of `addresses.LinkBase`.
    """
    for page in _pages(collation, files):
        yield footed(collation, page, files, site, folders)


def _pages(collation: Collation, files: Sequence[Download]) -> Iterator[Page]:
    dossier = collation.dossier
    yield home_page(collation)
    yield articles_page(collation)
    for article in collation.articles:
        yield article_page(collation, article)
    yield entities_page(collation)
    for kind in Kind:
        if any(entity.kind is kind for entity in dossier.entities.values()):
            yield entities_page(collation, kind)
    for entity in dossier.entities.values():
        yield entity_page(collation, entity)
    yield comparison_page(collation)
    for question in dossier.questions.values():
        yield question_page(collation, question)
    yield from pair_pages(collation)
    yield coverage_page(collation)
    yield sources_page(collation)
    yield timeline_page(collation)
    yield data_page(collation, files)
    yield rules_page()
    yield printable_page(collation)


def reading_rooms(collation: Collation) -> Iterator[Page]:
    """The reading rooms, and the articles' pages that lead there; for a preview alone.

    An article whose original is not at hand has none.
    """
    at_hand = collation.dossier.bodies or {}
    for article in (one for one in collation.articles if one.id in at_hand):
        yield reading_room_page(collation, article)
        reading_room = Text(
            "Reading room: original and retelling side by side", addresses.reading_room(article.id)
        )
        yield footed(
            collation, replace(article_page(collation, article), reading_room=reading_room)
        )
