"""What a reader takes from a page, row or statement: link, citation, report of a mistake."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml.html import parse
from playwright.sync_api import Browser, Locator, Page, expect

from newsdossier.exports.citations import Work
from newsdossier.exports.ris import as_ris
from tests.engine.exports.test_citations import assert_csl, parse_ris
from tests.support.building import build_ferry
from tests.support.serving import serving
from tests.support.sharing import make_once
from tests.support.sweep import violations

SITE = "https://example.org/ferry/"
HOME = "https://github.com/somebody/dossiers"
QUESTION = "comparison/dead/"
ARTICLE = "articles/courier/"
#: What a citation says of a statement beside its words.
NOTE = "As told by Courier, “Ferry aground off Skerrow”, 2 May 2021; statement courier#fog"
ESCAPED = NOTE.replace("#", "\\#")  # as BibTeX has it


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with an address, whose readers report mistakes by a form and by mail."""
    own = {"REPOSITORY": "somebody/dossiers", "SITE_URL": SITE}
    return make_once(tmp_path_factory, "tools", lambda out: build_ferry(out, **own))


@pytest.fixture(scope="module")
def home(ferry: Path) -> Iterator[str]:
    """The address of that site's home page on this machine."""
    with serving(ferry) as address:
        yield address


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A page that may copy."""
    allowed = ["clipboard-read", "clipboard-write"]
    with browser.new_context(permissions=allowed, reduced_motion="reduce") as context:
        yield context.new_page()


def work_of(item: Mapping[str, Any]) -> Work:
    """A page of the site as a work, from what CSL-JSON has of it."""
    ((year, month, day),) = item["issued"]["date-parts"]
    return Work(
        key=item["id"],
        csl_type=item["type"],
        title=item["title"],
        container=item.get("container-title"),
        issued=f"{year}-{month:02}-{day:02}",
        is_inferred=False,
        language=item["language"],
        address=item["URL"],
    )


def side(page: Page) -> Locator:
    """The tools beside the answers of a question."""
    return page.locator(".question-side .tools")


def pasted(page: Page) -> str:
    """What has been copied."""
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def copied(page: Page, what: str) -> str:
    """What the panel copies in one format."""
    page.get_by_role("button", name=f"Copy the {what}").first.click()
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text("Copied")
    return pasted(page)


def test_a_link_is_copied_with_the_public_address(reader: Page, home: str) -> None:
    """One click copies the permanent address, whatever stands behind the one in the browser."""
    reader.goto(f"{home}{QUESTION}?from=mail#dead--courier")
    side(reader).get_by_role("link", name="Copy link").click()
    expect(side(reader).get_by_role("link", name="Copied")).to_be_visible()
    assert pasted(reader) == SITE + QUESTION


def test_an_address_that_is_not_known_is_that_in_the_browser(reader: Page, served: str) -> None:
    """A site that does not say where it lives is linked to where it was read."""
    reader.goto(f"{served}{QUESTION}#dead--courier")
    side(reader).get_by_role("link", name="Copy link").click()
    expect(side(reader).get_by_role("link", name="Copied")).to_be_visible()
    assert pasted(reader) == served + QUESTION


@pytest.mark.parametrize("path", ["index.html", QUESTION, ARTICLE, "data/", "method/"])
def test_the_panel_cites_as_the_foot_does(path: str, ferry: Path, home: str, reader: Page) -> None:
    """Both print the same, but that the panel knows the day of access."""
    file = ferry / path
    page = parse(str(file if file.is_file() else file / "index.html")).getroot()
    work = page.find_class("citation")[0]
    line = work.find_class("citation-line")[0].text_content()
    bibtex, csl = [block.text_content().strip("\n") for block in work.iter("pre")]
    reader.goto(home + path)
    reader.locator(".tools").get_by_role("link", name="Cite").locator("visible=true").last.click()
    today = date.today()
    day = f"{today.day} {today:%B} {today.year}"
    assert copied(reader, "citation") == f"{line}, accessed {day}."
    without = re.sub(r"  urldate = \{(.*)\},\n", "", copied(reader, "BibTeX"))
    assert without == bibtex
    given = parse_ris(copied(reader, "RIS"))
    assert given.pop("Y2") == f"{today:%Y/%m/%d}/"
    (item,) = json.loads(copied(reader, "CSL-JSON"))
    assert item.pop("accessed") == {"date-parts": [[today.year, today.month, today.day]]}
    assert_csl(item)
    assert [item] == json.loads(csl)
    assert given == parse_ris(as_ris(work_of(item)))


def test_the_page_of_an_article_also_cites_the_article(reader: Page, home: str) -> None:
    """The article itself is cited as it was printed, by its publisher."""
    reader.goto(home + ARTICLE)
    reader.locator(".page-foot .tools").get_by_role("link", name="Cite").click()
    panel = reader.get_by_role("dialog", name="Cite this page")
    panel.get_by_role("heading", name="The article itself").scroll_into_view_if_needed()
    panel.get_by_role("button", name="Copy the citation").last.click()
    expect(panel.get_by_role("status")).to_have_text("Copied")
    assert pasted(reader) == "“Ferry aground off Skerrow”, Skerrow Courier, 2 May 2021."


def test_a_row_is_cited_and_linked_by_its_own_page(reader: Page, home: str) -> None:
    """A row that opens in the comparison has the tools of its question."""
    reader.goto(f"{home}comparison/#row-dead")
    reader.locator("#row-dead .opener").click()
    tools = reader.locator(".opened .tools")
    tools.get_by_role("link", name="Copy link").click()
    expect(tools.get_by_role("link", name="Copied")).to_be_visible()
    assert pasted(reader) == SITE + QUESTION
    tools.get_by_role("link", name="Cite").click()
    expect(reader.get_by_role("dialog", name="Cite this question")).to_be_visible()
    line = copied(reader, "citation")
    assert line.startswith("“How many people died?”, The Ondrelle aground, updated 12 May 2021.")
    assert f" {SITE}{QUESTION}, accessed " in line


@pytest.mark.parametrize("width", [390, 1440])
def test_a_statement_is_cited_from_its_note(width: int, reader: Page, home: str) -> None:
    """A note has the tools of its statement, which is cited in its own words, by id and address."""
    reader.set_viewport_size({"width": width, "height": 844})
    reader.goto(f"{home}{ARTICLE}#fn:fog")
    reader.wait_for_load_state("load")
    reader.evaluate("new Promise((done) => setTimeout(done, 100))")  # what the load sets off
    expect(reader.locator(".st.is-open")).to_be_in_viewport()
    tools = reader.locator(".note-card .tools")
    tools.get_by_role("link", name="Copy link").click()
    expect(tools.get_by_role("link", name="Copied")).to_be_visible()
    assert pasted(reader) == f"{SITE}{ARTICLE}#fn:fog"
    tools.get_by_role("link", name="Cite").click()
    expect(reader.get_by_role("dialog", name="Cite this statement")).to_be_visible()
    line = copied(reader, "citation")
    assert line.startswith(
        "“Captain Dorrin said that in the fog nothing could be seen any more”, "
        f"a{NOTE[1:]}, The Ondrelle aground, updated 12 May 2021. "
        f"{SITE}{ARTICLE}#fn:fog, accessed "
    )
    (item,) = json.loads(copied(reader, "CSL-JSON"))
    assert_csl({name: value for name, value in item.items() if name != "accessed"})
    assert (item["id"], item["note"]) == ("courier-fog", NOTE)
    entry = copied(reader, "BibTeX")
    assert f"note = {{{ESCAPED}}}" in entry
    assert parse_ris(copied(reader, "RIS"))["N1"] == NOTE
    reader.keyboard.press("Escape")
    expect(tools).to_be_visible()


def test_the_panel_is_left_by_keyboard(reader: Page, home: str) -> None:
    """The focus goes in, Escape closes the panel, and the focus is where it was."""
    reader.goto(home + QUESTION)
    cite = side(reader).get_by_role("link", name="Cite")
    cite.focus()
    reader.keyboard.press("Enter")
    panel = reader.get_by_role("dialog", name="Cite this page")
    expect(panel).to_be_visible()
    assert panel.evaluate("panel => panel.contains(document.activeElement)")
    reader.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(cite).to_be_focused()


def test_a_report_by_form_or_by_mail_names_the_row(reader: Page, home: str) -> None:
    """Where there are both ways the reader chooses, and both are filled in."""
    reader.goto(f"{home}comparison/#row-dead")
    reader.locator("#row-dead .opener").click()
    reader.locator(".opened .tools").get_by_role("link", name="Report a mistake").click()
    panel = reader.get_by_role("dialog", name="Report a mistake")
    form, mail = (link.get_attribute("href") or "" for link in panel.get_by_role("link").all())
    assert form.startswith(f"{HOME}/issues/new?template=mistake.yml&")
    asked = parse_qs(urlsplit(form).query)
    assert (asked["where"], asked["page"]) == (["question dead"], [SITE + QUESTION])
    assert mail.startswith("mailto:editors@ondrelle.example?")
    asked = parse_qs(urlsplit(mail).query)
    assert asked["subject"] == ["Mistake in question dead"]
    where, page, *_ = asked["body"][0].split("\r\n")
    assert (where, page) == ("Where: question dead", f"Page: {SITE}{QUESTION}")


def test_without_scripts_the_foot_has_everything(browser: Browser, home: str) -> None:
    """The tools lead to the citation and to the ways to report a mistake, both in sight then."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(home + QUESTION)
        expect(side(page).get_by_role("link").first).to_have_attribute("href", "./")
        side(page).get_by_role("link", name="Report a mistake").click()
        report = page.locator("#report")
        expect(report).to_be_in_viewport()
        expect(report.get_by_role("link")).to_have_count(2)
        side(page).get_by_role("link", name="Cite").click()
        expect(page.locator("#cite .citation-line")).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_the_panel_is_accessible(width: int, scheme: str, browser: Browser, home: str) -> None:
    """Open, it breaks none of axe-core's rules, and fits the window."""
    size = {"width": width, "height": 844}
    with browser.new_context(
        viewport=size,  # type: ignore[arg-type]
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
        bypass_csp=True,
    ) as context:
        page = context.new_page()
        page.goto(home + ARTICLE)
        page.locator(".page-foot .tools").get_by_role("link", name="Cite").click()
        expect(page.get_by_role("dialog", name="Cite this page")).to_be_in_viewport(ratio=1)
        assert violations(page) == ""


