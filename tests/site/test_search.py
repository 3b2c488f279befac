"""Searching the site as a reader does, and finding it from elsewhere."""

import re
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from playwright.sync_api import Browser, Locator, Page, Route, expect

from newsdossier.analysis.collation import collate
from newsdossier.dossier.load import load
from newsdossier.site.search import build_search_files
from newsdossier.text.search_words import hash_word, list_search_words
from tests.support.building import TESTS
from tests.support.ferry import FERRY
from tests.support.heads import leads_on, read_head
from tests.support.searching import (
    HIT,
    SAID,
    find_late,
    find_wrong_first,
    list_addresses,
    list_forms,
    list_queries,
    type_anew,
    wait_for_parts,
)
from tests.support.sweep import Scheme, violations, visit_page

QUERIES = TESTS / "site" / "queries.yml"
LINE = FERRY / "entities" / "organisation" / "skerrow-line.yml"


def listed(key: str) -> list[str]:
    """What the line's file lists under a key; descriptions are no names."""
    entries = yaml.safe_load(LINE.read_text(encoding="utf-8"))[key]
    texts = [one if isinstance(one, dict) else {"name": one} for one in entries]
    return [one["name"] for one in texts if not one.get("description")]


@pytest.fixture
def search(page: Page, served: str) -> Page:
    """The home page with the search open."""
    page.goto(served)
    page.keyboard.press("/")
    return page


def find_numbers(search: Page, words: str) -> set[int]:
    """What has the words itself, by its number."""
    read = """words => dossierSearch.find(words).groups.flatMap(({ hits }) => hits)
        .filter((hit) => hit.through === undefined).map((hit) => hit.number)"""
    return set(search.evaluate(read, words))


def find_group(search: Page, title: str) -> Locator:
    """The results of one kind."""
    return search.get_by_role("listbox").get_by_role("group", name=title)


@pytest.mark.parametrize(
    "words", ["Skerrow Line", "SKERROW LINE", "Skérrôw Line", "Linia", "Скерроу", "Skerow Line"]
)
def test_every_spelling_leads_to_the_one_page(search: Page, words: str) -> None:
    """Its names, aliases, letters of any size and marks, and slips lead to its page first."""
    search.keyboard.type(words)
    expect(search.locator(HIT).first).to_contain_text("Skerrow Line")
    search.keyboard.press("Enter")
    expect(search).to_have_url(re.compile(r"/entities/organisation/skerrow-line/"))
    expect(search.locator("h1")).to_have_text("Skerrow Line")


def test_an_entity_stands_before_its_mentions(search: Page) -> None:
    """Whatever it is called by, an entity is found before any page that only mentions it."""
    dossier, _ = load(FERRY)
    assert dossier
    assert list(find_late(search, list_forms(dossier))) == []


def test_the_right_result_comes_first(search: Page) -> None:
    """Every query of the file leads to the right place first."""
    assert list(find_wrong_first(search, list_queries(QUERIES))) == []


def test_words_that_are_pasted_are_searched(search: Page) -> None:
    """What comes into the field without a key being pressed is searched as well."""
    search.keyboard.insert_text("Скерроу")
    expect(search.locator(HIT).first).to_contain_text("Skerrow Line")


def test_an_alias_is_shown_as_what_no_article_has(page: Page, served: str) -> None:
    """On the entity's page stands what search finds beside the names, and that no article has it.

    The forms without marks are among it, though nobody listed them.
    """
    page.goto(f"{served}entities/organisation/skerrow-line/")
    also = page.locator(".search-also")
    expect(also).to_contain_text("no article has these forms")
    for alias in listed("search"):
        expect(also).to_contain_text(alias)
    assert "Linia Skerrow" not in listed("names") + listed("search")
    expect(also).to_contain_text("Linia Skerrow")


def test_a_figure_finds_the_answer_in_groups(search: Page) -> None:
    """The answer that has it comes first; then whom it concerns, the statement, the article."""
    type_anew(search, "120")
    titles = search.get_by_role("listbox").locator(".search-group-title")
    first = ["Answers", "People and places", "Statements", "Articles"]
    assert titles.all_inner_texts()[:4] == first
    answer = find_group(search, "Answers").get_by_role("option").first
    expect(answer).to_contain_text("How many people were aboard?")
    expect(answer.locator("mark")).to_have_text("120")
    expect(answer.locator(".verdict")).to_be_visible()
    expect(answer.get_by_role("img")).to_have_attribute("aria-label", re.compile("witnesses: "))
    statement = find_group(search, "Statements").get_by_role("option").first
    expect(statement).to_contain_text("Courier ¶")
    statement.click()
    expect(search).to_have_url(re.compile(r"/articles/courier/#fn:"))


