"""The links, ids and notes of built pages, and what is wrong with them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from gzip import compress
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lxml import html

ADDRESSES = {"href", "src", "xlink:href", "poster", "action"}
FETCHED_RELATIONS = {"stylesheet", "icon", "manifest", "preload", "modulepreload"}
FETCHED_RELATIONS |= {"prefetch", "preconnect", "dns-prefetch"}

#: Where `[^` is no footnote mark.
NOT_TEXT = {"script", "style", "code", "pre"}

#: Attributes that a reader reads or hears.
READ_OUT = ("alt", "aria-label", "placeholder", "title")

#: Pages that hold the whole of something, and say so: they may weigh more.
WHOLE = {"printable/index.html"}


@dataclass(frozen=True)
class Link:
    """An address on a page, made absolute."""

    place: str
    to: str
    kind: frozenset[str]
    """The tag, its classes and its relations."""

    @property
    def fetched(self) -> bool:
        """Whether a browser fetches it without being asked."""
        if "link" in self.kind:
            return bool(self.kind & FETCHED_RELATIONS)
        return not self.kind & {"a", "base", "form"}


class BuiltPage:
    """A built page with its path in the site's folder and its address."""

    def __init__(self, path: str, url: str, text: str) -> None:
        self.path = path
        self.url = url
        self.tree = html.document_fromstring(text)

    @cached_property
    def ids(self) -> Counter[str]:
        """How often each id stands on the page."""
        return Counter(name for element in self.tree.iter("*") if (name := element.get("id")))

    @cached_property
    def links(self) -> list[Link]:
        """Every address on the page."""
        found = []
        for element in self.tree.iter("*"):
            names = ADDRESSES & set(element.keys())
            words = f"{element.get('class', '')} {element.get('rel', '')}".split()
            kind = frozenset([str(element.tag), *words])
            place = f"{self.path}:{element.sourceline}"
            found += [Link(place, urljoin(self.url, element.get(n, "")), kind) for n in names]
        return found

    @cached_property
    def marks(self) -> list[str]:
        """Footnote marks that nothing has turned into references."""
        return [text for text in _prose(self.tree) if "[^" in text]

    @cached_property
    def calls(self) -> dict[str, set[str]]:
        """The notes that the text calls, each with the ids of the calls and of what they are in."""
        found: dict[str, set[str]] = {}
        for link in (link for sup in self.tree.iter("sup") for link in sup.iter("a")):
            note = link.get("href", "")
            if note.startswith("#fn:"):
                around = {str(one.get("id")) for one in link.iterancestors() if one.get("id")}
                found.setdefault(note[1:], set()).update(around)
        return found

    @cached_property
    def returns(self) -> dict[str, set[str]]:
        """The notes, each with the places of the page that its links lead to."""
        return {
            str(note.get("id")): {
                to[1:] for one in note.iter("a") if (to := one.get("href", "")).startswith("#")
            }
            for note in self.tree.iter("li")
            if (note.get("id") or "").startswith("fn:")
        }


def _prose(element: html.HtmlElement) -> Iterator[str]:
    """The texts within an element, without those of scripts, styles and code."""
    if element.tag not in NOT_TEXT:
        yield element.text or ""
        for child in element.iterchildren("*"):
            yield from _prose(child)
            yield child.tail or ""


def read_pages(site: Path, address: str) -> dict[str, BuiltPage]:
    """The pages of a site, by their path in its folder."""
    paths = {file.relative_to(site).as_posix(): file for file in sorted(site.rglob("*.html"))}
    return {
        path: BuiltPage(
            path, address + path.removesuffix("index.html"), file.read_text(encoding="utf-8")
        )
        for path, file in paths.items()
    }


def dead_links(site: Path, address: str, pages: Mapping[str, BuiltPage]) -> Iterator[str]:
    """The links into the site that lead to no file, or to no place on a page."""
    for link in (link for page in pages.values() for link in page.links):
        url, fragment = urldefrag(link.to)
        if urlsplit(url).netloc != urlsplit(address).netloc:
            continue
        path = unquote(url.removeprefix(address)) if url.startswith(address) else "outside the site"
        path += "index.html" if path.endswith("/") or not path else ""
        if not (site / path).is_file():
            yield f"{link.place}: {link.to} is not there"
        elif fragment and path in pages and unquote(fragment) not in pages[path].ids:
            yield f"{link.place}: {link.to} has no such place"


def double_ids(pages: Mapping[str, BuiltPage]) -> list[str]:
    """The ids that stand twice on a page."""
    return [
        f"{page.path}: {name}"
        for page in pages.values()
        for name, count in page.ids.items()
        if count > 1
    ]


def foreign_fetches(address: str, pages: Mapping[str, BuiltPage]) -> list[str]:
    """What a browser fetches by itself from another host."""
    return [
        f"{link.place}: {link.to}"
        for page in pages.values()
        for link in page.links
        if link.fetched and not link.to.startswith((address, "data:"))
    ]


def broken_notes(pages: Mapping[str, BuiltPage]) -> Iterator[str]:
    """References without a note, notes without a reference, and ways back that are missing."""
    for page in pages.values():
        yield from (f"{page.path}: {mark} is no reference" for mark in page.marks)
        yield from (f"{page.path}: {fault}" for fault in loose_notes(page))


def loose_notes(page: BuiltPage) -> Iterator[str]:
    """Notes and references without each other, and notes without a way back."""
    if set(page.calls) != set(page.returns):
        yield "references and notes are not the same"
    for note, places in page.returns.items():
        if not places & page.calls.get(note, set()):
            yield f"{note} does not lead back to where it is called"


def straight_quotes(pages: Mapping[str, BuiltPage]) -> Iterator[str]:
    """Straight apostrophes and quotation marks in what a reader reads or hears, code apart."""
    for page in pages.values():
        heard = (element.get(name, "") for element in page.tree.iter("*") for name in READ_OUT)
        for text in [*_prose(page.tree), *heard]:
            if "'" in text or '"' in text:
                yield f"{page.path}: {' '.join(text.split())[:100]}"


def packed(file: Path) -> int:
    """How many bytes of a file go over the line."""
    return len(compress(file.read_bytes(), 6))


def light_pages(site: Path) -> list[Path]:
    """Every page of a site but those that hold the whole of something."""
    return [
        page
        for page in sorted(site.rglob("*.html"))
        if page.relative_to(site).as_posix() not in WHOLE
    ]


def heavy_pages(site: Path) -> Iterator[str]:
    """Pages of more than 100 kB, or more than 300 kB with all that they and a search load."""
    weights: dict[Path, int] = {}
    for page in light_pages(site):
        text = page.read_text(encoding="utf-8")
        loaded = re.findall(r'<(?:script|link|img)\b[^>]*?\b(?:src|href)="([^"#]+)"', text)
        own = [name for name in loaded if ":" not in name]
        files = {
            (site / name[1:] if name[0] == "/" else page.parent / name).resolve() for name in own
        }
        there = [file for file in files if file.suffix in {".css", ".js", ".png", ".svg"}]
        searching = site.glob("assets/search-*.js")
        for file in {page, *there, *searching} - weights.keys():
            weights[file] = packed(file)
        whole = sum(weights[file] for file in {page, *there, *searching})
        if weights[page] > 100_000 or whole > 300_000:
            yield f"{page.relative_to(site)}: {weights[page]} bytes, {whole} with what it loads"
