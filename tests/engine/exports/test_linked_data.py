"""What machines read in the pages, as a processor of JSON-LD understands it."""

import json
import re
from pathlib import Path
from typing import Any

from newsdossier.dossier.dossier import Dossier
from newsdossier.site.build import BuiltSite
from tests.support.exported import (
    SITE,
    assert_understood,
    downloads,
    inner_nodes,
    linked_nodes,
    publish_all,
    read_export,
    read_linked_data,
)
from tests.support.ferry import change, copied

#: The properties of schema.org that each type is given here, all of its own or of a parent's.
WORK = {"@type", "@id", "name", "description", "inLanguage", "dateModified", "license", "url"}
PROPERTIES = {
    "WebSite": WORK | {"potentialAction"},
    "SearchAction": {"@type", "target", "query"},
    "EntryPoint": {"@type", "urlTemplate"},
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


def test_the_linked_data_of_every_page_are_understood(made: BuiltSite) -> None:
    """Each page's JSON-LD passes a processor whole, in properties that its types have."""
    for path, page in made.pages.items():
        document = read_linked_data(page)
        assert_understood(document)
        for node in inner_nodes(document["@graph"]):
            if "@type" in node:
                assert node.keys() <= PROPERTIES[node["@type"]], path


def test_every_page_says_what_it_is_of(made: BuiltSite) -> None:
    """A page's linked data name the page by its address, as a part of the site."""
    for path, page in made.pages.items():
        (own,) = [node for node in read_linked_data(page)["@graph"] if node["@type"] == "WebPage"]
        address = SITE + re.sub(r"(?:^|(?<=/))index$", "", path.removesuffix(".md"))
        assert own["@id"] == (address if address.endswith("/") else f"{address}/")
        assert own["isPartOf"] == {"@id": f"{SITE}#website"}
    (site,) = linked_nodes(made, "index.md", "WebSite")
    assert (site["@id"], site["license"]) == (f"{SITE}#website", "https://example.org/cc0")


def test_without_an_address_linked_data_are_relative(folder: Path) -> None:
    """A site that has no address yet names its things from the page they stand on."""
    made = publish_all(folder)
    (article,) = linked_nodes(made, "articles/courier.md", "NewsArticle")
    assert article["@id"] == "./#article"
    assert article["isPartOf"] == {"@id": "../../entities/publication/courier/#entity"}
    first = read_export(made, "annotations.jsonld")["first"]["items"][0]
    assert first["target"]["source"].startswith("../articles/")
    (dataset,) = linked_nodes(made, "data.md", "Dataset")
    assert {one["contentUrl"] for one in dataset["distribution"]} == {
        path.removeprefix("data/") for path in downloads(made)
    }
    for path, page in publish_all(folder, folders=False).pages.items():
        for node in inner_nodes(read_linked_data(page)["@graph"]):
            target, _, name = node.get("@id", "#").partition("#")
            assert target == "" or target.endswith(".html") or name, path


def test_what_is_printed_of_an_article_is_stated_and_what_is_inferred_is_described(
    made: BuiltSite,
) -> None:
    """Date, publisher and headline are properties only where the text has them."""
    (printed,) = linked_nodes(made, "articles/courier.md", "NewsArticle")
    assert printed["headline"] == "Ferry aground off Skerrow"
    assert printed["datePublished"] == "2021-05-02"
    assert printed["isPartOf"] == {"@id": f"{SITE}entities/publication/courier/#entity"}
    assert "disambiguatingDescription" not in printed
    (inferred,) = linked_nodes(made, "articles/wire-copy.md", "NewsArticle")
    assert inferred.keys().isdisjoint({"headline", "datePublished", "publisher", "isPartOf"})
    assert inferred["name"] == "Coast guard says the steering failed"
    for told in ("title supplied", "publisher not named", "date inferred: 3 May 2021"):
        assert told in inferred["disambiguatingDescription"]
    assert inferred["isBasedOn"]["name"] == "Coastwire’s dispatch on the grounding"


def list_claims(made: BuiltSite) -> list[dict[str, Any]]:
    """The claims of all articles, which a file of its own has."""
    graph = read_export(made, "claims.jsonld")["@graph"]
    return [node for node in graph if node["@type"] == "Claim"]


def test_the_file_of_claims_is_understood(made: BuiltSite) -> None:
    """It passes a processor whole, describes each thing once, and names nothing that it lacks."""
    document = read_export(made, "claims.jsonld")
    assert_understood(document)
    described = [node["@id"] for node in document["@graph"]]
    assert len(described) == len(set(described))
    named = {node["@id"] for node in inner_nodes(document["@graph"]) if node.keys() == {"@id"}}
    assert named <= set(described)
    for node in inner_nodes(document["@graph"]):
        if "@type" in node:
            assert node.keys() <= PROPERTIES[node["@type"]]


def test_a_claim_has_its_speaker_and_where_it_appears(made: BuiltSite, dossier: Dossier) -> None:
    """Every statement is a claim of who makes it; whom the editor takes that for is not stated."""
    claims = {node["@id"].rpartition("#fn:")[2]: node for node in list_claims(made)}
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
        for claim in list_claims(made)
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
        (node,) = linked_nodes(made, f"entities/{path}.md", kind)
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
    made = publish_all(copy)
    (article,) = linked_nodes(made, "articles/wire-copy.md", "NewsArticle")
    assert article["name"] == title
