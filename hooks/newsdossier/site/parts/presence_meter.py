"""The meter of an entity: which witnesses speak of it, at a glance and in words."""

from __future__ import annotations

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.presence import find_presence
from newsdossier.model import Entity
from newsdossier.site.parts.meter import COLOURS, Dot, DotState, Meter, number_witness


def build_presence_meter(collation: Collation, entity: Entity) -> Meter:
    """Build the meter of an entity; a witness that names it has a dot, others have a ring."""
    found = find_presence(collation, entity)
    figures = f"{len(found)} of {len(collation.witnesses)}"
    dots = [
        Dot(
            colour=number_witness(collation, name),
            state=DotState.ANSWERS if name in found else DotState.SILENT,
            echoes=max(0, min(2, len(found.get(name, [])) - 1)),
        )
        for name in collation.witnesses
    ]
    named = [_name_witness(collation, name, articles) for name, articles in found.items()]
    told = f"{figures} witnesses: {wording.joined(named) or 'none'}"
    return Meter(
        dots=dots if len(dots) <= COLOURS else [],
        figures=figures,
        told=told,
        independence=wording.plural(len(found), "witness"),
    )


def _name_witness(collation: Collation, name: str, articles: list[str]) -> str:
    label = collation.witnesses[name].label
    return f"{label} in {len(articles)} copies" if len(articles) > 1 else label
