"""The same data make the same bytes, wherever, whenever and by whomever they are built."""

import shutil
from pathlib import Path

import pytest

from tests.support.building import contents, copied_ferry, made
from tests.support.ferry import FERRY
from tests.support.machines import MACHINES, different, elsewhere, environment


def outputs(folder: Path, **variables: str) -> dict[str, dict[str, bytes]]:
    """All that is made of a dossier: the site, the zip, the pages as Markdown with the data."""
    variables["DOSSIER_ORIGINALS"] = str(FERRY / "originals")
    for target in ("site", "offline", "pages"):
        run = made(folder, target, **variables)
        assert run.returncode == 0, run.stdout + run.stderr
    archive = {"zip": (folder / "dossier-offline.zip").read_bytes()}
    parts = {name: contents(folder / name) for name in ("site", "dossier-offline", "pages")}
    shutil.rmtree(folder / "pages")
    return {**parts, "archive": archive}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """All that is made of the tests' own dossier, on this machine."""
    copy = copied_ferry(tmp_path_factory.mktemp("base") / "copy")
    return outputs(copy)


@pytest.mark.parametrize("name", MACHINES)
def test_another_machine_makes_the_same_bytes(
    name: str, base: dict[str, dict[str, bytes]], tmp_path: Path
) -> None:
    """Folder, locale, zone, hash seed, mask, home, times and order of files leave no trace."""
    copy = elsewhere(tmp_path, FERRY)
    found = outputs(copy, **environment(MACHINES[name], copy))
    traces = [(part, different(base[part], found[part])) for part in base]
    assert [(part, files) for part, files in traces if files] == []
