"""Types words into the search of a site, and looks at what is found in which order."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from playwright.sync_api import Locator, Page, expect

from newsdossier.analysis.names import search_forms
from newsdossier.dossier.dossier import Dossier

#: What is found, in its order.
HIT = ".md-search [role=option]"
#: What is said where not all is found.
SAID = ".md-search .search-said"


def list_forms(dossier: Dossier) -> dict[str, set[str]]:
    """Every name, alias and form without marks, with the pages of those that it may mean."""
    found: dict[str, set[str]] = defaultdict(set)
    for entity in dossier.entities.values():
        names = [name.name for name in entity.names if not name.description]
        for form in [*names, *search_forms(entity)]:
            found[form].add(f"/entities/{entity.kind}/{entity.id}/")
    return found


def list_queries(file: Path) -> dict[str, str]:
    """What is typed in a file of queries, with the address of the right first hit."""
    read: dict[str, str] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return read


def type_anew(page: Page, words: str) -> Locator:
    """Type words in place of those that stand there, and give the hits once they are shown."""
    field = page.get_by_role("combobox", name="Search")
    field.fill(words)
    expect(field).to_have_attribute("data-shown", words.strip())
    return page.locator(HIT)


def list_addresses(hits: Locator) -> list[str]:
    """Where hits lead, without the site's own address."""
    found: list[str] = hits.evaluate_all("hits => hits.map((hit) => hit.pathname + hit.hash)")
    return found


def find_wrong_first(search: Page, queries: Mapping[str, str]) -> Iterator[str]:
    """The queries whose first hit is not the right one."""
    home = urlsplit(search.url).path
    for words, address in queries.items():
        found = list_addresses(type_anew(search, words))
        if not found or found[0] != home + address:
            yield f"{words}: {found[:3]}"


def find_late(search: Page, forms: Mapping[str, set[str]]) -> Iterator[str]:
    """The forms by which an entity is not found, or only behind what is no entity."""
    for words, pages in forms.items():
        hits = list_addresses(type_anew(search, words))
        place = next((i for i, hit in enumerate(hits) if any(hit.endswith(p) for p in pages)), None)
        if place is None or any("/entities/" not in hit for hit in hits[:place]):
            yield f"{words}: {hits[:5]}"


def wait_for_parts(page: Page, number: int) -> None:
    """Wait until so many parts of the index have come.

    Asked again and again from here: a question left waiting in the page would break its policy.
    """
    for _ in range(200):
        if page.evaluate("dossierSearchParts.length") == number:
            return
        page.wait_for_timeout(25)
    raise AssertionError(f"the index has not come in {number} parts")
