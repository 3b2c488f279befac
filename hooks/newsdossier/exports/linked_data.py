"""Describes pages and their subjects for machines: schema.org, as JSON-LD."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from newsdossier.analysis.collation import Collation
from newsdossier.analysis.relations import list_sources, list_speakers
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.exports.citations import list_remarks
from newsdossier.exports.download import Download
from newsdossier.model import Article, Entity, Kind, Mode, Statement, addresses
from newsdossier.model.addresses import LinkBase

Node = dict[str, Any]

#: The id of the dataset itself, as distinct from the page about it.
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
    """Put nodes into a document of JSON-LD, with its context."""
    return {"@context": "https://schema.org", "@graph": nodes}


def website_node(collation: Collation, base: LinkBase) -> Node:
    """Describe the site as a WebSite."""
    settings = collation.dossier.settings
    return _drop_unknown(
        {
            "@type": "WebSite",
            "@id": _website_id(base),
            "name": settings.title,
            "description": settings.summary,
            "url": base.resolve(addresses.HOME),
            "inLanguage": settings.language,
            "dateModified": settings.updated,
            "license": settings.licence.address if settings.licence else None,
            "potentialAction": _search_action(base) if base.site else None,
        }
    )


def _search_action(base: LinkBase) -> Node:
    """Describe where words are searched: the page of the search, with the words in its address."""
    return {
        "@type": "SearchAction",
        "target": {
            "@type": "EntryPoint",
            "urlTemplate": f"{base.resolve(addresses.SEARCH)}?q={{words}}",
        },
        "query": "{words}",
    }


def page_node(
    collation: Collation, base: LinkBase, title: str, description: str, main: str | None = None
) -> Node:
    """Describe a page as a WebPage; `main` is the id of its main entity."""
    settings = collation.dossier.settings
    return _drop_unknown(
        {
            "@type": "WebPage",
            "@id": base.resolve(base.page),
            "name": title,
            "description": description,
            "inLanguage": settings.language,
            "dateModified": settings.updated,
            "isPartOf": {"@id": _website_id(base)},
            "mainEntity": {"@id": base.resolve(main)} if main else None,
        }
    )


def article_target(article: Article) -> str:
    """The id of an article itself, as distinct from the page about it."""
    return f"{addresses.article_page(article.id)}#article"


def entity_target(entity: Entity) -> str:
    """The id of an entity itself, as distinct from the page about it."""
    return f"{addresses.entity_page(entity)}#entity"


def article_nodes(collation: Collation, record: Article, base: LinkBase) -> Iterator[Node]:
    """Describe an article as a NewsArticle, and those who publish it.

    What the editor infers is no property of its own: the description says that it is inferred.
    """
    certain = _list_certain_agencies(record)
    remarks = "; ".join(list_remarks(collation, record))
    yield _drop_unknown(
        {
            "@type": "NewsArticle",
            "@id": base.resolve(article_target(record)),
            "name" if record.title_supplied else "headline": record.title,
            "datePublished": _printed_date(record),
            "inLanguage": record.language if record.language != "und" else None,
            **_publisher_property(collation, record, base),
            "sourceOrganization": [_entity_reference(collation, name, base) for name in certain],
            "isBasedOn": _origin_node(collation, record, base),
            "disambiguatingDescription": remarks,
        }
    )
    for name in dict.fromkeys([record.publisher, *certain]):
        if name:
            yield _entity_stub(collation.dossier.entities[name], base)


def claim_nodes(collation: Collation, record: Article, base: LinkBase) -> Iterator[Node]:
    """Describe an article's statements as Claims, and the entities they name.

    They are too many for its page, which names the file that has them.
    """
    stated = [SourcedStatement(record, one) for one in record.statements]
    yield from (_claim_node(collation, one, base) for one in stated)
    known = {record.publisher, *_list_certain_agencies(record)}
    named = [
        name
        for one in stated
        for name in [*one.statement.about, *list_speakers(one), *list_sources(one)]
    ]
    for name in dict.fromkeys(named):
        if name not in known:
            yield _entity_stub(collation.dossier.entities[name], base)


def _list_certain_agencies(record: Article) -> list[str]:
    """The agencies that an article names as its own."""
    return [one.entity for one in record.agencies if not (one.because or one.of)]


def _printed_date(record: Article) -> str | None:
    plain = re.fullmatch(r"\d{4}(-\d\d){0,2}", record.issued.date)
    return record.issued.date if plain and not record.issued.because else None


def _publisher_property(collation: Collation, record: Article, base: LinkBase) -> Node:
    if record.publisher is None:
        return {}
    kind = collation.dossier.entities[record.publisher].kind
    name = "isPartOf" if kind is Kind.PUBLICATION else "publisher"
    return {name: _entity_reference(collation, record.publisher, base)}


def _origin_node(collation: Collation, record: Article, base: LinkBase) -> Node | None:
    origin = record.origin and collation.dossier.origins.get(record.origin.origin)
    if not origin:
        return None
    return {
        "@type": "CreativeWork",
        "@id": base.resolve(addresses.origin_section(origin.id)),
        "name": origin.title,
    }


def _claim_node(collation: Collation, sourced: SourcedStatement, base: LinkBase) -> Node:
    article = {"@id": base.resolve(article_target(sourced.article))}
    statement = sourced.statement
    speakers = _speaker_nodes(collation, statement, base)
    spoken = speakers if statement.mode is Mode.DIRECT else []
    return _drop_unknown(
        {
            "@type": "Claim",
            "@id": base.resolve(addresses.statement_note(sourced.article.id, statement.id)),
            "text": statement.says,
            "author": speakers,
            **_passed_on_by(collation, sourced, base),
            "appearance": article,
            "about": [_entity_reference(collation, name, base) for name in statement.about],
            "citation": [
                _drop_unknown(
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


def _passed_on_by(collation: Collation, sourced: SourcedStatement, base: LinkBase) -> Node:
    """Refer to those between speaker and article: papers as works, all others as organisations."""
    entities = collation.dossier.entities
    named = [
        *(voice.name for voice in sourced.statement.via if voice.name in entities),
        *sourced.sources,
    ]
    works = [name for name in named if entities[name].kind is Kind.PUBLICATION]
    others = [name for name in named if entities[name].kind is Kind.ORGANISATION]
    return {
        "isBasedOn": [_entity_reference(collation, name, base) for name in works],
        "sourceOrganization": [_entity_reference(collation, name, base) for name in others],
    }


def _speaker_nodes(collation: Collation, statement: Statement, base: LinkBase) -> list[Node]:
    """Describe the speakers: entities that the text names, and its words for unnamed ones."""
    found = []
    for voice in statement.speaker:
        if voice.unnamed == "nobody":
            continue
        if voice.unnamed:
            found.append({"name": voice.unnamed})
        elif voice.entity_id:
            found.append(_entity_reference(collation, voice.entity_id, base))
    return found


def entity_node(collation: Collation, record: Entity, base: LinkBase) -> Node:
    """Describe an entity with the names that the texts give it, without any that are inferred."""
    names = [
        name.name
        for name in record.names
        if not name.description and not name.because and name.name != record.title
    ]
    return _drop_unknown(
        {
            "@type": TYPES[record.kind],
            "@id": base.resolve(entity_target(record)),
            "name": record.title,
            "alternateName": names,
            "description": record.summary,
            "subjectOf": [
                {"@id": base.resolve(target)} for target in _list_targets_about(collation, record)
            ],
        }
    )


def _list_targets_about(collation: Collation, record: Entity) -> Iterable[str]:
    """The ids of the articles with a statement about an entity, in their order, each once."""
    return dict.fromkeys(
        article_target(one.article) for one in collation.statements_about.get(record.id, [])
    )


def _entity_stub(record: Entity, base: LinkBase) -> Node:
    """Describe an entity by type and name only; its own page has the rest."""
    return {
        "@type": TYPES[record.kind],
        "@id": base.resolve(entity_target(record)),
        "name": record.title,
    }


def dataset_node(collation: Collation, files: Sequence[Download], base: LinkBase) -> Node:
    """Describe the downloads as a Dataset."""
    settings = collation.dossier.settings
    return _drop_unknown(
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
                    "encodingFormat": file.media_type,
                    "contentSize": f"{len(file.content)} B",
                    "sha256": file.sha256,
                }
                for file in files
            ],
        }
    )


def _website_id(base: LinkBase) -> str:
    return base.resolve(f"{addresses.HOME}#website")


def _entity_reference(collation: Collation, name: str, base: LinkBase) -> Node:
    return {"@id": base.resolve(entity_target(collation.dossier.entities[name]))}


def _drop_unknown(node: Node) -> Node:
    """Leave out the properties that are not known."""
    return {name: value for name, value in node.items() if value not in (None, [], "")}
