"""Who appears in the articles: the people and organisations of which most is said."""

from __future__ import annotations

from dataclasses import dataclass

from newsdossier.analysis.collation import Collation
from newsdossier.analysis.support import carriers_of
from newsdossier.model import Entity, Kind, addresses
from newsdossier.site.parts.entity_cards import rank_entities
from newsdossier.site.parts.meter import Meter
from newsdossier.site.parts.presence_meter import build_presence_meter
from newsdossier.site.parts.text import Text
from newsdossier.text.sentences import take_first_sentence

#: How many are listed; the index has all.
MOST_LISTED = 8


@dataclass(frozen=True)
class Appearance:
    """Somebody of whom the articles speak, and which witnesses do."""

    entity: Text
    summary: str
    """Who it is, in a sentence."""
    meter: Meter


@dataclass(frozen=True)
class WhoAppears:
    """The people and organisations of which most is said."""

    entities: list[Appearance]
    more: Text


def list_appearances(collation: Collation) -> WhoAppears:
    """List those of whom most is said; those who only carry the news are left out."""
    carriers = carriers_of(collation.dossier)
    actors = [
        entity
        for entity in collation.dossier.entities.values()
        if entity.kind in (Kind.PERSON, Kind.ORGANISATION) and entity.id not in carriers
    ]
    chosen = rank_entities(collation, actors)[:MOST_LISTED]
    counted = f"All {len(collation.dossier.entities)} people, places and things"
    return WhoAppears(
        entities=[_build_appearance(collation, entity) for entity in chosen],
        more=Text(counted, addresses.ENTITIES),
    )


def _build_appearance(collation: Collation, entity: Entity) -> Appearance:
    return Appearance(
        entity=Text(entity.title, addresses.entity_page(entity)),
        summary=take_first_sentence(entity.summary or "").removesuffix("."),
        meter=build_presence_meter(collation, entity),
    )
