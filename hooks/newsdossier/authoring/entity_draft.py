"""Drafts the record of an entity."""

from __future__ import annotations

import re
from pathlib import Path

from newsdossier.authoring.draft import (
    Draft,
    claim_id,
    fill_template,
    load_dossier,
    locate_schema,
    suggest_id,
)
from newsdossier.dossier.dossier import Dossier
from newsdossier.model import ID, Kind, Reference
from newsdossier.text.verbatim import fold, is_verbatim_in


def draft_entity(
    root: Path, kind: Kind, words: str, name: str | None, originals: Path | None
) -> Draft:
    """Draft an entity's record; with the originals, it lists the places that print its title.

    `words` are its title, or its id where they look like one.
    """
    dossier = load_dossier(root, originals)
    title = "" if re.fullmatch(ID, words) else fold(words)
    taken = {path.stem: path for path in (root / "entities").glob("*/*.yml")}
    name = claim_id(name or (suggest_id(title) if title else words), kind, taken)
    record = root / "entities" / kind / f"{name}.yml"
    remarks = [
        f"{other.id}: “{title}” is a name of this {other.kind} too"
        for other in dossier.entities.values()
        if title in [listed.name for listed in other.names]
    ]
    content = fill_template(
        "entity.yml",
        schema=locate_schema(root, record, "entity"),
        title=title,
        places=_find_places(dossier, title) if title else [],
    )
    return Draft({record: content}, remarks)


def _find_places(dossier: Dossier, title: str) -> list[str]:
    """List the blocks of the originals that print a title."""
    return [
        Reference.to(article, label)
        for article, body in (dossier.bodies or {}).items()
        for label, text in {**body.blocks, "excluded": body.excluded}.items()
        if is_verbatim_in(title, text)
    ]
