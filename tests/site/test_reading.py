"""Reading an article in a browser: notes and names open where they are called."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

COURIER = "articles/courier/"


@pytest.fixture
def article(page: Page, served: str) -> Page:
    """An article's page, as a reader has it open."""
    page.goto(served + COURIER)
    return page


def card(page: Page) -> Locator:
    """The card that is open."""
    return page.get_by_role("note").and_(page.locator(".aside-card"))


def first_mark(page: Page, statement: str) -> Locator:
    """The first mark of a statement in the text."""
    return page.locator(f'.rendition a.footnote-ref[href="#fn:{statement}"]').first


def test_a_note_opens_on_hover_and_can_be_entered(article: Page) -> None:
    """Under the pointer a note shows its chain, its words and the row, and stays when entered."""
    first_mark(article, "fog").hover()
    expect(card(article)).to_contain_text("Ilva Dorrin")
    expect(card(article)).to_contain_text("We lost sight")
    expect(card(article).locator(".verdict").first).to_be_visible()
    card(article).hover()
    article.wait_for_timeout(600)
    expect(card(article)).to_be_visible()
    article.mouse.move(2, 2)
    expect(card(article)).to_have_count(0)


def test_a_note_opens_on_focus_and_closes_with_escape(article: Page) -> None:
    """By keyboard a note opens as its mark's description; Escape closes it and keeps the focus."""
    mark = first_mark(article, "fog")
    mark.evaluate("mark => mark.closest('.block').querySelector('.paragraph-number').focus()")
    for _ in range(10):
        article.keyboard.press("Tab")
        if mark.evaluate("mark => mark === document.activeElement"):
            break
    expect(mark).to_be_focused()
    expect(card(article)).to_be_visible()
    expect(mark).to_have_accessible_description(re.compile("We lost sight"))
    article.keyboard.press("Escape")
    expect(card(article)).to_have_count(0)
    expect(mark).to_be_focused()


def test_a_name_opens_a_card(article: Page) -> None:
    """A name shows who this is, how it is spelt here and how the other articles spell it."""
    article.locator(".rendition a", has_text="Ondrelle").first.hover()
    expect(card(article)).to_contain_text(re.compile(r"\bOndrel\b"))
    expect(card(article).get_by_role("link", name="To the whole page")).to_be_visible()


@pytest.fixture
def touched(browser: Browser, served: str) -> Iterator[Page]:
    """The same page on a telephone."""
    with browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    ) as context:
        page = context.new_page()
        page.goto(served + COURIER)
        yield page


def test_a_touch_opens_a_note_inside_the_window(touched: Page) -> None:
    """On a telephone a touch opens the note, wholly within the window, on the same page."""
    mark = first_mark(touched, "fog")
    mark.tap()
    expect(card(touched)).to_be_visible()
    box = card(touched).bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert "#fn" not in touched.url
    beside = box["y"] - 12 if box["y"] > 200 else box["y"] + box["height"] + 12
    touched.touchscreen.tap(20, beside)
    expect(card(touched)).to_have_count(0)


def test_without_scripts_everything_is_at_the_foot(browser: Browser, served: str) -> None:
    """Without JavaScript a mark leads to its note, and the names stand below the text."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(served + COURIER)
        first_mark(page, "fog").click()
        assert page.url.endswith("#fn:fog")
        expect(page.locator("[id='fn:fog']")).to_contain_text("Ilva Dorrin")
        expect(page.locator("#who-grounding")).to_contain_text(re.compile(r"\bOndrel\b"))


def test_whose_word_it_is_can_be_underlined(article: Page) -> None:
    """A switch underlines each passage by whose word it is, without a script, and off again."""
    passage = article.locator(".rendition .statement--reported").first
    line = "element => getComputedStyle(element).textDecorationLine"
    assert passage.evaluate(line) == "none"
    article.get_by_label("Underline it in the text").check()
    assert passage.evaluate(line) == "underline"


def test_each_row_of_a_note_is_an_item_of_its_own(article: Page) -> None:
    """A note that answers several questions lists them one by one."""
    note = article.locator("[id='fn:aground']")
    assert note.locator("li a[href*='comparison/']").count() == note.locator("li").count() > 1
