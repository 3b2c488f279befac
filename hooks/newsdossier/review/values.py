"""Prints values of records on one line each, much as they are written in YAML."""

from __future__ import annotations

from typing import Any

from pydantic_core import PydanticUndefined

from newsdossier.model import Answer, Record


def format_items(value: Any) -> list[str]:
    """Print a field's value: one text for each item of a list, none for a value not set."""
    if isinstance(value, list):
        return [_format_value(item) for item in value]
    if isinstance(value, dict):
        return [f"{key}: {text}" for key, text in value.items()]
    return [] if value is None or value is PydanticUndefined else [_format_value(value)]


def format_answer(answer: Answer) -> str:
    """Print an answer as it is written, without its question."""
    text = _format_value(answer).removeprefix(f"question: {answer.question}, ")
    return text.removeprefix("value: ")


def _format_value(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(map(_format_value, value))}]"
    if not isinstance(value, Record):
        return str(value)
    present = {
        info.alias or name: getattr(value, name)
        for name, info in type(value).model_fields.items()
        if getattr(value, name) != info.get_default(call_default_factory=True)
    }
    match list(present.items()):
        case [(key, only)] if key == value.shorthand:
            return str(only)
    return ", ".join(f"{key}: {_format_nested(item)}" for key, item in present.items())


def _format_nested(value: Any) -> str:
    """Print a value within another: lists and records in brackets, as in YAML's flow style."""
    if isinstance(value, list):
        items = [_format_value(item) for item in value]
        return items[0] if len(items) == 1 else f"[{', '.join(items)}]"
    return f"{{{_format_value(value)}}}" if isinstance(value, Record) else _format_value(value)
