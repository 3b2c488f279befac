"""What can be taken along, read by the programs of each field: tables, linked data, references."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import Entry, parse_string
from pyld import jsonld

from newsdossier.checks.examination import load_sound
from newsdossier.dossier.dossier import Dossier
from newsdossier.exports.bibtex import as_bibtex
from newsdossier.exports.citations import Work
from newsdossier.exports.csl import as_csl
from newsdossier.model import Statement
from newsdossier.site.build import BuiltSite, publish
from tests.support.building import TESTS
from tests.support.ferry import change, copied
from tests.support.rendered import body, of_class, words

SITE = "https://example.org/ferry/"

CONTEXTS = {
    "https://schema.org": "schema.json",
    "http://www.w3.org/ns/anno.jsonld": "annotation.json",
}

LOG = """
# Changes

## 2021-05-12

### Program
- Not of the data.

### Data
- The `rudder` and <b>bold</b> [law](javascript:alert(1)) ![seen](https://elsewhere.example/x).
- Another.

## 2021-05-09

### Data
- Two articles.

## 2021-05-08

### Program
- The first pages.
"""


#: What a spreadsheet would take for a formula, and what looks as if it had been guarded from that.
SUMMARIES = {
    "place/hallow": 'summary: "=HYPERLINK(A1)"',
    "law/pilotage-act": 'summary: "-1+cmd"',
    "publication/courier": 'summary: "\'+1 is what it says"',
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tests' dossier with a log of changes beside it."""
    dossier = copied(tmp_path_factory.mktemp("exported"))
    change(dossier, {"file": "CHANGELOG.md", "content": LOG})
    licence = "licence: {name: CC0-1.0, title: CC Zero, address: 'https://example.org/cc0'}\nnotes:"
    change(dossier, {"file": "dossier.yml", "replace": "notes:", "with": licence})
    for name, summary in SUMMARIES.items():
        edit = {"file": f"entities/{name}.yml", "replace": "title:", "with": f"{summary}\ntitle:"}
        change(dossier, edit)
    return dossier


def published(folder: Path, **given: Any) -> BuiltSite:
    """All pages and files of a dossier, wherever the originals of another may lie."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOSSIER_ORIGINALS", str(folder / "originals"))
        return publish(folder, **given)


@pytest.fixture(scope="module")
def dossier(folder: Path) -> Dossier:
    """The records behind the files."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOSSIER_ORIGINALS", str(folder / "originals"))
        return load_sound(folder)


@pytest.fixture(scope="module")
def made(folder: Path) -> BuiltSite:
    """All pages and files of the dossier, as they are for a site with an address."""
    return published(folder, site=SITE)


@pytest.fixture(scope="module")
def package(made: BuiltSite) -> Mapping[str, Any]:
    """The description of the files."""
    described: Mapping[str, Any] = read(made, "datapackage.json")
    return described


@cache
def tree(page: str) -> Element:
    """A page as a tree of elements."""
    return body(page)


def read(made: BuiltSite, name: str) -> Any:
    """A file that is JSON."""
    return json.loads(made.files[f"data/{name}"])


def linked(page: str) -> Any:
    """What machines read in a page; it must be one script and no other may be there."""
    (script,) = tree(page).iter("script")
    assert script.get("type") == "application/ld+json"
    return json.loads(script.text or "")


def nodes(made: BuiltSite, path: str, kind: str) -> list[dict[str, Any]]:
    """The nodes of a type in a page's linked data."""
    return [node for node in linked(made.pages[path])["@graph"] if node.get("@type") == kind]


# Tables


def cast(cell: str, kind: str) -> Any:
    """A cell as the value that its field's type makes of it."""
    if cell == "":
        return None
    return cell.removeprefix("'") if kind == "string" else json.loads(cell)


