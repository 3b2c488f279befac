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


@dataclass(frozen=True)
class EntitiesPage(Page):
    """The index of all entities, or of those of one kind."""

    sections: list[KindSection]
    kinds: list[Text]

    @property
    def has_headings(self) -> bool:
        """Whether each kind has a heading; a page of one kind needs none."""
        return len(self.sections) > 1


def build_pages(source: PageSource) -> Iterator[EntitiesPage]:
    """The index of all entities, and one of each kind that there is."""
    collation = source.collation
    yield _build_page(collation)
    for kind in list_kinds(collation):
        yield _build_page(collation, kind)


def _build_page(collation: Collation, kind: Kind | None = None) -> EntitiesPage:
    """The index of all entities, or of those of one kind."""
    kinds = list_kinds(collation)
    shown = [kind] if kind else kinds
    title = wording.KINDS[kind] if kind else "People, places and things"
    return EntitiesPage(
        path=addresses.kind_index(kind) if kind else addresses.ENTITIES,
        title=title,
        description=f"{title} that the articles name, each with its spellings and statements.",
        sections=[build_kind_section(collation, one) for one in shown],
        kinds=[Text(wording.KINDS[one], addresses.kind_index(one)) for one in kinds],
    )


KIND = PageKind(
    view=EntitiesPage,
    build=build_pages,
    template="entities",
    position=40,
)
