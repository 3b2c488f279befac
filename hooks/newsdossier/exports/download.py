"""A file to download, with its fields."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

#: A value as JSON has it.
Json = Any


@dataclass(frozen=True)
class Field:
    """One field of a file: its name, its type as Frictionless names it, and its meaning."""

    name: str
    type: str
    description: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class ForeignKey:
    """A field that refers to a line of another table by that table's key."""

    field: str
    table: str
    key: str


@dataclass(frozen=True)
class Download:
    """A file: what it holds, its format, its fields and its bytes.

    Files with the same title have the same content in several formats.
    """

    name: str
    title: str
    description: str
    format: str
    media_type: str
    content: bytes
    fields: list[Field]
    is_table: bool = False
    key: tuple[str, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()

    @property
    def sha256(self) -> str:
        """The checksum of the content."""
        return sha256(self.content).hexdigest()


def format_json(value: Json) -> bytes:
    """Print JSON that people can read too."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def format_json_line(value: Json) -> str:
    """Print JSON on one line."""
    return json.dumps(value, ensure_ascii=False)
