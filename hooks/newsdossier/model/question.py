"""A question: a row of the comparison."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from newsdossier.model.fields import DIGEST, NOT_EMPTY, ONE_OR_MANY, Id, Text
from newsdossier.model.record import Record
from newsdossier.model.vocabulary import Cause, Type, Verdict


class Variant(Record):
    """Why a copy of a dispatch answers otherwise than the copy it is compared with."""

    article: Id
    """The copy."""
    cause: Cause
    """translation: the translator's doing; editing: somebody cut, added or rewrote."""
    because: Text
    """The ground."""


class Question(Record):
    """A row of the comparison: one thing asked of every article.

    The `tolerance` is a fraction of the figure: with 0.05, `about 100` is 95 to 105, and
    `nearly 100` is 95 to 100.
    """

    id: Id = ""
    """The file's name without its ending."""
    formerly: Annotated[list[Id], ONE_OR_MANY] = []
    """The ids it had before; their addresses lead here."""
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
    exclusive: list[Id] = []
    """The choices of which no two can both hold; any others may hold together."""
    tolerance: float | None = Field(default=None, ge=0, le=1)
    """How far `about` and `nearly` reach, as a fraction of the figure."""
    scope: Text
    """Which event, which period, which group is meant."""
    about: Annotated[list[Id], NOT_EMPTY, ONE_OR_MANY]
    """The entities it is about."""
    group: Id
    """The section of the comparison it stands in."""
    order: int = Field(default=100, ge=0, le=9999)
    """Its place within the group, smallest first."""
    verdict: Annotated[list[Verdict], NOT_EMPTY, ONE_OR_MANY]
    """How the witnesses' answers relate; where there are two verdicts, the main one first."""
    because: Text
    """Why they relate so."""
    answers_read: Annotated[str, StringConstraints(pattern=DIGEST)] | None = None
    """A digest of the answers that `because` was written for; `newsdossier check` prints it."""
    variants: list[Variant] = []
    """Why copies of one dispatch answer otherwise."""
    search: Annotated[list[Text], ONE_OR_MANY] = []
    """What a reader may type that no article says; search then leads to this question."""
    notes: Annotated[list[Text], ONE_OR_MANY] = []
    """An editor's remarks, shown as such."""
