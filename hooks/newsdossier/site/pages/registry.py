"""The registry of the pages: every module of this package that has a `KIND` adds a kind of page.

A new kind also needs its template in site/templates, its address in model/addresses.py and, if the
navigation is to show it, an entry in mkdocs/settings.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from newsdossier.analysis.collation import Collation
from newsdossier.exports import Download
from newsdossier.site import pages
from newsdossier.site.parts.page import Page


@dataclass(frozen=True)
class PageSource:
    """What pages are built from."""

    collation: Collation
    files: Sequence[Download] = ()
    """The files that the data page offers for download."""
    is_preview: bool = False
    """Whether the pages are shown to an editor only, who may see the originals."""


@dataclass(frozen=True)
class PageKind:
    """A kind of page: its view, its template, and the function that builds its pages."""

    view: type[Page]
    build: Callable[[PageSource], Iterable[Page]]
    template: str
    """The name of the template, without its ending."""
    hide: tuple[str, ...] = ("navigation",)
    """The parts of the theme that its pages hide."""
    is_searched: bool = True
    """Whether search finds its pages, where they show no record."""
    position: int = 1000
    """The order of its pages among all others in the site map."""
    is_preview_only: bool = False

    @property
    def front_matter(self) -> dict[str, Any]:
        """What the front matter of its pages says, whatever their record."""
        return {"hide": list(self.hide)}


@cache
def list_page_kinds() -> tuple[PageKind, ...]:
    """Every kind of page, in the order of their positions."""
    modules = [
        import_module(f"{pages.__name__}.{one.name}") for one in iter_modules(pages.__path__)
    ]
    kinds = [module.KIND for module in modules if hasattr(module, "KIND")]
    return tuple(sorted(kinds, key=lambda kind: kind.position))


def get_kind(page: Page) -> PageKind:
    """The kind of a page; raises KeyError where no module registers its view."""
    return _index_kinds()[type(page)]


@cache
def _index_kinds() -> dict[type[Page], PageKind]:
    return {kind.view: kind for kind in list_page_kinds()}


def build_pages(source: PageSource) -> Iterator[Page]:
    """Build the view of every page; pages for a preview only if this is one."""
    for kind in list_page_kinds():
        if source.is_preview or not kind.is_preview_only:
            yield from kind.build(source)
