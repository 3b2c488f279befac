"""The JSON Schemas by which an editor completes and checks the data while they are written."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator

from newsdossier.model import schemas
from tests.support.building import ROOT
from tests.support.ferry import FERRY
from tests.support.schemas import faults, schema_faults

DOSSIER = ROOT / "dossier"
DATA = sorted(FERRY.rglob("*.yml"))


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


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.relative_to(FERRY).as_posix())
def test_a_file_is_what_the_schema_that_it_names_asks_for(path: Path) -> None:
    """Each data file names the schema of its kind, and an editor finds nothing wrong in it."""
    assert schema_faults(path, FERRY) == []


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
