"""The command `measure`: how much text the articles of a dispatch share."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import click

from newsdossier.analysis.shared_text import copies_of, shared_texts_of
from newsdossier.analysis.wording import joined, plural
from newsdossier.authoring import DraftRefused, draft_figures, write_figures
from newsdossier.authoring.figures import Measurement
from newsdossier.cli.usage import NEEDS_ORIGINALS, refuse
from newsdossier.dossier.dossier import Dossier
from newsdossier.dossier.load import load
from newsdossier.dossier.originals import originals_folder
from newsdossier.problems.problem import ProblemsFound


@click.command(short_help="Measure the text that copies of a dispatch share.")
@click.pass_obj
def measure(root: Path) -> int:
    """Write into each dispatch's record how much text its articles share."""
    folder = originals_folder(root)
    if folder is None:
        return refuse(f"{NEEDS_ORIGINALS}; nothing was written")
    dossier, problems = load(root, folder)
    if dossier is None or problems:
        raise ProblemsFound(problems)
    try:
        measured = draft_figures(root, dossier)
        write_figures(measured)
    except DraftRefused as why:
        return refuse(why)
    for one in measured:
        print(*_describe_record(one), sep="\n")
    print(_describe_others(dossier))
    if absent := [name for name in dossier.articles if name not in (dossier.bodies or {})]:
        print(f"no original here of {joined(absent)}: figures that need it stay as they were")
    return 0


def _describe_record(measured: Measurement) -> list[str]:
    """Describe what was measured for a dispatch, and whether its record has changed."""
    if measured.text is not None:
        outcome = "written"
    else:
        outcome = "unchanged" if measured.figures else "fewer than two articles, nothing to measure"
    shares = [
        f"  {' and '.join(one.articles)}: {one.percent[0]} % and {one.percent[1]} %, "
        f"{plural(len(one.joined), 'pair')} of blocks"
        for one in measured.figures
    ]
    return [f"{measured.path}: {outcome}", *shares]


def _describe_others(dossier: Dossier) -> str:
    """Describe how much text articles without a common dispatch share at most."""
    related = {pair for copies in copies_of(dossier).values() for pair in combinations(copies, 2)}
    shares = [one.most for pair, one in shared_texts_of(dossier).items() if pair not in related]
    return f"other articles share at most {max(shares, default=0.0)} % of their text"
