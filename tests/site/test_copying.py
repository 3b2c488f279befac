"""What changed in copying, in a browser: bars, columns, stacked versions, and what is shown."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

COPYING = "copying/coastwire-grounding/"
#: Statements of the wire copy: one that the retelling changes, one that it leaves out.
CHANGED, OMITTED = "wire-copy--ashore", "wire-copy--tow"


@pytest.fixture
def wide(page: Page, served: str) -> Page:
    """The page, as a reader has it open."""
    page.set_viewport_size({"width": 1440, "height": 700})
    page.goto(served + COPYING)
    return page


@pytest.fixture
def without_script(browser: Browser, served: str) -> Iterator[Page]:
    """The page in a browser that runs no script."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(served + COPYING)
        yield page


def lines(page: Page) -> list[str]:
    """What the statements that are shown say."""
    return page.locator(".passage-gist:visible").all_inner_texts()


def test_the_navigation_leads_to_the_only_page(page: Page, served: str) -> None:
    """One dispatch is in two copies, so no list stands between."""
    page.set_viewport_size({"width": 1440, "height": 700})
    page.goto(served)
    page.get_by_role("link", name="What changed in copying").first.click()
    expect(page).to_have_url(served + COPYING)


def test_the_versions_stand_in_columns_under_heads_that_stay(wide: Page) -> None:
    """A statement's versions begin on one line, and the heads stay below the site's header."""
    line = wide.locator(".passage-line", has=wide.locator(f"#{CHANGED}"))
    tops = line.locator(".version").evaluate_all("all => all.map(one => one.offsetTop)")
    assert len(set(tops)) == 1
    heads = wide.locator(".version-heads")
    wide.locator(f"#{OMITTED}").scroll_into_view_if_needed()
    wide.mouse.wheel(0, 2000)
    expect(heads).to_be_in_viewport()
    header = wide.locator(".md-header").bounding_box()
    stuck = heads.bounding_box()
    assert header
    assert stuck
    assert abs(stuck["y"] - (header["y"] + header["height"])) <= 1


def test_a_bar_leads_to_its_statement_below_the_heads(wide: Page) -> None:
    """The statement that a bar stands for is not covered by what stays at the top."""
    wide.locator(f'.bar--left-out[href="#{OMITTED}"]').click()
    expect(wide).to_have_url(re.compile(f"#{OMITTED}$"))
    statement = wide.locator(f"#{OMITTED}")
    expect(statement).to_be_in_viewport()
    heads, box = wide.locator(".version-heads").bounding_box(), statement.bounding_box()
    assert heads
    assert box
    assert box["y"] >= heads["y"] + heads["height"]


def test_kinds_are_told_apart_without_colour(wide: Page) -> None:
    """The bars of no two kinds have the same shape: height, filling and outline."""
    shapes = wide.locator(".copying-legend .bar").evaluate_all(
        """all => all.map(one => {
            const style = getComputedStyle(one);
            const filling = style.backgroundImage.split("(")[0];
            return [one.offsetHeight, filling, style.borderRadius, style.borderBottomWidth].join();
        })"""
    )
    kinds = wide.locator(".survival-bars .bar:not(.bar--base)").evaluate_all(
        "all => [...new Set(all.map(one => one.classList[1]))]"
    )
    assert len(set(shapes)) == len(shapes) == len(kinds) > 1


def test_what_the_bars_show_is_told_in_words(wide: Page) -> None:
    """Beside each copy's bars stands how much it keeps; the bars themselves are passed over."""
    row = wide.locator(".survival-row", has_text="Retelling")
    told = "keeps 3: 1 reworded, 2 changed; leaves out 4; has 2 more"
    expect(row.locator("p")).to_contain_text(told)
    assert row.get_by_role("link").count() == 0
    paragraphs = wide.get_by_role("navigation", name="Paragraphs of Wire copy")
    paragraphs.get_by_role("link", name="4").click()
    expect(wide.locator(f"#{OMITTED}")).to_be_in_viewport()


