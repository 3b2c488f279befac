"""What is made of a dossier to take along, taken apart: pages, linked data, tables."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml.html import HtmlElement
from pyld import jsonld

from newsdossier.site.build import BuiltSite, publish
from tests.support.building import TESTS
from tests.support.rendered import body

#: Where the site of the dossier is to live.
SITE = "https://example.org/ferry/"

#: The tests' own copies of what linked data name as their contexts.
CONTEXTS = {
    "https://schema.org": "schema.json",
    "http://www.w3.org/ns/anno.jsonld": "annotation.json",
}


def publish_all(folder: Path, **given: Any) -> BuiltSite:
    """All pages and files of a dossier, wherever the originals of another may lie."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOSSIER_ORIGINALS", str(folder / "originals"))
        return publish(folder, **given)


@cache
def parse_page(page: str) -> HtmlElement:
    """A page as a tree of elements."""
    return body(page)


def downloads(made: BuiltSite) -> dict[str, bytes]:
    """The files that are offered for download, by path; the search has files of its own."""
    return {path: content for path, content in made.files.items() if path.startswith("data/")}


def read_export(made: BuiltSite, name: str) -> Any:
    """A file that is JSON."""
    return json.loads(made.files[f"data/{name}"])


def read_linked_data(page: str) -> Any:
    """What machines read in a page; it must be one script and no other may be there."""
    (script,) = parse_page(page).iter("script")
    assert script.get("type") == "application/ld+json"
    return json.loads(script.text or "")


def linked_nodes(made: BuiltSite, path: str, kind: str) -> list[dict[str, Any]]:
    """The nodes of a type in a page's linked data."""
    graph = read_linked_data(made.pages[path])["@graph"]
    return [node for node in graph if node.get("@type") == kind]


def cast(cell: str, kind: str) -> Any:
    """A cell as the value that its field's type makes of it."""
    if cell == "":
        return None
    return cell.removeprefix("'") if kind == "string" else json.loads(cell)


def read_table(made: BuiltSite, package: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    """The lines of a CSV file, its cells being values by the package's schema."""
    (resource,) = [one for one in package["resources"] if one["path"] == name]
    types = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
    text = made.files[f"data/{name}"].decode()
    lines = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert all(list(line) == list(types) for line in lines)
    return [{key: cast(cell, types[key]) for key, cell in line.items()} for line in lines]


def offline(address: str, options: Any) -> dict[str, Any]:
    """A context from the tests' own folder; nothing is asked of a network."""
    context = TESTS / "contexts" / CONTEXTS[address.rstrip("/")]
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": address,
        "document": json.loads(context.read_text(encoding="utf-8")),
    }


def leaves(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every value that is no container, with the key it stands under."""
    if isinstance(value, dict):
        for inner, content in value.items():
            if inner != "@context":
                yield from leaves(content, inner)
    elif isinstance(value, list):
        for content in value:
            yield from leaves(content, key)
    else:
        yield key, str(value)


def assert_understood(document: dict[str, Any]) -> None:
    """Expand a document and compact it again: what its context does not know is lost there."""
    expanded = jsonld.expand(document, {"documentLoader": offline})
    assert all(":" in key for node in expanded for key in node if not key.startswith("@"))
    again = jsonld.compact(expanded, document["@context"], {"documentLoader": offline})
    assert sorted(leaves(again)) == sorted(leaves(document))


def inner_nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every node of a document, those within others too."""
    if isinstance(value, dict):
        yield value
    for content in value.values() if isinstance(value, dict) else value:
        if isinstance(content, dict | list):
            yield from inner_nodes(content)
