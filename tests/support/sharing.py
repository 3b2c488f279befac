"""What the processes of one test run share: made by the first that needs it, used by all."""

import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from filelock import FileLock

Found = TypeVar("Found")


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """The folder that all processes of this test run see."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def make_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder of a name, filled by whichever process asks first while the others wait."""
    folder = shared_folder(factory) / "shared" / name
    folder.parent.mkdir(exist_ok=True)
    finished = folder.with_name(f"{name}.finished")
    with FileLock(folder.with_name(f"{name}.lock")):
        if not finished.exists():
            make(folder)
            finished.touch()
    return folder


def find_once(factory: pytest.TempPathFactory, name: str, find: Callable[[Path], Found]) -> Found:
    """What one process finds, told to the others; it may work in the folder that it is given."""

    def keep(folder: Path) -> None:
        folder.mkdir()
        found = find(folder)
        (folder / "found.pickle").write_bytes(pickle.dumps(found))

    folder = make_once(factory, name, keep)
    found: Found = pickle.loads((folder / "found.pickle").read_bytes())
    return found
