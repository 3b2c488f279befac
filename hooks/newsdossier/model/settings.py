"""The settings that hold for a whole dossier."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from newsdossier.model.fields import (
    ADDRESS,
    MAIL,
    NOT_EMPTY,
    ONE_OR_MANY,
    Edtf,
    Id,
    Language,
    Text,
)
from newsdossier.model.record import Record
from newsdossier.source.labels import Reference


class Group(Record):
    """A section of the comparison."""

    id: Id
    """Its name in a question's `group`."""
    title: Text
    """Its heading."""


class StoryLine(Record):
    """One sentence of the story on the home page, with the statements that bear it."""

    text: Text
    """The sentence, in the dossier's own words."""
    sources: Annotated[list[Reference], NOT_EMPTY, ONE_OR_MANY]
    """ARTICLE#STATEMENT, one or several."""


class Licence(Record):
    """What others may do with the annotations and retellings."""

    name: Text
    """Its short name, as SPDX lists it."""
    title: Text
    """Its name."""
    address: Annotated[str, StringConstraints(pattern=ADDRESS)]
    """Where its text stands on the web."""


class Settings(Record):
    """What holds for the whole dossier."""

    title: Text
    """The site's title."""
    summary: Text
    """What the dossier is about, in one sentence."""
    language: Language = "en"
    """The language the dossier is written in."""
    updated: Edtf
    """The day of the last change to the data; built files carry it."""
    longest_quotation: int = Field(default=15, ge=1, le=15)
    """The most words one quotation may have."""
    shared_text_threshold: float = Field(default=1, ge=0, le=100)
    """Two articles that share more of their text than this, in per cent, have a common origin."""
    licence: Licence | None = None
    """What others may do with the annotations and retellings; quotations are their authors'."""
    contact: Annotated[str, StringConstraints(pattern=MAIL)] | None = None
    """The mail address to which readers may report a mistake; pages show it."""
    groups: list[Group]
    """The sections of the comparison, in order."""
    story: list[StoryLine]
    """The story in a few sentences, each with its sources."""
    notes: Annotated[list[Text], ONE_OR_MANY] = []
    """An editor's remarks on the whole, shown as such."""
