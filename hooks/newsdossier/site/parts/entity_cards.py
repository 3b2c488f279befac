"""Entities in a list, kind by kind, those of which most is said first."""

from __future__ import annotations

from dataclasses import dataclass, replace

from slugify import slugify

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.presence import find_presence
from newsdossier.model import Entity, Kind, addresses
from newsdossier.site.parts.meter import Meter
from newsdossier.site.parts.presence_meter import build_presence_meter
from newsdossier.site.parts.text import Text

#: How many names of an entity stand in a list.
MOST_NAMES = 3


@dataclass(frozen=True)
class EntityCard:
    """An entity in a list."""

    entity: Text
    summary: str | None
    names: list[str]
    statements: str
    meter: Meter

    @property
    def also(self) -> str:
        """The first of its other names, in one line."""
        shown = ", ".join(self.names[:MOST_NAMES])
        return f"{shown} …" if len(self.names) > MOST_NAMES else shown


@dataclass(frozen=True)
class KindSection:
    """The entities of one kind."""

    kind: Text
    cards: list[EntityCard]
    more: Text | None = None
    """Where the others are, if these are not all."""

    def cut(self, most: int) -> KindSection:
        """The section with the first of its entities, and a link to all."""
        if len(self.cards) <= most:
            return self
        more = replace(self.kind, text=f"All {len(self.cards)} {self.kind.text.lower()}")
        return replace(self, cards=self.cards[:most], more=more)


def list_kinds(collation: Collation) -> list[Kind]:
    """The kinds of entity that the dossier has, in the order of the vocabulary."""
    used = {entity.kind for entity in collation.dossier.entities.values()}
    return [kind for kind in Kind if kind in used]


def build_kind_section(collation: Collation, kind: Kind) -> KindSection:
    """The entities of one kind, those of which most is said first."""
    entities = [e for e in collation.dossier.entities.values() if e.kind is kind]
    cards = [_build_card(collation, entity) for entity in rank_entities(collation, entities)]
    return KindSection(Text(wording.KINDS[kind], addresses.kind_index(kind)), cards)


def rank_entities(collation: Collation, entities: list[Entity]) -> list[Entity]:
    """Entities by the number of statements on them, then of witnesses, then by their titles."""

    def place(entity: Entity) -> tuple[int, int, str]:
        witnesses = len(find_presence(collation, entity))
        return -collation.statements_on(entity.id), -witnesses, slugify(entity.title)

    return sorted(entities, key=place)


def _build_card(collation: Collation, entity: Entity) -> EntityCard:
    names = [n.name for n in entity.names if not n.description and n.name != entity.title]
    return EntityCard(
        entity=Text(entity.title, addresses.entity_page(entity)),
        summary=entity.summary,
        names=names,
        statements=wording.plural(collation.statements_on(entity.id), "statement"),
        meter=build_presence_meter(collation, entity),
    )
