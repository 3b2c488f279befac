"""Make a folder beside the one that stands, and put it in its place in one step."""

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

#: What a rename says where the file system cannot let two names change places.
_CANNOT = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}


def swap(place: Path, command: Sequence[str]) -> int:
    """Run a command with a new folder as its last argument; 0 puts what it made in the place.

    Whatever happens on the way, and whenever it is killed, the place holds the whole of what it
    held before or the whole of the new. What a killed run leaves lying about, the next clears
    away. Runs for one folder wait for each other. Returns the command's exit code.
    """
    new = place.with_name(f".{place.name}-new")
    with _alone(place.parent) as lock:
        _remove(new)
        if _old(place).exists() and not place.exists():  # killed between two steps
            _old(place).rename(place)
        try:
            # An orphan of a killed run keeps the lock, so that nobody clears its folder away.
            code = subprocess.run([*command, new], pass_fds=lock).returncode
            if code == 0:
                _put(new, place)
            return code
        finally:
            _remove(new)


@contextmanager
def _alone(folder: Path) -> Iterator[list[int]]:
    """Wait until no other run works in the folder; gives the descriptors that hold the lock."""
    import fcntl  # not known on Windows, where all else here works but this command

    lock = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network file systems lock no folders
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield [lock]
    finally:
        os.close(lock)


def _put(new: Path, place: Path) -> None:
    """Let the new and what stands in the place change places, in one step where that can be had."""
    if not os.path.lexists(place):
        new.rename(place)
    elif not _exchanged(new, place):
        old = _old(place)
        _remove(old)
        place.rename(old)
        new.rename(place)
        _remove(old)


def _exchanged(one: Path, other: Path) -> bool:
    """Let two names change places in one step; False where system or file system cannot.

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
    if failed and (code := ctypes.get_errno()) not in _CANNOT:
        raise OSError(code, os.strerror(code), str(one), None, str(other))
    return not failed


def _old(place: Path) -> Path:
    """Where what stood in the place lies while two steps are needed."""
    return place.with_name(f".{place.name}-old")


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
