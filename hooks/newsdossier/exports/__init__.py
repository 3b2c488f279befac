"""The data as files to take along, each in the format that its field uses."""

from __future__ import annotations

from newsdossier.analysis.collate import Collation
from newsdossier.exports.annotations import quotations
from newsdossier.exports.bibliography import bibliography
from newsdossier.exports.downloads import Download, Field
from newsdossier.exports.feed import feed
from newsdossier.exports.package import package
from newsdossier.exports.tables import tables
from newsdossier.model import addresses

__all__ = ["Download", "Field", "build_downloads"]


def build_downloads(collation: Collation, site: str = "", folders: bool = True) -> list[Download]:
    """Every file, in the order in which the data page lists them.

    `site` and `folders` are those of `addresses.LinkBase`.
    """
    base = addresses.LinkBase(addresses.DOWNLOADS, site, folders)
    files = [
        *tables(collation, base),
        quotations(collation, base),
        bibliography(collation),
        *feed(collation, base),
    ]
    return [*files, package(collation, files, site)]
