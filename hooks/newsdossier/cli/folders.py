"""The commands `swap` and `pack`, which `make` calls: a folder made anew, and a zip of one."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newsdossier.cli.usage import refuse
from newsdossier.output import pack as packing
from newsdossier.output.swap import replace_folder


@click.command(
    short_help="Make a folder anew, all or nothing; for `make site`.",
    context_settings={"allow_interspersed_args": False, "ignore_unknown_options": True},
)
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("command", nargs=-1, type=click.UNPROCESSED)
def swap(folder: Path, command: tuple[str, ...]) -> int:
    """Run COMMAND with a new folder named last, and put what it makes in the place of FOLDER."""
    if not command:
        return refuse(f"name the command that makes {folder}")
    if folder.name in ("", ".."):
        return refuse(f"{folder} has no name to be made under; name a folder")
    try:
        return replace_folder(folder, command)
    except OSError as error:  # no such command, or a folder that cannot be made or removed
        print(f"{folder}: {error}", file=sys.stderr)
        return 1


@click.command(short_help="Pack a built site into a zip, for `make offline`.")
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("out", metavar="ZIP", type=click.Path(path_type=Path))
def pack(folder: Path, out: Path) -> int:
    """Pack the built site in FOLDER into ZIP, made anew."""
    if not folder.is_dir():
        return refuse(f"{folder} is no folder; name the site's folder")
    if out.is_dir():
        return refuse(f"{out} is a folder; name a zip to be made")
    packing.pack(folder, out)
    return 0
