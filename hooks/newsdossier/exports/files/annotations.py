"""The quotations as W3C Web Annotations: the body is the statement, the target its quotation."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from newsdossier.analysis.chain import print_chain
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.quoted import print_quote
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.exports.download import Download, Field, Json, format_json
from newsdossier.exports.registry import Export, ExportSource
from newsdossier.model import addresses
from newsdossier.source.renditions import Block, StatementMark
from newsdossier.text.verbatim import find_fragment

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
NAME = "annotations.jsonld"

FIELDS = [
    Field("id", "string", "Its own name; the last part is ARTICLE--STATEMENT--NUMBER."),
    Field("type", "string", "Annotation."),
    Field("motivation", "string", "describing: the body says what the words say."),
    Field(
        "body",
        "array",
        "The statement in the dossier’s words, its id being its note’s address; then whose word "
        "it is.",
    ),
    Field("target.source", "string", "The article’s page."),
    Field(
        "target.selector",
        "object",
        "The paragraph where the retelling has the words, else the statement’s note; within it, "
        "refinedBy, the quoted words.",
    ),
]


def _build(source: ExportSource) -> list[Download]:
    """Build one collection of annotations, on one page."""
    collation, base = source.collation, source.base
    items = [
        item for sourced in collation.statements for item in _annotations(collation, sourced, base)
    ]
    collection = {
        "@context": CONTEXT,
        "id": base.resolve(addresses.download_file(NAME)),
        "type": "AnnotationCollection",
        "label": collation.dossier.settings.title,
        "total": len(items),
        "first": {
            "id": f"{base.resolve(addresses.download_file(NAME))}#items",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }
    return [
        Download(
            name=NAME,
            title="The quotations as annotations",
            description="One annotation for each quotation, in the Web Annotation Data Model of "
            "the W3C: its target is the quoted words on the article’s page, its body the "
            "statement.",
            format="JSON-LD",
            media_type='application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
            content=format_json(collection),
            fields=FIELDS,
        )
    ]


def _annotations(
    collation: Collation, sourced: SourcedStatement, base: addresses.LinkBase
) -> Iterator[Json]:
    article, statement = sourced.article, sourced.statement
    licence = collation.dossier.settings.licence
    for number, quote in enumerate(statement.quote, 1):
        where, exact = _locate(collation, sourced, quote)
        own = f"{addresses.download_file(NAME)}#{article.id}--{statement.id}--{number}"
        yield {
            "id": base.resolve(own),
            "type": "Annotation",
            "motivation": "describing",
            **({"rights": licence.address} if licence else {}),
            "body": [
                {
                    "id": base.resolve(addresses.statement_note(article.id, statement.id)),
                    **_text_body(collation, "describing", statement.says),
                },
                _text_body(collation, "commenting", print_chain(collation.dossier, sourced)),
            ],
            "target": {
                "type": "SpecificResource",
                "source": base.resolve(addresses.article_page(article.id)),
                "selector": {
                    "type": "FragmentSelector",
                    "conformsTo": "http://tools.ietf.org/rfc/rfc3236",
                    "value": where,
                    "refinedBy": {"type": "TextQuoteSelector", "exact": exact},
                },
            },
        }


def _text_body(collation: Collation, purpose: str, text: str) -> dict[str, Json]:
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "value": text,
        "format": "text/plain",
        "language": collation.dossier.settings.language,
    }


def _locate(collation: Collation, sourced: SourcedStatement, quote: str) -> tuple[str, str]:
    """Find the anchor of a quotation on its article's page, and the words as they stand there."""
    for label in sourced.statement.at:
        block = collation.renditions[sourced.article.id].block(label)
        for text in _split_at_marks(block) if block else ():
            if span := find_fragment(quote, text):
                return addresses.block_anchor(label), text[slice(*span)]
    return f"fn:{sourced.statement.id}", print_quote(sourced.statement, quote)[1:-1]


def _split_at_marks(block: Block) -> Iterator[str]:
    """Yield the texts between the marks of a block: on the page a mark is a number in the text."""
    for is_mark, parts in groupby(block.parts, key=lambda part: isinstance(part, StatementMark)):
        if not is_mark:
            yield "".join(part.text for part in parts if not isinstance(part, StatementMark))


EXPORT = Export(_build, position=60)
