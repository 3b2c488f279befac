"""Hostile texts, and every place of the records and renditions into which they may be written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import yaml

from newsdossier.model import (
    Article,
    Edtf,
    Entity,
    Language,
    Origin,
    Question,
    Record,
    Settings,
    Text,
)
from tests.support.building import TESTS

#: Which field of which record: its keys, with [] for the items of a list and {} for those of a map.
At = tuple[str, ...]

PAYLOADS: tuple[str, ...] = tuple(
    payload
    for group in yaml.safe_load(
        (TESTS / "cases" / "payloads.yml").read_text(encoding="utf-8")
    ).values()
    for payload in group
)

#: One of them that an address may be: it is where the licence stands.
ADDRESS = "https://evil.example/?<script>__ran()</script>"

#: The last of them, which is none: it is refused nowhere.
HARMLESS = len(PAYLOADS) - 1

RECORDS: dict[str, type[Record]] = {
    "article": Article,
    "dossier": Settings,
    "entity": Entity,
    "origin": Origin,
    "question": Question,
}


class Sort(Enum):
    """What a field of a record takes: any text, a date, a name of a certain form, a language."""

    TEXT = "text"
    DATE = "date"
    NAME = "name"
    LANGUAGE = "language"


def fields(annotation: Any, at: At) -> Iterator[tuple[At, Sort]]:
    """Every field under an annotation into which somebody writes text."""
    arguments = get_args(annotation)
    if get_origin(annotation) is Annotated:
        if arguments[0] is str:
            sorts = {Text: Sort.TEXT, Edtf: Sort.DATE, Language: Sort.LANGUAGE}
            yield at, sorts.get(annotation, Sort.NAME)
        else:
            yield from fields(arguments[0], at)
    elif get_origin(annotation) is list:
        yield from fields(arguments[0], (*at, "[]"))
    elif get_origin(annotation) is dict:
        yield from fields(arguments[0], (*at, "{key}"))
        yield from fields(arguments[1], (*at, "{}"))
    elif get_origin(annotation) in (Union, UnionType):
        for one in arguments:
            yield from fields(one, at)
    elif isinstance(annotation, type) and issubclass(annotation, Record):
        for name, inner in hints(annotation):
            yield from fields(inner, (*at, name))
    elif annotation is str:
        yield at, Sort.TEXT


@cache
def hints(record: type[Record]) -> list[tuple[str, Any]]:
    """A record's fields as they are written in files, with their annotations."""
    found = get_type_hints(record, include_extras=True)
    return [(info.alias or name, found[name]) for name, info in record.model_fields.items()]


#: Every field of every record, and of the renditions, by its name in this module.
FIELDS: dict[At, Sort] = {
    at: sort for kind, model in RECORDS.items() for at, sort in fields(model, (kind,))
}

#: Where a rendition has text: `raw` as somebody types it, `written` with all marks escaped.
RENDITION: dict[At, str] = {
    ("rendition", "words, written"): "Told: {written} and so on.",
    ("rendition", "emphasis, written"): "Told: *{written}* and **{written}** and so on.",
    ("rendition", "link, written"): "Told: [{written}](https://example.org/) and so on.",
    ("rendition", "link to an entity, written"): "Told: [{written}](entity:e0) and so on.",
    ("rendition", "name of an entity, written"): "Told: {name} and so on.",
    ("rendition", "words, raw"): "Told: {raw} and so on.",
    ("rendition", "quotation, raw"): "Told: “{raw}” and so on.",
    ("rendition", "link, raw"): "Told: [{raw}](https://example.org/) and so on.",
    ("rendition", "target, raw"): "Told: [there {tag}]({raw}) and so on.",
    ("rendition", "target in brackets, raw"): "Told: [there {tag}](<{raw}>) and so on.",
    ("rendition", "end of an address, raw"): "Told: [there {tag}](https://example.org/{raw}) so.",
    ("rendition", "paragraph, raw"): "{raw}",
}

#: Those of them that lead somewhere: nobody reads what is put there.
TARGETS = {at for at in RENDITION if at[1].startswith(("target", "end of"))}

#: What a rendition calls an entity.
NAME = ("entity", "names", "[]", "name")
#: Where it stands there.
MENTION = ("rendition", "name of an entity, written")

#: Where a text may stand, all told; numbered, for the tags.
PLACES: list[At] = [at for at, sort in FIELDS.items() if sort is Sort.TEXT] + list(RENDITION)

TAG = re.compile(r"k(\d+)f(\d+)z")


def tag(payload: int, at: At) -> str:
    """A word that stands beside a payload in a field, and nowhere else."""
    return f"k{payload}f{PLACES.index(at)}z"


def written(payload: int, at: At, texts: Sequence[str] = PAYLOADS) -> str:
    """A payload with its tag behind it, or before: each comes to start fields, and to end them."""
    words = [texts[payload], tag(payload, at)]
    return " ".join(words if (payload + PLACES.index(at)) % 2 else reversed(words))


def flat(text: str) -> str:
    """A text in one line, as pages and renditions have it."""
    return " ".join(text.split())


def escaped(text: str) -> str:
    """A text as Markdown has it that is to be read as it is written."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


#: A payload, by its number, in a field.
Combination = tuple[int, At]