def table(made: BuiltSite, package: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    """The lines of a CSV file, its cells being values by the package's schema."""
    (resource,) = [one for one in package["resources"] if one["path"] == name]
    types = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
    text = made.files[f"data/{name}"].decode()
    lines = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert all(list(line) == list(types) for line in lines)
    return [{key: cast(cell, types[key]) for key, cell in line.items()} for line in lines]


def plain(value: Any) -> Any:
    """A record's value as JSON has it; what is empty is nothing."""
    return json.loads(json.dumps(value)) if value not in ([], {}) else None


def told(statement: Statement, line: Mapping[str, Any], field: str) -> None:
    """Hold the voices of a line against those of the statement."""
    voices = getattr(statement, field)
    columns = [line[field], line[f"{field}_entity"], line[f"{field}_because"]]
    read = zip(*[column or [None] * len(voices) for column in columns], strict=True)
    assert list(read) == [(one.name or one.words, one.entity, one.because) for one in voices]


def test_the_statements_read_back_are_the_records(
    made: BuiltSite, package: Mapping[str, Any], dossier: Dossier
) -> None:
    """Each line of the CSV has all that its statement's record has, and none is missing."""
    lines = table(made, package, "statements.csv")
    records = {(a.id, s.id): s for a in dossier.articles.values() for s in a.statements}
    assert len(lines) == len(records)
    for line in lines:
        record = records.pop((line["article"], line["id"]))
        for field in ("at", "says", "quote", "mode", "about", "note"):
            assert line[field] == plain(getattr(record, field))
        for field in ("speaker", "via", "to"):
            told(record, line, field)
        when = record.when
        shown = (line["when_date"], line["when_words"], line["when_because"])
        assert shown == ((when.date, when.words, when.because) if when else (None, None, None))
    assert records == {}


def test_no_cell_is_a_formula(made: BuiltSite) -> None:
    """A spreadsheet shows what a text says instead of reckoning or fetching something for it."""
    tables = {name: text for name, text in made.files.items() if name.endswith(".csv")}
    cells = [
        cell
        for text in tables.values()
        for line in csv.reader(io.StringIO(text.decode(), newline=""))
        for cell in line
    ]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    for shown in ("'=HYPERLINK(A1)", "'-1+cmd", "''+1 is what it says"):
        assert shown in cells


@pytest.mark.parametrize(
    ("name", "left_out"),
    [
        ("articles", {"agencies", "issued", "translated_from", "origin", "original"}),
        ("questions", set()),
        ("entities", {"names"}),
    ],
)
def test_the_other_tables_read_back_are_the_records(
    name: str, left_out: set[str], made: BuiltSite, package: Mapping[str, Any], dossier: Dossier
) -> None:
    """Each line has what its record has in fields of one value; the rest has fields of its own."""
    records = dict(getattr(dossier, name))
    for line in table(made, package, f"{name}.csv"):
        record = records.pop(line["id"])
        fields = set(type(record).model_fields) - left_out - {"silent", "statements"}
        assert {field: line[field] for field in fields} == {
            field: plain(getattr(record, field)) for field in fields
        }
    assert records == {}


def test_inferred_values_of_an_article_have_their_grounds_beside_them(
    made: BuiltSite, package: Mapping[str, Any], dossier: Dossier
) -> None:
    """Date, origin, agencies and language come with what they were inferred from."""
    lines = {line["id"]: line for line in table(made, package, "articles.csv")}
    line, record = lines["retelling"], dossier.articles["retelling"]
    assert record.origin
    assert record.translated_from
    assert line["issued_date"] == record.issued.date
    assert line["issued_because"] == record.issued.because
    assert (line["origin"], line["origin_because"]) == (record.origin.origin, record.origin.because)
    assert line["translated_because"] == record.translated_from.because
    assert line["agencies_because"] == [agency.because for agency in record.agencies]


def test_the_comparison_read_back_is_every_answer_and_every_silence(
    made: BuiltSite, package: Mapping[str, Any], dossier: Dossier
) -> None:
    """A line for each answer, with its value, bound, status and reading, and one for each gap."""
    lines = table(made, package, "comparison.csv")
    answers = [
        (a.id, s.id, plain(answer.model_dump(exclude={"read_as"})), answer.read_as)
        for a in dossier.articles.values()
        for s in a.statements
        for answer in s.answers
    ]
    same = ("question", "value", "bound", "of", "as_of", "status", "by", "on", "because")
    for line in (line for line in lines if line["state"] == "answered"):
        (found,) = [
            one
            for one in answers
            if one[:2] == (line["article"], line["statement"])
            and {key: one[2][key] or None for key in same} == {key: line[key] for key in same}
        ]
        reading = found[3]
        assert line["read_as_value"] == (reading.value if reading else None)
        assert line["read_as_because"] == (reading.because if reading else None)
        answers.remove(found)
    assert answers == []
    silent = {(one["article"], one["question"]) for one in lines if one["state"] == "silent"}
    assert silent == {(a.id, one.question) for a in dossier.articles.values() for one in a.silent}
    assert [one["nearest"] for one in lines if one["nearest"]] == ["only the injured are counted"]
    cells = {(line["article"], line["question"]) for line in lines}
    assert len(cells) == len(dossier.articles) * len(dossier.questions)


def test_a_table_says_the_same_in_each_format(made: BuiltSite, package: Mapping[str, Any]) -> None:
    """CSV, JSON and JSON Lines have the same lines, values and all."""
    assert table(made, package, "comparison.csv") == read(made, "comparison.json")
    text = made.files["data/statements.jsonl"].decode()
    lines = [json.loads(line) for line in text.splitlines()]
    assert table(made, package, "statements.csv") == lines


# The package


def test_the_package_describes_every_file_as_it_is(
    made: BuiltSite, package: Mapping[str, Any]
) -> None:
    """Sizes and checksums are those of the bytes, and no file is left out."""
    described = {f"data/{one['path']}": (one["bytes"], one["hash"]) for one in package["resources"]}
    there = {path: content for path, content in made.files.items() if "datapackage" not in path}
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
        one["name"]: table(made, package, one["path"])
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
    page = tree(made.pages["data.md"])
    links = {link.get("href") for link in page.iter("a")}
    assert links >= made.files.keys()
    described = {
        (words(entry[0][0]), words(entry[1]).partition(" One of ")[0])
        for fields in of_class(page, "field-list")
        for entry in fields.iter("div")
    }
    for resource in package["resources"]:
        for field in resource.get("schema", {"fields": []})["fields"]:
            assert field["description"].strip()
            assert (field["name"], field["description"]) in described


def test_the_files_of_the_built_site_are_those_of_its_package(site: Path) -> None:
    """What a reader downloads has the checksum that the package gives."""
    described = json.loads((site / "data" / "datapackage.json").read_text(encoding="utf-8"))
    names = {one["path"] for one in described["resources"]}
    there = {path.name for path in (site / "data").iterdir()} - {"index.html"}
    assert there == names | {"datapackage.json"}
    for one in described["resources"]:
        content = (site / "data" / one["path"]).read_bytes()
        assert one["hash"] == f"sha256:{sha256(content).hexdigest()}"


# Linked data


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


#: The properties of schema.org that each type is given here, all of its own or of a parent's.
WORK = {"@type", "@id", "name", "description", "inLanguage", "dateModified", "license", "url"}
PROPERTIES = {
    "WebSite": WORK,
    "WebPage": WORK | {"isPartOf", "mainEntity"},
    "Dataset": WORK | {"isAccessibleForFree", "distribution"},
    "DataDownload": WORK | {"contentUrl", "encodingFormat", "contentSize", "sha256"},
    "NewsArticle": WORK
    | {"headline", "datePublished", "isPartOf", "publisher", "sourceOrganization", "isBasedOn"}
    | {"disambiguatingDescription", "about"},
    "CreativeWork": WORK | {"alternateName", "subjectOf"},
    "Claim": WORK
    | {"text", "author", "appearance", "about", "citation"}
    | {"isBasedOn", "sourceOrganization"},
    "Quotation": WORK | {"text", "isPartOf", "spokenByCharacter"},
    **{
        kind: {"@type", "@id", "name", "alternateName", "description", "subjectOf"}
        for kind in ("Person", "Organization", "Place", "Event", "Legislation")
    },
}


def inner_nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every node of a document, those within others too."""
    if isinstance(value, dict):
        yield value
    for content in value.values() if isinstance(value, dict) else value:
        if isinstance(content, dict | list):
            yield from inner_nodes(content)


def test_the_linked_data_of_every_page_are_understood(made: BuiltSite) -> None:
    """Each page's JSON-LD passes a processor whole, in properties that its types have."""
    for path, page in made.pages.items():
        document = linked(page)
        assert_understood(document)
        for node in inner_nodes(document["@graph"]):
            if "@type" in node:
                assert node.keys() <= PROPERTIES[node["@type"]], path


def test_every_page_says_what_it_is_of(made: BuiltSite) -> None:
    """A page's linked data name the page by its address, as a part of the site."""
    for path, page in made.pages.items():
        (own,) = [node for node in linked(page)["@graph"] if node["@type"] == "WebPage"]
        address = SITE + re.sub(r"(?:^|(?<=/))index$", "", path.removesuffix(".md"))
        assert own["@id"] == (address if address.endswith("/") else f"{address}/")
        assert own["isPartOf"] == {"@id": f"{SITE}#website"}
    (site,) = nodes(made, "index.md", "WebSite")
    assert (site["@id"], site["license"]) == (f"{SITE}#website", "https://example.org/cc0")


def test_without_an_address_linked_data_are_relative(folder: Path) -> None:
    """A site that has no address yet names its things from the page they stand on."""
    made = published(folder)
    (article,) = nodes(made, "articles/courier.md", "NewsArticle")
    assert article["@id"] == "./#article"
    assert article["isPartOf"] == {"@id": "../../entities/publication/courier/#entity"}
    first = read(made, "annotations.jsonld")["first"]["items"][0]
    assert first["target"]["source"].startswith("../articles/")
    (dataset,) = nodes(made, "data.md", "Dataset")
    assert {one["contentUrl"] for one in dataset["distribution"]} == {
        path.removeprefix("data/") for path in made.files
    }
    for path, page in published(folder, folders=False).pages.items():
        for node in inner_nodes(linked(page)["@graph"]):
            target, _, name = node.get("@id", "#").partition("#")
            assert target == "" or target.endswith(".html") or name, path


def test_what_is_printed_of_an_article_is_stated_and_what_is_inferred_is_described(
    made: BuiltSite,
) -> None:
    """Date, publisher and headline are properties only where the text has them."""
    (printed,) = nodes(made, "articles/courier.md", "NewsArticle")
    assert printed["headline"] == "Ferry aground off Skerrow"
    assert printed["datePublished"] == "2021-05-02"
    assert printed["isPartOf"] == {"@id": f"{SITE}entities/publication/courier/#entity"}
    assert "disambiguatingDescription" not in printed
    (inferred,) = nodes(made, "articles/wire-copy.md", "NewsArticle")
    assert inferred.keys().isdisjoint({"headline", "datePublished", "publisher", "isPartOf"})
    assert inferred["name"] == "Coast guard says the steering failed"
    for told in ("title supplied", "publisher not named", "date inferred: 3 May 2021"):
        assert told in inferred["disambiguatingDescription"]
    assert inferred["isBasedOn"]["name"] == "Coastwire’s dispatch on the grounding"


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
        for line in read(made, "comparison.json")
        if (line["question"], line["article"]) == ("fine", "retelling")
    ]
    assert (answer["sources"], answer["chain"]) == (["coastwire"], chain)
    assert chain in [one["body"][1]["value"] for one in annotations(made)]
    (claim,) = [
        node
        for node in nodes(made, "articles/retelling.md", "Claim")
        if node["@id"].endswith("#fn:nine-miles")
    ]
    coastwire = {"@id": f"{SITE}entities/organisation/coastwire/#entity"}
    assert claim["sourceOrganization"] == [coastwire]


