"""Addresses that were given out still lead to the right place after a record has another id."""

from html import unescape
from pathlib import Path

import pytest

from newsdossier.site.build import BuiltSite, publish
from tests.support.ferry import FERRY
from tests.support.rendered import body, tree

SITE = "https://example.org/ferry/"

#: The ferry's records that were called otherwise: each page of before, with the one of today.
MOVED = {
    "articles/retold": "articles/retelling",
    "comparison/deaths": "comparison/dead",
    "copying/grounding-dispatch": "copying/coastwire-grounding",
    "entities/person/coast-guard": "entities/organisation/coast-guard",
    "entities/organisation/guards": "entities/organisation/coast-guard",
    "comparison/pairs/courier--retold": "comparison/pairs/retelling--courier",
    "comparison/pairs/retold--courier": "comparison/pairs/retelling--courier",
    "comparison/pairs/wire-copy--retold": "comparison/pairs/retelling--wire-copy",
    "comparison/pairs/retold--wire-copy": "comparison/pairs/retelling--wire-copy",
}


def published(**given: object) -> BuiltSite:
    """The pages and files of the invented dossier."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOSSIER_ORIGINALS", "nowhere")
        return publish(FERRY, site=SITE, **given)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def made() -> BuiltSite:
    """The pages and files as a web server shows them."""
    return published()


def leading_on(made: BuiltSite) -> dict[str, str]:
    """The pages that lead on, by the paths of their files."""
    return {path: text.decode() for path, text in made.moved.items()}


def test_a_page_that_moved_leads_on(made: BuiltSite) -> None:
    """It names the page of today as its own address, leads there by itself and by a link."""
    pages = leading_on(made)
    assert set(pages) == {f"{old}/index.html" for old in MOVED}
    for old, new in MOVED.items():
        page = tree(pages[f"{old}/index.html"].partition("<body>")[2].partition("</body>")[0])
        (link,) = (one.get("href", "") for one in page.iter("a"))
        assert (Path("/", old) / link).resolve() == Path("/", new)
        head = unescape(pages[f"{old}/index.html"].partition("</head>")[0])
        assert f'<link rel="canonical" href="{SITE}{new}/">' in head
        assert f'<meta http-equiv="refresh" content="0; url={link}">' in head


def test_from_a_folder_a_page_that_moved_is_a_file() -> None:
    """Its link then leads to the file of the page of today."""
    pages = leading_on(published(folders=False))
    assert set(pages) == {f"{old}.html" for old in MOVED}
    assert '<a href="retelling.html">' in pages["articles/retold.html"]


@pytest.mark.parametrize(
    ("page", "old", "new"),
    [
        ("articles/courier.md", "fn:drowned", "at-night"),
        ("comparison/index.md", "row-deaths", "row-dead"),
        ("comparison/dead.md", "deaths--courier", "dead--courier"),
        ("comparison/dead.md", "dead--retold", "dead--retelling"),
        ("comparison/dead.md", "deaths--retold", "dead--retelling"),
        ("comparison/struck.md", "struck--retold", "struck--retelling"),
        ("sources.md", "origin-grounding-dispatch", "origin-coastwire-grounding"),
    ],
)
def test_an_anchor_of_before_stands_where_the_one_of_today_does(
    page: str, old: str, new: str, made: BuiltSite
) -> None:
    """It is within the place that has the anchor of today."""
    (mark,) = (one for one in body(made.pages[page]).iter() if one.get("id") == old)
    around = next(one for one in mark.iterancestors() if one.get("id"))
    assert around.get("id", "").endswith(new)
