"""Holds data files against the JSON Schemas that they name, as an editor does."""

import json
import re
from pathlib import Path

from jsonschema import Draft202012Validator

from newsdossier.model import schemas
from tests.support.building import ROOT
from tests.support.core_yaml import read_core

#: What a schema is called by the folder that its files lie in.
SCHEMAS = {"articles": "article", "entities": "entity", "questions": "question"}
SCHEMAS |= {"origins": "origin", "dossier.yml": "dossier"}


def faults(text: str, schema: str) -> list[str]:
    """What an editor underlines in a text, by the schema's name."""
    validator = Draft202012Validator(json.loads(schemas()[f"{schema}.json"]))
    found = validator.iter_errors(read_core(text))
    return [f"{error.json_path}: {error.message}" for error in found]


def schema_faults(path: Path, root: Path) -> list[str]:
    """What an editor underlines in a data file, or why it does not find the file's schema."""
    text = path.read_text(encoding="utf-8")
    kind = SCHEMAS[path.relative_to(root).parts[0]]
    named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    schema = path.parent / named[1] if named else None
    if not schema or schema.resolve() != ROOT / "dossier" / "schema" / f"{kind}.json":
        return [f"{path} does not begin by naming its schema"]
    return faults(text, kind)