def test_numbers_stand_under_their_bars(wide: Page) -> None:
    """Each number of a paragraph stands where its first bar does, at any width."""
    for width in (390, 820, 1440):
        wide.set_viewport_size({"width": width, "height": 844})
        firsts, numbers = (
            wide.locator(selector).evaluate_all(
                "all => all.map(one => Math.round(one.getBoundingClientRect().left))"
            )
            for selector in (
                ".survival-row:has(.bar--base) .bar-first",
                ".survival-ticks .tick-first",
            )
        )
        assert numbers == firsts
        for link in wide.locator(".survival-passages a").all():
            box = link.bounding_box()
            assert box
            assert min(box["width"], box["height"]) >= 24


def test_answers_that_changed_are_told_first(wide: Page) -> None:
    """Above the bars stands each answer that a copy changed, and leads to where it did."""
    told = wide.locator(".changed-answers")
    expect(told).to_contain_text("Aboard: more than 110 people → 118 people in Retelling")
    told.get_by_role("link", name="Retelling").first.click()
    expect(wide.locator(".copied-statement:target")).to_be_in_viewport()


def test_the_list_of_dispatches_is_there(page: Page, served: str) -> None:
    """Whoever cuts the address to its folder finds the page."""
    page.goto(f"{served}copying/")
    page.get_by_role("main").get_by_role("link", name="Coastwire dispatch").click()
    expect(page).to_have_url(served + COPYING)


def test_only_what_changed_is_shown_and_the_address_keeps_it(wide: Page) -> None:
    """The choice survives a reload, and a passage that has nothing of it goes."""
    every = lines(wide)
    wide.get_by_role("button", name="Changed").click()
    changed = lines(wide)
    assert 0 < len(changed) < len(every)
    assert len(changed) == wide.locator(".passage-line.has-changed").count()
    expect(wide.get_by_role("button", name="Changed")).to_have_attribute("aria-pressed", "true")
    expect(wide.locator("#passage-5")).to_be_hidden()
    wide.reload()
    assert lines(wide) == changed
    wide.get_by_role("button", name="All").click()
    assert lines(wide) == every
    assert "?" not in wide.url


def test_a_link_to_a_statement_that_is_hidden_shows_it(wide: Page) -> None:
    """What is chosen gives way to where a link leads."""
    wide.get_by_role("button", name="Omitted").click()
    expect(wide.locator(f"#{CHANGED}")).to_be_hidden()
    wide.locator(f'.bar[href="#{CHANGED}"]').first.click()
    expect(wide.locator(f"#{CHANGED}")).to_be_in_viewport()
    expect(wide.get_by_role("button", name="All")).to_have_attribute("aria-pressed", "true")


def test_versions_are_stacked_on_a_narrow_screen(wide: Page) -> None:
    """Each names its copy, the base copy's first; what is left out is one line."""
    wide.set_viewport_size({"width": 390, "height": 844})
    line = wide.locator(".passage-line", has=wide.locator(f"#{OMITTED}"))
    assert line.locator(".version-name:visible").all_inner_texts() == ["Wire copy", "Retelling"]
    base, copy = (one.bounding_box() for one in line.locator(".version").all())
    assert base
    assert copy
    assert copy["y"] >= base["y"] + base["height"]
    assert copy["height"] < 40
    expect(line.locator(".left-out")).to_be_visible()
    expect(wide.locator(".version-heads")).to_be_hidden()


def test_without_scripts_all_is_there_but_the_choice(without_script: Page) -> None:
    """Every statement and the editor's reasons are readable; there are no dead buttons."""
    expect(without_script.locator(f"#{CHANGED}")).to_be_visible()
    without_script.get_by_text("changed · translation").click()
    expect(without_script.get_by_text("Editor:").first).to_be_visible()
    assert without_script.get_by_role("button", name="Changed").count() == 0


def test_a_version_is_named_to_those_who_listen(wide: Page) -> None:
    """In columns, too, each version's name is in the tree that assistive programs read."""
    passage = wide.get_by_role("region", name="Paragraph 4")
    assert passage.get_by_text("Retelling", exact=True).count() == 2
