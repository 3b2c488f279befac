"""The changes of the data as an Atom feed."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from markdown_it import MarkdownIt

from newsdossier.analysis import wording
from newsdossier.exports.download import Download, Field
from newsdossier.exports.registry import Export, ExportSource
from newsdossier.model import addresses
from newsdossier.source.changelog import Change

NAME = "changes.atom"

FIELDS = [
    Field("id", "string", "A name that stays, for the feed and for each entry."),
    Field("title", "string", "The dossier’s title; for an entry, its day."),
    Field("updated", "string", "The day of the change, at midnight UTC."),
    Field("content", "string", "What changed, as HTML."),
]


def _build(source: ExportSource) -> list[Download]:
    """Build the feed; there is none where the log has no changes of the data."""
    collation, base = source.collation, source.base
    changes = sorted(collation.dossier.changes, key=lambda one: one.day, reverse=True)
    if not changes:
        return []
    settings = collation.dossier.settings
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": settings.language})
    _add_text(root, "title", f"{settings.title}: changes of the data")
    _add_text(root, "id", _make_id(settings.title))
    _add_text(root, "updated", _format_time(changes[0]))
    _add_text(SubElement(root, "author"), "name", settings.title)
    if base.site:
        SubElement(
            root, "link", {"rel": "self", "href": base.resolve(addresses.download_file(NAME))}
        )
        SubElement(root, "link", {"href": base.resolve(addresses.HOME)})
    for change in changes:
        _add_entry(root, settings.title, change, base)
    ElementTree.indent(root)
    return [
        Download(
            name=NAME,
            title="Changes of the data",
            description="A feed to subscribe to: an entry for each day on which the data changed.",
            format="Atom",
            media_type="application/atom+xml",
            content=ElementTree.tostring(root, "utf-8", xml_declaration=True) + b"\n",
            fields=FIELDS,
        )
    ]


def _add_entry(root: Element, title: str, change: Change, base: addresses.LinkBase) -> None:
    entry = SubElement(root, "entry")
    _add_text(entry, "title", wording.day(change.day.isoformat()))
    _add_text(entry, "id", _make_id(f"{title} {change.day}"))
    _add_text(entry, "updated", _format_time(change))
    if base.site:
        SubElement(entry, "link", {"href": base.resolve(addresses.DATA)})
    # no picture: a reader's program would fetch it from wherever it lies
    html = MarkdownIt("commonmark", {"html": False}).disable("image").render(change.text)
    _add_text(entry, "content", html).set("type", "html")


def _add_text(parent: Element, tag: str, text: str) -> Element:
    element = SubElement(parent, tag)
    element.text = text
    return element


def _format_time(change: Change) -> str:
    return f"{change.day}T00:00:00Z"


def _make_id(of: str) -> str:
    """Make an id that stays the same wherever the site is."""
    return uuid5(NAMESPACE_URL, of).urn


EXPORT = Export(_build, position=80)
