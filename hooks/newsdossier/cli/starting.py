"""The commands `new` and `init`: what a contribution, or another dossier, begins with."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import click

from newsdossier.analysis.wording import plural
from newsdossier.authoring import (
    Draft,
    DraftRefused,
    draft_article,
    draft_entity,
    draft_question,
    starter,
    write_new_files,
)
from newsdossier.cli.usage import refuse
from newsdossier.dossier.originals import originals_folder
from newsdossier.model import Kind
from newsdossier.text.nearest import did_you_mean


class KindName(click.ParamType[Kind]):
    """The name of a kind of entity."""

    name = "kind"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Kind:
        """The kind that a word names; what is none is answered with the nearest."""
        if value not in list(Kind):
            hint = did_you_mean(value, Kind)
            known = ", ".join(Kind)
            self.fail(f'"{value}" is no kind of entity{hint or ";"} there are {known}', param, ctx)
        return Kind(value)


@click.group()
def new() -> None:
    """Begin an article, an entity or a question."""


@new.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--id", "name", help="Its id, such as dawn-2022-01-11; else made from FILE's name.")
@click.pass_obj
def article(root: Path, file: Path, name: str | None) -> int:
    """Propose the record and rendition of a raw text, FILE, in UTF-8."""
    return _begin(root, lambda: draft_article(root, file, name))


@new.command(short_help="Begin a person, an organisation, a place …")
@click.argument("kind", type=KindName())
@click.argument("words", metavar="ID|TITLE", nargs=-1, required=True)
@click.option("--id", "name", help="Its id, where the name is given.")
@click.pass_obj
def entity(root: Path, kind: Kind, words: tuple[str, ...], name: str | None) -> int:
    """Begin an entity of a KIND, by its id or its name."""
    folder, title = originals_folder(root), " ".join(words)
    return _begin(root, lambda: draft_entity(root, kind, title, name, folder))


@new.command()
@click.argument("name", metavar="ID")
@click.argument("asks", metavar="[WORDS]...", nargs=-1)
@click.pass_obj
def question(root: Path, name: str, asks: tuple[str, ...]) -> int:
    """Begin a row of the comparison: its ID, and in WORDS what it asks."""
    return _begin(root, lambda: draft_question(root, name, " ".join(asks)))


def _begin(root: Path, begin: Callable[[], Draft]) -> int:
    """Write what a record begins with, and say what was written; nothing is written over."""
    try:
        draft = begin()
        write_new_files(draft.files, root)
    except DraftRefused as why:
        return refuse(why)
    except OSError as error:
        return refuse(f"{error.filename}: {error.strerror}; nothing was written")
    for line in draft.remarks:
        print(line)
    for path in draft.files:
        source = draft.copied_from.get(path)
        print(f"{path}: copied from {source}" if source else f"{path}: written")
    print("newsdossier check lists what is left to do, each at its line")
    return 0


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def init(folder: Path) -> int:
    """Begin another dossier in FOLDER, with one invented article; nothing is written over."""
    files = {folder / path: content for path, content in starter.draft_folder().items()}
    if there := [path for path in files if os.path.lexists(path)]:
        exist = "\n".join(f"{path} exists" for path in there)
        return refuse(f"{exist}\nnothing was written; name a new folder, or move these away")
    try:
        write_new_files(files, folder)
    except OSError as error:
        return refuse(f"{error.filename}: {error.strerror}; nothing was written")
    print(f"{folder}: {plural(len(files), 'file')} written; now: cd {folder} && make serve")
    if not starter.find_wheel():
        print(
            f"engine.txt names the engine; where no index has it, put its wheel in {folder}/wheels"
        )
    return 0
