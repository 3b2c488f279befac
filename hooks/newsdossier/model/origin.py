"""An origin: a dispatch that several articles go back to."""

from __future__ import annotations

from typing import Annotated

from newsdossier.model.fields import ONE_OR_MANY, Id, Text
from newsdossier.model.record import Record


class Origin(Record):
    """One dispatch that several articles go back to."""

    id: Id = ""
    """The file's name without its ending."""
    title: Text
    """What it is called here."""
    label: Text | None = None
    """A short name for columns, where several articles copy it; left out: AGENCY dispatch."""
    agency: Id | None = None
    """Whose dispatch it is."""
    base: Id | None = None
    """The copy that the others are compared with; left out: the first that answers."""
    because: Text
    """What shows that the articles go back to it."""
    notes: Annotated[list[Text], ONE_OR_MANY] = []
    """An editor's remarks, shown as such."""
