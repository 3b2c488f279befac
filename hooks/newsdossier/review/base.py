"""The other state of a dossier: in a folder, or as a git revision has it."""

from __future__ import annotations

import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory


class BaseNotFound(Exception):
    """What is named holds no dossier; its message says in one line why, and what to name."""


@contextmanager
def open_base(base: str, root: Path) -> Iterator[Path]:
    """The folder of the dossier at `root` in another state, there while it is in use.

    `base` is a revision of the repository that `root` lies in, or a folder that holds that state.
    Where it could be both, the revision is meant: else who proposes a change could add a folder
    of the revision's name, and have the change compared with that. `./NAME` is the folder alone.
    Raises BaseNotFound where it is neither.
    """
    if not base:
        raise BaseNotFound("no state is named; name a dossier’s folder or a git revision")
    try:
        top, commit = _commit(base, root)
    except BaseNotFound:
        if not Path(base).is_dir():
            raise
        yield _within(Path(base), root)
        return
    with TemporaryDirectory(prefix="newsdossier-") as folder:
        inside = root.resolve().relative_to(top)
        _write_out(top, commit, inside, Path(folder))
        if not (Path(folder) / inside / "dossier.yml").is_file():
            raise BaseNotFound(f"{base} has no dossier at {inside.as_posix()}; name one that has")
        yield Path(folder) / inside


def _within(folder: Path, root: Path) -> Path:
    """The dossier that a folder is, or that lies in it under the name of the other one."""
    for found in (folder, folder / root.resolve().name):
        if (found / "dossier.yml").is_file():
            return found
    raise BaseNotFound(f"{folder} holds no dossier.yml; name a dossier’s folder or a git revision")


def _commit(revision: str, root: Path) -> tuple[Path, str]:
    """The top folder of the repository that `root` lies in, and the commit a revision is there."""
    if revision.startswith("-"):
        raise BaseNotFound(f"{revision} is no revision; name a folder, a branch, a tag or a commit")
    top = Path(_git(root, "rev-parse", "--show-toplevel").decode().rstrip("\n")).resolve()
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    try:
        return top, _git(root, *asked).decode().strip()
    except BaseNotFound:
        message = f"{revision} is neither a folder nor a revision of {top}; name one that is there"
        raise BaseNotFound(message) from None


def _write_out(top: Path, commit: str, inside: Path, folder: Path) -> None:
    """Write what a commit has of the dossier, and of the log beside it, into a folder.

    Links are left out, so that nothing is written or read beyond the folder: no dossier has any.
    """
    for path in (inside, inside.parent / "CHANGELOG.md"):
        if _git(top, "ls-tree", commit, "--", path.as_posix()):
            archive = _git(top, "archive", "--format=tar", commit, "--", path.as_posix())
            with tarfile.open(fileobj=BytesIO(archive)) as packed:
                regular = [member for member in packed.getmembers() if member.isfile()]
                packed.extractall(folder, members=regular, filter="data")


def _git(folder: Path, *arguments: str) -> bytes:
    """What git prints; its own complaint, or that it is not there, as BaseNotFound."""
    try:
        done = subprocess.run(["git", "-C", folder, *arguments], capture_output=True)
    except FileNotFoundError:
        raise BaseNotFound("git is not installed; name a folder, or install git") from None
    if done.returncode:
        told = done.stderr.decode(errors="replace").strip().splitlines() or ["git failed"]
        raise BaseNotFound(f"{told[0]}; name a folder, or a revision of the dossier’s repository")
    return done.stdout
