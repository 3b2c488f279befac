"""From a folder to checked records and finished pages, or to all its problems at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from jinja2 import Environment

from newsdossier.analysis.collate import collate
from newsdossier.analysis.values import days
from newsdossier.analysis.wording import joined
from newsdossier.checks import check
from newsdossier.checks.collisions import find_collisions
from newsdossier.checks.leaks import find_leaks
from newsdossier.dossier.dossier import Dossier
from newsdossier.dossier.load import load
from newsdossier.dossier.originals import originals_folder
from newsdossier.exports import Download, build_downloads
from newsdossier.model import addresses
from newsdossier.problems.problem import Problem, ProblemsFound
from newsdossier.site.cards import draw
from newsdossier.site.pages import Page, pages, reading_rooms
from newsdossier.site.render import environment, render, render_problems
from newsdossier.site.repository import Repository
from newsdossier.source.unfinished import settled

UNPROVED = "no originals here: quotations, spellings, blocks and checksums are not proved"


@dataclass(frozen=True)
class BuiltSite:
    """The finished pages, by path."""

    pages: dict[str, str]
    files: dict[str, bytes] = field(default_factory=dict)
    """What is no page, by path."""
    epoch: int = 0
    """The time that built files carry, in seconds since 1970: the data's last change."""
    unproved: list[str] = field(default_factory=list)
    """What could not be proved, a line each."""


def examine(root: Path) -> tuple[Dossier | None, list[Problem]]:
    """The dossier in a folder, and every problem of every file, sorted."""
    dossier, problems = load(root, originals_folder(root))
    found = [*problems, *(check(dossier) if dossier else [])]
    return dossier, sorted(set(settled(found)))


def checked(root: Path) -> Dossier:
    """The dossier in a folder; raises ProblemsFound with all problems where there are any."""
    dossier, problems = examine(root)
    if dossier is None or problems:
        raise ProblemsFound(problems)
    return dossier


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
    dossier = checked(root)
    collation = collate(dossier)
    files = build_downloads(collation, site, folders)
    views = list(pages(collation, files, site, folders))
    env = environment(folders, site, repository)
    built = _published(dossier, views, files, docs or root.parent / "docs", env)
    drawn = {
        addresses.social_card(view.path): draw(view, dossier.settings.title)
        for view in views
        if cards
    }
    return replace(built, files=built.files | drawn)


def _published(
    dossier: Dossier, views: list[Page], files: list[Download], docs: Path, env: Environment
) -> BuiltSite:
    built = {page.path: render(page, env) for page in views}
    taken = {addresses.download_file(file.name): file.content for file in files}
    told = built | {path: content.decode() for path, content in taken.items()}
    of_data = {path: text for path, text in told.items() if path != addresses.RULES}
    paths = [*told, *map(addresses.social_card, built)]
    if found := [*find_leaks(dossier, of_data), *find_collisions(docs, paths)]:
        raise ProblemsFound(found)
    day = datetime.fromordinal(int(days(dossier.settings.updated).low)).replace(tzinfo=UTC)
    return BuiltSite(built, taken, int(day.timestamp()), list(_unproved(dossier)))


def _unproved(dossier: Dossier) -> Iterator[str]:
    """What could not be proved, a line each."""
    if dossier.bodies is None:
        yield UNPROVED
    elif absent := [name for name in dossier.articles if name not in dossier.bodies]:
        yield f"no original here of {joined(absent)}: what these are said to print is not proved"


def preview(root: Path, docs: Path | None = None) -> BuiltSite:
    """Every page, and with the originals the reading rooms; or one page that lists the problems.

    `docs` is that of `publish`.
    """
    try:
        dossier = checked(root)
        collation = collate(dossier)
        files = build_downloads(collation)
        views = list(pages(collation, files))
        built = _published(dossier, views, files, docs or root.parent / "docs", environment())
    except ProblemsFound as found:
        return BuiltSite({"index.md": render_problems(found.problems, environment())})
    env = environment()
    rooms = reading_rooms(collation) if dossier.bodies else []
    return replace(built, pages=built.pages | {page.path: render(page, env) for page in rooms})
