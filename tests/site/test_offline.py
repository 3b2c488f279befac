"""The zip that opens from a folder: no server, no network, and all the same."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.building import contents
from tests.support.searching import HIT


@pytest.fixture(scope="session")
def unpacked(made_copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a reader gets by unpacking the zip that `make offline` makes."""
    folder = tmp_path_factory.mktemp("unpacked")
    with ZipFile(made_copy / "dossier-offline.zip") as archive:
        archive.extractall(folder)
    (only,) = folder.iterdir()
    return only


@pytest.fixture
def offline(browser: Browser) -> Iterator[Page]:
    """A page in a browser that has no network; what it asks for in vain is an error."""
    failed: list[str] = []
    with browser.new_context(offline=True, reduced_motion="reduce") as context:
        page = context.new_page()
        page.on("requestfailed", lambda request: failed.append(request.url))
        page.on("pageerror", lambda error: failed.append(str(error)))
        page.on("console", lambda said: failed.append(said.text) if said.type == "error" else None)
        yield page
        in_vain = list(failed)  # what is still on its way when the window closes fails too
    assert in_vain == []


def test_the_folder_holds_what_the_zip_does(made_copy: Path, unpacked: Path) -> None:
    """Whoever has made the zip opens the same files without unpacking it; nothing else is left."""
    assert contents(made_copy / "dossier-offline") == contents(unpacked)
    assert list(made_copy.glob(".*-new")) == []


def test_every_link_leads_to_a_file(unpacked: Path) -> None:
    """No link leads to a folder, which a browser would list, nor to a file that is not there."""
    astray = []
    for page in sorted(unpacked.rglob("*.html")):
        if page.name == "404.html":
            continue
        found = re.findall(r'(?:href|src)="([^"]+)', page.read_text(encoding="utf-8"))
        for target in [unescape(one).partition("#")[0] for one in found]:
            if (
                target
                and ":" not in target
                and not (page.parent / target.partition("?")[0]).is_file()
            ):
                astray.append(f"{page.relative_to(unpacked)}: {target}")
    assert astray == []


def test_search_works_from_a_folder(unpacked: Path, offline: Page) -> None:
    """A spelling typed on a page deep in the folder leads to the entity's page."""
    offline.goto((unpacked / "comparison" / "dead.html").as_uri())
    offline.keyboard.press("/")
    offline.keyboard.type("Skerrow Line")
    first = offline.locator(HIT).first
    expect(first).to_contain_text("Skerrow Line")
    first.click()
    expect(offline).to_have_url(re.compile(r"^file:.*/entities/organisation/skerrow-line\.html"))
    expect(offline.locator("h1")).to_have_text("Skerrow Line")


def test_a_note_opens_from_a_folder(unpacked: Path, offline: Page) -> None:
    """A note opens where it is called, and leads on within the folder."""
    offline.goto((unpacked / "articles" / "courier.html").as_uri())
    offline.locator(".rendition sup a").first.click()
    card = offline.locator(".note-card")
    expect(card).to_be_visible()
    card.locator("a[href*='comparison/']").first.click()
    expect(offline).to_have_url(re.compile(r"^file:.*/comparison/[a-z-]+\.html"))


def test_the_fonts_are_read_from_a_folder(unpacked: Path, offline: Page) -> None:
    """Pages are drawn in the fonts that lie in the folder, how deep a page may be."""
    for path in ("index.html", "articles/courier.html"):
        offline.goto((unpacked / path).as_uri())
        loaded = offline.evaluate(
            "document.fonts.ready.then(() => [...document.fonts]"
            ".filter(font => font.status === 'loaded').map(font => font.family))"
        )
        assert {"Dossier Serif", "Dossier Sans"} <= {family.strip('"') for family in loaded}


def test_the_comparison_is_filtered_from_a_folder(unpacked: Path, offline: Page) -> None:
    """A filter leaves fewer rows, and its state is in the address, to be sent or kept."""
    offline.goto((unpacked / "comparison" / "index.html").as_uri())
    rows = offline.locator("tr.question-row:visible")
    every = rows.count()
    offline.locator(".chip", has_text="contradict").click()
    assert 0 < rows.count() < every
    left = rows.count()
    expect(offline).to_have_url(re.compile("verdict=contradict"))
    address = offline.url
    offline.goto("about:blank")
    offline.goto(address)
    expect(rows).to_have_count(left)
