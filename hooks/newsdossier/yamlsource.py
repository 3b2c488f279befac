"""Read YAML so that every value remembers its line and column, and every scalar stays text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from newsdossier.problems import Place, Problem

Keys: TypeAlias = tuple[str | int, ...]
Value: TypeAlias = "str | list[Value] | dict[str, Value]"

#: The rules told here.
RULES = {
    "yaml-syntax": "A file is YAML, and one document.",
    "yaml-duplicate-key": "A key stands once among its neighbours.",
    "yaml-key": "A key is plain text.",
    "yaml-empty": "A key that is there has a value, and a file that is there is not empty.",
    "yaml-alias": "A value is written out wherever it holds; anchors and aliases are not used.",
    "yaml-depth": "Lists and mappings lie no deeper in each other than a record needs.",
}

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Source:
    """Where the values of one file, or of one part of it, were written."""

    path: str
    marks: Mapping[Keys, tuple[int, int]] = field(default_factory=dict, repr=False)
    key_marks: Mapping[Keys, tuple[int, int]] = field(default_factory=dict, repr=False)
    at: Keys = ()

    def inside(self, *keys: str | int) -> Source:
        """The source of the part that `keys` lead to."""
        return Source(self.path, self.marks, self.key_marks, (*self.at, *keys))

    def place(self, *keys: str | int) -> Place:
        """Where the value under `keys` stands, or else the nearest value around it."""
        wanted = (*self.at, *keys)
        while wanted and wanted not in self.marks:
            wanted = wanted[:-1]
        return Place(self.path, *self.marks.get(wanted, (1, 1)))

    def key_place(self, *keys: str | int) -> Place:
        """Where the last of `keys` itself stands, rather than its value."""
        mark = self.key_marks.get((*self.at, *keys))
        return Place(self.path, *mark) if mark else self.place(*keys)


@dataclass
class _Reader:
    """Walks the nodes of one document."""

    path: str
    marks: dict[Keys, tuple[int, int]] = field(default_factory=dict)
    key_marks: dict[Keys, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)

    def value(self, node: yaml.Node, keys: Keys) -> Value:
        self.marks.setdefault(keys, _position(node.start_mark))
        if id(node) in self.seen:
            place = Place(self.path, *self.key_marks.get(keys, _position(node.start_mark)))
            message = "aliases are not used here; write the value out"
            self.problems.append(Problem(place, "yaml-alias", message))
            return ""
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, keys)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*keys, i)) for i, item in enumerate(node.value)]
        if node.value == "" and not getattr(node, "style", None):
            self.problem(node, "yaml-empty", "a value is missing; write it or remove the key")
        return str(node.value)

    def mapping(self, node: yaml.MappingNode, keys: Keys) -> Value:
        found: dict[str, Value] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.problem(key_node, "yaml-key", "a key must be plain text; quote it")
                continue
            key = str(key_node.value)
            if key in found:
                message = f'the key "{key}" stands twice; keep one'
                self.problem(key_node, "yaml-duplicate-key", message)
                continue
            self.key_marks[(*keys, key)] = _position(key_node.start_mark)
            if not isinstance(value_node, yaml.ScalarNode) or not value_node.value:
                self.marks[(*keys, key)] = _position(key_node.start_mark)
            found[key] = self.value(value_node, (*keys, key))
        return found

    def problem(self, node: yaml.Node, rule: str, message: str) -> None:
        place = Place(self.path, *_position(node.start_mark))
        self.problems.append(Problem(place, rule, message))


def read(text: str, path: str) -> tuple[Value, Source, list[Problem]]:
    """The value of a YAML document, where its parts stand, and what is wrong with its writing.

    Scalars stay text: YAML's own guesses turn 12:30 into 750 and `no` into false. A document that
    cannot be read at all comes back as an empty mapping with its problem.
    """
    reader = _Reader(path)
    try:
        node = yaml.compose(text, Loader=Loader)
        value = reader.value(node, ()) if node else {}
    except yaml.YAMLError as error:
        return {}, Source(path), [_syntax_problem(error, path)]
    except RecursionError:
        message = "lists or mappings lie too deep in each other; a record needs a few levels"
        return {}, Source(path), [Problem(Place(path), "yaml-depth", message)]
    if node is None:
        return (
            {},
            Source(path),
            [Problem(Place(path), "yaml-empty", "the file is empty; fill it, or remove it")],
        )
    return value, Source(path, reader.marks, reader.key_marks), reader.problems


def _position(mark: yaml.Mark) -> tuple[int, int]:
    return mark.line + 1, mark.column + 1


def _syntax_problem(error: yaml.YAMLError, path: str) -> Problem:
    context = getattr(error, "context", None) or ""
    wrong = getattr(error, "problem", None) or str(error).splitlines()[0]
    # A quotation that is never closed is mended where it opens, not where the file ends.
    where = "context_mark" if "quoted scalar" in context else "problem_mark"
    mark = getattr(error, where, None)
    place = Place(path, *_position(mark)) if mark else Place(path)
    told = f"{context}, {wrong}" if context else wrong
    message = f"this is not YAML: {told}; check quotes, colons and indentation"
    return Problem(place, "yaml-syntax", message)
