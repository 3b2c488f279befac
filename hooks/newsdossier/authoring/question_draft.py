"""Drafts the record of a question."""

from __future__ import annotations

from pathlib import Path

from newsdossier.authoring.draft import (
    Draft,
    claim_id,
    fill_template,
    load_dossier,
    locate_schema,
)
from newsdossier.model import Type, Verdict
from newsdossier.text.verbatim import fold


def draft_question(root: Path, name: str, asks: str) -> Draft:
    """Draft a question's record, with the choices that the dossier offers in comments."""
    dossier = load_dossier(root)
    taken = {path.stem: path for path in (root / "questions").glob("*.yml")}
    record = root / "questions" / f"{claim_id(name, 'question', taken)}.yml"
    content = fill_template(
        "question.yml",
        schema=locate_schema(root, record, "question"),
        asks=fold(asks),
        types=list(Type),
        groups=[group.id for group in dossier.settings.groups],
        verdicts=list(Verdict),
    )
    return Draft({record: content})
