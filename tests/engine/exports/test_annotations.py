"""The quotations as annotations of the W3C's model, standing where they say."""

import json
from functools import cache
from typing import Any

from lxml.html import HtmlElement

from newsdossier.dossier.dossier import Dossier
from newsdossier.site.build import BuiltSite
from tests.support.exported import (
    SITE,
    assert_understood,
    inner_nodes,
    parse_page,
    read_export,
)
from tests.support.rendered import words


def annotations(made: BuiltSite) -> list[dict[str, Any]]:
    """The annotations of the file."""
    found: list[dict[str, Any]] = read_export(made, "annotations.jsonld")["first"]["items"]
    return found


def test_annotations_keep_to_the_model(made: BuiltSite) -> None:
    """The collection, its page and each annotation have the keys that the W3C's model requires."""
    collection = read_export(made, "annotations.jsonld")
    assert_understood(collection)
    assert collection["type"] == "AnnotationCollection"
    assert collection["first"]["type"] == "AnnotationPage"
    assert collection["total"] == len(annotations(made))
    assert len({one["id"] for one in annotations(made)}) == collection["total"]
    required = {
        "Annotation": {"id", "type", "target"},
        "TextualBody": {"type", "value"},
        "SpecificResource": {"type", "source"},
        "FragmentSelector": {"type", "value", "conformsTo"},
        "TextQuoteSelector": {"type", "exact"},
    }
    for one in annotations(made):
        found = list(inner_nodes(one))
        assert {node["type"] for node in found} == required.keys()
        for node in found:
            assert node.keys() >= required[node["type"]]


def test_every_quotation_is_annotated_with_its_statement(made: BuiltSite, dossier: Dossier) -> None:
    """There is an annotation for each quotation; its first body is the statement."""
    wanted = [
        (f"{SITE}articles/{article.id}/#fn:{statement.id}", statement.says)
        for article in dossier.articles.values()
        for statement in article.statements
        for _ in statement.quote
    ]
    bodies = [(one["body"][0]["id"], one["body"][0]["value"]) for one in annotations(made)]
    assert sorted(bodies) == sorted(wanted)


def test_annotated_words_stand_where_the_annotation_says(made: BuiltSite) -> None:
    """The selected fragment of the page has the words, letter for letter; no others are named."""

    @cache
    def ids(source: str) -> dict[str, HtmlElement]:
        page = parse_page(made.pages[source.removeprefix(SITE).rstrip("/") + ".md"])
        return {element.get("id", ""): element for element in page.iter()}

    kinds = set()
    for one in annotations(made):
        selector = one["target"]["selector"]
        place = ids(one["target"]["source"])[selector["value"]]
        assert selector["refinedBy"]["exact"] in words(place)
        kinds.add(selector["value"].partition(":")[0].strip("0123456789"))
    assert kinds == {"p", "fn"}


def test_the_sources_of_a_box_are_in_every_export(made: BuiltSite) -> None:
    """Tables, annotations and claims name them, and no box counts as the article's own word."""
    chain = "Retelling, box · sources given: Coastwire"
    (statement,) = [
        json.loads(line)
        for line in made.files["data/statements.jsonl"].decode().splitlines()
        if '"nine-miles"' in line
    ]
    assert (statement["sources"], statement["chain"]) == (["coastwire"], chain)
    (answer,) = [
        line
        for line in read_export(made, "comparison.json")
        if (line["question"], line["article"]) == ("fine", "retelling")
    ]
    assert (answer["sources"], answer["chain"]) == (["coastwire"], chain)
    assert chain in [one["body"][1]["value"] for one in annotations(made)]
    (claim,) = [
        node
        for node in read_export(made, "claims.jsonld")["@graph"]
        if node["@id"].endswith("#fn:nine-miles")
    ]
    coastwire = {"@id": f"{SITE}entities/organisation/coastwire/#entity"}
    assert claim["sourceOrganization"] == [coastwire]
