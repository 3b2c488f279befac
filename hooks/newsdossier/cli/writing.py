"""The commands `pages` and `schema`: what is made from the data, and the form of the data."""

from __future__ import annotations

import os
from pathlib import Path

import click

from newsdossier.cli.usage import refuse
from newsdossier.model import schemas
from newsdossier.model.addresses import public_address


@click.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--site", default="", help="The address on the web that citations give.")
@click.option("--repository", default="", help="OWNER/NAME, for links to edit and report.")
@click.pass_obj
def pages(root: Path, out: Path, site: str, repository: str) -> int:
    """Write all pages as Markdown, and the data, to the new folder OUT."""
    # The pages need more than the schemas do.
    from newsdossier.site.build import publish
    from newsdossier.site.repository import parse_repository

    if os.path.lexists(out):
        return refuse(f"{out} exists; name a new folder")
    address = public_address(site)
    if site and not address:
        return refuse(f"{site} is no address on the web; write https://…")
    try:
        lines = parse_repository(repository)
    except ValueError as error:
        return refuse(error)
    built = publish(root, site=address, repository=lines)
    written = {path: text.encode() for path, text in built.pages.items()}
    for path, content in (written | built.files).items():
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return 0


@click.command()
@click.pass_obj
def schema(root: Path) -> int:
    """Write the JSON Schemas into the data's folder."""
    if not root.is_dir():
        return refuse(f"{root} is no folder; name the data's folder")
    folder = root / "schema"
    written = {folder / name: text for name, text in schemas().items()}
    for path in [folder, *written]:
        # Never through a link, which could lead anywhere, nor into a pipe.
        is_sound = path.is_dir() if path == folder else path.is_file()
        if os.path.lexists(path) and (path.is_symlink() or not is_sound):
            what = "folder" if path == folder else "file"
            return refuse(f"{path}: this is no {what} but something else; remove it")
    folder.mkdir(exist_ok=True)
    for path, text in written.items():
        path.write_text(text, encoding="utf-8")
    return 0