def test_a_claim_has_its_speaker_and_where_it_appears(made: BuiltSite, dossier: Dossier) -> None:
    """Every statement is a claim of who makes it; whom the editor takes that for is not stated."""
    claims = {
        node["@id"].rpartition("#fn:")[2]: node
        for path in ("articles/courier.md", "articles/retelling.md", "articles/wire-copy.md")
        for node in nodes(made, path, "Claim")
    }
    assert set(claims) == {s.id for a in dossier.articles.values() for s in a.statements}
    guard = {"@id": f"{SITE}entities/organisation/coast-guard/#entity"}
    assert claims["nine-injured"]["author"] == [guard]
    assert claims["nine-injured"]["appearance"] == {"@id": f"{SITE}articles/courier/#article"}
    assert claims["rudder"]["author"] == [{"name": "the guard of the coast"}]
    assert "author" not in claims["tow"]
    assert "author" not in claims["aground"]


def test_a_quotation_has_a_speaker_only_where_it_is_the_speakers_own_sentence(
    made: BuiltSite,
) -> None:
    """Words that the article reports, or has of itself, are the article's."""
    quoted = {
        quotation["text"]: quotation.get("spokenByCharacter")
        for claim in nodes(made, "articles/courier.md", "Claim")
        for quotation in claim["citation"]
    }
    captain = {"@id": f"{SITE}entities/person/dorrin/#entity"}
    assert quoted["We lost sight of everything in the fog"] == [captain]
    assert quoted["At night a hundred would have drowned"] == [{"name": "a passenger"}]
    assert quoted["it counted nine injured"] is None


