"""The tests' own dossier, three invented articles on a ferry, and copies of it with mistakes."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from newsdossier.dossier.dossier import Dossier
from newsdossier.dossier.load import load
from tests.support.building import TESTS

FERRY = TESTS / "dossier"

#: `REWRITE_EXPECTED=1 pytest` writes what comes out over what was expected; review the diff.
REWRITE = "REWRITE_EXPECTED" in os.environ


def copied(folder: Path) -> Path:
    """A copy of the dossier in a folder, with its originals."""
    return Path(shutil.copytree(FERRY, folder / "dossier"))


def edited(folder: Path, *edits: Mapping[str, str]) -> Dossier:
    """The dossier as loaded, after some edits of a copy in a folder."""
    root = copied(folder) if edits else FERRY
    for edit in edits:
        change(root, edit)
    dossier, problems = load(root)
    assert problems == []
    assert dossier
    return dossier


def replaced(file: str, old: str, new: str) -> dict[str, str]:
    """The edit that puts a text in the place of another."""
    return {"file": file, "replace": old, "with": new}


def change(dossier: Path, edit: Mapping[str, str]) -> None:
    """Make one edit of a case: text replaced, a file added, removed, saved in another encoding.

    What is added may be a piece repeated many times, a number of files, a link, a folder or a pipe.

    Raises AssertionError where the text to replace does not stand in the file exactly once.
    """
    path = dossier / edit["file"]
    match edit:
        case {"replace": old, "with": new}:
            text = path.read_text(encoding="utf-8")
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
            new *= int(edit.get("times", "1"))
            path.write_text(text.replace(old, new), encoding="utf-8")
        case {"content": content}:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        case {"encoding": encoding}:
            path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
        case {"repeated": piece, "times": times}:
            path.write_text(edit.get("before", "") + piece * int(times), encoding="utf-8")
        case {"numbered": suffix, "times": times}:
            path.mkdir(exist_ok=True)
            for number in range(int(times)):
                os.close(os.open(path / f"{number}{suffix}", os.O_CREAT))
        case {"link": target}:
            path.unlink(missing_ok=True)
            path.symlink_to(target)
        case {"folder": _}:
            path.unlink(missing_ok=True)
            path.mkdir()
        case {"pipe": _}:
            path.unlink(missing_ok=True)
            os.mkfifo(path)
        case {"removed": _}:
            path.unlink()
        case _:
            raise AssertionError(f"no such edit: {edit}")
