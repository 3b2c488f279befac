"""List a folder and read its files without following a link, waiting for a pipe or reading on."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from newsdossier.problems import limits
from newsdossier.problems.problem import Place, Problem
from newsdossier.problems.rules import Rule, RuleGroup, declare_rule

_declare = partial(declare_rule, RuleGroup.FILES, __name__)
FILE_MISSING = _declare(
    "file-missing", "A dossier has its settings, and each article its rendition."
)
FILE_ENCODING = _declare("file-encoding", "A file is UTF-8, an original too.")
FILE_NAME = _declare(
    "file-name",
    "A file lies where its kind does, named in small letters, digits and hyphens.",
)
FILE_KIND = _declare(
    "file-kind",
    "What lies in a dossier is a file or a folder, never a link, which could lead out of it,"
    " nor a pipe or a device; and it can be read.",
)
FILE_SIZE = _declare(
    "file-size", "A file is no larger than its kind may be, nor are all files together."
)
FILE_NUMBER = _declare(
    "file-number", "A dossier has no more files and folders than can be checked."
)


class Refused(Exception):
    """A file or a folder that is not read: the rule it breaks, and what to do."""

    def __init__(self, rule: Rule, message: str) -> None:
        self.rule = rule
        super().__init__(message)

    def problem(self, place: Place) -> Problem:
        """The refusal as the problem of a place."""
        return self.rule.problem(place, str(self))


def read_bytes(path: Path, most: int) -> bytes:
    """The bytes of a file of at most so many; raises Refused, before reading, for anything else."""
    try:
        status = path.lstat()
        if wrong := _wrong(status.st_mode) or (FOLDER if stat.S_ISDIR(status.st_mode) else None):
            raise Refused(FILE_KIND, wrong)
        if status.st_size > most:
            has, may = limits.kilobytes(status.st_size), limits.kilobytes(most)
            raise Refused(FILE_SIZE, f"this file has {has}, {may} at most; split or shorten it")
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise Refused(FILE_MISSING, "this file is missing; add it") from None
    except (OSError, ValueError) as error:  # a name with a NUL is a ValueError
        told = getattr(error, "strerror", None) or str(error)
        raise Refused(FILE_KIND, f"this cannot be read ({told}); repair or replace it") from None


def decode_text(data: bytes) -> str:
    """The text of a file, line ends of any system as one; raises Refused where it is not UTF-8."""
    return decode_exactly(data).replace("\r\n", "\n").replace("\r", "\n")


def decode_exactly(data: bytes) -> str:
    """The text of a file with its line ends as they are; raises Refused where it is not UTF-8."""
    try:
        decoded = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(FILE_ENCODING, "this file is not UTF-8; save it as UTF-8") from None
    if "\0" in decoded:
        message = "this file has NUL characters, as UTF-16 has; save it as UTF-8"
        raise Refused(FILE_ENCODING, message)
    return decoded


FOLDER = "this is a folder where a file belongs; rename it"


def _wrong(mode: int) -> str | None:
    """Why something of this kind has no place in a dossier; None for files and folders."""
    if stat.S_ISLNK(mode):
        return "this is a link; put the file or folder itself here"
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        return "this is a pipe or a device, not a file; remove it"
    return None


def below(root: Path, skipped: tuple[str, ...]) -> Iterator[tuple[Path, Refused | None]]:
    """Everything in a folder and the folders within, each with why it is refused, if it is.

    Hidden files and folders, and at the top those `skipped`, are left out, and nothing refused is
    entered. Raises Refused where there are too many, or too large together, as soon as that shows.
    """
    waiting, number, size = [root], 0, 0
    while waiting:
        folder = waiting.pop()
        for entry in _entries(folder):
            number += 1
            if number > limits.FILES:
                message = f"more than {limits.FILES:,} files and folders lie here; remove some"
                raise Refused(FILE_NUMBER, message)
            if entry.name.startswith("."):  # what systems and editors leave behind
                continue
            path, status = Path(entry.path), entry.stat(follow_symlinks=False)
            if wrong := _wrong(status.st_mode):
                yield path, Refused(FILE_KIND, wrong)
            elif not stat.S_ISDIR(status.st_mode):
                # One that is too large by itself is told by itself, when it is its turn to be read.
                size += status.st_size if status.st_size <= limits.ORIGINAL else 0
                yield path, None
            elif path.suffix in (".yml", ".md"):
                yield path, Refused(FILE_KIND, FOLDER)
            elif folder != root or entry.name not in skipped:
                waiting.append(path)
        if size > limits.FOLDER:
            message = f"the files have more than {limits.kilobytes(limits.FOLDER)} together"
            raise Refused(FILE_SIZE, f"{message}; remove some")


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            yield from entries
    except OSError:  # not there, or not ours to list: what is missing in it is told
        return
