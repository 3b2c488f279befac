"""The one place that knows where a page lives, and how one page leads to another."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from newsdossier.model.entity import Entity
from newsdossier.source.labels import BlockKind, Label

HOME = "index.md"
ARTICLES = "articles/index.md"
ENTITIES = "entities/index.md"
COMPARISON = "comparison/index.md"
#: The list of all pairs of articles.
PAIRS = f"{COMPARISON}#pairs"
COVERAGE = "coverage.md"
SOURCES = "sources.md"
TIMELINE = "timeline.md"
#: The list of the dispatches whose copies are compared, where there are several.
COPYING = "copying/index.md"
DATA = "data.md"
PRINTABLE = "printable.md"
RULES = "rules.md"
SEARCH = "search.md"


def article_page(article_id: str) -> str:
    """The page of an article."""
    return f"articles/{article_id}.md"


def article_block(article_id: str, label: str) -> str:
    """A block on its article's page."""
    return f"{article_page(article_id)}#{block_anchor(label)}"


def reading_room(article_id: str) -> str:
    """The reading room of an article, in a preview."""
    return f"reading-room/{article_id}.md"


def block_anchor(label: str) -> str:
    """The name of a block within its page: p4, s1, f2, headline."""
    if label == "excluded":
        return "what-was-left-out"
    return f"p{label}" if Label(label).kind is BlockKind.PARAGRAPH else label


def statement_note(article_id: str, statement_id: str) -> str:
    """The note of a statement on its article's page."""
    return f"{article_page(article_id)}#fn:{statement_id}"


def entity_page(record: Entity) -> str:
    """The page of an entity."""
    return f"entities/{record.kind}/{record.id}.md"


def kind_index(name: str) -> str:
    """The index of a kind of entity."""
    return f"entities/{name}/index.md"


def question_page(question_id: str) -> str:
    """The page of a question."""
    return f"comparison/{question_id}.md"


def comparison_row(question_id: str) -> str:
    """A question's row in the comparison."""
    return f"{COMPARISON}#{row_anchor(question_id)}"


def row_anchor(question_id: str) -> str:
    """The name of a row within a table."""
    return f"row-{question_id}"


def cell_anchor(question_id: str, article_id: str) -> str:
    """The name of an article's answer on a page; an id has no two hyphens in a row."""
    return f"{question_id}--{article_id}"


def pair_page(article_id: str, other_id: str) -> str:
    """Two articles side by side."""
    return f"comparison/pairs/{article_id}--{other_id}.md"


def comparison_group(group_id: str) -> str:
    """A section of the comparison."""
    return f"{COMPARISON}#group-{group_id}"


def question_answer(question_id: str, article_id: str) -> str:
    """What an article gives to a question, on the question's page."""
    return f"{question_page(question_id)}#{cell_anchor(question_id, article_id)}"


def origin_section(origin_id: str) -> str:
    """A dispatch on the page of the sources."""
    return f"{SOURCES}#origin-{origin_id}"


def copying_page(origin_id: str) -> str:
    """What changed in copying a dispatch."""
    return f"copying/{origin_id}.md"


def copied_statement(origin_id: str, article_id: str, statement_id: str) -> str:
    """A statement of a copy, beside those that correspond to it in the other copies."""
    return f"{copying_page(origin_id)}#{copied_anchor(article_id, statement_id)}"


def copied_anchor(article_id: str, statement_id: str) -> str:
    """The name of a statement on the page of its dispatch; an id has no two hyphens in a row."""
    return f"{article_id}--{statement_id}"


def choose_copying_entry(pages: Iterable[str]) -> str | None:
    """Where the navigation leads for what changed in copying: the only page, else their list."""
    found = [page for page in pages if page.startswith("copying/") and page != COPYING]
    return COPYING if len(found) > 1 else next(iter(found), None)


def reading_room_of_copies(origin_id: str) -> str:
    """The originals of a dispatch's copies beside each other, in a preview."""
    return f"reading-room/copying/{origin_id}.md"


def search_index(number: int) -> str:
    """A part of the search index, counted from 1."""
    return f"assets/search-index-{number}.js"


def download_file(name: str) -> str:
    """A file to take along."""
    return f"data/{name}"


#: The page in whose place a file to take along says where things are.
DOWNLOADS = "data/index.md"


def public_address(address: str | None) -> str:
    """A site's address as others may use it, or nothing where it is on this machine alone."""
    try:
        host = urlsplit(address or "").hostname or ""
    except ValueError:  # brackets that hold no address
        return ""
    if host in ("", "localhost", "::1") or host.startswith("127."):
        return ""
    return f"{address}".rstrip("/") + "/"


def site_path(target: str) -> str:
    """Where a page or a file lives, from the site's home page."""
    file, hash_, name = target.partition("#")
    folder = _folder(file)
    is_page = file.endswith(".md") and folder
    return (f"{folder}/" if is_page else folder) + hash_ + name


@dataclass(frozen=True)
class LinkBase:
    """Where a program reads an address: on a page, of a site whose address may be known."""

    page: str
    site: str = ""
    """The site's address on the web, with a slash at its end; empty where it is not known."""
    folders: bool = True
    """As in `html_link`."""

    def resolve(self, target: str) -> str:
        """A target's address on the web; relative to the page where the site's is not known."""
        if self.site:
            return self.site + site_path(target)
        file, hash_, name = target.partition("#")
        if file.endswith(".md"):
            return html_link(file, self.page, self.folders) + hash_ + name
        base = _folder(self.page) if self.folders else posixpath.dirname(self.page)
        return _relative(file, base) + hash_ + name


def markdown_link(target: str, page: str) -> str:
    """A target as a Markdown link on a page has it: a relative path to the Markdown file."""
    path, hash_, name = target.partition("#")
    if path == page and name:
        return f"#{name}"
    return _relative(path, posixpath.dirname(page)) + hash_ + name


def social_card(page: str) -> str:
    """The social card of a page."""
    return f"cards/{page.removesuffix('.md')}.png"


def html_link(target: str, page: str, folders: bool = True) -> str:
    """A target as HTML on a page has it: a relative address.

    A page is a folder, as web servers show them, or without `folders` a file of its own.
    """
    path, hash_, name = target.partition("#")
    if path == page and name:
        return f"#{name}"
    if not folders:
        file = f"{path.removesuffix('.md')}.html" if path.endswith(".md") else path
        return markdown_link(file, page) + hash_ + name
    if not path.endswith(".md"):
        return _relative(path, _folder(page)) + hash_ + name
    relative = _relative(_folder(path), _folder(page))
    return ("./" if relative == "." else f"{relative}/") + hash_ + name


def page_file(page: str, folders: bool = True) -> str:
    """The file that a page becomes; `folders` as in `html_link`."""
    stem = page.removesuffix(".md")
    is_folder = folders and not f"/{stem}".endswith("/index")
    return f"{stem}/index.html" if is_folder else f"{stem}.html"


@lru_cache(maxsize=10_000)  # a page leads to one place many times
def _relative(path: str, folder: str) -> str:
    """A path as it is written in a folder; both start at the home page."""
    return posixpath.relpath(f"/{path}", f"/{folder}")


def _folder(path: str) -> str:
    """The folder that a page becomes."""
    stem = path.removesuffix(".md")
    return stem.removesuffix("index").rstrip("/") if stem.endswith("index") else stem
