"""The types of fields that several records have: ids, texts, references, dates, lists."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import (
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from newsdossier.problems import limits
from newsdossier.source.unfinished import has_todo

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
FORMER_ENTITY = r"^([a-z]+/)?[a-z0-9]+(-[a-z0-9]+)*$"
CHECKSUM = r"^[0-9a-f]{64}$"
DIGEST = r"^[0-9a-f]{8}$"
ADDRESS = r"^https?://[^\s]+$"
MAIL = r"^[^\s@<>()\[\],;:\"?&#%/\\]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$"


def _left_open(value: Any, handler: ValidatorFunctionWrapHandler) -> Any:
    """Accept a TODO mark for any text, so that the rest is checked."""
    return value if isinstance(value, str) and has_todo(value) else handler(value)


OPEN = WrapValidator(_left_open)

Id = Annotated[str, StringConstraints(pattern=ID, max_length=limits.ID), OPEN]
#: What an entity was called: ID, or KIND/ID where it stood among those of another kind.
FormerEntity = Annotated[str, StringConstraints(pattern=FORMER_ENTITY, max_length=limits.ID * 2)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
#: Any word, as a rule tells the languages there are.
Language = Annotated[str, StringConstraints(min_length=1, max_length=limits.ID), OPEN]
Edtf = Annotated[str, StringConstraints(strip_whitespace=True, min_length=4)]


class _OneOrMany:
    """A list that may be written as its only item."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        wrap = BeforeValidator(lambda value: value if isinstance(value, list) else [value])
        return wrap.__get_pydantic_core_schema__(source, handler)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        many = handler(schema)
        return {"anyOf": [many["items"], many]} if "items" in many else many


ONE_OR_MANY = _OneOrMany()
NOT_EMPTY = Field(min_length=1)
TWO = Field(min_length=2, max_length=2)
