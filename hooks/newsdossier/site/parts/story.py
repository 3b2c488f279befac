"""The story in a few sentences, each with its notes."""

from __future__ import annotations

from dataclasses import dataclass

from newsdossier.analysis.collation import Collation
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.model import Reference
from newsdossier.site.parts.edit_targets import EditTarget
from newsdossier.site.parts.notes import build_note_id
from newsdossier.site.parts.text import NoteMark


@dataclass(frozen=True)
class StoryView:
    """A sentence of the story with its notes."""

    text: str
    marks: list[NoteMark]
    edit_target: EditTarget


def find_statement(collation: Collation, reference: Reference) -> SourcedStatement:
    """The statement that a sentence of the story refers to."""
    found = collation.dossier.statement(reference)
    assert found is not None, reference
    return found


def build_story(collation: Collation) -> list[StoryView]:
    """The sentences of the story."""
    return [
        StoryView(
            text=line.text,
            marks=[NoteMark(build_note_id(find_statement(collation, one))) for one in line.sources],
            edit_target=EditTarget(line.place("text"), "this sentence"),
        )
        for line in collation.dossier.settings.story
    ]
