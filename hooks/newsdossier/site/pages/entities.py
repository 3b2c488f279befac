"""The indexes of the entities: one of all, and one of each kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.model import Kind, addresses
from newsdossier.site.pages.registry import PageKind, PageSource
from newsdossier.site.parts.entity_cards import KindSection, build_kind_section, list_kinds
from newsdossier.site.parts.page import Page
from newsdossier.site.parts.text import Text

#: How many entities of a kind the index of all has; the index of the kind has every one.
MOST_OF_A_KIND = 12


@dataclass(frozen=True)
class EntitiesPage(Page):
    """The index of all entities, or of those of one kind."""

    sections: list[KindSection]
    kinds: list[Text]
    """The indexes of each kind; in that of all, the place of each in it."""
    all_kinds: Text | None
    """Where the index of all is, from one of a kind."""

    @property
    def has_headings(self) -> bool:
        """Whether each kind has a heading; a page of one kind needs none."""
        return self.all_kinds is None


def build_pages(source: PageSource) -> Iterator[EntitiesPage]:
    """The index of all entities, and one of each kind that there is."""
    collation = source.collation
    yield _build_page(collation)
    for kind in list_kinds(collation):
        yield _build_page(collation, kind)


TITLE = "People and places"


def _build_page(collation: Collation, kind: Kind | None = None) -> EntitiesPage:
    """The index of all entities, or of those of one kind."""
    kinds = list_kinds(collation)
    title = wording.KINDS[kind] if kind else TITLE
    found = [build_kind_section(collation, one) for one in ([kind] if kind else kinds)]
    return EntitiesPage(
        path=addresses.kind_index(kind) if kind else addresses.ENTITIES,
        title=title,
        description=f"{title} that the articles name, each with its names and statements.",
        sections=found if kind else [section.cut(MOST_OF_A_KIND) for section in found],
        kinds=[Text(wording.KINDS[one], addresses.kind_index(one)) for one in kinds],
        all_kinds=Text(TITLE, addresses.ENTITIES) if kind else None,
    )


KIND = PageKind(
    view=EntitiesPage,
    build=build_pages,
    template="entities",
    hide=("navigation", "toc"),
    position=40,
)
