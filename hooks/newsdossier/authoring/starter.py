"""Copy the files of `starter_files/` into a new dossier's folder."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import distribution, version
from pathlib import Path
from urllib.parse import unquote, urlsplit

from newsdossier.model import schemas

ENGINE = "newsdossier"

_FILES = Path(__file__).with_name("starter_files")

#: What MkDocs loads; a hook of that name in the package would be taken for a part of the engine.
_HOOK = '''\
"""MkDocs loads this file: the events that it calls are the engine's."""

from newsdossier.mkdocs import *  # noqa: F403
'''

#: Names that begin with a dot, which packages leave out.
_DOTTED = {"github": ".github", "gitignore": ".gitignore"}


def draft_folder() -> dict[str, bytes]:
    """The files of a new dossier's folder, by path: settings, data, Makefile, workflows, pins."""
    files = {"hooks/publish.py": _HOOK.encode()}
    for file in sorted(_FILES.rglob("*")):
        if file.is_file():
            first, *rest = file.relative_to(_FILES).parts
            files["/".join([_DOTTED.get(first, first), *rest])] = file.read_bytes()
    for name, text in schemas().items():
        files[f"dossier/schema/{name}"] = text.encode()
    return files | dict(_pin_engine(find_wheel()))


def find_wheel() -> Path | None:
    """The wheel that the engine was installed from, where it still lies on this machine.

    The installer notes it in `direct_url.json`: see PEP 610.
    """
    noted = distribution(ENGINE).read_text("direct_url.json")
    address = urlsplit(json.loads(noted)["url"] if noted else "")
    path = Path(unquote(address.path))
    return path if address.scheme == "file" and path.suffix == ".whl" and path.is_file() else None


def _pin_engine(wheel: Path | None) -> Iterator[tuple[str, bytes]]:
    """The engine's release as a requirement, and its wheel with it where no index need have it."""
    pin = f"{ENGINE}=={version(ENGINE)}"
    if wheel:
        content = wheel.read_bytes()
        yield f"wheels/{wheel.name}", content
        pin += f" --hash=sha256:{sha256(content).hexdigest()}"
    yield "engine.txt", f"{pin}\n".encode()
