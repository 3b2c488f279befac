"""How much a reader has to fetch."""

import gzip
import re
from pathlib import Path

import pytest

#: Pages that hold the whole of something, and say so: they may weigh more.
WHOLE = {"comparison/index.html", "printable/index.html"}


def pages(site: Path) -> list[Path]:
    """Every page of the site but those that hold the whole of something."""
    found = sorted(site.rglob("*.html"))
    return [page for page in found if page.relative_to(site).as_posix() not in WHOLE]


def packed(file: Path) -> int:
    """How many bytes of a file go over the line."""
    return len(gzip.compress(file.read_bytes(), 6))


def test_a_page_is_light(site: Path) -> None:
    """No page has more than 100 kB of HTML, as it goes over the line."""
    assert [(page, packed(page)) for page in pages(site) if packed(page) > 100_000] == []


def test_a_first_visit_is_light(site: Path) -> None:
    """A page with all that it loads, the search index apart, has less than 300 kB."""
    heavy = []
    for page in pages(site):
        html = page.read_text(encoding="utf-8")
        loaded = re.findall(r'<(?:script|link|img)\b[^>]*?\b(?:src|href)="([^"#]+)"', html)
        own = [name for name in loaded if ":" not in name]
        files = {
            (site / name[1:] if name[0] == "/" else page.parent / name).resolve() for name in own
        }
        there = [file for file in files if file.suffix in {".css", ".js", ".png", ".svg"}]
        worker = site.glob("assets/javascripts/workers/search.*.js")
        weight = sum(map(packed, [page, *there, *worker]))
        if weight > 300_000:
            heavy.append((page, weight))
    assert heavy == []


@pytest.mark.parametrize("page", sorted(WHOLE))
def test_a_heavy_page_says_so(page: str, site: Path) -> None:
    """A page that holds the whole of something tells its reader that it is heavy."""
    assert re.search(r"heav(y|ier|iest)", (site / page).read_text(encoding="utf-8"))