def test_an_entity_has_its_kind_and_its_spellings(made: BuiltSite, dossier: Dossier) -> None:
    """Each entity is of the type of its kind, by its names as printed and no description."""
    kinds = {
        "person/dorrin": "Person",
        "organisation/skerrow-line": "Organization",
        "place/skerrow": "Place",
        "event/grounding": "Event",
        "law/pilotage-act": "Legislation",
        "publication/courier": "CreativeWork",
    }
    for path, kind in kinds.items():
        (node,) = nodes(made, f"entities/{path}.md", kind)
        record = dossier.entities[path.partition("/")[2]]
        assert node["name"] == record.title
        spellings = {n.name for n in record.names if not n.description and not n.because}
        assert set(node.get("alternateName", [])) == spellings - {record.title}


def test_no_text_ends_the_script_that_it_stands_in(tmp_path: Path) -> None:
    """A title that looks like the end of a script, or like a comment, is data and nothing else."""
    title = "</script><script>alert(1)</script> <!-- <script> ]]> & *a* [^b] \\"
    copy = copied(tmp_path)
    supplied = "title: Coast guard says the steering failed"
    edit = {"file": "articles/wire-copy.yml", "replace": supplied}
    change(copy, {**edit, "with": f"title: {json.dumps(title)}"})
    made = published(copy)
    (article,) = nodes(made, "articles/wire-copy.md", "NewsArticle")
    assert article["name"] == title


