"""The statements as Claims of schema.org, with their articles and whom they name."""

from __future__ import annotations

from newsdossier.exports.download import Download, Field, format_json
from newsdossier.exports.linked_data import Node, article_nodes, as_document, claim_nodes
from newsdossier.exports.registry import Export, ExportSource

FIELDS = [
    Field("@id", "string", "Its own name; a claim’s is the address of its note."),
    Field("@type", "string", "Claim, NewsArticle, or what an entity is."),
    Field("text", "string", "The statement in the dossier’s words."),
    Field("author", "array", "Who says it; left out where that is the article itself."),
    Field("isBasedOn", "array", "The papers through which it passes."),
    Field("sourceOrganization", "array", "The organisations through which it passes."),
    Field("appearance", "object", "The article."),
    Field("about", "array", "Whom and what it is about."),
    Field("citation", "array", "The quoted words; with a speaker where they are one’s own."),
]


def _build(source: ExportSource) -> list[Download]:
    """Build one graph of all articles."""
    collation, base = source.collation, source.base
    nodes: dict[str, Node] = {}
    for article in collation.articles:
        found = [*article_nodes(collation, article, base), *claim_nodes(collation, article, base)]
        nodes |= {node["@id"]: node for node in found}
    return [
        Download(
            name="claims.jsonld",
            title="The statements as claims",
            description="One claim for each statement, in the vocabulary of schema.org: its "
            "speaker, its article, what it is about, and the quoted words.",
            format="JSON-LD",
            media_type="application/ld+json",
            content=format_json(as_document(list(nodes.values()))),
            fields=FIELDS,
        )
    ]


EXPORT = Export(_build, position=65)
