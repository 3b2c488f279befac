"""The tests' own dossier, three invented articles on a ferry, and copies of it with mistakes."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

FERRY = Path(__file__).parent / "dossier"

#: `REWRITE_EXPECTED=1 pytest` writes what comes out over what was expected; review the diff.
REWRITE = "REWRITE_EXPECTED" in os.environ


def copied(folder: Path) -> Path:
    """A copy of the dossier in a folder, with its originals."""
    return Path(shutil.copytree(FERRY, folder / "dossier"))


def change(dossier: Path, edit: Mapping[str, str]) -> None:
    """Make one edit of a case: text replaced, a file added, removed or saved in another encoding.

    Raises AssertionError where the text to replace does not stand in the file exactly once.
    """
    path = dossier / edit["file"]
    match edit:
        case {"replace": old, "with": new}:
            text = path.read_text(encoding="utf-8")
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
            times = int(edit.get("times", "1"))
            path.write_text(text.replace(old, new * times), encoding="utf-8")
        case {"content": content}:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        case {"encoding": encoding}:
            path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
        case {"removed": _}:
            path.unlink()
        case _:
            raise AssertionError(f"no such edit: {edit}")
