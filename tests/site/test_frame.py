"""The frame of the pages: what leads to others, what stands on this one, what stays in sight."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.building import ROOT

WIDE, PHONE = 1440, 390


@pytest.fixture
def wide(browser: Browser) -> Iterator[Page]:
    """A page in a wide window."""
    with browser.new_context(
        viewport={"width": WIDE, "height": 900}, reduced_motion="reduce"
    ) as context:
        yield context.new_page()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page on a telephone."""
    with browser.new_context(
        viewport={"width": PHONE, "height": 844}, reduced_motion="reduce"
    ) as context:
        yield context.new_page()


@pytest.mark.parametrize(
    ("path", "tab", "current"),
    [
        ("", "Home", "page"),
        ("articles/", "Articles", "page"),
        ("articles/courier/", "Articles", "true"),
        ("comparison/cause/", "Compare", "true"),
        ("entities/person/dorrin/", "People and places", "true"),
        ("method/", "Method", "page"),
    ],
)
def test_the_tab_of_a_page_is_marked(
    wide: Page, served: str, path: str, tab: str, current: str
) -> None:
    """One tab is marked: that of the page, or of the folder that it stands in."""
    wide.goto(served + path)
    marked = wide.locator(".md-tabs [aria-current]")
    expect(marked).to_have_text(tab)
    expect(marked).to_have_attribute("aria-current", current)


def test_no_tab_is_marked_where_none_leads(wide: Page, served: str) -> None:
    """A page that stands in no folder of a tab has none marked."""
    wide.goto(f"{served}coverage/")
    expect(wide.locator(".md-tabs [aria-current]")).to_have_count(0)


def test_only_the_header_stays_in_sight(wide: Page, served: str) -> None:
    """The tabs scroll away with the page; the line above them stays."""
    wide.goto(f"{served}method/")
    wide.mouse.wheel(0, 1500)
    expect(wide.locator(".md-tabs")).not_to_be_in_viewport()
    expect(wide.locator(".md-header")).to_be_in_viewport()
    assert wide.evaluate("document.querySelector('.md-header').getBoundingClientRect().top") == 0


def test_the_contents_follow_the_reader(wide: Page, served: str) -> None:
    """Beside a long page stand its sections; the one that is read is marked, in ink and accent."""
    wide.goto(f"{served}method/")
    contents = wide.get_by_role("navigation", name="On this page")
    expect(contents.get_by_role("link", name="Rights")).to_be_visible()
    expect(wide.locator(".contents-fold")).to_be_hidden()
    contents.get_by_role("link", name="Names").click()
    marked = contents.locator(".md-nav__link--active")
    expect(marked).to_have_text("Names")
    painted = marked.evaluate(
        "e => [getComputedStyle(e).color, getComputedStyle(e).borderLeftColor]"
    )
    tokens = ["--ink", "--accent"]
    wanted = wide.evaluate(
        """names => names.map(name => {
             const probe = document.body.appendChild(document.createElement("i"));
             probe.style.color = `var(${name})`;
             return getComputedStyle(probe).color;
           })""",
        tokens,
    )
    assert painted == wanted


def test_the_contents_are_folded_on_a_telephone(phone: Page, served: str) -> None:
    """There they open under the title, and lead to their sections."""
    phone.goto(f"{served}method/")
    expect(phone.get_by_role("navigation", name="On this page")).to_be_hidden()
    fold = phone.locator(".contents-fold")
    fold.locator("summary").click()
    fold.get_by_role("link", name="Rights").click()
    expect(phone.get_by_role("heading", name="Rights")).to_be_in_viewport()


def test_a_short_page_has_no_contents(wide: Page, served: str) -> None:
    """A page of one or two sections lists none."""
    wide.goto(f"{served}articles/")
    expect(wide.locator(".contents, .contents-fold")).to_have_count(0)


def test_the_drawer_leads_to_every_tab(phone: Page, served: str) -> None:
    """On a telephone the drawer holds what the tabs hold elsewhere."""
    phone.goto(served)
    expect(phone.locator(".md-tabs")).to_be_hidden()
    tabs = phone.locator(".md-tabs__link").all_text_contents()
    phone.locator(".md-header [for=__drawer]").click()
    drawer = phone.locator(".md-sidebar--primary")
    expect(drawer.get_by_text("Timeline")).to_be_in_viewport()
    found = drawer.locator(".md-nav__link:visible").all_text_contents()
    assert {tab.strip() for tab in tabs} <= {" ".join(one.split()) for one in found}


@pytest.mark.parametrize("path", ["", "articles/courier/", "404.html"])
def test_the_foot_leads_to_what_no_tab_shows(page: Page, served: str, path: str) -> None:
    """Every page leads to data, print, coverage and contributing, and to a way to report."""
    page.goto(served + path)
    links = page.locator(".md-footer .foot-links a")
    led = dict(
        zip(
            links.all_text_contents(),
            links.evaluate_all("links => links.map(link => link.href)"),
            strict=True,
        )
    )
    assert led.pop("Report a mistake").startswith("mailto:")
    assert list(led) == ["Download the data", "Print edition", "Coverage", "Contribute"]
    for address in led.values():
        assert page.request.get(address).ok, address


def test_no_page_of_the_folder_is_out_of_reach(site: Path) -> None:
    """Each page written by hand is led to from some other page."""
    own = [file.stem for file in sorted((ROOT / "docs").glob("*.md"))]
    texts = {file: file.read_text(encoding="utf-8") for file in site.rglob("*.html")}
    assert own
    for name in own:
        link = re.compile(rf'href="(?:\.\./)*{name}/["#]')
        inside = site / name / "index.html"
        assert any(link.search(text) for file, text in texts.items() if file != inside), name
