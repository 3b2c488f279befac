"""Reads the raw text of a new article, and finds the place for it among the originals."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from newsdossier.authoring.draft import DraftRefused
from newsdossier.dossier.originals import originals_folder
from newsdossier.model import plain_name
from newsdossier.problems import limits
from newsdossier.source import files
from newsdossier.text.characters import BOM


@dataclass(frozen=True)
class RawText:
    """A raw text, as bytes and as characters."""

    file: Path
    content: bytes
    text: str

    @property
    def sha256(self) -> str:
        """The checksum of its bytes."""
        return hashlib.sha256(self.content).hexdigest()


def read_raw_text(file: Path) -> RawText:
    """Read a raw text; raise DraftRefused where the file is none that a dossier can have."""
    if not file.is_file():
        raise DraftRefused(f"{file}: there is no such file; name the raw text of the article")
    try:
        plain_name(file.name)
        content = files.read_bytes(file, limits.ORIGINAL)
        text = content.decode("utf-8")
        files.decode_text(content)  # refuses what no file of a dossier may hold
    except files.Refused as refused:
        raise DraftRefused(f"{file}: {refused}") from None
    except UnicodeDecodeError as error:
        message = f"{file}: this is not UTF-8 from byte {error.start + 1} on; save it as UTF-8"
        raise DraftRefused(message) from None
    except ValueError as wrong:
        raise DraftRefused(f"{file}: {wrong}; rename the file") from None
    if not text.strip().strip(BOM).strip():
        raise DraftRefused(f"{file}: the file is empty; save the text of the article in it")
    return RawText(file, content, text)


def copy_to_originals(raw: RawText, root: Path) -> tuple[Mapping[Path, bytes], str]:
    """Tell which file to write among the originals, if any, and what it is a copy of.

    Raises DraftRefused where the folder cannot be used or holds another text under this name.
    """
    original = _find_originals(root) / raw.file.name
    into = ", into the folder that DOSSIER_ORIGINALS names" if _chosen_folder() else ""
    if not original.exists():
        return {original: raw.content}, f"{raw.file}{into}"
    if original.is_file() and original.read_bytes() == raw.content:
        return {}, ""
    raise DraftRefused(f"{original}: another text has this name there; rename {raw.file}")


def _find_originals(root: Path) -> Path:
    """Find the folder for a new original; it may not exist yet."""
    folder, chosen = originals_folder(root), _chosen_folder()
    if chosen and folder is None:
        message = f"DOSSIER_ORIGINALS names {chosen}, which is no folder; make it, or unset it"
        raise DraftRefused(message)
    if chosen and not os.access(chosen, os.W_OK | os.X_OK):
        message = f"DOSSIER_ORIGINALS names {chosen}, in which you may not write; name another"
        raise DraftRefused(message)
    return folder or root.parent / "originals"


def _chosen_folder() -> str | None:
    """The folder that DOSSIER_ORIGINALS names; it may be outside the dossier."""
    return os.environ.get("DOSSIER_ORIGINALS") or None
