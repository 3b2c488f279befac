"""The same data make the same bytes, wherever, whenever and by whomever they are built."""

from pathlib import Path

import pytest

from tests.support.building import MADE, contents, make_all
from tests.support.ferry import FERRY
from tests.support.machines import MACHINES, different, elsewhere, environment


def outputs(folder: Path) -> dict[str, dict[str, bytes]]:
    """All that is made of a dossier: the site, the zip, the pages as Markdown with the data."""
    archive = {"zip": (folder / "dossier-offline.zip").read_bytes()}
    return {"archive": archive} | {name: contents(folder / name) for name in MADE.values()}


@pytest.mark.parametrize("name", MACHINES)
def test_another_machine_makes_the_same_bytes(name: str, made_copy: Path, tmp_path: Path) -> None:
    """Folder, locale, zone, hash seed, mask, home, times and order of files leave no trace."""
    copy = elsewhere(tmp_path, FERRY)
    make_all(copy, **environment(MACHINES[name], copy))
    here, there = outputs(made_copy), outputs(copy)
    traces = [(part, different(here[part], there[part])) for part in here]
    assert [(part, files) for part, files in traces if files] == []
