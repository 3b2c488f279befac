"""Pages on paper: printed by Chromium, and read back."""

import re
import unicodedata
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize
from pypdf import PdfReader

from newsdossier.dossier.load import load
from tests.support.ferry import FERRY
from tests.support.printing import print_page
from tests.support.sweep import violations

PHONE: ViewportSize = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def dossier(browser: Browser, site: Path, tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    """The whole dossier, printed."""
    out = tmp_path_factory.mktemp("printed") / "dossier.pdf"
    print_page(browser, site, "printable/", out)
    return PdfReader(out)


def words(pdf: PdfReader) -> str:
    """What stands on the pages, white space made one space, ligatures their letters."""
    text = " ".join(page.extract_text() for page in pdf.pages)
    return " ".join(unicodedata.normalize("NFKC", text).split())


def letters(text: str) -> str:
    """The letters and digits of a text, wherever its lines are broken."""
    return re.sub(r"\W", "", unicodedata.normalize("NFKC", text))


@pytest.fixture(scope="module")
def text(dossier: PdfReader) -> str:
    """What stands on the pages of the whole dossier."""
    return words(dossier)


def test_the_whole_dossier_prints(dossier: PdfReader, text: str) -> None:
    """Every article, the comparison, the entities and the notes are on paper, page by page."""
    for part in (
        "Ferry aground off Skerrow",
        "What came after",
        "How many people died?",
        "The rescuers of the coast",
    ):
        assert part in text, part
    assert dossier.pages[1].extract_text().split()[0] == "2", "the pages are not numbered"


def test_every_statement_is_on_paper(text: str) -> None:
    """The notes say what each statement says."""
    printed = letters(text)
    records, _ = load(FERRY)
    assert records
    statements = [one.says for article in records.articles.values() for one in article.statements]
    assert [says for says in statements if letters(says) not in printed] == []


def test_the_notes_are_numbered_through(dossier: PdfReader, site: Path) -> None:
    """Each note is on the paper once, by one number, and every number that is called is there."""
    page = (site / "printable" / "index.html").read_text(encoding="utf-8")
    called = {int(number) for number in re.findall(r'class="footnote-ref"[^>]*>(\d+)<', page)}
    notes = len(re.findall(r'<li id="fn:', page))
    assert called == set(range(1, notes + 1))
    assert notes
    last = dossier.pages[-1].extract_text()
    assert re.search(rf"^\s*{notes}\.", last, re.MULTILINE), last


def test_links_on_paper_lead_to_the_web(dossier: PdfReader, address: str) -> None:
    """A link in the PDF leads to the site, to no file of the machine that printed it."""
    addresses = {
        note["/A"]["/URI"]
        for page in dossier.pages
        for note in page.get("/Annots", [])
        if "/URI" in note.get("/A", {})
    }
    assert addresses
    assert [one for one in addresses if not one.startswith(address)] == []


def test_an_article_prints_with_its_notes(browser: Browser, site: Path, tmp_path: Path) -> None:
    """On paper stand the text, the notes it calls and who is named; no menu, switch or button."""
    print_page(browser, site, "articles/courier/", tmp_path / "article.pdf")
    text = words(PdfReader(tmp_path / "article.pdf"))
    for part in ("The ferry Ondrelle ran onto", "We lost sight", "Who and what is named"):
        assert part in text, part
    for left in ("Skip to content", "Underline it in the text", "Back to top", "Switch to"):
        assert left not in text, left


def test_the_comparison_prints_across_the_paper(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    """Every question is on paper, those that one witness answers too, on sheets that lie across."""
    print_page(browser, site, "comparison/", tmp_path / "comparison.pdf")
    pdf = PdfReader(tmp_path / "comparison.pdf")
    assert all(page.mediabox.width > page.mediabox.height for page in pdf.pages)
    text = letters(words(pdf))
    records, _ = load(FERRY)
    assert records
    asked = [one.asks for one in records.questions.values()]
    assert asked
    assert [one for one in asked if letters(one) not in text] == []


def test_a_page_prints_without_its_contents(browser: Browser, site: Path, tmp_path: Path) -> None:
    """On paper no list of sections leads anywhere."""
    print_page(browser, site, "method/", tmp_path / "method.pdf")
    assert words(PdfReader(tmp_path / "method.pdf")).count("Corrections and complaints") == 1


def test_the_printable_page_can_be_read_on_a_screen_too(browser: Browser, served: str) -> None:
    """On a telephone it is no wider than the window, and breaks none of axe-core's rules."""
    with browser.new_context(viewport=PHONE) as context:
        page = context.new_page()
        page.goto(f"{served}printable/")
        assert page.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"]
        assert violations(page) == ""


def test_the_printable_page_is_not_searched(site: Path) -> None:
    """What it holds stands on other pages, and search leads to those."""
    index = (site / "assets" / "search-index-1.js").read_text(encoding="utf-8")
    assert '"printable/' not in index
    assert '"timeline/' in index
