"""A question: a row of the comparison."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from newsdossier.model.fields import NOT_EMPTY, ONE_OR_MANY, Id, Text
from newsdossier.model.record import Record
from newsdossier.model.vocabulary import Type, Verdict


class Question(Record):
    """A row of the comparison: one thing asked of every article."""

    id: Id = ""
    """The file's name without its ending."""
    asks: Text
    """The question, one thing only."""
    label: Text
    """The same in a few words."""
    type: Type
    """What kind of value answers it."""
    unit: Text | None = None
    """What a count counts."""
    whole: bool = True
    """false where a count may be a fraction."""
    choices: dict[Id, Text] = {}
    """The choices and how they read."""
    tolerance: float = Field(default=0.05, ge=0, le=1)
    """How far `approx` reaches to either side, as a fraction of the figure."""
    scope: Text
    """Which event, which period, which group is meant."""
    about: Annotated[list[Id], NOT_EMPTY, ONE_OR_MANY]
    """The entities it is about."""
    group: Id
    """The section of the comparison it stands in."""
    order: int = Field(default=100, ge=0, le=9999)
    """Its place within the group, smallest first."""
    verdict: Annotated[list[Verdict], NOT_EMPTY, ONE_OR_MANY]
    """How the answers stand to each other; where there are two, the main one first."""
    because: Text
    """Why they stand so."""
    notes: Annotated[list[Text], ONE_OR_MANY] = []
    """An editor's remarks, shown as such."""
