"""Reading an article in a browser: the story first, its notes where they are called."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.support.sweep import violations

COURIER = "articles/courier/"
DESKTOP: ViewportSize = {"width": 1440, "height": 900}
TABLET: ViewportSize = {"width": 1000, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}

TOP = "element => element.getBoundingClientRect().top"
FOCUSED = "card => card.contains(document.activeElement)"


@contextmanager
def reader(browser: Browser, served: str, window: ViewportSize) -> Iterator[Page]:
    """An article's page, as a reader has it open in a window."""
    touch = window is PHONE
    with browser.new_context(
        viewport=window, has_touch=touch, is_mobile=touch, reduced_motion="reduce", bypass_csp=True
    ) as context:
        page = context.new_page()
        page.goto(served + COURIER)
        yield page


@pytest.fixture
def article(browser: Browser, served: str) -> Iterator[Page]:
    """The page on a desktop."""
    with reader(browser, served, DESKTOP) as page:
        yield page


@pytest.fixture
def touched(browser: Browser, served: str) -> Iterator[Page]:
    """The page on a telephone."""
    with reader(browser, served, PHONE) as page:
        yield page


def card(page: Page) -> Locator:
    """The note that is open."""
    return page.locator("dialog.note-card")


def mark(page: Page, statement: str) -> Locator:
    """The first number in the text that calls a statement's note."""
    return page.locator(f'.rendition sup a[href="#fn:{statement}"]').first


@pytest.mark.parametrize(("window", "limit"), [(DESKTOP, 600), (PHONE, 700)])
def test_the_story_begins_on_the_first_screen(
    window: ViewportSize, limit: int, browser: Browser, served: str, site: Path
) -> None:
    """The first sentence of each story is seen without scrolling."""
    for path in sorted((site / "articles").glob("*/index.html")):
        with reader(browser, served, window) as page:
            page.goto(f"{served}articles/{path.parent.name}/")
            assert page.locator(".rendition > p").first.evaluate(TOP) < limit, path


def test_a_line_in_the_margin_leads_to_its_note(article: Page) -> None:
    """It names who speaks, stands beside the sentence, takes one line, and opens the note."""
    line = article.locator('.has-margin > div a[href="#fn:fog"]')
    expect(line).to_have_text("3 Ilva Dorrin → Courier · quoted")
    assert abs(line.evaluate(TOP) - article.locator("#p2").evaluate(TOP)) < 40
    heights = article.locator(".has-margin > div > *").evaluate_all(
        "all => all.map(a => a.offsetHeight)"
    )
    assert 24 <= min(heights) <= max(heights) < 30
    line.click()
    expect(card(article)).to_contain_text("We lost sight")
    expect(card(article)).to_contain_text("Cause ")
    box, text = card(article).bounding_box(), article.locator("#p2").bounding_box()
    assert box
    assert text
    assert box["x"] >= text["x"] + text["width"], "the card covers the text"
    article.keyboard.press("Escape")
    expect(card(article)).to_have_count(0)


@pytest.mark.parametrize("width", [1200, 1280, 1920])
def test_a_card_has_the_margin_to_itself(width: int, browser: Browser, served: str) -> None:
    """However wide the window is, the card is a column beside the text, within the window."""
    with reader(browser, served, {"width": width, "height": 900}) as page:
        for one in ("aground", "fog"):
            page.locator(f'sup a[href="#fn:{one}"]').first.click()
            box, text = card(page).bounding_box(), page.locator("#p1").bounding_box()
            assert box
            assert text
            assert text["x"] + text["width"] <= box["x"] < box["x"] + box["width"] <= width
            assert box["width"] > 260


def test_neighbours_in_the_articles_own_words_share_a_line(article: Page) -> None:
    """What has no other voice is one grey line, however many statements it has."""
    assert article.locator("#p1 + div > *").all_text_contents() == ["1, 2 own words"]
    assert article.locator("#p3 + div > *").all_text_contents() == [
        "5 own words",
        "6–8 Coast guard → Courier · reported",
    ]


def test_a_note_opens_by_key_and_gives_the_focus_back(article: Page) -> None:
    """Enter on a number opens the note and goes into it; Escape closes it and returns."""
    mark(article, "fog").focus()
    article.keyboard.press("Enter")
    expect(card(article)).to_be_visible()
    assert card(article).evaluate(FOCUSED)
    expect(article.locator(".st.is-open")).to_contain_text("We lost sight")
    article.keyboard.press("Escape")
    expect(card(article)).to_have_count(0)
    expect(mark(article, "fog")).to_be_focused()
    expect(article.locator(".st.is-open")).to_have_count(0)


def test_words_and_their_line_light_up_together(article: Page) -> None:
    """Pointing at a line shows the words it is about, and at words their line."""
    article.locator('.has-margin > div a[href="#fn:nine-injured"]').hover()
    expect(article.locator(".st.is-pointed")).to_have_count(3)
    article.locator(".st", has_text="We lost sight").hover()
    expect(article.locator(".has-margin > div > .is-pointed")).to_have_attribute("href", "#fn:fog")


