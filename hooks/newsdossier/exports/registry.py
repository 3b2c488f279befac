"""The registry of the exports: every module of `files` that has an `EXPORT` adds downloads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from newsdossier.analysis.collation import Collation
from newsdossier.exports import files
from newsdossier.exports.download import Download
from newsdossier.model.addresses import DOWNLOADS, LinkBase


@dataclass(frozen=True)
class ExportSource:
    """What downloads are built from."""

    collation: Collation
    base: LinkBase
    """Resolves the addresses that the files print."""
    files: Sequence[Download] = ()
    """The downloads that were built before."""


@dataclass(frozen=True)
class Export:
    """One kind of content: the function that builds its files, and where the data page has them."""

    build: Callable[[ExportSource], Iterable[Download]]
    position: int = 1000


@cache
def list_exports() -> tuple[Export, ...]:
    """List all exports in the order of their positions."""
    modules = [
        import_module(f"{files.__name__}.{one.name}") for one in iter_modules(files.__path__)
    ]
    exports = [module.EXPORT for module in modules if hasattr(module, "EXPORT")]
    return tuple(sorted(exports, key=lambda export: export.position))


def build_downloads(collation: Collation, site: str = "", folders: bool = True) -> list[Download]:
    """Build every file, in the order in which the data page lists them.

    `site` and `folders` are those of `LinkBase`.
    """
    base = LinkBase(DOWNLOADS, site, folders)
    built: list[Download] = []
    for export in list_exports():
        built += export.build(ExportSource(collation, base, tuple(built)))
    return built
