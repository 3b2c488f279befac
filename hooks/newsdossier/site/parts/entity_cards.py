"""Entities in a list, kind by kind."""

from __future__ import annotations

from dataclasses import dataclass

from slugify import slugify

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.model import Entity, Kind, addresses
from newsdossier.site.parts.text import Text


@dataclass(frozen=True)
class EntityCard:
    """An entity in a list."""

    entity: Text
    summary: str | None
    names: list[str]
    statements: str


@dataclass(frozen=True)
class KindSection:
    """The entities of one kind."""

    kind: Text
    cards: list[EntityCard]


def list_kinds(collation: Collation) -> list[Kind]:
    """The kinds of entity that the dossier has, in the order of the vocabulary."""
    used = {entity.kind for entity in collation.dossier.entities.values()}
    return [kind for kind in Kind if kind in used]


def build_kind_section(collation: Collation, kind: Kind) -> KindSection:
    """The entities of one kind, in the order of their titles."""
    entities = [e for e in collation.dossier.entities.values() if e.kind is kind]
    cards = [_build_card(collation, e) for e in sorted(entities, key=lambda e: slugify(e.title))]
    return KindSection(Text(wording.KINDS[kind], addresses.kind_index(kind)), cards)


def _build_card(collation: Collation, entity: Entity) -> EntityCard:
    names = [n.name for n in entity.names if not n.description and n.name != entity.title]
    return EntityCard(
        Text(entity.title, addresses.entity_page(entity)),
        entity.summary,
        names,
        wording.plural(collation.statements_on(entity.id), "statement"),
    )
