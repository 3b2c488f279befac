"""The description of the files, and the data page, tell each file and field as it is."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from newsdossier.site.build import BuiltSite
from newsdossier.site.render import typeset
from tests.support.exported import SITE, downloads, parse_page, read_table
from tests.support.rendered import of_class, words


def test_the_package_describes_every_file_as_it_is(
    made: BuiltSite, package: Mapping[str, Any]
) -> None:
    """Sizes and checksums are those of the bytes, and no file is left out."""
    described = {f"data/{one['path']}": (one["bytes"], one["hash"]) for one in package["resources"]}
    there = {path: text for path, text in downloads(made).items() if "datapackage" not in path}
    assert described == {
        path: (len(content), f"sha256:{sha256(content).hexdigest()}")
        for path, content in there.items()
    }
    assert len({one["name"] for one in package["resources"]}) == len(package["resources"])
    assert package["homepage"] == SITE
    assert package["licenses"] == [
        {"name": "CC0-1.0", "title": "CC Zero", "path": "https://example.org/cc0"}
    ]


def test_the_values_of_a_table_keep_to_its_schema(
    made: BuiltSite, package: Mapping[str, Any]
) -> None:
    """Types, choices, keys and references between tables are as the package says."""
    kinds = {"string": str, "array": list, "object": dict, "boolean": bool, "integer": int}
    tables = {
        one["name"]: read_table(made, package, one["path"])
        for one in package["resources"]
        if one["path"].endswith(".csv")
    }
    for resource in package["resources"]:
        lines = tables.get(resource["name"], [])
        schema = resource.get("schema", {"fields": []})
        for field in schema["fields"]:
            values = [line[field["name"]] for line in lines if line[field["name"]] is not None]
            kind = kinds.get(field["type"], float)
            assert all(type(value) is kind for value in values), field
            allowed = field.get("constraints", {}).get("enum")
            assert not allowed or set(values) <= set(allowed), field
        keys = [tuple(line[key] for key in schema.get("primaryKey", ())) for line in lines]
        assert not schema.get("primaryKey") or len(set(keys)) == len(lines)
        for reference in schema.get("foreignKeys", []):
            (own,), (key,) = reference["fields"], reference["reference"]["fields"]
            known = {line[key] for line in tables[reference["reference"]["resource"]]}
            assert {line[own] for line in lines} <= known


def test_every_field_is_described_on_the_data_page(
    made: BuiltSite, package: Mapping[str, Any]
) -> None:
    """The data page leads to every file, and says of every field what the package says."""
    page = parse_page(made.pages["data.md"])
    links = {link.get("href") for link in page.iter("a")}
    assert links >= {path.removeprefix("data/") for path in downloads(made)}
    described = {
        (words(entry[0][0]), words(entry[1]).partition(" One of ")[0])
        for fields in of_class(page, "field-list")
        for entry in fields.iter("div")
    }
    for resource in package["resources"]:
        for field in resource.get("schema", {"fields": []})["fields"]:
            assert field["description"].strip()
            assert (field["name"], typeset(field["description"])) in described


def test_the_files_of_the_built_site_are_those_of_its_package(site: Path) -> None:
    """What a reader downloads has the checksum that the package gives."""
    described = json.loads((site / "data" / "datapackage.json").read_text(encoding="utf-8"))
    names = {one["path"] for one in described["resources"]}
    there = {path.name for path in (site / "data").iterdir()} - {"index.html"}
    assert there == names | {"datapackage.json"}
    for one in described["resources"]:
        content = (site / "data" / one["path"]).read_bytes()
        assert one["hash"] == f"sha256:{sha256(content).hexdigest()}"
