"""How much a reader has to fetch."""

import re
from gzip import compress
from pathlib import Path

import pytest

from tests.support.built_pages import WHOLE

#: What a page of an article may weigh, its frame included, in bytes.
ARTICLE = 60_000

#: What has to arrive before a page shows anything, packed: itself and its style sheets.
BEFORE_PAINT = 48_000

#: A page of each kind.
KINDS = {
    "home": "",
    "article": "articles/courier/",
    "articles": "articles/",
    "comparison": "comparison/",
    "question": "comparison/cause/",
    "entity": "entities/person/dorrin/",
    "timeline": "timeline/",
    "copying": "copying/coastwire-grounding/",
    "sources": "sources/",
    "search": "search/",
    "method": "method/",
}


@pytest.mark.parametrize("page", sorted(WHOLE))
def test_a_heavy_page_says_so(page: str, site: Path) -> None:
    """A page that holds the whole of something tells its reader that it is heavy."""
    assert re.search(
        r"one of the largest|larger than the other pages", (site / page).read_text(encoding="utf-8")
    )


def test_an_article_is_light(site: Path) -> None:
    """The page of an article stays under its limit."""
    sizes = {path: path.stat().st_size for path in (site / "articles").glob("*/index.html")}
    assert sizes
    assert {path: size for path, size in sizes.items() if size >= ARTICLE} == {}


@pytest.mark.parametrize("kind", KINDS)
def test_little_has_to_arrive_before_a_page_shows_anything(kind: str, site: Path) -> None:
    """A page waits for itself and one style sheet alone: for no script, and for no font."""
    page = site / KINDS[kind] / "index.html"
    text = page.read_text(encoding="utf-8")
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', text)
    assert len(sheets) == 1
    assert 'rel="preload"' not in text
    scripts = re.findall(r"<script [^>]*src=[^>]*>", text)
    assert scripts
    assert [one for one in scripts if " defer" not in one] == []
    sizes = {path: len(compress(path.read_bytes())) for path in [page, page.parent / sheets[0]]}
    assert sum(sizes.values()) <= BEFORE_PAINT, sizes
