"""Build the pages and files of a dossier, or report all its problems at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from jinja2 import Environment

from newsdossier.analysis.collation import Collation, collate
from newsdossier.analysis.dates import parse_date
from newsdossier.checks.collisions import find_collisions
from newsdossier.checks.examination import describe_unproved, load_sound
from newsdossier.checks.leaks import find_leaks
from newsdossier.dossier.dossier import Dossier
from newsdossier.exports import Download, build_downloads
from newsdossier.model import Settings, addresses
from newsdossier.problems.problem import ProblemsFound
from newsdossier.site.cards import draw_card
from newsdossier.site.foot import add_foot
from newsdossier.site.former import MovedPage, list_moved_pages
from newsdossier.site.pages.registry import PageSource, build_pages, get_kind
from newsdossier.site.parts.page import Page
from newsdossier.site.render import build_site_environment, render, render_problems
from newsdossier.site.repository import Repository
from newsdossier.site.search import build_search_files
from newsdossier.site.search.entries import list_guides, list_pages


@dataclass(frozen=True)
class BuiltSite:
    """The finished pages, by path."""

    pages: dict[str, str]
    files: dict[str, bytes] = field(default_factory=dict)
    """The files to take along, by path."""
    moved: dict[str, bytes] = field(default_factory=dict)
    """Pages that lead on to where they have moved, by the paths of their files."""
    index: dict[str, bytes] = field(default_factory=dict)
    """The files that the search loads, by path."""
    epoch: int = 0
    """The time that built files carry, in seconds since 1970: the data's last change."""
    unproved: list[str] = field(default_factory=list)
    """What could not be proved, a line each."""
    settings: Settings | None = None
    """The dossier's title, summary and licence; none where it has problems."""


def publish(
    root: Path,
    *,
    site: str = "",
    folders: bool = True,
    cards: bool = False,
    docs: Path | None = None,
    repository: Repository | None = None,
) -> BuiltSite:
    """Every page and file made from a dossier.

    `site` is the address that citations and data give, empty where there is none yet. `folders`
    tells whether a page becomes a folder, as web servers show them, or a file of its own. With
    `cards` each page has its social card. `docs` holds the pages written by hand; left out, it is
    the folder of that name beside the dossier's. With a repository each thing has a link to its
    line there and one to report a mistake. Raises ProblemsFound where the data has problems, where
    a page would publish more of an original than a quotation, and where one written by hand stands
    in its place.
    """
    dossier = load_sound(root)
    collation = collate(dossier)
    files = build_downloads(collation, site, folders)
    source = PageSource(collation, files)
    views = [add_foot(source, page, site, folders, repository) for page in build_pages(source)]
    env = build_site_environment(folders, site, repository)
    docs = docs or root.parent / "docs"
    index = _build_index(collation, views, docs, folders)
    built = _render_site(dossier, views, files, index, docs, env)
    drawn = {
        addresses.social_card(view.path): draw_card(view, dossier.settings.title)
        for view in views
        if cards
    }
    return replace(built, files=built.files | drawn)


def _build_index(
    collation: Collation, views: list[Page], docs: Path, folders: bool = True
) -> dict[str, bytes]:
    """The files of the search index; pages written by hand are found too."""
    found = [view for view in views if get_kind(view).is_searched]
    return build_search_files(collation, [*list_pages(found), *list_guides(docs)], folders)


def _render_site(
    dossier: Dossier,
    views: list[Page],
    files: Sequence[Download],
    index: dict[str, bytes],
    docs: Path,
    env: Environment,
) -> BuiltSite:
    built = {page.path: render(page, env) for page in views}
    taken = {addresses.download_file(file.name): file.content for file in files}
    moved = _render_moved_pages(dossier, views, env)
    told = built | {path: text.decode() for path, text in (taken | moved | index).items()}
    of_data = {path: text for path, text in told.items() if path != addresses.RULES}
    paths = [*told, *map(addresses.social_card, built)]
    if found := [*find_leaks(dossier, of_data), *find_collisions(docs, paths)]:
        raise ProblemsFound(found)
    day = datetime.fromordinal(int(parse_date(dossier.settings.updated).low)).replace(tzinfo=UTC)
    unproved = list(describe_unproved(dossier))
    return BuiltSite(built, taken, moved, index, int(day.timestamp()), unproved, dossier.settings)


def _render_moved_pages(dossier: Dossier, views: list[Page], env: Environment) -> dict[str, bytes]:
    """The pages that lead on, by the files that they are."""
    titles = {page.path: page.title for page in views}
    template = env.get_template("moved.html.j2")
    return {
        addresses.page_file(old, bool(env.globals["folders"])): template.render(
            page=MovedPage(old, new, titles[new])
        ).encode()
        for old, new in list_moved_pages(dossier, titles).items()
    }


def preview(root: Path, docs: Path | None = None) -> BuiltSite:
    """Every page, and with the originals the reading rooms; or one page that lists the problems.

    `docs` is that of `publish`.
    """
    env = build_site_environment()
    try:
        dossier = load_sound(root)
        collation = collate(dossier)
        source = PageSource(collation, build_downloads(collation), is_preview=True)
        public: list[Page] = []
        private: list[Page] = []
        for page in build_pages(source):
            (private if get_kind(page).is_preview_only else public).append(page)
        views = [add_foot(source, page) for page in public]
        docs = docs or root.parent / "docs"
        index = _build_index(collation, views, docs)
        built = _render_site(dossier, views, source.files, index, docs, env)
    except ProblemsFound as found:
        return BuiltSite({"index.md": render_problems(found.problems, env)})
    return replace(built, pages=built.pages | {page.path: render(page, env) for page in private})
