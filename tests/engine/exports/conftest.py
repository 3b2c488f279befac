"""What the tests of the exports share: the invented dossier with some more in it, published."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from newsdossier.checks.examination import load_sound
from newsdossier.dossier.dossier import Dossier
from newsdossier.site.build import BuiltSite
from tests.support.exported import SITE, publish_all, read_export
from tests.support.ferry import change, copied

LOG = """
# Changes

## 2021-05-12

### Program
- Not of the data.

### Data
- The `rudder` and <b>bold</b> [law](javascript:alert(1)) ![seen](https://elsewhere.example/x).
- Another.

## 2021-05-09

### Data
- Two articles.

## 2021-05-08

### Program
- The first pages.
"""


#: What a spreadsheet would take for a formula, and what looks as if it had been guarded from that.
SUMMARIES = {
    "place/hallow": 'summary: "=HYPERLINK(A1)"',
    "law/pilotage-act": 'summary: "-1+cmd"',
    "publication/courier": 'summary: "\'+1 is what it says"',
}


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tests' dossier with a log of changes beside it."""
    dossier = copied(tmp_path_factory.mktemp("exported"))
    change(dossier, {"file": "CHANGELOG.md", "content": LOG})
    licence = "licence: {name: CC0-1.0, title: CC Zero, address: 'https://example.org/cc0'}\nnotes:"
    change(dossier, {"file": "dossier.yml", "replace": "notes:", "with": licence})
    for name, summary in SUMMARIES.items():
        edit = {"file": f"entities/{name}.yml", "replace": "title:", "with": f"{summary}\ntitle:"}
        change(dossier, edit)
    return dossier


@pytest.fixture(scope="session")
def dossier(folder: Path) -> Dossier:
    """The records behind the files."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOSSIER_ORIGINALS", str(folder / "originals"))
        return load_sound(folder)


@pytest.fixture(scope="session")
def made(folder: Path) -> BuiltSite:
    """All pages and files of the dossier, as they are for a site with an address."""
    return publish_all(folder, site=SITE)


@pytest.fixture(scope="session")
def package(made: BuiltSite) -> Mapping[str, Any]:
    """The description of the files."""
    described: Mapping[str, Any] = read_export(made, "datapackage.json")
    return described
