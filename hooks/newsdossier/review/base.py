"""Opens the base of a comparison: a dossier in a folder or in a git revision."""

from __future__ import annotations

import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory


class BaseNotFound(Exception):
    """Says that the base holds no dossier; its message is one line, with advice."""


@contextmanager
def open_base(base: str, root: Path) -> Iterator[Path]:
    """Give the folder of the dossier at `root` as it is in the base, while the context lasts.

    `base` is a revision of the repository that holds `root`, or a folder that holds the dossier.
    A name that is both means the revision: otherwise the author of a change could add a folder
    named like the revision and have the change compared with it. `./NAME` means the folder.
    Raises BaseNotFound where it is neither.
    """
    if not base:
        raise BaseNotFound("no base is given; name a dossier folder or a git revision")
    try:
        top, commit = _find_commit(base, root)
    except BaseNotFound:
        if not Path(base).is_dir():
            raise
        yield _find_dossier(Path(base), root)
        return
    with TemporaryDirectory(prefix="newsdossier-") as folder:
        inside = root.resolve().relative_to(top)
        _extract(top, commit, inside, Path(folder))
        if not (Path(folder) / inside / "dossier.yml").is_file():
            raise BaseNotFound(
                f"{base} holds no dossier at {inside.as_posix()}; name one that holds it"
            )
        yield Path(folder) / inside


def _find_dossier(folder: Path, root: Path) -> Path:
    """Find the dossier that a folder is, or that it holds under the name of the other dossier."""
    for found in (folder, folder / root.resolve().name):
        if (found / "dossier.yml").is_file():
            return found
    raise BaseNotFound(f"{folder} holds no dossier.yml; name a dossier folder or a git revision")


def _find_commit(revision: str, root: Path) -> tuple[Path, str]:
    """Find the top folder of the repository that holds `root`, and the commit of a revision."""
    if revision.startswith("-"):
        raise BaseNotFound(
            f"{revision} is not a revision; name a folder, a branch, a tag or a commit"
        )
    top = Path(_git(root, "rev-parse", "--show-toplevel").decode().rstrip("\n")).resolve()
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    try:
        return top, _git(root, *asked).decode().strip()
    except BaseNotFound:
        message = f"{revision} is neither a folder nor a revision of {top}; name one that exists"
        raise BaseNotFound(message) from None


def _extract(top: Path, commit: str, inside: Path, folder: Path) -> None:
    """Write the dossier of a commit into a folder.

    Links are left out, so that nothing outside the folder is written or read: no dossier has any.
    """
    if _git(top, "ls-tree", commit, "--", inside.as_posix()):
        archive = _git(top, "archive", "--format=tar", commit, "--", inside.as_posix())
        with tarfile.open(fileobj=BytesIO(archive)) as packed:
            regular = [member for member in packed.getmembers() if member.isfile()]
            packed.extractall(folder, members=regular, filter="data")


def _git(folder: Path, *arguments: str) -> bytes:
    """Run git and return what it prints; raise BaseNotFound with its complaint if it fails."""
    try:
        done = subprocess.run(["git", "-C", folder, *arguments], capture_output=True)
    except FileNotFoundError:
        raise BaseNotFound("git is not installed; name a folder, or install git") from None
    if done.returncode:
        complaint = done.stderr.decode(errors="replace").strip().splitlines() or ["git failed"]
        raise BaseNotFound(
            f"{complaint[0]}; name a folder, or a revision of the dossier’s repository"
        )
    return done.stdout
