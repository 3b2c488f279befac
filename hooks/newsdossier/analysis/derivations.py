"""What an article draws on: dispatches, agencies, sources of boxes, papers."""

from __future__ import annotations

from dataclasses import dataclass

from newsdossier.dossier.dossier import Dossier
from newsdossier.model import Article, Kind


@dataclass(frozen=True)
class Derivation:
    """A source that an article draws on, a dispatch or an entity, and how the article shows it."""

    article: Article
    name: str
    is_dispatch: bool
    shown_by: str
    of: str | None = None
    """What alone is drawn from there, where that is not the text."""


def find_derivations(dossier: Dossier, article: Article) -> list[Derivation]:
    """Find what an article shows that it draws on: dispatch, agencies, sources of boxes, papers."""
    found: dict[str, Derivation] = {}

    def add(name: str, shown_by: str, is_dispatch: bool = False, of: str | None = None) -> None:
        found.setdefault(name, Derivation(article, name, is_dispatch, shown_by, of))

    if article.dispatch and article.origin:
        add(article.dispatch, article.origin.because or "named in the text", is_dispatch=True)
    for agency in article.agencies:
        add(agency.entity, agency.because or "named in the text", of=agency.of)
    for block in article.original.blocks:
        for source in block.sources:
            add(source, "the box’s own source line")
    for statement in article.statements:
        for voice in [*statement.speaker, *statement.via]:
            name = voice.entity_id
            if name and dossier.entities[name].kind is Kind.PUBLICATION:
                add(name, f"cited for a statement: {statement.says}")
    return list(found.values())
