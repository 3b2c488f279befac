"""The command `diff`: what a change does to the dossier."""

from __future__ import annotations

from pathlib import Path

import click

from newsdossier.checks.examination import examine
from newsdossier.cli.usage import refuse
from newsdossier.problems.problem import ProblemsFound
from newsdossier.review import report
from newsdossier.review.base import BaseNotFound, open_base
from newsdossier.review.dossiers import compare_dossiers


@click.command()
@click.argument("base")
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "json"]),
    default="markdown",
    show_default=True,
    help="Words for a reviewer, or JSON.",
)
@click.pass_obj
def diff(root: Path, base: str, form: str) -> int:
    """Tell what has changed in the dossier since BASE, a folder or a git revision."""
    # Leaks are not among the problems: they are found in finished pages, and none are made here.
    try:
        with open_base(base, root) as folder:
            before, problems_before = examine(folder)
    except BaseNotFound as error:
        return refuse(error)
    after, problems_after = examine(root)
    if before is None or after is None:
        raise ProblemsFound(problems_before if before is None else problems_after)
    found = compare_dossiers(before, after, problems_before, problems_after)
    print(report.as_json(found) if form == "json" else report.as_markdown(found), end="")
    return 0
