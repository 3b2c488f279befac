"""The reading room: there while previewing with the originals, nowhere else."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from previewing import Preview


def test_the_reading_room_shows_body_and_retelling(preview: Preview, page: Page) -> None:
    """In a preview with the originals an article's page leads to its reading room."""
    preview.wait_for(lambda home: "Where they part ways" in home)
    page.goto(f"{preview.url}articles/dawn-2022-01-11/")
    page.get_by_role("link", name=re.compile("Reading room")).click()
    quoted = page.locator(".room-body mark", has_text="have never fired")
    expect(quoted).to_be_visible()
    quoted.get_by_role("link").click()
    assert page.url.endswith("#fn:never-fired")
    expect(
        page.get_by_role("heading", name="Sentences that no statement quotes from")
    ).to_be_visible()


def test_the_reading_room_is_never_published(site: Path) -> None:
    """A build has no reading room, and no link to one."""
    assert not (site / "reading-room").exists()
    pages = [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]
    assert not [text for text in pages if "reading-room" in text.lower()]
