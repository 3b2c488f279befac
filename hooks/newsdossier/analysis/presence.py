"""Which witnesses speak of an entity, and in which articles."""

from __future__ import annotations

from newsdossier.analysis.collation import Collation
from newsdossier.analysis.names import find_blocks
from newsdossier.analysis.witnesses import identify_witness
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.model import Article, Entity


def find_presence(collation: Collation, entity: Entity) -> dict[str, list[str]]:
    """By witness, the articles that name an entity or have a statement on it.

    In the order of the witnesses; a witness that does not speak of it is left out.
    """
    found: dict[str, set[str]] = {}
    tables = (collation.statements_by, collation.statements_about, collation.statements_from)
    for table in tables:
        for one in table.get(entity.id, []):
            found.setdefault(identify_witness(one), set()).add(one.article.id)
    told_in = {article for articles in found.values() for article in articles}
    for name, label in _find_places(collation, entity):
        witnesses = _identify_of_block(collation.dossier.articles[name], label)
        if len(witnesses) == 1 or name not in told_in:
            for witness in witnesses:
                found.setdefault(witness, set()).add(name)
    return {
        name: [article for article in witness.articles if article in found[name]]
        for name, witness in collation.witnesses.items()
        if name in found
    }


def _find_places(collation: Collation, entity: Entity) -> set[tuple[str, str]]:
    """The article's id and the label of each block that names an entity, or describes it.

    What is no part of an article, such as the credit of a photograph, tells nothing.
    """
    references = [reference for name in entity.names for reference in name.in_]
    places = {place for one in references for place in find_blocks(collation.dossier, one)}
    places |= {(one.article.id, one.label) for one in collation.mentions.get(entity.id, [])}
    return {(article, label) for article, label in places if label != "excluded"}


def _identify_of_block(article: Article, label: str) -> set[str]:
    """The ids of the witnesses whose words a block has: those of its statements, if it has any."""
    found = {
        identify_witness(SourcedStatement(article, one))
        for one in article.statements
        if label in one.at
    }
    return found or {article.dispatch or article.id}
