"""The changes of the data as an Atom feed, made from the log of changes."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from markdown_it import MarkdownIt

from newsdossier.analysis import wording
from newsdossier.analysis.collate import Collation
from newsdossier.exports.downloads import Download, Field
from newsdossier.model import addresses
from newsdossier.source.changelog import Change

NAME = "changes.atom"

FIELDS = [
    Field("id", "string", "A name that stays, for the feed and for each entry."),
    Field("title", "string", "The dossier’s title; for an entry, its day."),
    Field("updated", "string", "The day of the change, at midnight UTC."),
    Field("content", "string", "What changed, as HTML."),
]


def feed(collation: Collation, base: addresses.LinkBase) -> list[Download]:
    """The feed; none where the log has no changes of the data."""
    changes = sorted(collation.dossier.changes, key=lambda one: one.day, reverse=True)
    if not changes:
        return []
    settings = collation.dossier.settings
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": settings.language})
    _text(root, "title", f"{settings.title}: changes of the data")
    _text(root, "id", _name(settings.title))
    _text(root, "updated", _time(changes[0]))
    _text(SubElement(root, "author"), "name", settings.title)
    if base.site:
        SubElement(
            root, "link", {"rel": "self", "href": base.resolve(addresses.download_file(NAME))}
        )
        SubElement(root, "link", {"href": base.resolve(addresses.HOME)})
    for change in changes:
        _entry(root, settings.title, change, base)
    ElementTree.indent(root)
    return [
        Download(
            name=NAME,
            title="Changes of the data",
            description="A feed to subscribe to: an entry for each day on which the data changed.",
            format="Atom",
            mediatype="application/atom+xml",
            content=ElementTree.tostring(root, "utf-8", xml_declaration=True) + b"\n",
            fields=FIELDS,
        )
    ]


def _entry(root: Element, title: str, change: Change, base: addresses.LinkBase) -> None:
    entry = SubElement(root, "entry")
    _text(entry, "title", wording.day(change.day.isoformat()))
    _text(entry, "id", _name(f"{title} {change.day}"))
    _text(entry, "updated", _time(change))
    if base.site:
        SubElement(entry, "link", {"href": base.resolve(addresses.DATA)})
    # no picture: a reader's program would fetch it from wherever it lies
    html = MarkdownIt("commonmark", {"html": False}).disable("image").render(change.text)
    _text(entry, "content", html).set("type", "html")


def _text(parent: Element, tag: str, text: str) -> Element:
    element = SubElement(parent, tag)
    element.text = text
    return element


def _time(change: Change) -> str:
    return f"{change.day}T00:00:00Z"


def _name(of: str) -> str:
    """A name that is the same wherever the site is."""
    return uuid5(NAMESPACE_URL, of).urn
