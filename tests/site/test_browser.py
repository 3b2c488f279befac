"""Every kind of page, in a browser: narrow and wide, light and dark."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from tests.support.building import ROOT

SCREENSHOTS = ROOT / "tests" / "screenshots"
WIDTHS = (390, 1440)
SCHEMES = ("light", "dark")

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
    "timeline": "timeline/index.html",
    "data": "data/index.html",
    "coverage": "coverage/index.html",
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


@pytest.fixture(
    scope="module",
    params=product(KINDS, WIDTHS, SCHEMES),
    ids=lambda param: "-".join(map(str, param)).replace(" ", "-"),
)
def visit(
    request: pytest.FixtureRequest, browser: Browser, site: Path, served: str
) -> Iterator[Visit]:
    """The largest page of a kind, opened at a width in a colour scheme, and photographed."""
    kind, width, scheme = request.param
    with browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    ) as context:
        visit = Visit(context.new_page())
        visit.watch()
        visit.page.goto(served + largest(site, kind), wait_until="networkidle")
        photograph = f"{kind.replace(' ', '-')}-{width}-{scheme}.png"
        visit.page.screenshot(path=SCREENSHOTS / photograph, full_page=True)
        yield visit


def told(violation: dict[str, Any]) -> str:
    """A violation of an accessibility rule in a few lines."""
    elements = [f"  {node['target']}: {node['failureSummary']}" for node in violation["nodes"]]
    return "\n".join([f"{violation['id']}: {violation['help']}", *elements])


def test_the_console_stays_empty(visit: Visit) -> None:
    """A page opens without an error on the console."""
    assert visit.errors == []


def test_no_other_host_is_asked(visit: Visit, served: str) -> None:
    """A page asks nothing of another host."""
    own = (served, "data:", "blob:")
    assert [url for url in visit.requests if not url.startswith(own)] == []


def test_the_page_fits_the_window(visit: Visit) -> None:
    """A page is never wider than the window; what is wide scrolls inside it."""
    width = visit.page.evaluate("document.scrollingElement.scrollWidth")
    assert width <= visit.page.evaluate("innerWidth")


def test_the_page_is_accessible(visit: Visit) -> None:
    """A page breaks none of axe-core's rules."""
    violations = map(told, Axe().run(visit.page).response["violations"])
    assert "\n".join(violations) == ""


def test_a_missing_page_is_told_by_the_site(page: Page, served: str) -> None:
    """An address that leads nowhere shows the site's own page, with all that belongs to it."""
    failed: list[str] = []
    page.on("response", lambda response: None if response.ok else failed.append(response.url))
    page.goto(f"{served}no/such/page/", wait_until="networkidle")
    assert failed == [f"{served}no/such/page/"]
    assert page.locator("h1").is_visible()