# Annotations


def annotations(made: BuiltSite) -> list[dict[str, Any]]:
    """The annotations of the file."""
    found: list[dict[str, Any]] = read(made, "annotations.jsonld")["first"]["items"]
    return found


def test_annotations_keep_to_the_model(made: BuiltSite) -> None:
    """The collection, its page and each annotation have the keys that the W3C's model requires."""
    collection = read(made, "annotations.jsonld")
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
    def ids(source: str) -> dict[str, Element]:
        page = tree(made.pages[source.removeprefix(SITE).rstrip("/") + ".md"])
        return {element.get("id", ""): element for element in page.iter()}

    kinds = set()
    for one in annotations(made):
        selector = one["target"]["selector"]
        place = ids(one["target"]["source"])[selector["value"]]
        assert selector["refinedBy"]["exact"] in words(place)
        kinds.add(selector["value"].partition(":")[0].strip("0123456789"))
    assert kinds == {"p", "fn"}


# References


#: Fields of CSL-JSON that are used here, with their types, as its schema has them.
CSL = {
    "id": str,
    "type": str,
    "title": str,
    "container-title": str,
    "issued": dict,
    "URL": str,
    "language": str,
    "note": str,
}
CSL_TYPES = {"article-newspaper", "webpage"}


def assert_csl(item: Mapping[str, Any]) -> None:
    """Hold an item against the schema of CSL-JSON."""
    assert {"id", "type", "title"} <= item.keys()
    for name, value in item.items():
        assert isinstance(value, CSL[name]), name
    assert item["type"] in CSL_TYPES
    issued = item["issued"]
    assert issued.keys() <= {"date-parts", "circa", "literal"}
    assert len(issued.get("date-parts", [[]])) in (1, 2)
    for parts in issued.get("date-parts", []):
        assert 1 <= len(parts) <= 3
        assert all(type(part) is int for part in parts)
    assert issued.get("circa", True) is True


def test_the_articles_are_references_in_csl(made: BuiltSite) -> None:
    """Each article is an item of CSL-JSON: no publisher where none is named, no certain guess."""
    items = {item["id"]: item for item in read(made, "articles.csl.json")}
    for item in items.values():
        assert_csl(item)
    assert items["courier"] == {
        "id": "courier",
        "type": "article-newspaper",
        "title": "Ferry aground off Skerrow",
        "container-title": "Skerrow Courier",
        "issued": {"date-parts": [[2021, 5, 2]]},
        "language": "en",
    }
    assert items["wire-copy"]["title"] == "[Coast guard says the steering failed]"
    assert "container-title" not in items["wire-copy"]
    assert items["wire-copy"]["issued"] == {"date-parts": [[2021, 5, 3]], "circa": True}
    assert items["retelling"]["issued"] == {"date-parts": [[2021, 5]], "circa": True}
    assert "translated from an undetermined language (inferred)" in items["retelling"]["note"]


