"""What machines read in a page: its matter in the words of schema.org, as JSON-LD."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from newsdossier.analysis.collate import Collation
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.exports import Download, citations
from newsdossier.model import Article, Entity, Kind, Mode, Statement, addresses
from newsdossier.model.addresses import LinkBase

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


def website_node(collation: Collation, base: LinkBase) -> Node:
    """The site."""
    settings = collation.dossier.settings
    return _known(
        {
            "@type": "WebSite",
            "@id": _website(base),
            "name": settings.title,
            "description": settings.summary,
            "url": base.resolve(addresses.HOME),
            "inLanguage": settings.language,
            "dateModified": settings.updated,
            "license": settings.licence.address if settings.licence else None,
        }
    )


def page_node(
    collation: Collation, base: LinkBase, title: str, description: str, main: str | None = None
) -> Node:
    """A page of the site; `main` is the target of what it is about."""
    settings = collation.dossier.settings
    return _known(
        {
            "@type": "WebPage",
            "@id": base.resolve(base.page),
            "name": title,
            "description": description,
            "inLanguage": settings.language,
            "dateModified": settings.updated,
            "isPartOf": {"@id": _website(base)},
            "mainEntity": {"@id": base.resolve(main)} if main else None,
        }
    )


def article_target(article: Article) -> str:
    """The name of an article itself, not of the page on it."""
    return f"{addresses.article_page(article.id)}#article"


def entity_target(entity: Entity) -> str:
    """The name of an entity itself, not of the page on it."""
    return f"{addresses.entity_page(entity)}#entity"


def article_nodes(collation: Collation, record: Article, base: LinkBase) -> Iterator[Node]:
    """An article and what it says; what is inferred is not stated but described as inferred."""
    certain = [one.entity for one in record.agencies if not (one.because or one.of)]
    about = dict.fromkeys(name for one in record.statements for name in one.about)
    remarks = "; ".join(citations.list_remarks(collation, record))
    yield _known(
        {
            "@type": "NewsArticle",
            "@id": base.resolve(article_target(record)),
            "name" if record.title_supplied else "headline": record.title,
            "datePublished": _printed_date(record),
            "inLanguage": record.language if record.language != "und" else None,
            **_publisher(collation, record, base),
            "sourceOrganization": [_entity(collation, name, base) for name in certain],
            "isBasedOn": _origin(collation, record, base),
            "disambiguatingDescription": remarks,
            "about": [_entity(collation, name, base) for name in about],
        }
    )
    for statement in record.statements:
        yield _claim(collation, SourcedStatement(record, statement), base)
    named = [record.publisher, *certain, *about]
    spoken = [voice.entity_id for one in record.statements for voice in one.speaker]
    for name in dict.fromkeys([*named, *spoken]):
        if name:
            yield _in_short(collation.dossier.entities[name], base)


def _printed_date(record: Article) -> str | None:
    plain = re.fullmatch(r"\d{4}(-\d\d){0,2}", record.issued.date)
    return record.issued.date if plain and not record.issued.because else None


def _publisher(collation: Collation, record: Article, base: LinkBase) -> Node:
    if record.publisher is None:
        return {}
    kind = collation.dossier.entities[record.publisher].kind
    name = "isPartOf" if kind is Kind.PUBLICATION else "publisher"
    return {name: _entity(collation, record.publisher, base)}


def _origin(collation: Collation, record: Article, base: LinkBase) -> Node | None:
    origin = record.origin and collation.dossier.origins.get(record.origin.origin)
    if not origin:
        return None
    return {
        "@type": "CreativeWork",
        "@id": base.resolve(addresses.origin_section(origin.id)),
        "name": origin.title,
    }


def _claim(collation: Collation, sourced: SourcedStatement, base: LinkBase) -> Node:
    article = {"@id": base.resolve(article_target(sourced.article))}
    statement = sourced.statement
    speakers = _speakers(collation, statement, base)
    spoken = speakers if statement.mode is Mode.DIRECT else []
    return _known(
        {
            "@type": "Claim",
            "@id": base.resolve(addresses.statement_note(sourced.article.id, statement.id)),
            "text": statement.says,
            "author": speakers,
            "appearance": article,
            "about": [_entity(collation, name, base) for name in statement.about],
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


def _speakers(collation: Collation, statement: Statement, base: LinkBase) -> list[Node]:
    """Who says it: entities that the text names, and the text's words for the unnamed."""
    found = []
    for voice in statement.speaker:
        if voice.unnamed == "nobody":
            continue
        if voice.unnamed:
            found.append({"name": voice.unnamed})
        elif voice.entity_id:
            found.append(_entity(collation, voice.entity_id, base))
    return found


def entity_node(collation: Collation, record: Entity, base: LinkBase) -> Node:
    """An entity with its spellings, as far as texts give them; no equation of the editor's."""
    names = [
        name.name
        for name in record.names
        if not name.description and not name.because and name.name != record.title
    ]
    return _known(
        {
            "@type": TYPES[record.kind],
            "@id": base.resolve(entity_target(record)),
            "name": record.title,
            "alternateName": names,
            "description": record.summary,
            "subjectOf": [
                {"@id": base.resolve(article_target(one))}
                for one in collation.articles
                if any(record.id in statement.about for statement in one.statements)
            ],
        }
    )


def _in_short(record: Entity, base: LinkBase) -> Node:
    """An entity by its kind and name; its own page has the rest."""
    return {
        "@type": TYPES[record.kind],
        "@id": base.resolve(entity_target(record)),
        "name": record.title,
    }


def dataset_node(collation: Collation, files: Sequence[Download], base: LinkBase) -> Node:
    """The data as files."""
    settings = collation.dossier.settings
    return _known(
        {
            "@type": "Dataset",
            "@id": base.resolve(DATASET),
            "name": f"{settings.title}: the data",
            "description": settings.summary,
            "url": base.resolve(addresses.DATA),
            "license": settings.licence.address if settings.licence else None,
            "dateModified": settings.updated,
            "inLanguage": settings.language,
            "isAccessibleForFree": True,
            "distribution": [
                {
                    "@type": "DataDownload",
                    "name": file.name,
                    "description": file.description,
                    "contentUrl": base.resolve(addresses.download_file(file.name)),
                    "encodingFormat": file.mediatype,
                    "contentSize": f"{len(file.content)} B",
                    "sha256": file.sha256,
                }
                for file in files
            ],
        }
    )


def _website(base: LinkBase) -> str:
    return base.resolve(f"{addresses.HOME}#website")


def _entity(collation: Collation, name: str, base: LinkBase) -> Node:
    return {"@id": base.resolve(entity_target(collation.dossier.entities[name]))}


def _known(node: Node) -> Node:
    """A node without what is not known."""
    return {name: value for name, value in node.items() if value not in (None, [], "")}
