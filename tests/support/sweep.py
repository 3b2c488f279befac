"""Opens the largest page of every kind of a built site, and notes what goes wrong with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from tests.support.building import TESTS

SCREENSHOTS = TESTS / "screenshots"

Scheme = Literal["light", "dark"]

# Where the pages of each kind stand in the built site.
KINDS = {
    "home": "index.html",
    "articles": "articles/index.html",
    "article": "articles/*/index.html",
    "entities": "entities/index.html",
    "kind of entity": "entities/*/index.html",
    "entity": "entities/*/*/index.html",
    "comparison": "comparison/index.html",
    "question": "comparison/*/index.html",
    "pair": "comparison/pairs/*/index.html",
    "sources": "sources/index.html",
    "copying": "copying/*/index.html",
    "timeline": "timeline/index.html",
    "data": "data/index.html",
    "coverage": "coverage/index.html",
    "search": "search/index.html",
    "method": "method/index.html",
    "contributing": "contributing/index.html",
    "not found": "404.html",
}


@dataclass
class Visit:
    """A page in the browser, and what happened while it opened."""

    page: Page
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Write down errors and requests from now on."""
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", self._asked)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} {message.location}")

    def _asked(self, request: Request) -> None:
        self.requests.append(request.url)


def largest(site: Path, kind: str) -> str:
    """The path of the kind's largest page: it has the most that can go wrong."""
    files = [(file.stat().st_size, file) for file in site.glob(KINDS[kind])]
    assert files, f"the site has no page of the kind {kind}: {KINDS[kind]}"
    return max(files)[1].relative_to(site).as_posix().removesuffix("index.html")


@contextmanager
def visit_page(
    browser: Browser, url: str, width: int, scheme: Scheme, photograph: str = ""
) -> Iterator[Visit]:
    """A page opened at a width in a colour scheme, and photographed where that has a name."""
    with browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    ) as context:
        visit = Visit(context.new_page())
        visit.watch()
        visit.page.goto(url, wait_until="networkidle" if photograph else "load")
        if photograph:
            visit.page.screenshot(path=SCREENSHOTS / f"{photograph}.png", full_page=True)
        yield visit


def violations(page: Page) -> str:
    """What a page breaks of axe-core's rules; empty where that is nothing."""
    return "\n".join(map(_describe, Axe().run(page).response["violations"]))


def _describe(violation: dict[str, Any]) -> str:
    """A violation of an accessibility rule in a few lines."""
    elements = [f"  {node['target']}: {node['failureSummary']}" for node in violation["nodes"]]
    return "\n".join([f"{violation['id']}: {violation['help']}", *elements])
