"""The JSON Schemas by which an editor completes and checks the data while they are written."""

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from jsonschema import Draft202012Validator

from newsdossier.model import schemas
from tests.support.building import ROOT
from tests.support.ferry import FERRY

DOSSIER = ROOT / "dossier"
DATA = [path for root in (DOSSIER, FERRY) for path in sorted(root.rglob("*.yml"))]

#: What a schema is called by the folder that its files lie in.
SCHEMAS = {"articles": "article", "entities": "entity", "questions": "question"}
SCHEMAS |= {"origins": "origin", "dossier.yml": "dossier"}


class Core(yaml.SafeLoader):
    """Reads YAML as editors do, by the core schema of YAML 1.2: figures, truths and nothings."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012


for tag, pattern, first in (
    ("null", r"(?:~|null|Null|NULL|)", ["~", "n", "N", ""]),
    ("bool", r"(?:true|True|TRUE|false|False|FALSE)", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)


def schema_of(path: Path) -> Path:
    """The schema that a file's first line names to editors."""
    first, _, _ = path.read_text(encoding="utf-8").partition("\n")
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert named, f"{path} does not begin by naming its schema"
    return path.parent / named[1]


def faults(text: str, schema: str) -> list[str]:
    """What an editor underlines in a text, by the schema's name."""
    validator = Draft202012Validator(json.loads(schemas()[f"{schema}.json"]))
    found = validator.iter_errors(yaml.load(text, Loader=Core))
    return [f"{error.json_path}: {error.message}" for error in found]


def test_the_committed_schemas_are_those_of_the_records() -> None:
    """`newsdossier schema` would change nothing and leave nothing over."""
    written = {path.name: path.read_text() for path in sorted((DOSSIER / "schema").iterdir())}
    assert written == schemas()


@pytest.mark.parametrize("name", sorted(schemas()))
def test_a_schema_says_of_every_key_what_it_is_for(name: str) -> None:
    """An editor can read the schema, and shows a sentence on each key."""
    schema = json.loads(schemas()[name])
    Draft202012Validator.check_schema(schema)
    records = {name: schema, **schema.get("$defs", {})}
    silent = [
        f"{record}.{key}"
        for record, part in records.items()
        for key, about in properties(part).items()
        if "description" not in about
    ]
    assert silent == []


def properties(part: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The keys of a record, also where the record may be written as one text."""
    full = part["anyOf"][-1] if "anyOf" in part else part
    found: dict[str, dict[str, Any]] = full.get("properties", {})
    return found


@pytest.mark.parametrize("name", sorted(schemas()))
def test_an_editor_proposes_nothing_that_the_check_refuses(name: str) -> None:
    """No schema offers `null`: a key that has nothing to say is left out."""
    assert "null" not in schemas()[name]


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_is_what_the_schema_that_it_names_asks_for(path: Path) -> None:
    """Each data file names the schema of its kind, and an editor finds nothing wrong in it."""
    root = DOSSIER if path.is_relative_to(DOSSIER) else FERRY
    kind = SCHEMAS[path.relative_to(root).parts[0]]
    assert schema_of(path).resolve() == DOSSIER / "schema" / f"{kind}.json"
    assert faults(path.read_text(encoding="utf-8"), kind) == []


def test_the_picture_of_an_editor_shows_what_the_schema_says() -> None:
    """The keys in it are those that a statement may still have, with what one is for."""
    texts = ElementTree.parse(ROOT / "docs" / "assets" / "completion.svg").findall(".//{*}text")
    drawn = [(element.get("class"), "".join(element.itertext())) for element in texts]
    statement = json.loads(schemas()["article.json"])["$defs"]["Statement"]["properties"]
    written = [text.strip(" -").partition(":")[0] for kind, text in drawn if kind is None]
    assert [text for kind, text in drawn if kind == "key"] == [
        key for key in statement if key not in written
    ]
    said = " ".join(text for kind, text in drawn if kind == "said")
    assert said == statement["speaker"]["description"]


@pytest.mark.parametrize(
    ("schema", "text", "fault"),
    [
        ("origin", "title: T\nbecause: B\nagencies: [x]", "'agencies' was unexpected"),
        ("origin", "title: T", "'because' is a required property"),
        ("origin", "title: T\nbecause: B\nagency: Coast Wire", "'Coast Wire' does not match"),
        ("entity", "title: T\nnames: [{name: N, in: courier}]", "'courier' is not valid"),
        ("dossier", "longest_quotation: 16", "16 is greater than the maximum of 15"),
        ("entity", "id: t\ntitle: T\nnames: []", "'id' was unexpected"),
    ],
)
def test_an_editor_underlines_what_the_check_refuses(schema: str, text: str, fault: str) -> None:
    """Unknown keys, missing keys, wrong values, and what the file's place says already."""
    assert [found for found in faults(text, schema) if fault in found]
