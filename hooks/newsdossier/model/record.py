"""The base of all records: a part of a file that knows where it was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler, PrivateAttr, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from newsdossier.model.docstrings import read_field_docstrings
from newsdossier.problems.problem import Place
from newsdossier.source.located_yaml import Keys, Source

#: The source of a record that no file holds; a default would be copied for each record.
NOWHERE = Source("")


class Record(BaseModel):
    """A part of a file that knows where it was written."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        populate_by_name=True,
        defer_build=True,  # the record of a file builds its parts' validators into its own
    )
    _source: Source = PrivateAttr(default_factory=lambda: NOWHERE)

    #: The field that a plain text stands for, where a record may be written as one.
    shorthand: ClassVar[str | None] = None

    @model_validator(mode="before")
    @classmethod
    def _from_shorthand(cls, value: Any) -> Any:
        if cls.shorthand and isinstance(value, str):
            return {cls.shorthand: value}
        return value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        full = handler(schema)
        properties = handler.resolve_ref_schema(full)["properties"]
        docstrings = read_field_docstrings(cls)
        for name, key in cls._keys():
            if name in docstrings:
                properties[key]["description"] = docstrings[name]
        if cls.shorthand is None:
            return full
        return {"anyOf": [{"type": "string"}, full]}

    def place(self, *keys: str | int) -> Place:
        """Where the field under `keys`, as written in the file, stands."""
        return self._source.place(*keys)

    def located(self, source: Source) -> Self:
        """The same record, it and all its parts knowing where they were written."""
        self._source = source
        for keys, part in self._parts():
            part.located(source.inside(*keys))
        return self

    def walk(self) -> Iterator[Record]:
        """The record and every record within it."""
        yield self
        for _, part in self._parts():
            yield from part.walk()

    def walk_texts(self) -> Iterator[LocatedText]:
        """Every text of the record and of the records within it."""
        for keys, value in self._values():
            if isinstance(value, str):
                yield LocatedText(self, keys, value)
            elif isinstance(value, Record):
                yield from value.walk_texts()

    @classmethod
    @cache
    def _keys(cls) -> list[tuple[str, str]]:
        """The names of the fields, each with the key that a file has for it."""
        return [(name, info.alias or name) for name, info in cls.model_fields.items()]

    def _parts(self) -> Iterator[tuple[Keys, Record]]:
        return ((keys, value) for keys, value in self._values() if isinstance(value, Record))

    def _values(self) -> Iterator[tuple[Keys, Any]]:
        """The values of the fields, and of the lists and mappings in them, by their keys."""
        for name, key in self._keys():
            match getattr(self, name):
                case list(items):
                    yield from (((key, index), item) for index, item in enumerate(items))
                case dict(items):
                    yield from (((key, inner), item) for inner, item in items.items())
                case value:
                    yield (key,), value


@dataclass(frozen=True)
class LocatedText:
    """A text of a record, with the keys that it stands under."""

    record: Record
    keys: Keys
    text: str

    @property
    def place(self) -> Place:
        """Where the text stands."""
        return self.record.place(*self.keys)