def test_a_statement_says_whose_word_it_is(search: Page) -> None:
    """Beside what is said stand the speaker, how it is said, and the place."""
    type_anew(search, "in the fog nothing")
    hit = find_group(search, "Statements").get_by_role("option").filter(has_text="in the fog")
    expect(hit.locator(".search-hit-line")).to_have_text(re.compile("Ilva Dorrin, quoted"))


def test_copies_of_a_statement_are_one_result(search: Page) -> None:
    """Of the copies of one dispatch one is shown, with how many others have the words."""
    type_anew(search, "coast guard")
    search.get_by_role("link", name="All results").click()
    results = search.get_by_role("region", name="Results")
    hits = results.locator("a:is([href$='#fn:steering'], [href$='#fn:rudder'])")
    expect(hits).to_have_count(1)
    expect(hits).to_contain_text("and 1 copy")


def test_all_words_come_before_some_and_a_phrase_before_all(search: Page) -> None:
    """What has all the words hides what has some; where nothing has all, that is said."""
    type_anew(search, "sand bank")
    both, sand, bank = (find_numbers(search, words) for words in ("sand bank", "sand", "bank"))
    assert both == sand & bank != set()
    type_anew(search, "ferry bench wolfram")
    expect(search.locator(SAID)).to_contain_text("No article mentions wolfram.")
    expect(search.locator(HIT).first).to_be_visible()


def test_nothing_found_is_an_answer(search: Page) -> None:
    """A word that no original has is said to be there in none, with the nearest questions."""
    hits = type_anew(search, "wolframs")
    expect(search.locator(SAID)).to_contain_text("No article mentions wolframs.")
    expect(search.locator(SAID)).to_contain_text("in none of the three articles")
    assert all("/comparison/" in one for one in list_addresses(hits))
    expect(search.locator(".md-search [role=status]")).to_contain_text("No article mentions")


def test_a_foreseen_word_leads_to_its_question(search: Page) -> None:
    """What an editor foresaw that no article says leads to the question that is meant."""
    first = list_addresses(type_anew(search, "fatalities"))[0]
    assert first.endswith("/comparison/dead/")
    expect(search.locator(SAID)).to_contain_text("No article mentions fatalities.")


def test_without_originals_nothing_is_said_of_them(page: Page, served: str) -> None:
    """Where nobody has looked into the originals, only the retellings are spoken of."""

    def leave_out(route: Route) -> None:
        text = route.fetch().text()
        bare = re.sub(r'"originals":\{[^}]*\}', '"originals":null', text)
        assert bare != text
        route.fulfill(body=bare, content_type="text/javascript")

    page.route("**/search-index-1.js", leave_out)
    page.goto(served)
    page.keyboard.press("/")
    type_anew(page, "wolframs")
    expect(page.locator(SAID)).to_contain_text("Not found in the retellings.")


def test_the_keyboard_alone_is_enough(search: Page) -> None:
    """Arrows choose, and the field says which; Escape closes, and the page has the keys again."""
    hits = type_anew(search, "ferry")
    field = search.get_by_role("combobox", name="Search")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(hits.nth(0)).to_have_attribute("aria-selected", "true")
    search.keyboard.press("ArrowDown")
    expect(hits.nth(1)).to_have_attribute("aria-selected", "true")
    chosen = hits.nth(1).get_attribute("id")
    expect(field).to_have_attribute("aria-activedescendant", f"{chosen}")
    search.keyboard.press("ArrowUp")
    search.keyboard.press("ArrowUp")
    expect(hits.last).to_have_attribute("aria-selected", "true")
    search.keyboard.press("Escape")
    expect(search.locator(".search-panel")).not_to_be_visible()
    expect(field).not_to_be_focused()
    search.keyboard.press("/")
    expect(field).to_be_focused()
    expect(search.locator(HIT).first).to_be_visible()


def test_words_in_the_address_open_the_search(page: Page, served: str) -> None:
    """An address with words opens the search with them, on any page."""
    page.goto(f"{served}timeline/?q=Hallow")
    expect(page.locator(HIT).first).to_contain_text("Hallow")
    expect(page.get_by_role("combobox", name="Search")).to_have_value("Hallow")


def test_the_page_of_the_search_shows_all_results(search: Page) -> None:
    """All results of the panel's words stand on a page, in place of the index there."""
    type_anew(search, "coast guard")
    search.get_by_role("link", name="All results").click()
    expect(search).to_have_url(re.compile(r"/search/\?q=coast\+guard"))
    results = search.get_by_role("region", name="Results")
    expect(results.get_by_role("link", name=re.compile("^Coast guard"))).to_be_visible()
    expect(search.locator(".search-index")).not_to_be_visible()
    search.get_by_role("searchbox", name="Words to look for").fill("")
    expect(search.locator(".search-index")).to_be_visible()


