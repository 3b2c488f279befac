"""An entity: what it is, and what the texts call it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from newsdossier.model.fields import NOT_EMPTY, ONE_OR_MANY, FormerEntity, Id, Text
from newsdossier.model.record import Record
from newsdossier.model.vocabulary import Kind
from newsdossier.source.labels import Reference


class Name(Record):
    """What texts call an entity, with the places that prove it."""

    name: Text
    """As printed."""
    in_: Annotated[list[Reference], NOT_EMPTY, ONE_OR_MANY] = Field(alias="in")
    """ARTICLE#BLOCK, ARTICLE#STATEMENT (its speaker is the caller) or ARTICLE#excluded."""
    description: bool = False
    """true for what it is called that is no name ("an exiled opponent"); shown, never linked."""
    because: Text | None = None
    """The ground, where no text makes the equation."""


class Entity(Record):
    """Somebody or something that statements are about."""

    id: Id = ""
    """The file's name without its ending."""
    kind: Kind = Kind.PERSON
    """The folder it lies in."""
    formerly: Annotated[list[FormerEntity], ONE_OR_MANY] = []
    """The ids it had before, as KIND/ID where the kind was another; their addresses lead here."""
    title: Text
    """The name its page carries."""
    summary: Text | None = None
    """Who or what this is, in one line, from the articles alone."""
    sources: Annotated[list[Reference], ONE_OR_MANY] = []
    """ARTICLE#STATEMENT or ARTICLE#BLOCK that the summary rests on; else it is the editor’s."""
    names: list[Name]
    """Names and descriptions alike."""
    search: Annotated[list[Text], ONE_OR_MANY] = []
    """What a reader may type that no article has; found by search, shown as such."""
    notes: Annotated[list[Text], ONE_OR_MANY] = []
    """An editor's knowledge that is in no article; shown as such."""

    @property
    def former_places(self) -> list[str]:
        """Where it stood before: KIND/ID each."""
        return [old if "/" in old else f"{self.kind}/{old}" for old in self.formerly]
