"""Write files that do not exist yet: all of them, or none, and never over another."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def write(files: Mapping[Path, bytes]) -> None:
    """Write all these files; where one cannot be written, those written before are taken away.

    Raises FileExistsError where one is there already, and OSError for what else the disk refuses.
    """
    written: list[Path] = []
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                written.append(path)
                file.write(content)
    except BaseException:
        for path in written:
            path.unlink()
        raise
