"""The same data make the same bytes, wherever, whenever and by whomever they are built."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support.building import ROOT, TESTS, build, contents, copied, made
from tests.support.ferry import FERRY

#: Other machines: a locale that cannot write our letters, other zones, secrets, masks and homes.
MACHINES = {
    "east, plain ASCII": {
        "LC_ALL": "C",
        "LANG": "C",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONUTF8": "0",
        "TZ": "Pacific/Kiritimati",
        "PYTHONHASHSEED": "1",
        "UMASK": "077",
    },
    "west, German": {
        "LC_ALL": "C.UTF-8",
        "LANG": "de_DE.UTF-8",
        "LANGUAGE": "de",
        "TZ": "America/Adak",
        "PYTHONHASHSEED": "4294967295",
        "UMASK": "002",
        "COLUMNS": "40",
        "USER": "somebody",
    },
}


def elsewhere(folder: Path, dossier: Path = ROOT / "dossier") -> Path:
    """A copy of the repository whose files are younger, and were written in the other order."""
    copy = copied(folder / "Ünder another" / "name")
    shutil.rmtree(copy / "dossier")
    for file in sorted((file for file in dossier.rglob("*") if file.is_file()), reverse=True):
        target = copy / "dossier" / file.relative_to(dossier)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
        os.utime(target, (10**9, 10**9))
    return copy


def environment(machine: Mapping[str, str], folder: Path) -> dict[str, str]:
    """The variables of a machine whose folders list their names in another order."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    found = os.pathsep.join([str(TESTS / "support" / "shuffling"), str(folder / "hooks")])
    return {**machine, "PYTHONPATH": found, "HOME": str(home)}


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


def different(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """The files that only one has, or that differ."""
    return sorted(path for path in {*one, *other} if one.get(path) != other.get(path))


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """All that is made of the tests' own dossier, on this machine."""
    copy = copied(tmp_path_factory.mktemp("base") / "copy")
    shutil.rmtree(copy / "dossier")
    shutil.copytree(FERRY, copy / "dossier")
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


def test_the_site_is_the_same_on_another_machine(site: Path, tmp_path: Path) -> None:
    """The dossier's own site too, built again elsewhere, is the same byte for byte."""
    copy = elsewhere(tmp_path)
    machine = environment(MACHINES["east, plain ASCII"], copy)
    build(tmp_path / "again", copy / "mkdocs.yml", copy, machine)
    assert different(contents(site), contents(tmp_path / "again")) == []