def test_a_reference_manager_imports_every_page(ferry: Path) -> None:
    """Zotero reads Dublin Core, and the name of the site, its address and summary beside it.

    It takes a page for a web page only where the type says so. Of an article's page it imports the
    page, not the article.
    """
    files = [path for path in ferry.rglob("index.html") if "Moved: " not in path.read_text()[:400]]
    assert len(files) > 20
    for path in files:
        head = parse(str(path)).getroot().head
        meta = {one.get("name") or one.get("property"): one.get("content") for one in head}
        place = path.relative_to(ferry).as_posix().removesuffix("index.html")
        assert meta["DC.type"] == "WebPage"
        assert meta["DC.identifier"] == meta["og:url"] == SITE + place
        assert meta["DC.date"] == "2021-05-12"
        assert meta["DC.language"] == "en"
        assert meta["og:site_name"] == "The Ondrelle aground"
        assert meta["DC.title"]
        if place == ARTICLE:
            assert meta["DC.title"] == "Ferry aground off Skerrow (Courier), annotated"


def test_from_a_folder_the_address_on_the_web_is_cited(
    page: Page, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A site opened without a server, where nothing can be fetched, cites where it lives."""
    own = {"OFFLINE": "1", "SITE_URL": SITE}
    folder = make_once(tmp_path_factory, "tools-offline", lambda out: build_ferry(out, **own))
    page.goto(f"{(folder / 'articles' / 'courier.html').as_uri()}#fn:fog")
    page.locator(".note-card .tools").get_by_role("link", name="Cite").click()
    line = page.get_by_role("dialog", name="Cite this statement").locator("p").first
    expect(line).to_contain_text("“We lost sight of everything in the fog”, statement courier#fog")
    expect(line).to_contain_text(f"{SITE}{ARTICLE}#fn:fog, accessed ")
