"""Every kind of page of the real dossier on a telephone, where long names and tables are tried."""

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from newsdossier.dossier.dossier import Dossier
from tests.support.building import TESTS
from tests.support.searching import find_late, find_wrong_first, list_forms, list_queries
from tests.support.sweep import KINDS, Scheme, largest, violations, visit_page

QUERIES = TESTS / "story" / "queries.yml"


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_opens_quietly_and_fits_the_window(
    kind: str, browser: Browser, story_site: Path, story_served: str
) -> None:
    """A page has no error on the console, asks no other host, and is no wider than the window."""
    with visit_page(browser, story_served + largest(story_site, kind), 390, "light") as visit:
        own = (story_served, "data:", "blob:")
        assert visit.errors == []
        assert [url for url in visit.requests if not url.startswith(own)] == []
        assert visit.page.evaluate("document.scrollingElement.scrollWidth") <= 390


def test_the_home_page_is_light_and_under_three_screens(
    browser: Browser, story_site: Path, story_served: str
) -> None:
    """All of it is less than 40 kB; on a desktop it is less than 2700 pixels long."""
    assert (story_site / "index.html").stat().st_size < 40_000
    with visit_page(browser, story_served, 1440, "light") as visit:
        assert visit.page.evaluate("document.scrollingElement.scrollHeight") < 2700


@pytest.fixture
def search(page: Page, story_served: str) -> Page:
    """The home page with the search open."""
    page.goto(story_served)
    page.keyboard.press("/")
    return page


def test_an_entity_stands_before_its_mentions(search: Page, dossier: Dossier) -> None:
    """Whatever it is called by, an entity is found before any page that only mentions it."""
    assert list(find_late(search, list_forms(dossier))) == []


def test_the_right_result_comes_first(search: Page) -> None:
    """Every query of the file leads to the right place first; there are sixty at least."""
    queries = list_queries(QUERIES)
    assert len(queries) >= 60
    assert list(find_wrong_first(search, queries)) == []


def test_the_search_is_light(story_site: Path) -> None:
    """All that is loaded for a search weighs less than 60 kB, as a server packs it."""
    loaded = [file.read_bytes() for file in story_site.glob("assets/search-*.js")]
    assert sum(len(gzip.compress(one)) for one in loaded) < 60_000


@pytest.mark.long
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("kind", KINDS)
def test_the_page_is_accessible(
    kind: str, width: int, scheme: Scheme, browser: Browser, story_site: Path, story_served: str
) -> None:
    """A page breaks none of axe-core's rules, narrow and wide, light and dark."""
    url = story_served + largest(story_site, kind)
    with visit_page(browser, url, width, scheme) as visit:
        assert violations(visit.page) == ""
