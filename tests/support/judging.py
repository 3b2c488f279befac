"""Invented dossiers written, judged as their answers ask for, and laid together into one."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from newsdossier.analysis.digests import digest_answers
from newsdossier.analysis.rows import rows_of
from newsdossier.analysis.verdicts import allowed_verdicts
from newsdossier.dossier.dossier import Dossier
from tests.support.inventing import HERE, Files, as_yaml


class Shelf:
    """A folder for one dossier after another; only what differs from the last one is written."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "dossier"
        self.there: Files = {}

    def put(self, files: Files) -> Path:
        """Put a dossier in the place of the one before it."""
        for path in self.there.keys() - files.keys():
            (self.root / path).unlink()
        for path, text in files.items():
            if self.there.get(path) != text:
                target = self.root / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(text.encode())
        self.there = dict(files)
        return self.root


def judge(files: Files, dossier: Dossier, pick: int) -> Files:
    """The same dossier with verdicts that its rows allow, and reasons that fit its answers.

    `pick` says which of the verdicts.
    """
    judged = dict(files)
    for name, row in rows_of(dossier).items():
        allowed = allowed_verdicts(row)
        path = f"questions/{name}.yml"
        verdict = allowed[pick % len(allowed)]
        judged[path] = files[path].replace("verdict: differ", f"verdict: {verdict}")
    return signed(judged, dossier)


def signed(files: Files, dossier: Dossier) -> Files:
    """The same dossier, each reason said to be written for the answers that are there."""
    read = dict(files)
    for name, row in rows_of(dossier).items():
        path = f"questions/{name}.yml"
        unsigned = re.sub(r"^answers_read: .*\n", "", files[path], flags=re.MULTILINE)
        read[path] = f"{unsigned}answers_read: '{digest_answers(row)}'\n"
    return read


def together(dossiers: Sequence[Files]) -> Files:
    """One dossier of several, the ids and names of each having a number of their own."""
    files: Files = {}
    settings: dict[str, Any] = {"groups": [], "story": []}
    for number, dossier in enumerate(dossiers):
        own = {
            path.replace(HERE, f"q{number}x"): text.replace(HERE, f"q{number}x")
            for path, text in dossier.items()
        }
        read = yaml.safe_load(own.pop("dossier.yml"))
        joined = {key: settings[key] + read[key] for key in ("groups", "story")}
        settings = {**read, **joined}
        files |= own
    return files | {"dossier.yml": as_yaml(settings)}
