"""Make records of the values of files, and say for people what is wrong with them."""

from __future__ import annotations

import re
from functools import partial
from typing import Any, TypeVar, get_args

from pydantic import ValidationError

from newsdossier.model.fields import ADDRESS, CHECKSUM, DIGEST, FORMER_ENTITY, ID, MAIL
from newsdossier.model.record import Record
from newsdossier.problems.problem import Problem
from newsdossier.problems.rules import RuleGroup, declare_rule
from newsdossier.source.labels import LABEL_PATTERN, REFERENCE_PATTERN
from newsdossier.source.located_yaml import Source, Value
from newsdossier.text.nearest import did_you_mean

_declare = partial(declare_rule, RuleGroup.RECORDS, __name__)
RECORD = _declare("record", "A file holds keys and values.")
MISSING_KEY = _declare("missing-key", "A record has every key that it needs.")
UNKNOWN_KEY = _declare("unknown-key", "A record has no other keys than it may have.")
WRONG_VALUE = _declare(
    "wrong-value", "A value is what its key takes: a text, a list, a figure, one of a few words."
)

R = TypeVar("R", bound=Record)


def parse(
    model: type[R], value: Value, source: Source, **given: str
) -> tuple[R | None, list[Problem]]:
    """The record that a file's value makes, or everything that is wrong with it.

    `given` holds what the file's place says rather than its text: its id, its kind.
    """
    if not isinstance(value, dict):
        message = "the file has no keys; write each value after its key"
        return None, [RECORD.problem(source.place(), message)]
    stray = [
        UNKNOWN_KEY.problem(source.place(key), f'"{key}" is told by the file\'s name; remove it')
        for key in given
        if key in value
    ]
    try:
        return model.model_validate(value | given).located(source), stray
    except ValidationError as error:
        return None, stray + [_problem(model, item, source) for item in error.errors()]


def _problem(model: type[Record], error: Any, source: Source) -> Problem:
    keys: tuple[str | int, ...] = error["loc"]
    place = source.place(*keys)
    match error["type"]:
        case "missing":
            return MISSING_KEY.problem(place, f'"{keys[-1]}" is missing; add it')
        case "extra_forbidden":
            hint = did_you_mean(str(keys[-1]), _fields_at(model, keys[:-1]))
            place = source.key_place(*keys)
            return UNKNOWN_KEY.problem(place, f'unknown key "{keys[-1]}"{hint or "; remove it"}')
        case _:
            return WRONG_VALUE.problem(place, _explain(error))


#: What a text that has a pattern looks like.
PATTERNS = {
    ID: "is not an id; write lower-case letters, digits and hyphens, such as ferry-accident",
    FORMER_ENTITY: "is not a former id; write ID, or KIND/ID where the kind was another",
    LABEL_PATTERN: (
        "is not a block; write headline, 3 for a paragraph, s1 for a sub-head or f1 for a box"
    ),
    REFERENCE_PATTERN: "is not a reference; write ARTICLE#BLOCK or ARTICLE#STATEMENT",
    CHECKSUM: "is not a checksum; write the 64 digits that `sha256sum FILE` prints",
    DIGEST: "is not such a digest; write the 8 digits that `newsdossier check` prints",
    ADDRESS: "is not a web address; write one that starts with https://",
    MAIL: "is not a mail address; write one such as editors@example.org",
}


def _explain(error: Any) -> str:
    """Say for people what is wrong with a value, and what to write."""
    return _explain_size(error) or _explain_type(error)


def _explain_type(error: Any) -> str:
    value, given = error["input"], error.get("ctx", {})
    match error["type"]:
        case "enum":
            known = [choice.strip("'") for choice in re.split(", | or ", given["expected"])]
            hint = did_you_mean(str(value), known) or "; write one of them"
            return f'"{value}" is none of {", ".join(known)}{hint}'
        case "string_pattern_mismatch":
            return f'"{value}" {PATTERNS[given["pattern"]]}'
        case "string_type":
            return "expected a text; write one, not a list or a mapping"
        case "list_type":
            return "expected a list; put a hyphen before each item, or brackets around them"
        case "model_type" | "dict_type":
            return "expected keys with values; write KEY: VALUE"
        case "int_parsing" | "int_type" | "int_from_float":
            return f'"{value}" is not a whole number; write digits'
        case "float_parsing" | "float_type":
            return f'"{value}" is not a number; write digits, and a point before a fraction'
        case "bool_parsing" | "bool_type":
            return f'"{value}" is neither true nor false; write one of them'
        case "value_error":
            return str(given["error"])
        case _:
            message = str(error["msg"])
            return f"{message[:1].lower()}{message[1:]}; write another value"


def _explain_size(error: Any) -> str | None:
    """Say that a value is too short, long, small or large; None where something else is wrong."""
    value, given = error["input"], error.get("ctx", {})
    match error["type"]:
        case "too_short" if given["min_length"] > 1:
            return f"the list has too few items; write {given['min_length']}"
        case "too_short":
            return "the list is empty; write at least one item"
        case "string_too_short" if given["min_length"] > 1:
            return f'"{value}" is not an EDTF date; write 2022-01-11, 2022-01 or 2022-01~'
        case "string_too_short":
            return "the text is empty; write it or remove the key"
        case "string_too_long":
            return f"this has {len(str(value))} characters; write {given['max_length']} at most"
        case "too_long":
            return (
                f"the list has {given['actual_length']} items; write {given['max_length']} at most"
            )
        case "greater_than_equal":
            return f'"{value}" is too small; write at least {given["ge"]:g}'
        case "less_than_equal":
            return f'"{value}" is too large; write at most {given["le"]:g}'
        case _:
            return None


def _fields_at(model: type[Record], keys: tuple[str | int, ...]) -> list[str]:
    """The keys that a part of a record may have."""
    for key in keys:
        if isinstance(key, str) and key in model.model_fields:
            inner = _record_in(model.model_fields[key].annotation)
            if inner is None:
                return []
            model = inner
    return [info.alias or name for name, info in model.model_fields.items()]


def _record_in(annotation: Any) -> type[Record] | None:
    """The record that a field's annotation holds, alone, in a list or as an option."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((r for r in map(_record_in, get_args(annotation)) if r), None)
