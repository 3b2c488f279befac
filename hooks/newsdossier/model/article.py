"""An article: where it comes from, how its original is cut, and what it says."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from newsdossier.model.fields import CHECKSUM, NOT_EMPTY, ONE_OR_MANY, Id, Language, Text
from newsdossier.model.record import Record
from newsdossier.model.statement import Dated, OriginReference, Statement
from newsdossier.model.vocabulary import Rights
from newsdossier.problems import limits
from newsdossier.source.labels import Label


class Agency(Record):
    """A news agency whose material an article carries."""

    shorthand = "entity"

    entity: Id
    """The agency."""
    of: Text | None = None
    """What alone is its own, where that is not the text: a photograph."""
    because: Text | None = None
    """What in the article shows it, where the article does not state it outright."""


class Translated(Record):
    """The language a text was translated from; always an inference."""

    language: Language
    """An ISO 639-1 code, or `und` where only the translating shows."""
    because: Text
    """The ground."""


class OriginalPiece(Record):
    """One piece of an original: a labelled part of the body, or an exclusion with its reason."""

    block: Label | None = None
    """headline, paragraph 1, 2 …, sub-head s1, s2 …, paragraph of a box f1, f2 …"""
    excluded: Text | None = None
    """Why this piece is not part of the article."""
    opens: Text
    """Its opening words; searched after the piece before it."""
    sources: Annotated[list[Id], ONE_OR_MANY] = []
    """Whom a box's own source line names."""

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.block is None) == (self.excluded is None):
            raise ValueError("a piece is either a `block` or `excluded`; give one of them")
        return self


def plain_name(name: str) -> str:
    """A file's name that cannot lead out of its folder; raises ValueError for any other."""
    if name.startswith(".") or any(mark in name for mark in "/\\:\0"):
        message = "this is a file's name alone; write it without folders, colon or leading dot"
        raise ValueError(message)
    return name


class Original(Record):
    """The received text: its file, its checksum, and how it is cut."""

    file: Annotated[Text, AfterValidator(plain_name)]
    """The file's name in the folder of originals."""
    sha256: Annotated[str, StringConstraints(pattern=CHECKSUM)]
    """The checksum of the file's bytes."""
    blocks: Annotated[list[OriginalPiece], NOT_EMPTY]
    """The whole file in order, each piece by its opening words."""


class Silent(Record):
    """A question that an article says nothing on, as somebody who looked found."""

    shorthand = "question"

    question: Id
    """The question's id."""
    note: Text | None = None
    """What the article has that comes nearest."""


class Article(Record):
    """One text by one publisher, and its statements."""

    id: Id = ""
    """The file's name without its ending."""
    formerly: Annotated[list[Id], ONE_OR_MANY] = []
    """The ids it had before; their addresses lead here."""
    title: Text
    """The printed headline, or one the editor supplied."""
    title_supplied: bool = False
    """true where the original has no headline."""
    label: Text
    """A short name for columns and cards."""
    publisher: Id | None = None
    """Who published it; left out where the text names none."""
    publisher_note: Text | None = None
    """What the text shows of an unnamed publisher."""
    agencies: list[Agency] = []
    """The news agencies whose material it carries."""
    issued: Dated
    """When it was published."""
    language: Language
    """The language of the text as received."""
    translated_from: Translated | None = None
    """The language it was translated from."""
    origin: OriginReference | None = None
    """The dispatch that its statements go back to unless they name another."""
    rights: Rights = Rights.QUOTATION
    """quotation: short quotations of it are published; full: the whole, by permission."""
    original: Original
    """The received text."""
    notes: Annotated[list[Text], ONE_OR_MANY] = []
    """An editor's remarks on the whole text."""
    silent: list[Silent] = []
    """The questions it says nothing on."""
    statements: list[Statement] = Field(default=[], max_length=limits.STATEMENTS)
    """What it says."""

    @property
    def shown_title(self) -> str:
        """The title, in square brackets where the editor supplied it."""
        return f"[{self.title}]" if self.title_supplied else self.title

    @property
    def dispatch(self) -> str | None:
        """The dispatch that it goes back to, where its text shows one."""
        return self.origin.dispatch if self.origin else None

    @property
    def labels(self) -> list[Label]:
        """The labels of its blocks, in order."""
        return [piece.block for piece in self.original.blocks if piece.block]
