"""The home page in a browser: how long it is, and that nothing of it needs a script."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

#: Three screens of a desktop, in pixels; the heaviest the page may be, in bytes.
THREE_SCREENS, HEAVIEST = 2700, 40_000


def test_the_page_is_light(site: Path) -> None:
    """All of it, the theme's part included, is less than 40 kB."""
    assert (site / "index.html").stat().st_size < HEAVIEST


@pytest.mark.parametrize("width", [320, 390, 800, 1024, 1440])
def test_the_page_is_short_and_no_wider_than_the_window(
    browser: Browser, served: str, width: int
) -> None:
    """On a desktop it is under three screens long; at no width does it reach beyond the window."""
    with browser.new_context(viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        page.goto(served)
        size = page.evaluate(
            "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
        )
    assert size[0] == width
    assert width < 1440 or size[1] < THREE_SCREENS


def test_what_the_site_is_stands_on_the_first_screen(browser: Browser, served: str) -> None:
    """The headline, the drawing and the three ways in are seen without scrolling."""
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        page.goto(served)
        for part in (".home h1", ".source-tree", ".ways-in a >> nth=-1", ".claim"):
            box = page.locator(part).bounding_box()
            assert box
            assert box["y"] + box["height"] < 900, part


def test_words_that_differ_stand_beneath_each_other(browser: Browser, served: str) -> None:
    """Where there is room the marked words begin where those of the other copy do."""
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        page.goto(served)
        lines = page.locator(".renderings p")
        starts = [
            [cell.bounding_box() for cell in line.locator("> span").all()] for line in lines.all()
        ]
    lefts = [[round(box["x"]) for box in line if box] for line in starts]
    assert len(lefts) == 2
    assert lefts[0] == lefts[1]


def test_without_scripts_a_claim_leads_to_the_search_page(browser: Browser, served: str) -> None:
    """Without JavaScript the field is a form; its words go along in the address."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(served)
        page.get_by_label("Check a claim").fill("118")
        page.get_by_role("button", name="Check").click()
        expect(page).to_have_url(f"{served}search/?q=118")
