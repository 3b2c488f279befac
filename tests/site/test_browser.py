"""Every kind of page, in a browser: narrow and wide, light and dark."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.sweep import KINDS, Visit, largest, violations, visit_page

#: Two of the four ways to look at a page; `make test-long` tries the others.
WAYS = [
    pytest.param((390, "light"), id="390-light"),
    pytest.param((1440, "dark"), id="1440-dark"),
    pytest.param((390, "dark"), id="390-dark", marks=pytest.mark.long),
    pytest.param((1440, "light"), id="1440-light", marks=pytest.mark.long),
]


@pytest.fixture(scope="module", params=KINDS, ids=lambda kind: kind.replace(" ", "-"))
def kind(request: pytest.FixtureRequest) -> str:
    """A kind of page."""
    return str(request.param)


@pytest.fixture(scope="module", params=WAYS)
def visit(
    request: pytest.FixtureRequest, kind: str, browser: Browser, site: Path, served: str
) -> Iterator[Visit]:
    """The largest page of a kind; with SCREENSHOTS in the environment it is photographed."""
    width, scheme = request.param
    name = f"{kind}-{width}-{scheme}".replace(" ", "-") if "SCREENSHOTS" in os.environ else ""
    with visit_page(browser, served + largest(site, kind), width, scheme, name) as visit:
        yield visit


def test_a_page_opens_quietly_and_fits_the_window(visit: Visit, served: str) -> None:
    """A page has no error on the console, asks no other host, and is no wider than the window."""
    own = (served, "data:", "blob:")
    visit.page.wait_for_load_state("load")
    assert visit.errors == []
    assert [url for url in visit.requests if not url.startswith(own)] == []
    width = visit.page.evaluate("document.scrollingElement.scrollWidth")
    assert width <= visit.page.evaluate("innerWidth")


def test_the_page_is_accessible(visit: Visit) -> None:
    """A page breaks none of axe-core's rules."""
    assert violations(visit.page) == ""


def test_a_missing_page_is_told_by_the_site(page: Page, served: str) -> None:
    """An address that leads nowhere shows the site's own page, with all that belongs to it."""
    failed: list[str] = []
    page.on("response", lambda response: None if response.ok else failed.append(response.url))
    page.goto(f"{served}no/such/page/")
    assert failed == [f"{served}no/such/page/"]
    assert page.locator("h1").is_visible()
