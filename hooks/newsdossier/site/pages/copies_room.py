"""The originals of a dispatch's copies word by word, for an editor who has the originals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdossier.analysis.bodies import AlignedBlock, align_bodies
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.dispatch_changes import Copying, copyings_of
from newsdossier.analysis.statement_changes import CopyKind
from newsdossier.model import Article, Label, addresses
from newsdossier.site.pages.registry import PageKind, PageSource
from newsdossier.site.parts.fragments import Fragment
from newsdossier.site.parts.links import link_blocks
from newsdossier.site.parts.meter import number_witness
from newsdossier.site.parts.page import Page
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.versions import (
    PassageView,
    VersionCell,
    VersionLine,
    VersionStatement,
    VersionsView,
    build_heads,
    name_kind,
)
from newsdossier.text.differences import mark_differences
from newsdossier.text.function_words import find_function_words


@dataclass(frozen=True)
class CopiesRoomPage(Page):
    """The originals of the copies of one dispatch; never published."""

    colour: int
    """The number of its witness's colour."""
    comparison: Text
    """The page that compares the same copies by their statements."""
    versions: VersionsView


def build_pages(source: PageSource) -> Iterator[CopiesRoomPage]:
    """A room for each dispatch all of whose copies' originals are at hand."""
    bodies = source.collation.dossier.bodies or {}
    for copying in copyings_of(source.collation.dossier).values():
        if all(article.id in bodies for article in copying.articles):
            yield _build_page(source.collation, copying)


def _build_page(collation: Collation, copying: Copying) -> CopiesRoomPage:
    origin = copying.origin.id
    passages = [
        _build_passage(collation, copying, block)
        for block in align_bodies(collation.dossier, copying)
    ]
    return CopiesRoomPage(
        path=addresses.reading_room_of_copies(origin),
        title=f"Reading room: {copying.witness.label}",
        description="Its copies’ originals, word by word. This page exists in the preview only.",
        colour=number_witness(collation, copying.witness.id),
        comparison=Text("statement by statement", addresses.copying_page(origin)),
        versions=VersionsView(build_heads(copying.articles), passages),
    )


def _build_passage(collation: Collation, copying: Copying, block: AlignedBlock) -> PassageView:
    """A block of the base copy beside the others', or one that a copy has alone."""
    owner = block.owner
    cells = [
        _build_cell(collation, article, [block.label], block, alone=not block.others)
        if article is owner
        else _build_cell(collation, article, block.others[article.id], block)
        if article.id in block.others
        else VersionCell(article.label, "empty")
        for article in copying.articles
    ]
    return PassageView(
        id=f"passage-{addresses.copied_anchor(owner.id, block.label)}",
        title=f"{owner.label}, {Label(block.label).long_form}",
        questions=[],
        lines=[VersionLine("", cells, [])],
    )


def _build_cell(
    collation: Collation,
    article: Article,
    labels: list[str],
    beside: AlignedBlock,
    alone: bool = False,
) -> VersionCell:
    """An article's blocks, marked where their words differ from the block they stand beside."""
    if not labels:
        return VersionCell(article.label, name_kind(CopyKind.OMITTED))
    bodies = collation.dossier.bodies or {}
    texts = [bodies[article.id].blocks[label] for label in labels]
    base = bodies[beside.owner.id].blocks[beside.label]
    marked = mark_differences([base], texts, find_function_words(article.language))
    statements = [
        VersionStatement(
            id=addresses.copied_anchor(article.id, label),
            blocks=link_blocks(article, [label]),
            quotations=[Fragment("", words, "")],
        )
        for label, words in zip(labels, marked, strict=True)
    ]
    kind = name_kind(CopyKind.ADDED) if alone else "base"
    return VersionCell(article.label, kind, statements)


KIND = PageKind(
    view=CopiesRoomPage,
    build=build_pages,
    template="copies_room",
    hide=("navigation", "toc"),
    is_searched=False,
    is_preview_only=True,
)
