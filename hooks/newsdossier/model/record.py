"""The base of all records: a part of a file that knows where it was written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler, PrivateAttr, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from newsdossier.problems.problem import Place
from newsdossier.source.located_yaml import Source


class Record(BaseModel):
    """A part of a file that knows where it was written."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        populate_by_name=True,
        use_attribute_docstrings=True,
        defer_build=True,  # the record of a file builds its parts' validators into its own
    )
    _source: Source = PrivateAttr(default=Source(""))

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
        if cls.shorthand is None:
            return full
        return {"anyOf": [{"type": "string"}, full]}

    def place(self, *keys: str | int) -> Place:
        """Where the field under `keys`, as written in the file, stands."""
        return self._source.place(*keys)

    def located(self, source: Source) -> Self:
        """The same record, it and all its parts knowing where they were written."""
        self._source = source
        for name, info in type(self).model_fields.items():
            for keys, part in _parts(getattr(self, name)):
                part.located(source.inside(info.alias or name, *keys))
        return self


def _parts(value: Any) -> Iterator[tuple[tuple[str | int, ...], Record]]:
    if isinstance(value, Record):
        yield (), value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, Record):
                yield (index,), item
