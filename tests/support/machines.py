"""Other machines to build on: their settings, their folders, and what differs afterwards."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from newsdossier.site.fonts.keeping import cache_folder
from tests.support.building import TESTS, copied

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


def elsewhere(folder: Path, dossier: Path) -> Path:
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
    bring_fonts(home)
    found = os.pathsep.join([str(TESTS / "support" / "shuffling"), str(folder / "hooks")])
    return {**machine, "PYTHONPATH": found, "HOME": str(home)}


def bring_fonts(home: Path) -> None:
    """Keep the fonts that this machine has cut in another home: test_fonts.py cuts them anew."""
    kept = cache_folder()
    if kept.is_dir() and kept.is_relative_to(Path.home()):
        shutil.copytree(kept, home / kept.relative_to(Path.home()), dirs_exist_ok=True)


def different(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """The files that only one has, or that differ."""
    return sorted(path for path in {*one, *other} if one.get(path) != other.get(path))
