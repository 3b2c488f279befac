"""The commands `check` and `coverage`: what is wrong with the data, and what is not yet in them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from newsdossier.analysis.rows import rows_of
from newsdossier.analysis.unquoted import find_unquoted
from newsdossier.analysis.wording import plural
from newsdossier.checks.examination import UNPROVED, describe_unproved, examine, load_sound
from newsdossier.cli.usage import NEEDS_ORIGINALS, refuse
from newsdossier.dossier.dossier import Dossier
from newsdossier.dossier.originals import originals_folder
from newsdossier.model import Reference
from newsdossier.problems.forms import (
    format_github,
    format_json,
    format_log,
    format_plain,
    format_summary,
)
from newsdossier.problems.problem import Problem


@click.command(short_help="Show every problem of the data.")
@click.argument("files", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["plain", "github", "json"]),
    default="plain",
    show_default=True,
    help="Lines to read, annotations in a workflow of GitHub, or JSON.",
)
@click.pass_obj
def check(root: Path, files: tuple[Path, ...], form: str) -> int:
    """Show every problem of the data, or those in the files and folders that are named."""
    dossier, problems = examine(root)
    if unknown := _find_unknown(files, problems, root):
        return refuse("\n".join(f"{file}: there is no such file" for file in unknown))
    if dossier is None or problems:
        shown = _select(files, problems, root.parent)
        _show_problems(shown, form, root)
        if others := len(problems) - len(shown):
            other = plural(others, "problem")
            print(f"{other} in other files; `newsdossier check` shows them", file=sys.stderr)
        return 1
    unproved = list(describe_unproved(dossier))
    if form == "json":
        print(format_json([], unproved))
    else:
        print("\n".join([f"{root}: no problems, {_describe_size(dossier)}", *unproved]))
    return 0


@click.command()
@click.pass_obj
def coverage(root: Path) -> int:
    """Show what no statement quotes from, and what is not reviewed."""
    dossier = load_sound(root)
    if dossier.bodies is None:
        return refuse(NEEDS_ORIGINALS)
    found = list(find_unquoted(dossier))
    for one in found:
        print(f"{Reference.to(one.article, one.label)}: {one.sentence}")
    print(f"{plural(len(found), 'sentence')} that no statement quotes from")
    rows = rows_of(dossier).values()
    for name in dossier.articles:
        unreviewed = [row.question.id for row in rows if name in row.unreviewed]
        print(f"{name}: {plural(len(unreviewed), 'question')} not yet reviewed", *unreviewed)
    return 0


def _describe_size(dossier: Dossier) -> str:
    """How much a dossier holds: 5 articles, 228 statements, 71 questions."""
    counts = {
        "article": len(dossier.articles),
        "statement": len(dossier.statements),
        "question": len(dossier.questions),
    }
    return ", ".join(plural(count, noun) for noun, count in counts.items())


def _show_problems(problems: list[Problem], form: str, root: Path) -> None:
    """Show problems in the form that is asked for."""
    if form == "json":
        print(format_json(problems, [] if originals_folder(root) else [UNPROVED]))
    elif form == "github":
        print(format_github(problems))
        if file := os.environ.get("GITHUB_STEP_SUMMARY"):
            with Path(file).open("a", encoding="utf-8") as job:
                job.write(format_summary(problems))
        else:
            print(format_log(problems))
    else:
        colour = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
        print(format_plain(problems, colour=colour), file=sys.stderr)


def _select(files: tuple[Path, ...], problems: list[Problem], root: Path) -> list[Problem]:
    """The problems that stand in the files and folders; all where none is named."""
    named = {file.resolve() for file in files}
    places = [(one, (root / one.place.path).resolve()) for one in problems]
    return [one for one, path in places if not named or not named.isdisjoint([path, *path.parents])]


def _find_unknown(files: tuple[Path, ...], problems: list[Problem], root: Path) -> list[Path]:
    """The paths where nothing is; what is missing may be a problem itself."""
    return [
        file
        for file in files
        if not os.path.lexists(file) and not _select((file,), problems, root.parent)
    ]
