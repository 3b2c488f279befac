"""The originals of a dispatch's copies word by word, for an editor who has the originals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from newsdossier.analysis.collation import Collation
from newsdossier.analysis.copied import CopyKind
from newsdossier.analysis.copying import Copying, copyings_of
from newsdossier.dossier.originals import Body
from newsdossier.model import Article, BlockKind, Label, addresses
from newsdossier.site.pages.registry import PageKind, PageSource
from newsdossier.site.parts.links import link_blocks
from newsdossier.site.parts.meter import number_witness
from newsdossier.site.parts.page import Page
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.versions import (
    PassageView,
    QuotedWords,
    VersionCell,
    VersionLine,
    VersionStatement,
    VersionsView,
    build_heads,
    name_kind,
)
from newsdossier.text.alignment import find_most_alike
from newsdossier.text.differences import mark_differences
from newsdossier.text.function_words import find_function_words

#: The kinds of block that are put beside those of the base copy: what is in a box, or as short as a
#: sub-head, is like too many or none.
COMPARED = (BlockKind.HEADLINE, BlockKind.PARAGRAPH)


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
            yield _build_page(source.collation, copying, bodies)


def _build_page(collation: Collation, copying: Copying, bodies: dict[str, Body]) -> CopiesRoomPage:
    origin = copying.origin.id
    return CopiesRoomPage(
        path=addresses.reading_room_of_copies(origin),
        title=f"Reading room: {copying.witness.label}",
        description="Its copies’ originals, word by word. This page exists in the preview only.",
        colour=number_witness(collation, copying.witness.id),
        comparison=Text("statement by statement", addresses.copying_page(origin)),
        versions=VersionsView(build_heads(copying.articles), list(_align(copying, bodies))),
    )


def _align(copying: Copying, bodies: dict[str, Body]) -> Iterator[PassageView]:
    """The base copy's blocks in order, each with those of the other copies that are most like it.

    A block that is like none stands alone, behind what precedes it.
    """
    base = copying.base
    texts = bodies[base.id].blocks
    labels = list(texts)
    alike: dict[tuple[str, int], list[str]] = defaultdict(list)
    alone: dict[int, list[tuple[Article, str]]] = defaultdict(list)
    for article in copying.copies:
        ignored = _ignore(article)
        place = -1
        for label, text in bodies[article.id].blocks.items():
            is_compared = Label(label).kind in COMPARED
            found = find_most_alike(text, list(texts.values()), ignored) if is_compared else None
            if found is None:
                alone[place].append((article, label))
            else:
                place = found
                alike[article.id, place].append(label)
    yield from (_stand_alone(copying, bodies, *one) for one in alone[-1])
    for place, label in enumerate(labels):
        cells = [
            _build_cell(article, bodies, texts[label], alike[article.id, place], CopyKind.REWORDED)
            for article in copying.copies
        ]
        first = _build_cell(base, bodies, texts[label], [label], None)
        yield _build_passage(base, label, [first, *cells])
        yield from (_stand_alone(copying, bodies, *one) for one in alone[place])


def _stand_alone(
    copying: Copying, bodies: dict[str, Body], owner: Article, label: str
) -> PassageView:
    text = bodies[owner.id].blocks[label]
    cells = [
        _build_cell(owner, bodies, text, [label], CopyKind.ADDED)
        if article is owner
        else VersionCell(article.label, "empty")
        for article in copying.articles
    ]
    return _build_passage(owner, label, cells)


def _build_passage(article: Article, label: str, cells: list[VersionCell]) -> PassageView:
    return PassageView(
        id=f"passage-{addresses.copied_anchor(article.id, label)}",
        title=f"{article.label}, {Label(label).long_form}",
        questions=[],
        lines=[VersionLine("", cells, [])],
    )


def _build_cell(
    article: Article,
    bodies: dict[str, Body],
    base: str,
    labels: list[str],
    kind: CopyKind | None,
) -> VersionCell:
    """A copy's blocks, marked where they differ from a text of the base copy."""
    if not labels:
        return VersionCell(article.label, name_kind(CopyKind.OMITTED))
    texts = [bodies[article.id].blocks[label] for label in labels]
    marked = mark_differences([base], texts, _ignore(article))
    statements = [
        VersionStatement(
            id=addresses.copied_anchor(article.id, label),
            blocks=link_blocks(article, [label]),
            quotations=[QuotedWords("", words, "")],
        )
        for label, words in zip(labels, marked, strict=True)
    ]
    return VersionCell(article.label, name_kind(kind) if kind else "base", statements)


def _ignore(article: Article) -> frozenset[str]:
    return find_function_words(article.language.partition("-")[0])


KIND = PageKind(
    view=CopiesRoomPage,
    build=build_pages,
    template="copies_room",
    hide=("navigation", "toc"),
    is_searched=False,
    is_preview_only=True,
)
