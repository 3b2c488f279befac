"""Read YAML so that every value remembers its line and column, and every scalar stays text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeAlias

import yaml

from newsdossier.problems import limits
from newsdossier.problems.problem import Place, Problem
from newsdossier.problems.rules import Rule, RuleGroup, declare_rule
from newsdossier.source import invisible
from newsdossier.text import characters

Keys: TypeAlias = tuple[str | int, ...]
Value: TypeAlias = "str | list[Value] | dict[str, Value]"

_declare = partial(declare_rule, RuleGroup.FILES, __name__)
YAML_SYNTAX = _declare("yaml-syntax", "A file is YAML, and one document.")
YAML_DUPLICATE_KEY = _declare("yaml-duplicate-key", "A key stands once among its neighbours.")
YAML_KEY = _declare("yaml-key", "A key is plain text.")
YAML_EMPTY = _declare(
    "yaml-empty", "A key that is there has a value, and a file that is there is not empty."
)
YAML_ALIAS = _declare(
    "yaml-alias", "A value is written out as it is: anchors, aliases and tags are not used."
)
YAML_COMMENT = _declare(
    "yaml-comment", "Two spaces stand before a comment; with one, it may be words of a text."
)
YAML_DEPTH = _declare(
    "yaml-depth", "Lists and mappings lie no deeper in each other than a record needs."
)
YAML_SIZE = _declare("yaml-size", "A file has no more keys and values than a record can come to.")

#: A comment that stands too near to a value to be told from its words.
_COMMENT = re.compile(r" #|\s+#[^\s#]")

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
        """The place of the value under `keys`; falls back to the nearest enclosing value."""
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
    """Walks the events of one document, so that nothing is built before it is counted."""

    path: str
    text: str
    lines: list[str]
    events: Iterator[yaml.Event]
    marks: dict[Keys, tuple[int, int]] = field(default_factory=dict)
    key_marks: dict[Keys, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    nodes: int = 0

    def document(self) -> Value | None:
        """The value of the first document; None where there is none. Raises _Unread."""
        next(self.events)  # the stream starts
        if not isinstance(next(self.events), yaml.DocumentStartEvent):
            return None
        value = self.value(next(self.events), (), 1)
        next(self.events)  # the document ends
        if isinstance(following := next(self.events), yaml.DocumentStartEvent):
            message = "a second document starts here; a file holds one, so remove the line ---"
            self.problem(following, YAML_SYNTAX, message)
        return value

    def value(self, event: yaml.Event, keys: Keys, depth: int) -> Value:
        self.marks.setdefault(keys, _position(event.start_mark, self.lines))
        self.count(event, depth)
        self.plain(event)
        match event:
            case yaml.ScalarEvent():
                return self.scalar(event)
            case yaml.MappingStartEvent():
                return self.mapping(keys, depth)
            case yaml.SequenceStartEvent():
                return self.sequence(keys, depth)
        self.problem(event, YAML_ALIAS, "aliases are not used here; write the value out")
        return ""

    def count(self, event: yaml.Event, depth: int) -> None:
        self.nodes += 1
        if depth > limits.DEPTH:
            message = "lists or mappings are nested too deeply; a record needs only a few levels"
            raise _Unread(self.found(event, YAML_DEPTH, message))
        if self.nodes > limits.NODES:
            message = f"the file has more than {limits.NODES:,} keys and values; split it"
            raise _Unread(self.found(event, YAML_SIZE, message))

    def plain(self, event: Any) -> None:
        """Tell what YAML takes out of a value: a name or a type before it."""
        if isinstance(event, yaml.AliasEvent):
            return
        for sign, word in (("&", event.anchor), ("!", event.tag)):
            if word:
                message = (
                    f"a value that begins with {sign} loses its first word; "
                    "put the text in quotation marks"
                )
                self.problem(event, YAML_ALIAS, message)

    def sequence(self, keys: Keys, depth: int) -> list[Value]:
        found: list[Value] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            found.append(self.value(event, (*keys, len(found)), depth + 1))
        return found

    def scalar(self, event: yaml.ScalarEvent) -> str:
        text = str(event.value)
        if not event.style:
            self.unbroken(event)
        if text == "" and not event.style:
            self.problem(event, YAML_EMPTY, "a value is missing; write it or remove the key")
        if len(text) > limits.TEXT:
            message = f"this text has {len(text):,} characters; {limits.TEXT:,} at most, shorten it"
            self.problem(event, limits.TEXT_LENGTH, message)
        if event.style == '"':  # the only style with escapes
            for message in characters.find_hidden_by_escapes(text, self.text):
                self.problem(event, invisible.TEXT_CHARACTERS, message)
        return text

    def unbroken(self, event: Any) -> None:
        """Tell words behind a text in no quotation marks that YAML takes for a comment."""
        end = event.end_mark
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        if _COMMENT.match(rest):
            place = Place(self.path, end.line + 1, end.column + 2)
            message = (
                "what stands behind # is a comment and is lost; put the text in quotation marks, "
                "or two spaces before a comment, and one behind its #"
            )
            self.problems.append(YAML_COMMENT.problem(place, message))

    def mapping(self, keys: Keys, depth: int) -> dict[str, Value]:
        found: dict[str, Value] = {}
        while not isinstance(key_event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(key_event, yaml.ScalarEvent):
                self.problem(key_event, YAML_KEY, "a key must be plain text; quote it")
                self.passed_over(key_event, depth)
                self.passed_over(next(self.events), depth)
                continue
            self.count(key_event, depth)
            key = self.scalar(key_event)
            if key in found:
                message = f'the key "{key}" occurs twice; keep one'
                self.problem(key_event, YAML_DUPLICATE_KEY, message)
                self.passed_over(next(self.events), depth)
                continue
            event = next(self.events)
            self.key_marks[(*keys, key)] = _position(key_event.start_mark, self.lines)
            if not isinstance(event, yaml.ScalarEvent) or not event.value:
                self.marks[(*keys, key)] = _position(key_event.start_mark, self.lines)
            found[key] = self.value(event, (*keys, key), depth + 1)
        return found

    def passed_over(self, event: yaml.Event, depth: int) -> None:
        """Read a value to which no key leads; what is wrong within it waits."""
        aside = _Reader(self.path, self.text, self.lines, self.events, nodes=self.nodes)
        aside.value(event, (), depth + 1)
        self.nodes = aside.nodes

    def found(self, event: yaml.Event, rule: Rule, message: str) -> Problem:
        return rule.problem(Place(self.path, *_position(event.start_mark, self.lines)), message)

    def problem(self, event: yaml.Event, rule: Rule, message: str) -> None:
        self.problems.append(self.found(event, rule, message))


class _Unread(Exception):
    """A document that is read no further, with the problem that tells why."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def read_yaml(text: str, path: str) -> tuple[Value, Source, list[Problem]]:
    """The value of a YAML document, where its parts stand, and what is wrong with its writing.

    Scalars stay text: YAML's own guesses turn 12:30 into 750 and `no` into false. A document that
    cannot be read at all comes back as an empty mapping with its problem.
    """
    seen = list(invisible.problems(text, path))
    if characters.breaks_lines(text):
        return {}, Source(path), seen
    events = iter(yaml.parse(text, Loader=Loader))
    reader = _Reader(path, text, text.split("\n"), events, problems=seen)
    try:
        value = reader.document()
    except yaml.YAMLError as error:
        return {}, Source(path), [*reader.problems, _syntax_problem(error, text, path)]
    except _Unread as refused:
        return {}, Source(path), [*reader.problems, refused.problem]
    if value is None:
        empty = YAML_EMPTY.problem(Place(path), "the file is empty; fill it, or remove it")
        return {}, Source(path), [*seen, empty]
    return value, Source(path, reader.marks, reader.key_marks), reader.problems


def _position(mark: Any, lines: list[str]) -> tuple[int, int]:
    """A mark as line and column; what is missing behind the last line, at the end of that."""
    if mark.line < len(lines):
        return mark.line + 1, mark.column + 1
    return len(lines), len(lines[-1]) + 1


def _syntax_problem(error: yaml.YAMLError, text: str, path: str) -> Problem:
    context = getattr(error, "context", None) or ""
    wrong = getattr(error, "problem", None) or str(error).splitlines()[0]
    # A quotation or a key that is never closed is mended where it opens, not where that shows.
    opened = "quoted scalar" in context or "simple key" in context
    where = "context_mark" if opened else "problem_mark"
    mark = getattr(error, where, None)
    place = Place(path, *_position(mark, text.split("\n"))) if mark else Place(path)
    told = f"{context}, {wrong}" if context else wrong
    message = f"this is not YAML: {told}; check quotes, colons and indentation"
    return YAML_SYNTAX.problem(place, message)
