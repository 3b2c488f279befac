"""Writes new files: all of them or none, never over another file or through a link."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from pathlib import Path


def write_new_files(files: Mapping[Path, bytes], root: Path) -> None:
    """Write all files; if one cannot be written, remove those written before it.

    Raises FileExistsError if one exists, and OSError if the disk refuses one or if a folder
    between `root` and a file is a link, which could lead out of `root`.
    """
    written: list[Path] = []
    try:
        for path, content in files.items():
            _refuse_links(path, root)
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                written.append(path)
                file.write(content)
    except BaseException:
        for path in written:
            path.unlink()
        raise


def _refuse_links(path: Path, root: Path) -> None:
    """Raise OSError if a folder between the root and a file is a link."""
    for folder in path.parents:
        if folder != root and folder.is_relative_to(root) and folder.is_symlink():
            message = "this is a link; put the folder itself here"
            raise OSError(errno.ELOOP, message, str(folder))
