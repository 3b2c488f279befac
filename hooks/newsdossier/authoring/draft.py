"""A draft: files that begin a record, and what all kinds of draft need."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from slugify import slugify

from newsdossier.dossier.dossier import Dossier
from newsdossier.dossier.load import load, no_id
from newsdossier.problems.problem import ProblemsFound
from newsdossier.text.templates import build_environment
from newsdossier.text.verbatim import fold


class DraftRefused(Exception):
    """Says why no draft is made; its message is for the contributor."""


@dataclass(frozen=True)
class Draft:
    """The files that begin a record, by path, and remarks for the contributor."""

    files: Mapping[Path, bytes]
    remarks: list[str] = field(default_factory=list)
    copied_from: Mapping[Path, str] = field(default_factory=dict)
    """For each file that is a copy, what it is a copy of, and where it goes."""


def load_dossier(root: Path, originals: Path | None = None) -> Dossier:
    """Load the dossier that a draft is for.

    Raises DraftRefused where there is none, and ProblemsFound where it cannot be read.
    """
    if not (root / "dossier.yml").is_file():
        raise DraftRefused(f"{root}: no dossier is here; name its folder with --dossier FOLDER")
    dossier, problems = load(root, originals)
    if dossier is None:
        raise ProblemsFound(problems)
    return dossier


def suggest_id(words: str) -> str:
    """Make an id from words."""
    return str(slugify(words, max_length=60, word_boundary=True))


def claim_id(name: str, kind: str, taken: Mapping[str, Path]) -> str:
    """Return an id if something new may have it; raise DraftRefused if not."""
    if not name:
        raise DraftRefused("no id can be made from this; give one with --id")
    if wrong := no_id(name):
        better = suggest_id(name)
        better = f"{name}-{kind}" if better == name else better
        hint = f", such as {better}" if better and not no_id(better) else ""
        raise DraftRefused(f"{wrong}; take another{hint}")
    if name in taken:
        raise DraftRefused(f"{taken[name]} exists; take another id than {name}")
    return name


def locate_schema(root: Path, record: Path, kind: str) -> str:
    """Give the path from a record to its schema, which is in the folder the settings name."""
    settings = root / "dossier.yml"
    first, _, _ = settings.read_text(encoding="utf-8").partition("\n")
    named = re.search(r"\$schema=(\S+)/dossier\.json\s*$", first)
    folder = root / (named[1] if named else "schema")
    return Path(os.path.relpath(folder / f"{kind}.json", record.parent)).as_posix()


def fill_template(template: str, **values: Any) -> bytes:
    """Fill a template of a record with what is known."""
    # The templates are YAML: nothing is escaped, and each text goes through a filter.
    env = build_environment("newsdossier.authoring")
    env.filters |= {"scalar": _format_scalar, "comment": _format_comment}
    return env.get_template(f"new/{template}.j2").render(**values).encode()


def _format_scalar(text: str) -> str:
    """Print a text as a scalar of YAML on one line, quoted where it has to be."""
    style = '"' if "\n" in text else None
    flow = yaml.safe_dump(
        [text], default_style=style, default_flow_style=True, allow_unicode=True, width=10**6
    )
    return flow.strip()[1:-1]


def _format_comment(text: str) -> str:
    """Print a text as a comment can hold it: on one line, in visible characters."""
    return "".join(mark if mark.isprintable() else " " for mark in fold(text))
