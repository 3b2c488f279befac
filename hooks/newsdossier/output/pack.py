"""Packs a folder into a zip; the same files give the same bytes."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def pack(folder: Path, out: Path) -> None:
    """Write a zip of a folder's files, in one folder named like the zip.

    It keeps neither the times of the files nor the order in which they were written. An existing
    zip is replaced in one step.
    """
    new = out.with_name(f".{out.name}-new")
    with ZipFile(new, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = f"{out.stem}/{file.relative_to(folder).as_posix()}"
            entry = ZipInfo(name)  # dated 1980, like every entry
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, file.read_bytes())
    new.replace(out)
