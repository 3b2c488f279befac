"""Builds a folder beside an existing one, and replaces that in one step."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

#: The errors of a file system that cannot exchange two names.
_UNSUPPORTED = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}


def replace_folder(place: Path, command: Sequence[str]) -> int:
    """Run a command with a new folder as last argument; if it succeeds, put that in place.

    Whenever the run fails or is killed, the place holds either all it held before or all of the
    new folder. The exception is a file system that cannot exchange names: a kill between the two
    renames leaves no folder there until the next run puts the old one back. The next run removes
    what a killed run left behind. Runs for one folder wait for each other. Returns the command's
    exit code.
    """
    new = place.with_name(f".{place.name}-new")
    with _lock(place.parent) as descriptors:
        _remove(new)
        if _backup(place).exists() and not place.exists():  # a run was killed between two steps
            _backup(place).rename(place)
        try:
            # The command inherits the lock: if this process is killed, nobody removes its folder.
            code = subprocess.run([*command, new], pass_fds=descriptors).returncode
            if code == 0:
                _put_in_place(new, place)
            return code
        finally:
            _remove(new)


@contextmanager
def _lock(folder: Path) -> Iterator[list[int]]:
    """Wait until no other run works in the folder; give the descriptors that hold the lock."""
    import fcntl  # missing on Windows, where everything but this command works

    lock = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network file systems lock no folders
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield [lock]
    finally:
        os.close(lock)


def _put_in_place(new: Path, place: Path) -> None:
    """Put the new folder in place, in one step where the system can do that."""
    if not os.path.lexists(place):
        new.rename(place)
    elif not _exchange(new, place):
        old = _backup(place)
        _remove(old)
        place.rename(old)
        new.rename(place)
        _remove(old)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step; return False where the system or file system cannot.

    Python has no function for it: it is renameat2 on Linux and renamex_np on macOS.
    """
    system = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    here, exchange = -100, ctypes.c_uint(2)
    try:
        if sys.platform == "darwin":
            failed = system.renamex_np(first, second, exchange)
        else:
            failed = system.renameat2(here, first, here, second, exchange)
    except AttributeError:  # a system library from before there was such a function
        return False
    if failed and (code := ctypes.get_errno()) not in _UNSUPPORTED:
        raise OSError(code, os.strerror(code), str(one), None, str(other))
    return not failed


def _backup(place: Path) -> Path:
    """Name the folder that keeps the old content while the exchange takes two steps."""
    return place.with_name(f".{place.name}-old")


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
