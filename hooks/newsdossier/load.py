"""Read a dossier's folder into records, with every problem that keeps a file from being one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newsdossier import changes, originals, renditions, yamlsource
from newsdossier.changes import Change
from newsdossier.originals import Body
from newsdossier.problems import Place, Problem
from newsdossier.records import (
    ID,
    Article,
    Entity,
    Kind,
    Origin,
    Question,
    R,
    Record,
    Settings,
    Statement,
    parse,
)
from newsdossier.renditions import Rendition


@dataclass(frozen=True)
class Dossier:
    """All records of a dossier by their ids, and the originals' bodies where they are at hand."""

    settings: Settings
    articles: dict[str, Article] = field(default_factory=dict)
    renditions: dict[str, Rendition] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)
    bodies: dict[str, Body] | None = None
    changes: list[Change] = field(default_factory=list)
    """What changed when, by the log beside the dossier's folder, where there is one."""
    unread: frozenset[str] = frozenset()
    """The ids of files that make no record: what names them is not blamed for it."""

    def rendition(self, article: str) -> Rendition:
        """An article's rendition; one without blocks where its file could not be read."""
        return self.renditions.get(article, Rendition(""))

    def statement(self, reference: str) -> Statement | None:
        """The statement that ARTICLE#STATEMENT names."""
        article, _, wanted = reference.partition("#")
        found = self.articles.get(article)
        return next((s for s in found.statements if s.id == wanted), None) if found else None


def load(root: Path, originals_folder: Path | None = None) -> tuple[Dossier | None, list[Problem]]:
    """The dossier in a folder, and what is wrong with its files.

    Without `originals_folder` the bodies are None and nothing is proved against them. The dossier
    is None only where there are no settings to build on.
    """
    loader = _Loader(root)
    settings = loader.record(Settings, root / "dossier.yml")
    articles = loader.folder(Article, "articles", ignore=".md")
    found: dict[str, Any] = {
        "articles": articles,
        "entities": loader.entities(),
        "questions": loader.folder(Question, "questions"),
        "origins": loader.folder(Origin, "origins"),
        "renditions": loader.renditions(articles),
        "bodies": loader.bodies(articles, originals_folder) if originals_folder else None,
        "changes": loader.changes(root.parent / "CHANGELOG.md"),
    }
    loader.strays()
    if settings is None:
        return None, loader.problems
    return Dossier(settings, **found, unread=frozenset(loader.unread)), loader.problems


#: Names that mean something else: an index is a page of its own, the others stand for no record.
RESERVED = ("index", "nobody", "none")

#: Folders within a dossier that hold no records.
NO_DATA = ("originals", "schema")


class _Loader:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.unread: set[str] = set()
        self.read: set[Path] = set()

    def shown(self, path: Path) -> str:
        """The path as problems print it: from the folder that holds the dossier."""
        return path.relative_to(self.root.parent).as_posix()

    def text(self, path: Path) -> str | None:
        self.read.add(path)
        try:
            return path.read_text(encoding="utf-8")
        except FileNotFoundError:
            self.problem(path, "file-missing", "this file is missing; add it")
        except UnicodeDecodeError:
            self.problem(path, "file-encoding", "this file is not UTF-8; save it as UTF-8")
        return None

    def record(self, model: type[R], path: Path, **given: str) -> R | None:
        text = self.text(path)
        if text is None:
            return None
        value, source, problems = yamlsource.read(text, self.shown(path))
        self.problems += problems
        if problems:
            return None
        record, problems = parse(model, value, source, **given)
        self.problems += problems
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
        for path in sorted((self.root / name).glob("*")):
            if path.suffix == ignore or path.is_dir() or path.name.startswith("."):
                continue
            if path.stem in RESERVED:
                self.read.add(path)
                self.problem(path, "file-name", f'"{path.stem}" means something else; rename it')
            elif path.suffix == ".yml" and re.fullmatch(ID, path.stem):
                yield path
            else:
                self.read.add(path)
                message = (
                    "a file here is named ID.yml, of small letters, digits and hyphens; rename it"
                )
                self.problem(path, "file-name", message)

    def entities(self) -> dict[str, Entity]:
        entities: dict[str, Entity] = {}
        for kind in Kind:
            for name, entity in self.folder(Entity, f"entities/{kind}", kind=kind).items():
                if name in entities:
                    message = (
                        f'"{name}" is also a {entities[name].kind}; give one of them another name'
                    )
                    self.problems.append(Problem(entity.place(), "duplicate-id", message))
                entities[name] = entity
        return entities

    def renditions(self, articles: Iterable[str]) -> dict[str, Rendition]:
        found: dict[str, Rendition] = {}
        for name in articles:
            path = self.root / "articles" / f"{name}.md"
            if (text := self.text(path)) is not None:
                found[name], problems = renditions.read(text, self.shown(path))
                self.problems += problems
        return found

    def bodies(self, articles: dict[str, Article], folder: Path) -> dict[str, Body]:
        bodies: dict[str, Body] = {}
        for name, article in articles.items():
            body, problems = originals.cut(article, folder)
            self.problems += problems
            if body:
                bodies[name] = body
        return bodies

    def changes(self, path: Path) -> list[Change]:
        text = self.text(path) if path.exists() else None
        found, problems = changes.read(text or "", self.shown(path))
        self.problems += problems
        return found

    def strays(self) -> None:
        """Files that no record is read from."""
        for path in sorted(self.root.rglob("*")):
            inside = path.relative_to(self.root)
            if path.is_dir() or path in self.read or inside.parts[0] in NO_DATA:
                continue
            if path.name.startswith("."):  # what systems and editors leave behind
                continue
            if inside.parts[0] == "entities" and len(inside.parts) == 3:
                wanted = f"entities lie in a folder of their kind: {', '.join(Kind)}; move it"
            elif path.suffix == ".md" and path.with_suffix(".yml") in self.read:
                continue
            elif path.suffix == ".md" and inside.parts[0] == "articles":
                wanted = f'no record "{path.stem}.yml" stands beside it; add it'
            else:
                wanted = "no record is read from this file; move it where it belongs, or remove it"
            self.problem(path, "file-name", wanted)

    def problem(self, path: Path, rule: str, message: str) -> None:
        self.problems.append(Problem(Place(self.shown(path)), rule, message))


def parts(record: Record) -> Iterator[Record]:
    """A record and every record within it."""
    yield record
    for name in type(record).model_fields:
        value = getattr(record, name)
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, Record):
                yield from parts(item)


def texts(record: Record) -> Iterator[tuple[Place, str]]:
    """Every text of a record and of the records within it, and where it stands."""
    for part in parts(record):
        for name, info in type(part).model_fields.items():
            key = info.alias or name
            match getattr(part, name):
                case str(text):
                    yield part.place(key), text
                case list(items):
                    yield from ((part.place(key, i), one) for i, one in _texts(enumerate(items)))
                case dict(items):
                    yield from ((part.place(key, i), one) for i, one in _texts(items.items()))


def _texts(items: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, str]]:
    return ((key, item) for key, item in items if isinstance(item, str))
