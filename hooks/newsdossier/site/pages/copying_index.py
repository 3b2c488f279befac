"""The list of the dispatches whose copies are compared; the navigation skips a list of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdossier.analysis.dispatch_changes import copyings_of
from newsdossier.model import addresses
from newsdossier.site.pages.copying import describe_copying
from newsdossier.site.pages.registry import PageKind, PageSource
from newsdossier.site.parts.page import Page
from newsdossier.site.parts.text import Text


@dataclass(frozen=True)
class CopyingIndexPage(Page):
    """The dispatches in two or more copies, each with how much its copies keep."""

    copyings: list[tuple[Text, str]]


def build_pages(source: PageSource) -> Iterator[CopyingIndexPage]:
    """The list, where it has an entry."""
    copyings = copyings_of(source.collation.dossier)
    if not copyings:
        return
    yield CopyingIndexPage(
        path=addresses.COPYING,
        title="Dispatches that were copied",
        description="The dispatches that reached us in several copies, and how much each keeps.",
        copyings=[
            (
                Text(copying.witness.label, addresses.copying_page(copying.origin.id)),
                describe_copying(copying),
            )
            for copying in copyings.values()
        ],
    )


KIND = PageKind(view=CopyingIndexPage, build=build_pages, template="copying_index", position=74)
