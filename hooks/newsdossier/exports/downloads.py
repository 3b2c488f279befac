"""A file to take along, and its fields."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

#: A value as JSON has it.
Json = Any


@dataclass(frozen=True)
class Field:
    """One field of a file: its name, its type by the names of Frictionless, what it means."""

    name: str
    type: str
    description: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reference:
    """A field that names a line of another table by that table's key."""

    field: str
    table: str
    key: str


@dataclass(frozen=True)
class Download:
    """A file: what it holds, its format, its fields and its bytes.

    Files of one title hold the same in several formats.
    """

    name: str
    title: str
    description: str
    format: str
    mediatype: str
    content: bytes
    fields: list[Field]
    is_table: bool = False
    key: tuple[str, ...] = ()
    references: tuple[Reference, ...] = field(default=())

    @property
    def sha256(self) -> str:
        """The checksum of its bytes."""
        return sha256(self.content).hexdigest()


def indented(value: Json) -> bytes:
    """JSON to be read by people too."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def compact(value: Json) -> str:
    """JSON on one line."""
    return json.dumps(value, ensure_ascii=False)
