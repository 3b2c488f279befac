"""How much a reader has to fetch."""

import re
from pathlib import Path

import pytest

from tests.support.built_pages import WHOLE


@pytest.mark.parametrize("page", sorted(WHOLE))
def test_a_heavy_page_says_so(page: str, site: Path) -> None:
    """A page that holds the whole of something tells its reader that it is heavy."""
    assert re.search(
        r"one of the largest|larger than the other pages", (site / page).read_text(encoding="utf-8")
    )
