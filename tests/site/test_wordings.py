"""Wordings of one thing, aligned on the page of their question."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

#: A row in which one thing has two wordings.
ALIGNED = "comparison/struck/"
PHONE: ViewportSize = {"width": 390, "height": 844}


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """An empty page on a telephone."""
    with browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True) as context:
        yield context.new_page()


def test_wordings_stand_word_beneath_word(page: Page, served: str) -> None:
    """What the renderings share stands in one column and is plain; what differs is marked."""
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(served + ALIGNED)
    table = page.get_by_role("table", name="Variants of one wording").first
    lines = table.locator("tr")
    assert lines.count() == 2
    columns = lines.evaluate_all(
        "lines => lines.map(line => [...line.cells].slice(1).map(cell => ({"
        "text: cell.textContent.trim(), marked: Boolean(cell.querySelector('mark')),"
        "left: cell.getBoundingClientRect().left})))"
    )
    for column in zip(*columns, strict=True):
        assert len({cell["left"] for cell in column}) == 1
        marked = {cell["marked"] for cell in column if cell["text"]}
        alike = len({cell["text"].lower() for cell in column}) == 1
        assert marked == {not alike}


def test_on_a_telephone_wordings_stand_one_beneath_the_other(phone: Page, served: str) -> None:
    """Too narrow for columns, each rendering is a line of text with its differing words marked."""
    phone.goto(served + ALIGNED)
    assert phone.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"]
    line = phone.locator(".aligned-wordings tr").first
    expect(line.locator("mark").first).to_be_visible()
    assert "a sand bench" in " ".join(line.inner_text().split())
