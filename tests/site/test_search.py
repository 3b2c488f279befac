"""Searching the site as a reader does, and finding it from elsewhere."""

import re
from dataclasses import replace
from io import BytesIO
from itertools import cycle
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
import yaml
from PIL import Image
from playwright.sync_api import Page, expect

from newsdossier.dossier.load import load
from newsdossier.model import Kind
from newsdossier.site import cards
from newsdossier.site.parts.page import Page as View
from tests.support.ferry import FERRY
from tests.support.heads import read_head
from tests.support.searching import HIT, find_late, list_forms, type_anew

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


@pytest.mark.parametrize(
    "words", ["Skerrow Line", "SKERROW LINE", "Skérrôw Line", "Linia", "Скерроу"]
)
def test_every_spelling_leads_to_the_one_page(search: Page, words: str) -> None:
    """Its names, aliases, letters of any size and marks lead to its page first."""
    search.keyboard.type(words)
    first = search.locator(HIT).first
    expect(first).to_be_visible()
    first.click()
    expect(search).to_have_url(re.compile(r"/entities/organisation/skerrow-line/"))
    expect(search.locator("h1")).to_have_text("Skerrow Line")


def test_an_entity_stands_before_its_mentions(search: Page) -> None:
    """Whatever it is called by, an entity is found before any page that only mentions it."""
    dossier, _ = load(FERRY)
    assert dossier
    assert list(find_late(search, list_forms(dossier))) == []


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
    expect(also).to_contain_text("in no article")
    for alias in listed("search"):
        expect(also).to_contain_text(alias)
    assert "Linia Skerrow" not in listed("names") + listed("search")
    expect(also).to_contain_text("Linia Skerrow")


@pytest.mark.parametrize(
    ("words", "path", "thing"),
    [
        ("how many people died", "comparison/dead/", "Question"),
        ("ferry sat on a bench", "articles/retelling/", "Article"),
        ("Ilva", "entities/person/dorrin/", "Person"),
        ("Hallow", "entities/place/hallow/", "Place"),
        ("Pilotage Act", "entities/law/pilotage-act/", "Law"),
        ("timeline", "timeline/", "Overview"),
        ("contributing", "contributing/", "Guide"),
    ],
)
def test_a_hit_says_what_sort_of_thing_it_is(
    search: Page, words: str, path: str, thing: str
) -> None:
    """A page of each sort is among the first hits for its words, and the hit says its sort."""
    hits = type_anew(search, words)
    found = [hit.get_attribute("href") or "" for hit in hits.all()]
    place = next(i for i, href in enumerate(found) if urlsplit(href).path.endswith(path))
    assert place < 5
    expect(hits.nth(place).locator(".md-tag")).to_have_text(thing)


def test_the_site_map_lists_every_page_at_its_own_address(site: Path, address: str) -> None:
    """The site map has the canonical address of every page, and nothing else."""
    pages = [page for page in site.rglob("*.html") if page.name != "404.html"]
    canonical = {read_head(page)["canonical"] for page in pages}
    assert canonical == {
        address + page.relative_to(site).as_posix().removesuffix("index.html") for page in pages
    }
    tree = ElementTree.parse(site / "sitemap.xml")
    assert {loc.text for loc in tree.iter() if loc.tag.endswith("}loc")} == canonical


def test_a_shared_address_shows_a_card(site: Path, address: str) -> None:
    """Every page names a title, a description and a picture of its own, which is there."""
    pictures = set()
    for page in site.rglob("*.html"):
        if page.name == "404.html":
            continue
        told = read_head(page)
        assert told["og:title"] in told["title"]
        assert told["og:description"] == told["description"] == told["twitter:description"]
        assert told["og:image"] == told["twitter:image"]
        picture = site / told["og:image"].removeprefix(address)
        assert picture.is_file(), f"{page}: {picture}"
        pictures.add(picture)
    assert {*site.glob("cards/**/*.png")} == pictures
    for picture in pictures:
        assert picture.stat().st_size < 25_000, picture
        with Image.open(picture) as image:
            assert image.size == (1200, 630)


def test_a_card_is_drawn_from_its_texts_alone() -> None:
    """The same texts give the same bytes, other texts others; a title of any length fits."""
    titles = ("Ilva Dorrin", "Қасым-Жомарт Тоқаев", "a long title " * 40, "unbroken" * 40)
    pages = [
        View("a.md", title, "", kind_label=kind.capitalize(), card_text="2 statements")
        for kind, title in zip(Kind, cycle(titles), strict=False)
    ]
    drawn = [cards.draw_card(page, "Ferry aground") for page in pages]
    assert drawn == [cards.draw_card(page, "Ferry aground") for page in pages]
    assert len(set(drawn)) == len(pages)
    for card in drawn:
        with Image.open(BytesIO(card)) as image:
            right = image.convert("L").crop((cards.WIDTH - 40, 0, cards.WIDTH, cards.HEIGHT))
            assert right.getextrema() == (249, 249), "the letters reach the card's edge"


def test_a_card_of_a_question_answers_first(site: Path) -> None:
    """The built card says the answers where other cards have the title, and the question below."""
    asks = "How many people died?"
    card = View(
        "comparison/dead.md",
        asks,
        "",
        kind_label="Question",
        card_title="0 · 3 (withdrawn) · 100 (only imagined)",
        card_text=asks,
    )
    built = (site / "cards/comparison/dead.png").read_bytes()
    assert built == cards.draw_card(card, "The Ondrelle aground")
    assert built != cards.draw_card(replace(card, card_title=""), "The Ondrelle aground")
