"""What holds for every built site, whatever its dossier is."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support.built_pages import (
    BuiltPage,
    broken_notes,
    dead_links,
    double_ids,
    foreign_fetches,
    heavy_pages,
    read_pages,
    straight_quotes,
)
from tests.support.heads import shared_heads
from tests.support.serving import address_of


class WholeSite:
    """Tests of a built site, whose folder is the fixture `built` of a class that inherits them."""

    @pytest.fixture(scope="class")
    @classmethod
    def address(cls, built: Path) -> str:
        """Where the site is to live on the web."""
        return address_of(built)

    @pytest.fixture(scope="class")
    @classmethod
    def pages(cls, built: Path, address: str) -> Mapping[str, BuiltPage]:
        """The pages of the site, by their path in its folder."""
        return read_pages(built, address)

    def test_links_lead_to_files_and_places(
        self, built: Path, address: str, pages: Mapping[str, BuiltPage]
    ) -> None:
        """Every address on every page leads to a file of the site, and every anchor to an id."""
        assert list(dead_links(built, address, pages)) == []

    def test_ids_are_unique(self, pages: Mapping[str, BuiltPage]) -> None:
        """No id stands twice on a page."""
        assert double_ids(pages) == []

    def test_pages_fetch_nothing_from_elsewhere(
        self, address: str, pages: Mapping[str, BuiltPage]
    ) -> None:
        """Whatever a browser fetches by itself is on the site."""
        assert foreign_fetches(address, pages) == []

    def test_notes_lead_there_and_back(self, pages: Mapping[str, BuiltPage]) -> None:
        """Every reference has its note, every note its references, and as many ways back."""
        assert list(broken_notes(pages)) == []

    def test_a_first_visit_is_light(self, built: Path) -> None:
        """No page has more than 100 kB over the line, and with all that it loads 300 kB."""
        assert list(heavy_pages(built)) == []

    def test_titles_and_descriptions_tell_pages_apart(self, built: Path) -> None:
        """No two pages share a title or a description, none has too little, nor markup in it."""
        assert list(shared_heads(built)) == []

    def test_quotation_marks_are_curly(self, pages: Mapping[str, BuiltPage]) -> None:
        """No page has a straight apostrophe or quotation mark beside the curly ones, code apart."""
        assert list(straight_quotes(pages)) == []

    def test_the_reading_room_is_never_published(self, built: Path) -> None:
        """A build has no reading room, and no page that speaks of its address."""
        pages = {path: path.read_text(encoding="utf-8") for path in built.rglob("*.html")}
        assert pages
        assert [path for path, text in pages.items() if "reading-room" in text.lower()] == []
        assert not (built / "reading-room").exists()
