"""Two articles side by side: how they are found, their rows, their texts."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

PAIR = "comparison/pairs/retelling--courier/"
COPIES = "comparison/pairs/retelling--wire-copy/"
PHONE: ViewportSize = {"width": 390, "height": 844}


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """An empty page on a telephone."""
    with browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True) as context:
        yield context.new_page()


def test_two_articles_are_found_side_by_side(page: Page, served: str) -> None:
    """The comparison and both articles lead to the page that has the two side by side."""
    page.goto(f"{served}comparison/")
    page.locator(".pairs").get_by_role("link", name="Retelling and Courier").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Retelling and Courier, side by side")
    for article in ("retelling", "courier"):
        page.goto(f"{served}articles/{article}/")
        expect(page.locator(f'.facts a[href="../../{PAIR}"]')).to_be_visible()


def test_a_pair_has_the_rows_of_both_and_of_one(page: Page, served: str) -> None:
    """First the rows both answer, with verdicts, then those that one alone answers."""
    page.goto(served + PAIR)
    titles = page.locator("tr.section-row").all_inner_texts()
    kinds = [re.sub(r"\s+\d+ questions?$", "", title) for title in titles]
    assert kinds == ["Both answer", "Only Courier answers"]
    answered = {"both": [True, True], "only-courier": [False, True]}
    for section, expected in answered.items():
        for row in page.locator(f"tbody#{section} tr.question-row").all():
            expect(row.locator(".verdict")).to_have_count(1)
            cells = [cell.locator(".pair-answer").count() > 0 for cell in row.locator("td").all()]
            assert cells == expected


def test_a_pair_has_a_verdict_of_its_own(page: Page, served: str) -> None:
    """Copies of one dispatch are told to be; the sentence above counts what the rows say."""
    page.goto(served + COPIES)
    row = page.locator("tr.question-row", has_text="What did the ferry strike?")
    expect(row.locator(".verdict")).to_have_text("reworded in copying")
    told = page.locator(".standfirst").inner_text()
    for name in ("same in both copies", "reworded in copying", "changed in copying"):
        rows = page.locator("tr.question-row .verdict", has_text=name).count()
        assert f"{rows} {name}" in told


@pytest.mark.parametrize("width", [390, 1440])
def test_the_heads_of_a_pair_stay_in_sight(width: int, page: Page, served: str) -> None:
    """However far one scrolls within the rows, the names of both articles stand above them."""
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(served + PAIR)
    page.locator("tr.question-row").last.scroll_into_view_if_needed()
    page.mouse.wheel(0, 120)
    header = page.locator(".md-header").bounding_box()
    head = page.locator(".pair-rows thead").get_by_role("link", name="Courier")
    expect(head).to_be_in_viewport()
    box = head.bounding_box()
    assert header
    assert box
    assert box["y"] >= header["y"] + header["height"] - 1


def test_the_texts_of_a_pair_stand_in_two_columns(page: Page, served: str) -> None:
    """Both renditions begin at one height, and a note's number leads to the note of that number."""
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(served + PAIR)
    left, right = (side.bounding_box() for side in page.locator(".side").all())
    assert left
    assert right
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] <= right["x"]
    call = page.locator(".side").last.locator(".note-calls a").nth(4)
    number = call.inner_text()
    call.click()
    note = page.locator(".footnote li:target")
    expect(note).to_be_visible()
    assert note.evaluate("note => [...note.parentElement.children].indexOf(note) + 1") == int(
        number
    )


def test_on_a_telephone_the_texts_of_a_pair_are_stacked(phone: Page, served: str) -> None:
    """One text stands beneath the other, each as wide as the window."""
    phone.goto(served + PAIR)
    assert phone.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"]
    first, second = (side.bounding_box() for side in phone.locator(".side").all())
    assert first
    assert second
    assert first["y"] + first["height"] <= second["y"]
    assert first["x"] == second["x"]
