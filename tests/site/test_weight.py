"""How much a reader has to fetch, and whether what is shown stays where it is meanwhile."""

import re
from gzip import compress
from pathlib import Path
from time import sleep

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.support.built_pages import WHOLE

#: What a page of an article may weigh, its frame included, in bytes.
ARTICLE = 60_000

#: What has to arrive before a page shows anything, packed: itself and its style sheets.
BEFORE_PAINT = 46_000

#: A page of each kind.
KINDS = {
    "home": "",
    "article": "articles/courier/",
    "articles": "articles/",
    "comparison": "comparison/",
    "question": "comparison/cause/",
    "entity": "entities/person/dorrin/",
    "timeline": "timeline/",
    "copying": "copying/coastwire-grounding/",
    "sources": "sources/",
    "search": "search/",
    "method": "method/",
}

#: How far what a page shows may move while it loads.
SHIFT = 0.02
WATCH = """
self.shifted = 0;
new PerformanceObserver(list => {
    for (const shift of list.getEntries()) self.shifted += shift.value;
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("page", sorted(WHOLE))
def test_a_heavy_page_says_so(page: str, site: Path) -> None:
    """A page that holds the whole of something tells its reader that it is heavy."""
    assert re.search(
        r"one of the largest|larger than the other pages", (site / page).read_text(encoding="utf-8")
    )


def test_an_article_is_light(site: Path) -> None:
    """The page of an article stays under its limit."""
    sizes = {path: path.stat().st_size for path in (site / "articles").glob("*/index.html")}
    assert sizes
    assert {path: size for path, size in sizes.items() if size >= ARTICLE} == {}


@pytest.mark.parametrize("kind", KINDS)
def test_little_has_to_arrive_before_a_page_shows_anything(kind: str, site: Path) -> None:
    """A page waits for itself and one style sheet; no script holds it up."""
    page = site / KINDS[kind] / "index.html"
    text = page.read_text(encoding="utf-8")
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', text)
    assert len(sheets) == 1
    scripts = re.findall(r"<script [^>]*src=[^>]*>", text)
    assert scripts
    assert [one for one in scripts if " defer" not in one] == []
    sizes = {path: len(compress(path.read_bytes())) for path in [page, page.parent / sheets[0]]}
    assert sum(sizes.values()) <= BEFORE_PAINT, sizes


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_shown_stays_where_it_is(kind: str, browser: Browser, served: str) -> None:
    """On a telephone scripts that come late move next to nothing; fonts come before the sheet."""

    def come_late(route: Route) -> None:
        sleep(0.6 if route.request.url.endswith(".js") else 0.3)
        route.continue_()

    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        context.add_init_script(WATCH)
        page: Page = context.new_page()
        page.route(re.compile(r"\.(css|js)$"), come_late)
        page.goto(served + KINDS[kind])
        page.evaluate("document.fonts.ready")
        page.wait_for_timeout(100)
        assert page.evaluate("self.shifted") < SHIFT


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_asked_for_beforehand_is_used(kind: str, page: Page, served: str) -> None:
    """Each font that a page's head asks for is one that the page is then drawn in."""
    page.goto(served + KINDS[kind])
    asked = page.locator("link[rel=preload]").evaluate_all("all => all.map(one => one.href)")
    drawn = page.evaluate(
        "document.fonts.ready.then(() => [...document.fonts]"
        ".filter(font => font.status === 'loaded').map(font => font.family.replaceAll('\"', '')))"
    )
    assert len(asked) == 2
    families = {"serif": "Dossier Serif", "sans": "Dossier Sans"}
    assert {families[one.rpartition("/")[2].partition("-")[0]] for one in asked} <= set(drawn)
