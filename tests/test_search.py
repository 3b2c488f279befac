"""Searching the site as a reader does."""

import re

import pytest
import yaml
from playwright.sync_api import Page, expect

from building import ROOT

PRESIDENT = ROOT / "dossier" / "entities" / "person" / "tokayev.yml"


def spellings() -> list[str]:
    """Every name that the articles have for the president."""
    names = yaml.safe_load(PRESIDENT.read_text(encoding="utf-8"))["names"]
    return [name["name"] for name in names if not name.get("description")]


@pytest.mark.parametrize("spelling", spellings())
def test_every_spelling_leads_to_the_one_page(page: Page, served: str, spelling: str) -> None:
    """Whatever spelling of the president's name is typed, the first hit is his one page."""
    page.goto(served)
    page.keyboard.press("/")
    page.keyboard.type(spelling)
    first = page.locator(".md-search-result__item a.md-search-result__link").first
    expect(first).to_be_visible()
    first.click()
    expect(page).to_have_url(re.compile(r"/entities/person/tokayev/"))
    expect(page.locator("h1")).to_have_text("Kassym-Jomart Tokayev")


def test_search_finds_every_kind_of_page(page: Page, served: str) -> None:
    """A question, an article and a hand-written page are found by words of their titles."""
    for typed, path in {
        "how many people died": "comparison/january-deaths/",
        "claims defeating attempted coup": "articles/dawn-2022-01-11/",
        "contributing": "contributing/",
    }.items():
        page.goto(served)
        page.keyboard.press("/")
        page.keyboard.type(typed)
        hits = page.locator(".md-search-result__item a.md-search-result__link")
        expect(hits.first).to_be_visible()
        found = [hit.get_attribute("href") or "" for hit in hits.all()]
        assert any(path in href for href in found[:5]), f"{typed}: {found[:5]}"
