"""What machines read in a page: its matter in the words of schema.org, as JSON-LD."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from newsdossier.analysis.collate import Collation, Said
from newsdossier.exports import Download, citations
from newsdossier.model import addresses
from newsdossier.model.addresses import Here
from newsdossier.model.records import Article, Entity, Kind, Mode, Statement

Node = dict[str, Any]

#: The name of the data themselves, not of the page on them.
DATASET = f"{addresses.DATA}#dataset"

TYPES = {
    Kind.PERSON: "Person",
    Kind.ORGANISATION: "Organization",
    Kind.PLACE: "Place",
    Kind.EVENT: "Event",
    Kind.LAW: "Legislation",
    Kind.PUBLICATION: "CreativeWork",
}


def as_document(nodes: list[Node]) -> Node:
    """Nodes with the context that explains them."""
    return {"@context": "https://schema.org", "@graph": nodes}


def website_node(collation: Collation, here: Here) -> Node:
    """The site."""
    settings = collation.dossier.settings
    return _known(
        {
            "@type": "WebSite",
            "@id": _website(here),
            "name": settings.title,
            "description": settings.summary,
            "url": here.address(addresses.HOME),
            "inLanguage": settings.language,
            "dateModified": settings.updated,
            "license": settings.licence.address if settings.licence else None,
        }
    )


def page_node(
    collation: Collation, here: Here, title: str, description: str, main: str | None = None
) -> Node:
    """A page of the site; `main` is the target of what it is about."""
    settings = collation.dossier.settings
    return _known(
        {
            "@type": "WebPage",
            "@id": here.address(here.page),
            "name": title,
            "description": description,
            "inLanguage": settings.language,
            "dateModified": settings.updated,
            "isPartOf": {"@id": _website(here)},
            "mainEntity": {"@id": here.address(main)} if main else None,
        }
    )


def article_target(article: Article) -> str:
    """The name of an article itself, not of the page on it."""
    return f"{addresses.article(article.id)}#article"


def entity_target(entity: Entity) -> str:
    """The name of an entity itself, not of the page on it."""
    return f"{addresses.entity(entity)}#entity"


def article_nodes(collation: Collation, record: Article, here: Here) -> Iterator[Node]:
    """An article and what it says; what is inferred is not stated but described as inferred."""
    certain = [one.entity for one in record.agencies if not (one.because or one.of)]
    about = dict.fromkeys(name for one in record.statements for name in one.about)
    remarks = "; ".join(citations.list_remarks(collation, record))
    yield _known(
        {
            "@type": "NewsArticle",
            "@id": here.address(article_target(record)),
            "name" if record.title_supplied else "headline": record.title,
            "datePublished": _printed_date(record),
            "inLanguage": record.language if record.language != "und" else None,
            **_publisher(collation, record, here),
            "sourceOrganization": [_entity(collation, name, here) for name in certain],
            "isBasedOn": _origin(collation, record, here),
            "disambiguatingDescription": remarks,
            "about": [_entity(collation, name, here) for name in about],
        }
    )
    for statement in record.statements:
        yield _claim(collation, Said(record, statement), here)
    named = [record.publisher, *certain, *about]
    spoken = [voice.entity_id for one in record.statements for voice in one.speaker]
    for name in dict.fromkeys([*named, *spoken]):
        if name:
            yield _in_short(collation.dossier.entities[name], here)


def _printed_date(record: Article) -> str | None:
    plain = re.fullmatch(r"\d{4}(-\d\d){0,2}", record.issued.date)
    return record.issued.date if plain and not record.issued.because else None


def _publisher(collation: Collation, record: Article, here: Here) -> Node:
    if record.publisher is None:
        return {}
    kind = collation.dossier.entities[record.publisher].kind
    name = "isPartOf" if kind is Kind.PUBLICATION else "publisher"
    return {name: _entity(collation, record.publisher, here)}


def _origin(collation: Collation, record: Article, here: Here) -> Node | None:
    origin = record.origin and collation.dossier.origins.get(record.origin.origin)
    if not origin:
        return None
    return {
        "@type": "CreativeWork",
        "@id": here.address(addresses.origin(origin.id)),
        "name": origin.title,
    }


def _claim(collation: Collation, said: Said, here: Here) -> Node:
    article = {"@id": here.address(article_target(said.article))}
    statement = said.statement
    speakers = _speakers(collation, statement, here)
    spoken = speakers if statement.mode is Mode.DIRECT else []
    return _known(
        {
            "@type": "Claim",
            "@id": here.address(addresses.statement(said.article.id, statement.id)),
            "text": statement.says,
            "author": speakers,
            "appearance": article,
            "about": [_entity(collation, name, here) for name in statement.about],
            "citation": [
                _known(
                    {
                        "@type": "Quotation",
                        "text": quote,
                        "isPartOf": article,
                        "spokenByCharacter": spoken,
                    }
                )
                for quote in statement.quote
            ],
        }
    )


def _speakers(collation: Collation, statement: Statement, here: Here) -> list[Node]:
    """Who says it: entities that the text names, and the text's words for the unnamed."""
    found = []
    for voice in statement.speaker:
        if voice.unnamed == "nobody":
            continue
        if voice.unnamed:
            found.append({"name": voice.unnamed})
        elif voice.entity_id:
            found.append(_entity(collation, voice.entity_id, here))
    return found


def entity_node(collation: Collation, record: Entity, here: Here) -> Node:
    """An entity with its spellings, as far as texts give them; no equation of the editor's."""
    names = [
        name.name
        for name in record.names
        if not name.description and not name.because and name.name != record.title
    ]
    return _known(
        {
            "@type": TYPES[record.kind],
            "@id": here.address(entity_target(record)),
            "name": record.title,
            "alternateName": names,
            "description": record.summary,
            "subjectOf": [
                {"@id": here.address(article_target(one))}
                for one in collation.articles
                if any(record.id in statement.about for statement in one.statements)
            ],
        }
    )


def _in_short(record: Entity, here: Here) -> Node:
    """An entity by its kind and name; its own page has the rest."""
    return {
        "@type": TYPES[record.kind],
        "@id": here.address(entity_target(record)),
        "name": record.title,
    }


def dataset_node(collation: Collation, files: Sequence[Download], here: Here) -> Node:
    """The data as files."""
    settings = collation.dossier.settings
    return _known(
        {
            "@type": "Dataset",
            "@id": here.address(DATASET),
            "name": f"{settings.title}: the data",
            "description": settings.summary,
            "url": here.address(addresses.DATA),
            "license": settings.licence.address if settings.licence else None,
            "dateModified": settings.updated,
            "inLanguage": settings.language,
            "isAccessibleForFree": True,
            "distribution": [
                {
                    "@type": "DataDownload",
                    "name": file.name,
                    "description": file.description,
                    "contentUrl": here.address(addresses.download(file.name)),
                    "encodingFormat": file.mediatype,
                    "contentSize": f"{len(file.content)} B",
                    "sha256": file.sha256,
                }
                for file in files
            ],
        }
    )


def _website(here: Here) -> str:
    return here.address(f"{addresses.HOME}#website")


def _entity(collation: Collation, name: str, here: Here) -> Node:
    return {"@id": here.address(entity_target(collation.dossier.entities[name]))}


def _known(node: Node) -> Node:
    """A node without what is not known."""
    return {name: value for name, value in node.items() if value not in (None, [], "")}