def test_a_note_is_cited_and_its_link_copied(article: Page) -> None:
    """The tools of a note are about the statement: its permanent link, its citation."""
    mark(article, "fog").click()
    tools = card(article).locator(".tools")
    assert tools.get_attribute("data-of") == "courier#fog"
    tools.get_by_role("link", name="Cite").click()
    expect(article.locator(".tools-panel")).to_contain_text("courier#fog")
    article.keyboard.press("Escape")
    expect(article.locator(".tools-panel")).not_to_be_visible()
    expect(card(article)).to_be_visible()


def test_a_link_to_a_note_opens_it(article: Page, served: str) -> None:
    """Whoever comes by a statement's permanent link sees the words, and the note beside them."""
    article.goto(f"{served}{COURIER}#fn:at-night")
    expect(card(article)).to_contain_text("drowned")
    expect(article.locator(".st.is-open")).to_be_in_viewport()


def test_without_a_margin_a_note_opens_under_the_words(browser: Browser, served: str) -> None:
    """In a narrower window the card stands under the number, as wide as the text at most."""
    with reader(browser, served, TABLET) as page:
        mark(page, "fog").click()
        box, number = card(page).bounding_box(), mark(page, "fog").bounding_box()
        assert box
        assert number
        assert box["y"] >= number["y"] + number["height"]
        assert violations(page) == ""


def test_on_a_telephone_a_note_is_a_sheet(touched: Page) -> None:
    """It lies at the foot, 78 % of the height at most, and the words stay seen above it."""
    mark(touched, "fog").tap()
    expect(card(touched)).to_be_visible()
    box = card(touched).bounding_box()
    words = touched.locator(".st.is-open").bounding_box()
    assert box
    assert words
    assert (box["x"], box["width"]) == (0, PHONE["width"])
    assert round(box["y"] + box["height"]) == PHONE["height"]
    assert box["height"] <= 0.78 * PHONE["height"]
    assert 0 <= words["y"] < words["y"] + words["height"] <= box["y"]
    assert violations(touched) == ""
    touched.touchscreen.tap(200, box["y"] - 20)
    expect(card(touched)).to_have_count(0)


def test_a_sheet_leads_to_the_notes_around_it(touched: Page) -> None:
    """Next and previous go through the notes in the order of the text, and end at its ends."""
    mark(touched, "fog").tap()
    card(touched).get_by_role("button", name="Next note").tap()
    expect(card(touched)).to_contain_text("Skerrow Line")
    expect(touched.locator(".st.is-open")).to_contain_text("denied that the steering")
    card(touched).get_by_role("button", name="Previous note").tap()
    expect(card(touched)).to_contain_text("We lost sight")
    for _ in range(2):
        card(touched).get_by_role("button", name="Previous note").tap()
    expect(card(touched).get_by_role("button", name="Previous note")).to_be_disabled()


def test_the_focus_stays_in_a_sheet(touched: Page) -> None:
    """Tab goes round within the sheet, either way; closing it gives the focus back."""
    mark(touched, "fog").tap()
    for key in [*["Tab"] * 12, *["Shift+Tab"] * 12]:
        touched.keyboard.press(key)
        assert card(touched).evaluate(FOCUSED), key
    card(touched).get_by_role("button", name="Close").tap()
    expect(mark(touched, "fog")).to_be_focused()


def test_without_scripts_the_numbers_lead_to_the_notes(browser: Browser, served: str) -> None:
    """Without JavaScript a number opens the list of notes at its note, which leads back."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(served + COURIER)
        mark(page, "fog").click()
        assert page.url.endswith("#fn:fog")
        note = page.locator("[id='fn:fog']")
        expect(note).to_be_visible()
        expect(note).to_contain_text("Ilva Dorrin → Courier · quoted")
        note.get_by_role("link", name="¶ 2").click()
        expect(mark(page, "fog")).to_be_in_viewport()


@pytest.mark.parametrize("has_scripts", [True, False])
def test_reading_mode_leaves_the_story_alone(
    has_scripts: bool, browser: Browser, served: str
) -> None:
    """One switch hides every number and line, and brings them back; it needs no script."""
    with browser.new_context(java_script_enabled=has_scripts, viewport=DESKTOP) as context:
        page = context.new_page()
        page.goto(served + COURIER)
        story = page.locator(".rendition")
        expect(story.locator("sup, div").first).to_be_visible()
        page.get_by_label("Reading mode").check()
        expect(story.locator(":is(sup, div, p > a:first-child):visible")).to_have_count(0)
        assert story.inner_text().startswith("The ferry Ondrelle ran onto a sand bank")
        name = story.get_by_role("link", name="Ondrelle").first
        assert name.evaluate("a => getComputedStyle(a).textDecorationLine") == "none"
        page.get_by_label("Reading mode").uncheck()
        expect(story.locator("sup").first).to_be_visible()


def test_reading_mode_is_kept_from_page_to_page(article: Page, served: str) -> None:
    """Whoever reads in it finds the next article in it too."""
    article.get_by_label("Reading mode").check()
    article.goto(f"{served}articles/wire-copy/")
    expect(article.get_by_label("Reading mode")).to_be_checked()
    expect(article.locator(".rendition sup:visible")).to_have_count(0)
