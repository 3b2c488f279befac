"""The program with its commands; each is loaded when it is called, with what it needs."""

from __future__ import annotations

import sys
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

import click

from newsdossier.problems.forms import format_plain
from newsdossier.problems.problem import ProblemsFound

#: The module of this package that holds each command.
COMMANDS = {
    "check": "checking",
    "new": "starting",
    "init": "starting",
    "diff": "comparing",
    "coverage": "checking",
    "measure": "measuring",
    "schema": "writing",
    "pages": "writing",
    "swap": "folders",
    "pack": "folders",
}


class Commands(click.Group):
    """The commands, by name; a mistyped one is answered with those that are near."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order in which they are told."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """Load a command; raises NoSuchCommand where there is none."""
        if cmd_name not in COMMANDS:
            raise click.NoSuchCommand(cmd_name, possibilities=COMMANDS, ctx=ctx)
        module = import_module(f"newsdossier.cli.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, cmd_name)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="newsdossier")
@click.option(
    "--dossier",
    type=click.Path(path_type=Path),
    default=Path("dossier"),
    show_default=True,
    help="The data's folder.",
)
@click.pass_context
def program(context: click.Context, dossier: Path) -> None:
    """Check an annotated dossier, and make its pages."""
    context.obj = dossier


def main(arguments: list[str] | None = None) -> int:
    """Run one command: 0 when all is well, 1 with problems, 2 for wrong usage."""
    if isinstance(sys.stdout, TextIOWrapper):  # a terminal may lack letters that the data have
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        return int(program.main(arguments, prog_name="newsdossier", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return 1
    except ProblemsFound as found:
        print(format_plain(found.problems), file=sys.stderr)
        return 1
    except OSError as error:  # a path that the system cannot have, read or write
        named = f"{error.filename}: " if error.filename else ""
        print(f"{named}{error.strerror or error}", file=sys.stderr)
        return 2
