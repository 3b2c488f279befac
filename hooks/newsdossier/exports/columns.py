"""Builds columns of tables from the fields of records, with the descriptions the records give."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar, get_args, get_origin

from newsdossier.analysis.chain import print_chain
from newsdossier.dossier.dossier import Dossier, SourcedStatement
from newsdossier.exports.download import Field, Json
from newsdossier.exports.table import Column
from newsdossier.model import OriginalPiece, Record, Statement, Voice, read_field_docstrings

T = TypeVar("T")
R = TypeVar("R", bound=Record)

ARTICLE = "The article’s id."
ADDRESS = "Its address on the web; relative to this file where the site’s is not known."


def computed_column(
    name: str,
    description: str,
    value: Callable[[T], Json],
    type: str = "string",
    choices: tuple[str, ...] = (),
) -> Column[T]:
    """Build a column that is no field of a record."""
    return Column(Field(name, type, description, choices), value)


def record_column(
    record: type[R], field: str, get: Callable[[T], R | None], name: str = ""
) -> Column[T]:
    """Build the column of a record's field; `get` finds the record of a line."""
    type, choices = _find_type(record.model_fields[field].annotation)
    return Column(
        Field(name or field, type, describe_field(record, field), choices),
        lambda item: _dump_records(getattr(get(item), field, None)),
    )


def _dump_records(value: Any) -> Json:
    """A field's value with records in it as mappings."""
    if isinstance(value, list):
        return [_dump_records(item) for item in value]
    dumped: Json = value.model_dump(mode="json") if isinstance(value, Record) else value
    return dumped


def voice_columns(field: str, get: Callable[[T], Statement | None]) -> list[Column[T]]:
    """Build three parallel lists for a field of voices: as printed, their entities, and why."""

    def each(value: Callable[[Voice], str | None]) -> Callable[[T], Json]:
        def values(item: T) -> Json:
            found = [value(one) for one in getattr(get(item), field, [])]
            return found if any(found) else None

        return values

    def column(part: str, value: Callable[[Voice], str | None]) -> Column[T]:
        description = f"For each of “{field}”: {describe_part(Voice, part)}"
        return computed_column(f"{field}_{part}", description, each(value), "array")

    printed = each(lambda one: one.name or one.words)
    return [
        computed_column(field, describe_field(Statement, field), printed, "array"),
        column("entity", lambda one: one.entity),
        column("because", lambda one: one.because),
    ]


def chain_columns(dossier: Dossier, get: Callable[[T], SourcedStatement | None]) -> list[Column[T]]:
    """Build the columns of a statement's chain: in one line, and the sources of its box."""

    def chain(item: T) -> Json:
        sourced = get(item)
        return print_chain(dossier, sourced) if sourced else None

    def sources(item: T) -> Json:
        sourced = get(item)
        return list(sourced.sources) if sourced else None

    return [
        computed_column("chain", "Whose word it is: speaker, reporter, agency, article.", chain),
        computed_column("sources", describe_field(OriginalPiece, "sources"), sources, "array"),
    ]


def describe_field(record: type[Record], field: str) -> str:
    """Give the docstring of a record's field as plain text."""
    text = read_field_docstrings(record).get(field)
    assert text, f"{record.__name__}.{field} has no docstring"
    return re.sub(r"`([^`]+)`", r"“\1”", " ".join(text.split()))


def describe_part(record: type[Record], field: str) -> str:
    """Give the docstring of a record's field as the end of a sentence."""
    text = describe_field(record, field)
    return text[:1].lower() + text[1:]


def _find_type(annotation: Any) -> tuple[str, tuple[str, ...]]:
    """Find the type that Frictionless has for a field, and the values that the field may have."""
    kinds = {bool: "boolean", int: "integer", float: "number", list: "array", dict: "object"}
    options = [one for one in get_args(annotation) if one is not type(None)]
    if annotation in kinds or get_origin(annotation) in kinds:
        return kinds[get_origin(annotation) or annotation], ()
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return "string", tuple(annotation)
    return _find_type(options[0]) if options else ("string", ())
