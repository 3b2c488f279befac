"""A site whose pages lead to its repository, as a reader and a browser have it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.building import FERRY_ORIGINALS, ROOT, TESTS, build_ferry, run_build
from tests.support.serving import serving
from tests.support.sharing import make_once
from tests.support.source_links import SourceLinks
from tests.support.sweep import violations

SITE = "https://example.org/ferry/"
HOME = "https://github.com/somebody/dossiers"


def settings(repository: str) -> dict[str, str]:
    """The variables of a build whose pages lead to a repository."""
    return FERRY_ORIGINALS | {"REPOSITORY": repository, "SITE_URL": SITE}


def test_a_build_tells_a_wrong_setting_in_one_line(tmp_path: Path) -> None:
    """Nothing is built, and the message names the setting and what to write."""
    config, wrong = TESTS / "ferry.mkdocs.yml", settings("somebody/dossiers/more")
    built = run_build(tmp_path / "site", config, ROOT, wrong)
    assert built.returncode != 0
    assert not (tmp_path / "site").exists()
    (line,) = [line for line in built.stdout.splitlines() if "extra.repository" in line]
    assert "write OWNER/NAME" in line
    assert "Traceback" not in built.stdout


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the tests' own dossier, which lies in a folder of its repository."""
    own = settings(f"{HOME}/tree/main/tests")
    return make_once(tmp_path_factory, "mending", lambda out: build_ferry(out, **own))


def test_a_built_site_leads_into_the_folder_of_the_repository(ferry: Path) -> None:
    """A dossier that does not lie at the top of its repository is found where it lies."""
    links = [
        (name, to)
        for path in ferry.rglob("*.html")
        for name, to in SourceLinks(path.read_text(encoding="utf-8")).of("edit ")
    ]
    assert links
    for _, address in links:
        path = unquote(urlsplit(address).path).partition("/blob/main/")[2]
        assert path.startswith("tests/dossier/"), address
        assert (ROOT / path).is_file(), address


def test_search_does_not_find_the_links(ferry: Path) -> None:
    """No hit shows the words of the links."""
    index = (ferry / "assets" / "search-index-1.js").read_text(encoding="utf-8")
    assert re.search(r"\bedit\b|blob/main", index) is None


@pytest.fixture(scope="module")
def ferry_served(ferry: Path) -> Iterator[str]:
    """The address of that site's home page on this machine."""
    with serving(ferry) as address:
        yield address


OPACITY = "link => getComputedStyle(link).opacity"


def test_in_a_row_a_link_is_seen_where_one_looks(page: Page, ferry_served: str) -> None:
    """It is seen under the pointer, and when the focus comes by keyboard, and else is not."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{ferry_served}comparison/dead/")
    cell = page.locator("[id='dead--courier'] td").last
    link = cell.get_by_role("link", name="edit Dead in Courier").first
    assert link.evaluate(OPACITY) == "0"
    cell.hover()
    assert link.evaluate(OPACITY) == "1"
    page.mouse.move(0, 0)
    assert link.evaluate(OPACITY) == "0"
    cell.get_by_role("link", name="note").first.focus()
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    assert link.evaluate(OPACITY) == "1"
    assert [url for url in asked if not url.startswith((ferry_served, "data:", "blob:"))] == []


def test_by_touch_a_link_is_always_seen(browser: Browser, ferry_served: str) -> None:
    """Where nothing can hover nothing is hidden, and no paragraph is covered."""
    with browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    ) as context:
        page = context.new_page()
        page.goto(f"{ferry_served}comparison/dead/")
        link = page.get_by_role("link", name="edit Dead in Courier").first
        assert link.evaluate(OPACITY) == "1"


def test_a_card_leads_to_the_lines_of_its_note_and_paragraph(page: Page, ferry_served: str) -> None:
    """A contributor finds both in the open note; paper has no use for links to edit."""
    page.goto(f"{ferry_served}articles/courier/")
    page.locator('.rendition sup a[href="#fn:fog"]').click()
    edits = page.locator(".note-card .card-edits a")
    addresses = [str(one.get_attribute("href")) for one in edits.all()]
    lines = [path_and_line(one) for one in addresses]
    note, paragraph = [
        (ROOT / path).read_text(encoding="utf-8").splitlines()[line - 1] for path, line in lines
    ]
    assert "id: fog" in note
    assert paragraph.startswith("“We lost sight")
    page.emulate_media(media="print")
    expect(page.locator(".edit-link:visible, .card-edits:visible")).to_have_count(0)


def path_and_line(address: str) -> tuple[str, int]:
    """The file and the line in it that an address on GitHub shows."""
    parts = urlsplit(address)
    return unquote(parts.path).partition("/blob/main/")[2], int(parts.fragment.removeprefix("L"))


@pytest.mark.parametrize(
    ("path", "scheme"),
    [
        ("articles/courier/", "light"),
        ("comparison/dead/", "dark"),
        pytest.param("articles/courier/", "dark", marks=pytest.mark.long),
        pytest.param("comparison/dead/", "light", marks=pytest.mark.long),
    ],
)
def test_pages_with_links_are_accessible(
    path: str, scheme: Any, browser: Browser, ferry_served: str
) -> None:
    """With the links shown a page breaks none of axe-core's rules."""
    with browser.new_context(
        color_scheme=scheme, reduced_motion="reduce", bypass_csp=True
    ) as context:
        page = context.new_page()
        page.goto(ferry_served + path)
        page.add_style_tag(content=".edit-link { opacity: 1 !important }")
        assert violations(page) == ""
