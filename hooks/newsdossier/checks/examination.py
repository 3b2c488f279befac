"""Load a dossier and check it: a sound dossier, or all its problems at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newsdossier.analysis.wording import joined
from newsdossier.checks import check
from newsdossier.dossier.dossier import Dossier
from newsdossier.dossier.load import load
from newsdossier.dossier.originals import originals_folder
from newsdossier.problems.problem import Problem, ProblemsFound
from newsdossier.source.unfinished import drop_consequences

UNPROVED = "no originals here: quotations, spellings, blocks and checksums are not proved"


def examine(root: Path) -> tuple[Dossier | None, list[Problem]]:
    """Load the dossier in a folder, and list every problem of every file in order of place.

    The dossier is None where nothing can be built on: without settings, or with a folder of
    originals that must not be read.
    """
    try:
        dossier, problems = load(root, originals_folder(root))
    except ProblemsFound as refused:
        return None, refused.problems
    found = [*problems, *(check(dossier) if dossier else [])]
    return dossier, sorted(set(drop_consequences(found)))


def load_sound(root: Path) -> Dossier:
    """Load the dossier in a folder; raises ProblemsFound with all problems where it has any."""
    dossier, problems = examine(root)
    if dossier is None or problems:
        raise ProblemsFound(problems)
    return dossier


def describe_unproved(dossier: Dossier) -> Iterator[str]:
    """Say what could not be proved because originals are missing, a line each."""
    if dossier.bodies is None:
        yield UNPROVED
    elif absent := [name for name in dossier.articles if name not in dossier.bodies]:
        yield f"no original here of {joined(absent)}: what these are said to print is not proved"