def cited(page: str) -> Iterator[tuple[str, str, Entry, dict[str, Any]]]:
    """What a page says of citing it: of what, its line, its BibTeX and its CSL-JSON, parsed."""
    (foot,) = of_class(tree(page), "cite")
    for one in of_class(foot, "citation"):
        bibtex, csl = ["".join(block.itertext()) for block in one.iter("pre")]
        (entry,) = parse_string(bibtex, "bibtex").entries.values()
        (item,) = json.loads(csl)
        (of,), (line,) = [
            [words(found) for found in of_class(one, name)]
            for name in ("citation-of", "citation-line")
        ]
        yield of, line, entry, item


def test_every_page_says_how_to_cite_it(made: BuiltSite) -> None:
    """Title, dossier, day of the last change and address stand in each of the three forms."""
    keys = set()
    for path, page in made.pages.items():
        _, line, entry, item = next(cited(page))
        assert_csl(item)
        address = linked(page)["@graph"][0]["@id"]
        assert (item["URL"], entry.fields["url"]) == (address, address), path
        assert line.endswith(f"updated 12 May 2021. {address}")
        assert (entry.fields["year"], entry.fields["month"]) == ("2021", "May")
        assert item["issued"] == {"date-parts": [[2021, 5, 12]]}
        assert item["title"] in line or "“" in item["title"]
        if path != "index.md":
            assert item["container-title"] == "The Ondrelle aground"
            assert entry.fields["howpublished"] == "The Ondrelle aground"
        keys.add(item["id"])
    assert len(keys) == len(made.pages)


def test_an_articles_page_also_says_how_to_cite_the_article(made: BuiltSite) -> None:
    """The article itself is cited by what is known of it, and inferences are marked."""
    (_, courier), (_, wire), (_, retelling) = [
        cited(made.pages[f"articles/{name}.md"]) for name in ("courier", "wire-copy", "retelling")
    ]
    assert courier[1] == "“Ferry aground off Skerrow”, Skerrow Courier, 2 May 2021."
    assert wire[1] == (
        "“[Coast guard says the steering failed]”, publisher not named, 3 May 2021 (inferred)."
    )
    assert retelling[1] == "“Ferry sat on a bench”, publisher not named, May 2021 (inferred)."
    assert "Title supplied by the editor" in wire[2].fields["note"]
    assert "date inferred: 3 May 2021" in wire[2].fields["note"]
    assert "howpublished" not in wire[2].fields
    assert "url" not in wire[2].fields


#: What the commands of LaTeX that are written here print.
TEX = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    **{f"\\{mark}": mark for mark in "#$%&_"},
}


def printed(tex: str) -> str:
    """What LaTeX prints of a field."""
    commands = "|".join(re.escape(command) for command in TEX)
    found = re.sub(rf"{commands}|\\.?|[{{}}#$%&_~^]", lambda m: TEX.get(m[0], "?"), tex[1:-1])
    return " ".join(found.split())


@given(
    st.text(
        st.one_of(st.sampled_from("\\{}$&%#_~^\"'@=, a1é“"), st.characters(categories=["L"])),
        min_size=1,
    ).filter(str.strip)
)
@settings(derandomize=True, deadline=None)
def test_any_title_comes_through_bibtex(title: str) -> None:
    """Whatever marks of TeX a title has, an entry can be read and prints it."""
    work = Work("key", "webpage", title, None, "2021-05", False, "en")
    (entry,) = parse_string(as_bibtex(work), "bibtex").entries.values()
    assert printed(entry.fields["title"]) == " ".join(title.split())


