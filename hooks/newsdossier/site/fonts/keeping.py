"""Keep files that take long to make in the user's cache folder, whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from zipfile import BadZipFile, ZipFile

from platformdirs import user_cache_path


def cache_folder() -> Path:
    """Where files are kept from one build to the next."""
    return user_cache_path("newsdossier")


def read_kept(path: Path) -> dict[str, bytes] | None:
    """Read the files kept under a path; None where there are none, or not every byte of them."""
    try:
        with ZipFile(path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except (OSError, EOFError, ValueError, NotImplementedError, RuntimeError, BadZipFile):
        return None


def keep(path: Path, contents: Mapping[str, bytes]) -> None:
    """Keep files under a path for the next build; a folder that cannot be written keeps nothing.

    They are written beside the path and renamed, so that no other build sees a part of them.
    """
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, suffix=".new", delete=False) as new:
            try:
                new.write(packed.getbuffer())
                new.close()
                Path(new.name).replace(path)
            except BaseException:
                Path(new.name).unlink(missing_ok=True)
                raise
