"""Addresses of before in a browser: with scripts to the very place, without them to the page."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.building import build_ferry
from tests.support.sharing import make_once


@pytest.mark.parametrize(
    ("before", "today"),
    [
        ("articles/retold/#p1", "articles/retelling/#p1"),
        ("articles/courier/#fn:drowned", "articles/courier/#fn:at-night"),
        ("comparison/deaths/#deaths--courier", "comparison/dead/#dead--courier"),
        ("comparison/#row-deaths", "comparison/#row-dead"),
        ("comparison/pairs/retold--courier/", "comparison/pairs/retelling--courier/"),
        ("comparison/dead/#courier", "comparison/dead/#dead--courier"),
        ("comparison/#dead--courier", "comparison/dead/#dead--courier"),
        ("comparison/#deaths--courier", "comparison/dead/#dead--courier"),
        ("comparison/dead/#dead--courier", "comparison/dead/#dead--courier"),
    ],
)
def test_an_address_of_before_becomes_that_of_today(
    before: str, today: str, page: Page, served: str
) -> None:
    """Ids that a record had, and the two forms of address that answers once had, lead on."""
    page.goto(served + before)
    page.wait_for_url(served + today)


def test_without_scripts_the_page_leads_on(browser: Browser, served: str) -> None:
    """The browser goes to the page of today by itself."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{served}comparison/deaths/")
        page.wait_for_url(f"{served}comparison/dead/")
        page.goto(f"{served}comparison/dead/#deaths--courier")
        expect(page.locator("[id='dead--courier']")).to_be_in_viewport()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as a folder to be opened without a server."""
    return make_once(tmp_path_factory, "moved", lambda out: build_ferry(out, OFFLINE="1"))


def test_from_a_folder_the_page_leads_on(folder: Path, page: Page) -> None:
    """A file that has moved leads to the file of today, and to the place on it."""
    page.goto((folder / "articles" / "retold.html").as_uri() + "#p1")
    page.wait_for_url((folder / "articles" / "retelling.html").as_uri() + "#p1")