def test_the_page_of_the_search_needs_no_script(browser: Browser, served: str) -> None:
    """Without a script the page leads to every question, entity and statement."""
    dossier, _ = load(FERRY)
    assert dossier
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{served}search/")
        hrefs = [one.get_attribute("href") for one in page.locator(".search-index a").all()]
    led = {one for one in hrefs if one}
    assert {f"../comparison/{one}/" for one in dossier.questions} <= led
    assert {f"../entities/{one.kind}/{one.id}/" for one in dossier.entities.values()} <= led
    assert {
        f"../articles/{one.article.id}/#fn:{one.statement.id}" for one in dossier.statements
    } <= led


@pytest.mark.parametrize("words", ["ferry", "wolframs"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_the_open_search_is_accessible(
    width: int, scheme: Scheme, words: str, browser: Browser, served: str
) -> None:
    """The open panel breaks none of axe-core's rules; on a telephone it fills the window."""
    with visit_page(browser, served, width, scheme) as visit:
        visit.page.keyboard.press("/")
        type_anew(visit.page, words)
        assert violations(visit.page) == ""
        box = visit.page.locator(".md-search__inner").bounding_box()
        assert box
        assert width > 400 or box["width"] == width


def test_nothing_is_loaded_before_it_is_asked_for(page: Page, served: str) -> None:
    """The index is fetched when a reader turns to the search, and not before."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served, wait_until="networkidle")
    assert [one for one in asked if "search-index" in one] == []
    page.keyboard.press("/")
    type_anew(page, "ferry")
    assert [one for one in asked if "search-index" in one] != []


def test_pages_that_repeat_others_are_not_found(site: Path) -> None:
    """The printable page and the pairs hold what stands elsewhere, and search leads there."""
    index = (site / "assets" / "search-index-1.js").read_text(encoding="utf-8")
    assert '"to":"timeline/"' in index
    assert '"to":"printable/"' not in index
    assert '"to":"comparison/pairs/' not in index


def test_a_split_index_is_searched_whole(page: Page, served: str) -> None:
    """Where there are many articles the index is split, and all of its parts are searched."""
    dossier, _ = load(FERRY)
    assert dossier
    parts = build_search_files(collate(dossier), [], most=1)
    assert len(parts) == len(dossier.articles) > 1
    for path, content in parts.items():
        body = content.decode()
        page.route(f"**/{path}", partial(Route.fulfill, body=body, content_type="text/javascript"))
    page.goto(served)
    page.keyboard.press("/")
    for words in ("sand bank", "warm soup", "Pilotage Act", "nothing could be seen"):
        expect(type_anew(page, words).first).to_be_visible()
        wait_for_parts(page, len(parts))
        places = [one.rpartition("/articles/")[2] for one in list_addresses(type_anew(page, words))]
        assert any("#fn:" in place for place in places), words


def test_the_form_of_a_page_opens_the_search(page: Page, served: str) -> None:
    """Words typed into the home page's field are searched in the box, without leaving the page."""
    page.goto(served)
    page.locator("main [name=q]").fill("Hallow")
    page.locator("main [name=q]").press("Enter")
    expect(page.locator(HIT).first).to_contain_text("Hallow")
    expect(page).to_have_url(served)


def test_both_sides_cut_and_hash_words_alike(search: Page) -> None:
    """The browser and the build make the same words and hashes of a text."""
    type_anew(search, "ferry")
    texts = [
        "More than 10,000 people, 8\u00a0000 of them in Skérrôw’s harbour; 19.2 million.",
        "Қасым-Жомарт Тоқаев й ё Ŀ ÅNGSTRÖM Straße 3rd B2B 1,2345 12,34",
        "naïve coöperate ﬁsh ① ٣٤ हिन्दी 日本語 O’Neill it's rock 'n' roll",
    ]
    for text in texts:
        words = list(list_search_words(text))
        read = "text => dossierWords.list(text).map(({ word }) => word)"
        assert search.evaluate(read, text) == [
            word for word in words if word != "s" or ("’s" not in text and "'s" not in text)
        ]
        hashes = search.evaluate("words => words.map(dossierWords.hash)", words)
        assert hashes == [hash_word(word) for word in words]


def test_the_site_map_lists_every_page_at_its_own_address(site: Path, address: str) -> None:
    """The site map has the canonical address of every page, and nothing else."""
    every = [page for page in site.rglob("*.html") if page.name != "404.html"]
    pages = [page for page in every if not leads_on(page)]
    canonical = {read_head(page)["canonical"] for page in pages}
    assert canonical == {
        address + page.relative_to(site).as_posix().removesuffix("index.html") for page in pages
    }
    tree = ElementTree.parse(site / "sitemap.xml")
    assert {loc.text for loc in tree.iter() if loc.tag.endswith("}loc")} == canonical
