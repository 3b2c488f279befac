"""Loaded by each Python that starts: folders list their names in another order, as disks may.

The mask of new files is that of `UMASK`, which no variable sets by itself.
"""

import os
from collections.abc import Iterator
from types import TracebackType
from typing import Any

_listdir, _scandir = os.listdir, os.scandir


class Backwards:
    """The entries of a folder, last name first."""

    def __init__(self, folder: Any = ".") -> None:
        with _scandir(folder) as entries:
            self._entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __iter__(self) -> Iterator[Any]:
        return self._entries

    def __next__(self) -> Any:
        return next(self._entries)

    def __enter__(self) -> "Backwards":
        return self

    def __exit__(self, *error: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Nothing is open any more."""


if "UMASK" in os.environ:
    os.listdir = lambda folder=".": sorted(_listdir(folder), reverse=True)  # type: ignore[assignment]
    os.scandir = Backwards  # type: ignore[assignment]
    os.umask(int(os.environ["UMASK"], 8))
