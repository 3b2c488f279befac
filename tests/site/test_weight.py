"""How much a reader has to fetch."""

import re
from pathlib import Path

import pytest

from tests.support.built_pages import WHOLE

#: What a page of an article may weigh, its frame included, in bytes.
ARTICLE = 60_000


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
