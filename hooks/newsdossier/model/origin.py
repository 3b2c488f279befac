"""An origin: a dispatch that several articles go back to."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from newsdossier.model.fields import ONE_OR_MANY, TWO, Id, Text
from newsdossier.model.record import Record
from newsdossier.source.labels import Label


class SharedFigures(Record):
    """How much text two articles of one dispatch share; `newsdossier measure` writes it."""

    articles: Annotated[list[Id], TWO]
    """The two articles."""
    percent: Annotated[list[Annotated[float, Field(ge=0, le=100)]], TWO]
    """Of the runs of five words of each article, the share that the other has too."""
    joined: list[Annotated[list[Label], TWO]] = []
    """The blocks that have such a run in common: one of each article."""


class LittleShared(Record):
    """Why an article has few words in common with others of its dispatch."""

    article: Id
    """The article."""
    because: Text
    """The reason, such as a translation or a rewriting."""


class Origin(Record):
    """One dispatch that several articles go back to."""

    id: Id = ""
    """The file's name without its ending."""
    formerly: Annotated[list[Id], ONE_OR_MANY] = []
    """The ids it had before; their addresses lead here."""
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
    shared_text: list[SharedFigures] = []
    """The words that its articles share, two by two; `newsdossier measure` writes these figures."""
    shares_little: list[LittleShared] = []
    """The articles that share little text with others of the dispatch, each with the reason."""
    notes: Annotated[list[Text], ONE_OR_MANY] = []
    """An editor's remarks, shown as such."""