@pytest.mark.parametrize(
    ("date", "csl", "year", "month"),
    [
        ("2021", {"date-parts": [[2021]]}, "2021", None),
        ("2021-05", {"date-parts": [[2021, 5]], "circa": True}, "2021", "May"),
        ("2021-05~", {"date-parts": [[2021, 5]], "circa": True}, "2021", "May"),
        ("2021-05/2021-07", {"date-parts": [[2021, 5], [2021, 7]], "circa": True}, "2021", None),
        ("2020-12/2021-01", {"date-parts": [[2020, 12], [2021, 1]], "circa": True}, None, None),
        ("2021-21", {"literal": "spring 2021"}, None, None),
    ],
)
def test_a_date_is_cited_no_finer_than_it_is_known(
    date: str, csl: dict[str, Any], year: str | None, month: str | None
) -> None:
    """A span has two ends, what is uncertain is about, and a season stays in words."""
    work = Work("key", "article-newspaper", "Title", None, date, False, "en")
    item = as_csl(work)
    assert_csl(item)
    assert item["issued"] == csl | ({"circa": True} if date == "2021" else {})
    (entry,) = parse_string(as_bibtex(work), "bibtex").entries.values()
    assert (entry.fields.get("year"), entry.fields.get("month")) == (year, month)


# The feed


def test_the_feed_tells_the_changes_of_the_data(made: BuiltSite) -> None:
    """A reader of feeds gets an entry a day, the newest first, and nothing of the program."""
    feed = feedparser.parse(made.files["data/changes.atom"])
    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.updated == "2021-05-12T00:00:00Z"
    assert [link.href for link in feed.feed.links if link.rel == "self"] == [
        f"{SITE}data/changes.atom"
    ]
    assert [(one.title, one.updated) for one in feed.entries] == [
        ("12 May 2021", "2021-05-12T00:00:00Z"),
        ("9 May 2021", "2021-05-09T00:00:00Z"),
    ]
    assert len({feed.feed.id, *(one.id for one in feed.entries)}) == 3
    shown = feed.entries[0].content[0].value
    assert "Another." in shown
    assert "Not of the data" not in shown


def test_the_log_cannot_put_markup_into_the_feed(made: BuiltSite) -> None:
    """Raw HTML in the log is text, a link that would run a script is none, a picture is a link."""
    content = made.files["data/changes.atom"].decode()
    assert "&lt;code&gt;rudder&lt;/code&gt;" in content
    assert "&amp;lt;b&amp;gt;bold" in content
    assert 'href="javascript' not in content
    assert "&lt;img" not in content
    assert re.findall(r"&lt;a [^>]*?&gt;", content) == [
        '&lt;a href="https://elsewhere.example/x"&gt;'
    ]


def test_a_dossier_without_a_log_has_no_feed(tmp_path: Path) -> None:
    """Where there is no log the feed is left out, on the data page too."""
    made = published(copied(tmp_path))
    assert "data/changes.atom" not in made.files
    assert "changes.atom" not in made.pages["data.md"]


# Addresses


def test_what_the_files_name_is_there(made: BuiltSite) -> None:
    """Each address of a statement or an entity in the files leads to a place on a page."""
    names: dict[str, set[str]] = {}
    for page in made.pages.values():
        address = linked(page)["@graph"][0]["@id"]
        names[address] = {element.get("id", "") for element in tree(page).iter()} | {""}
    for file in ("statements.jsonl", "comparison.json", "articles.csv", "entities.csv"):
        text = made.files[f"data/{file}"].decode()
        for address in re.findall(rf"{re.escape(SITE)}[^\s\",]*", text):
            page, _, name = address.partition("#")
            assert name in names[page], address


def test_a_note_leads_to_itself(made: BuiltSite) -> None:
    """Each note has a link to its statement's lasting address, on its article's page."""
    for path, page in made.pages.items():
        notes = [item for item in tree(page).iter("li") if item.get("id", "").startswith("fn:")]
        for note in notes:
            ((link),) = of_class(note, "note-link")
            target = (link.get("href") or "").partition("#fn:")
            if path.startswith("articles/"):
                assert target == ("", "#fn:", note.get("id", "").removeprefix("fn:"))
            else:
                assert re.fullmatch(r"(\.\./)*(articles/)?[a-z-]+/", target[0])
                assert note.get("id", "").endswith(target[2])


def test_files_are_the_same_every_time(folder: Path, made: BuiltSite) -> None:
    """The same records make the same bytes; what the site's address is changes nothing else."""
    assert published(folder, site=SITE).files == made.files
    elsewhere = published(folder, site="https://example.net/").files
    for path, content in made.files.items():
        if "datapackage" not in path:
            assert elsewhere[path] == content.replace(SITE.encode(), b"https://example.net/")
