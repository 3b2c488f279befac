"""Remove from a page's HTML whatever our pages are not made of.

`on_env` of mkdocs/events.py calls it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from html.parser import HTMLParser

import nh3

#: Attributes of any element; beside them those that begin with `aria-`.
ANYWHERE = {"class", "id", "role", "tabindex"}

#: The elements of our pages that have no other attributes.
HEADINGS = ("h1", "h2", "h3", "h4")
WORDS = ("b", "br", "code", "em", "i", "mark", "s", "strong", "sup")
BLOCKS = ("dd", "div", "dl", "dt", "hr", "ol", "p", "pre", "ul")
PARTS = ("aside", "fieldset", "figcaption", "figure", "legend", "nav", "section", "summary")
TABLES = ("caption", "col", "colgroup", "table", "tbody", "thead")
PICTURES = ("desc", "title")

#: Those that have, and which: text, tables, the comparison's form, pictures.
ELEMENTS: dict[str, set[str]] = {
    **{name: set() for name in (*HEADINGS, *WORDS, *BLOCKS, *PARTS, *TABLES, *PICTURES)},
    "a": {"href", "title"},
    "div": {"data-lines"},
    "span": {"data-of", "data-title"},
    "details": {"open", "data-of", "data-lines"},
    "li": {"data-witness"},
    "tr": {"data-entities", "data-apart", "data-variants"},
    "th": {"scope", "colspan"},
    "td": {"colspan", "data-witness"},
    "form": {"action", "autocomplete"},
    "label": {"for"},
    "input": {"type", "name", "value", "placeholder"},
    "select": {"name"},
    "optgroup": {"label"},
    "option": {"value"},
    "button": {"type", "name", "value"},
    "svg": {"viewBox", "width", "height", "x", "y", "preserveAspectRatio"},
    "line": {"x1", "y1", "x2", "y2"},
    "rect": {"x", "y", "width", "height"},
    "path": {"d"},
    "text": {"x", "y", "dx", "text-anchor", "transform"},
}

#: Where a link may lead beside the site itself.
SCHEMES = {"http", "https", "mailto"}

#: What machines read in a page. As no "<" stands in it, it is one script and nothing more.
_LINKED = re.compile(r'<script type="application/ld\+json">[^<]*</script>')

_CLEANER = nh3.Cleaner(
    tags=set(ELEMENTS),
    clean_content_tags=set(),
    attributes={"*": ANYWHERE, **ELEMENTS},
    generic_attribute_prefixes={"aria-"},
    url_schemes=SCHEMES,
    link_rel=None,
)


def sanitise(html: str) -> tuple[str, list[str]]:
    """Clean the HTML of a page by the allow-list, and return it with the pieces removed.

    The text of the data was escaped long before. Anything taken out means that this failed
    somewhere, so the page must not be published.
    """
    rest = _LINKED.sub("", html)
    clean = _CLEANER.clean(rest)
    return clean + "".join(_LINKED.findall(html)), [*(_list_pieces(rest) - _list_pieces(clean))]


def sanitise_pages(pages: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Clean the HTML of pages, by path, and return it with a report of what was removed."""
    clean, told = {}, []
    for path, html in pages.items():
        clean[path], taken = sanitise(html)
        told += [f"{path}: {piece} has no place in a page" for piece in taken]
    return clean, ["text of the data has become markup:", *told] if told else []


def _list_pieces(html: str) -> Counter[str]:
    """Count the pieces of HTML, white space apart: tags, attributes with values, and words."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Counter(reader.pieces)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pieces += [f"<{tag}>", *(f'<{tag} {name}="{value or ""}">' for name, value in attrs)]

    def handle_data(self, data: str) -> None:
        self.pieces += data.split()

    def handle_comment(self, data: str) -> None:
        self.pieces.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.pieces.append(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        self.pieces.append(f"<?{data}>")

    def unknown_decl(self, data: str) -> None:
        self.pieces.append(f"<![{data}]>")
