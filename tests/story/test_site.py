"""The site of the real dossier: whole, light, and without what is not to be published."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from newsdossier.site.build import publish
from newsdossier.site.sanitise import sanitise
from tests.support.building import ROOT
from tests.support.built_pages import (
    BuiltPage,
    broken_notes,
    dead_links,
    double_ids,
    foreign_fetches,
    heavy_pages,
    read_pages,
)
from tests.support.heads import shared_heads
from tests.support.rendered import canonical, converted


@pytest.fixture(scope="module")
def pages(story_site: Path, story_address: str) -> Mapping[str, BuiltPage]:
    """The pages of the site, by their path in its folder."""
    return read_pages(story_site, story_address)


def test_links_lead_to_files_and_places(
    story_site: Path, story_address: str, pages: Mapping[str, BuiltPage]
) -> None:
    """Every address on every page leads to a file of the site, and every anchor to an id."""
    assert list(dead_links(story_site, story_address, pages)) == []


def test_ids_are_unique(pages: Mapping[str, BuiltPage]) -> None:
    """No id stands twice on a page."""
    assert double_ids(pages) == []


def test_pages_fetch_nothing_from_elsewhere(
    story_address: str, pages: Mapping[str, BuiltPage]
) -> None:
    """Whatever a browser fetches by itself is on the site."""
    assert foreign_fetches(story_address, pages) == []


def test_notes_lead_there_and_back(pages: Mapping[str, BuiltPage]) -> None:
    """Every reference has its note, every note its references, and as many ways back."""
    assert list(broken_notes(pages)) == []


def test_a_first_visit_is_light(story_site: Path) -> None:
    """No page has more than 100 kB over the line, and with all that it loads 300 kB."""
    assert list(heavy_pages(story_site)) == []


def test_titles_and_descriptions_tell_pages_apart(story_site: Path) -> None:
    """No two pages share a title or a description, none has too little, nor markup in it."""
    assert list(shared_heads(story_site)) == []


def test_the_reading_room_is_never_published(pages: Mapping[str, BuiltPage]) -> None:
    """A build has no reading room, and no link to one."""
    assert [path for path, page in pages.items() if "reading-room" in path] == []
    assert [
        link for page in pages.values() for link in page.links if "reading-room" in link.to
    ] == []


@pytest.mark.long
def test_honest_pages_stay_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sanitising takes nothing out of the pages; a build, which else would fail, shows it too."""
    monkeypatch.delenv("DOSSIER_ORIGINALS", raising=False)
    for path, page in publish(ROOT / "dossier").pages.items():
        before = converted(page)
        after, taken = sanitise(before)
        assert (path, taken) == (path, [])
        assert canonical(after) == canonical(before), path
