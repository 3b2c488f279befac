"""The entities as a table."""

from __future__ import annotations

from newsdossier.exports.columns import ADDRESS, computed_column, record_column
from newsdossier.exports.download import Download
from newsdossier.exports.registry import Export, ExportSource
from newsdossier.exports.table import Column, Table
from newsdossier.model import Entity
from newsdossier.model.addresses import LinkBase, entity_page


def _build(source: ExportSource) -> list[Download]:
    table = Table(
        "entities",
        "People, places and things",
        "One line for each entity, with what the articles call it.",
        _columns(source.base),
        list(source.collation.dossier.entities.values()),
        key=("id",),
    )
    return [table.as_csv()]


def _columns(base: LinkBase) -> list[Column[Entity]]:
    def itself(entity: Entity) -> Entity:
        return entity

    def list_names(entity: Entity, are_descriptions: bool) -> list[str]:
        return [one.name for one in entity.names if one.description is are_descriptions]

    return [
        *(record_column(Entity, name, itself) for name in ("id", "kind", "formerly")),
        computed_column("address", ADDRESS, lambda entity: base.resolve(entity_page(entity))),
        *(record_column(Entity, name, itself) for name in ("title", "summary", "sources")),
        computed_column(
            "names", "The names as printed.", lambda entity: list_names(entity, False), "array"
        ),
        computed_column(
            "descriptions",
            "What it is called that is no name.",
            lambda entity: list_names(entity, True),
            "array",
        ),
        *(record_column(Entity, name, itself) for name in ("search", "notes")),
    ]


EXPORT = Export(_build, position=50)
