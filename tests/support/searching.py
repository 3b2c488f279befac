"""Types words into the search of a site, and looks at what is found in which order."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from playwright.sync_api import Locator, Page, expect

from newsdossier.analysis.names import search_forms
from newsdossier.dossier.dossier import Dossier

HIT = ".md-search-result__item > a.md-search-result__link"


def list_forms(dossier: Dossier) -> dict[str, set[str]]:
    """Every name, alias and form without marks, with the pages of those that it may mean."""
    found: dict[str, set[str]] = defaultdict(set)
    for entity in dossier.entities.values():
        names = [name.name for name in entity.names if not name.description]
        for form in [*names, *search_forms(entity)]:
            found[form].add(f"/entities/{entity.kind}/{entity.id}/")
    return found


def type_anew(page: Page, words: str) -> Locator:
    """Type words in place of those that stand there, and give the hits."""
    field = page.get_by_role("textbox", name="Search")
    field.fill("")
    field.press("Backspace")
    expect(page.locator(HIT)).to_have_count(0)
    field.fill(words)
    field.press("End")
    expect(page.locator(HIT).first).to_be_visible()
    return page.locator(HIT)


def find_late(search: Page, forms: Mapping[str, set[str]]) -> Iterator[str]:
    """The forms by which an entity is not found, or only behind a page that mentions it."""
    for words, pages in forms.items():
        hits = type_anew(search, words).evaluate_all("hits => hits.map((hit) => hit.pathname)")
        place = next((i for i, hit in enumerate(hits) if any(hit.endswith(p) for p in pages)), None)
        if place is None or any("/entities/" not in hit for hit in hits[:place]):
            yield f"{words}: {hits[:5]}"
