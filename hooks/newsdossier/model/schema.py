"""The JSON Schemas by which editors complete and check a file."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import JsonSchemaValue

from newsdossier.model.article import Article
from newsdossier.model.entity import Entity
from newsdossier.model.origin import Origin
from newsdossier.model.question import Question
from newsdossier.model.record import Record
from newsdossier.model.settings import Group, Settings

#: The schema file of each kind of record.
SCHEMAS: dict[str, type[Record]] = {
    "article.json": Article,
    "dossier.json": Settings,
    "entity.json": Entity,
    "origin.json": Origin,
    "question.json": Question,
}


def schemas() -> dict[str, str]:
    """The JSON Schemas by which editors complete and check a file, as text by file name."""
    return {
        name: json.dumps(_schema(model), indent=2, ensure_ascii=False) + "\n"
        for name, model in SCHEMAS.items()
    }


def _schema(model: type[Record]) -> JsonSchemaValue:
    """A record's schema without what its file's name says; figures may be written as such."""
    schema = model.model_json_schema(by_alias=True)
    for told in ("id", "kind"):
        if model is not Group:
            schema["properties"].pop(told, None)
    written = _without_null(_with_figures(schema))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **written}


def _without_null(part: Any) -> Any:
    """A schema without `null`, which an editor would propose: what is not said is left out."""
    if isinstance(part, list):
        return [_without_null(item) for item in part if item != {"type": "null"}]
    if not isinstance(part, dict):
        return part
    inner = {key: _without_null(value) for key, value in part.items()}
    if inner.get("default", "") is None:
        del inner["default"]
    either = inner.get("anyOf", [])
    return (
        either[0] | {k: v for k, v in inner.items() if k != "anyOf"} if len(either) == 1 else inner
    )


def _with_figures(part: Any) -> Any:
    """A schema in which text may also be written as a figure, as YAML reads it in an editor."""
    if isinstance(part, list):
        return [_with_figures(item) for item in part]
    if not isinstance(part, dict):
        return part
    inner = {key: _with_figures(value) for key, value in part.items()}
    is_text = part.get("type") == "string" and "enum" not in part
    return inner | {"type": ["string", "number"]} if is_text else inner
