"""The links, ids and notes of built pages."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

ADDRESSES = {"href", "src", "xlink:href", "poster", "action"}
FETCHED_RELATIONS = {"stylesheet", "icon", "manifest", "preload", "modulepreload"}
FETCHED_RELATIONS |= {"prefetch", "preconnect", "dns-prefetch"}
NOT_TEXT = {"script", "style", "code", "pre"}


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


class HtmlPage(HTMLParser):
    """The ids, the links and the unread footnote marks of a built page."""

    def __init__(self, path: str, url: str, text: str) -> None:
        super().__init__()
        self.path = path
        self.url = url
        self.ids: Counter[str] = Counter()
        self.links: list[Link] = []
        self.marks: list[str] = []
        self._inside: list[str] = []
        self.feed(text)

    @property
    def _place(self) -> str:
        return f"{self.path}:{self.getpos()[0]}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the id and the addresses of an element."""
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids[values["id"]] += 1
        kind = frozenset([tag, *values.get("class", "").split(), *values.get("rel", "").split()])
        for name in ADDRESSES & values.keys():
            self.links.append(Link(self._place, urljoin(self.url, values[name]), kind))
        if tag in NOT_TEXT:
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Leave an element that holds no prose."""
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        """Note a footnote mark that nothing has turned into a reference."""
        if "[^" in data and not self._inside:
            self.marks.append(f"{self._place}: {data.strip()}")

    def to_notes(self, kind: str) -> Counter[str]:
        """Count the links of a kind that stand between text and notes, by where they lead."""
        return Counter(urldefrag(link.to).fragment for link in self.links if kind in link.kind)


def dead_links(site: Path, address: str, pages: Mapping[str, HtmlPage]) -> Iterator[str]:
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
