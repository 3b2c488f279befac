"""The data as files to download, each in the format that its field uses."""

from newsdossier.exports.download import Download, Field
from newsdossier.exports.registry import build_downloads

__all__ = ["Download", "Field", "build_downloads"]
