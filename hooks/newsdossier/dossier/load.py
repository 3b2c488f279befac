"""Read a dossier's folder into records, with every problem that keeps a file from being one."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from newsdossier.dossier import originals
from newsdossier.dossier.dossier import Dossier
from newsdossier.dossier.originals import Body
from newsdossier.model import (
    ID,
    Article,
    Entity,
    Kind,
    Origin,
    Question,
    Record,
    Settings,
    parse,
)
from newsdossier.problems import limits
from newsdossier.problems.problem import Place, Problem
from newsdossier.source import files, unfinished
from newsdossier.source.changelog import Change, read_changelog
from newsdossier.source.located_yaml import read_yaml
from newsdossier.source.renditions import Rendition, read_rendition

R = TypeVar("R", bound=Record)


def load(root: Path, originals_folder: Path | None = None) -> tuple[Dossier | None, list[Problem]]:
    """The dossier in a folder, and what is wrong with its files.

    Without `originals_folder` the bodies are None and nothing is proved against them. The dossier
    is None only where there are no settings to build on.
    """
    loader = _Loader(root)
    try:
        loader.survey()
    except files.Refused as refused:
        loader.problems.append(refused.problem(loader.place(root)))
        return None, loader.problems
    settings = loader.record(Settings, root / "dossier.yml")
    articles = loader.folder(Article, "articles", ignore=".md")
    found: dict[str, Any] = {
        "articles": articles,
        "entities": loader.entities(),
        "namesakes": loader.namesakes,
        "questions": loader.folder(Question, "questions"),
        "origins": loader.folder(Origin, "origins"),
        "renditions": loader.renditions(),
        "bodies": loader.bodies(articles, originals_folder) if originals_folder else None,
        "changes": loader.changes(root / "CHANGELOG.md"),
    }
    loader.strays()
    if settings is None:
        return None, loader.problems
    return Dossier(settings, **found, unread=frozenset(loader.unread)), loader.problems


#: Names that mean something else: an index is a page of its own, the others stand for no record.
RESERVED = ("index", "nobody", "none")

#: Names that Windows keeps for devices: who checks the files out there cannot have them.
PORTS = [f"{port}{number}" for port in ("com", "lpt") for number in range(10)]
DEVICES = ("con", "prn", "aux", "nul", *PORTS)

#: Folders within a dossier that hold no records.
NO_DATA = ("originals", "schema")


class _Loader:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.unread: set[str] = set()
        self.namesakes: list[Entity] = []
        self.read: set[Path] = set()
        self.there: list[Path] = []

    def shown(self, path: Path) -> str:
        """The path as problems print it: from the folder that holds the dossier."""
        return path.relative_to(self.root.parent).as_posix()

    def survey(self) -> None:
        """Find every file there is; raises Refused where there are too many to look at."""
        for path, refused in files.below(self.root, NO_DATA):
            if refused:
                self.read.add(path)
                self.unread.add(path.stem)
                self.problems.append(refused.problem(self.place(path)))
            self.there.append(path)
        self.there.sort()

    def text(self, path: Path, most: int) -> str | None:
        self.read.add(path)
        try:
            return files.decode_text(files.read_bytes(path, most))
        except files.Refused as refused:
            self.problems.append(refused.problem(self.place(path)))
        return None

    def record(self, model: type[R], path: Path, **given: str) -> R | None:
        text = self.text(path, limits.RECORD)
        if text is None:
            return None
        value, source, problems = read_yaml(text, self.shown(path))
        self.problems += problems
        if problems:
            return None
        left_open = list(unfinished.find_marks(value, source))
        if left_open:
            self.unread.add(path.stem)
        record, problems = parse(model, value, source, **given)
        self.problems += unfinished.drop_consequences([*left_open, *problems])
        return record

    def folder(self, model: type[R], name: str, ignore: str = "", **given: str) -> dict[str, R]:
        records: dict[str, R] = {}
        for path in self.files(name, ignore):
            record = self.record(model, path, id=path.stem, **given)
            if record:
                records[path.stem] = record
            else:
                self.unread.add(path.stem)
        return records

    def files(self, name: str, ignore: str) -> Iterator[Path]:
        folder = self.root / name
        for path in [path for path in self.there if path.parent == folder]:
            if path.suffix == ignore or path in self.read:
                continue
            if wrong := _misnamed(path):
                self.read.add(path)
                self.problems.append(files.FILE_NAME.problem(self.place(path), wrong))
            else:
                yield path

    def entities(self) -> dict[str, Entity]:
        entities: dict[str, Entity] = {}
        for kind in Kind:
            for name, entity in self.folder(Entity, f"entities/{kind}", kind=kind).items():
                if name in entities:
                    self.namesakes.append(entity)
                else:
                    entities[name] = entity
        return entities

    def renditions(self) -> dict[str, Rendition]:
        """Those of all articles, of which some may make no record."""
        found: dict[str, Rendition] = {}
        records = [path for path in self.read if path.parent == self.root / "articles"]
        for name in sorted(path.stem for path in records if path.suffix == ".yml"):
            path = self.root / "articles" / f"{name}.md"
            if (text := self.text(path, limits.RENDITION)) is not None:
                rendition, problems = read_rendition(text, self.shown(path))
                self.problems += problems
                if rendition:
                    found[name] = rendition
                if not rendition or self.is_left_open(rendition):
                    self.unread.add(name)
        return found

    def is_left_open(self, rendition: Rendition) -> bool:
        blocks = [block for block in rendition.blocks if unfinished.has_todo(block.text)]
        self.problems += [unfinished.describe_mark(block.place, block.text) for block in blocks]
        return bool(blocks)

    def bodies(self, articles: dict[str, Article], folder: Path) -> dict[str, Body]:
        bodies: dict[str, Body] = {}
        claimed = {article.original.file for article in articles.values()}
        for name, article in articles.items():
            if not originals.is_at_hand(article, folder):
                self.problems += originals.misnamed(article, folder, claimed)
                continue
            body, problems = originals.cut(article, folder)
            self.problems += problems
            if body:
                bodies[name] = body
        return bodies

    def changes(self, path: Path) -> list[Change]:
        text = self.text(path, limits.LOG) if os.path.lexists(path) else None
        found, problems = read_changelog(text or "", self.shown(path))
        self.problems += problems
        return found

    def strays(self) -> None:
        """Files that no record is read from."""
        for path in self.there:
            inside = path.relative_to(self.root)
            if path in self.read:
                continue
            if inside.parts[0] == "entities" and len(inside.parts) == 3:
                wanted = f"entities lie in a folder of their kind: {', '.join(Kind)}; move it"
            elif path.suffix == ".md" and path.with_suffix(".yml") in self.read:
                continue
            elif path.suffix == ".md" and inside.parts[0] == "articles":
                wanted = f'no record "{path.stem}.yml" stands beside it; add it'
            else:
                wanted = "no record is read from this file; move it where it belongs, or remove it"
            self.problems.append(files.FILE_NAME.problem(self.place(path), wanted))

    def place(self, path: Path) -> Place:
        return Place(self.shown(path))


def _misnamed(path: Path) -> str | None:
    """Why a file's name cannot be an id, and what to do; None where it can."""
    if path.suffix != ".yml" or not re.fullmatch(ID, path.stem):
        return "name a file here ID.yml, with lower-case letters, digits and hyphens"
    wrong = no_id(path.stem)
    return f"{wrong}; rename it" if wrong else None


def no_id(name: str) -> str | None:
    """Why a name cannot be an id, which names a file too; None where it can."""
    if not re.fullmatch(ID, name):
        return f'"{name}" is not an id: an id has lower-case letters, digits and hyphens'
    if len(name) > limits.ID:
        return f"the name has {len(name)} characters, {limits.ID} at most"
    if name in RESERVED:
        return f'"{name}" means something else'
    if name in DEVICES:
        return f'Windows can have no file "{name}"'
    return None
