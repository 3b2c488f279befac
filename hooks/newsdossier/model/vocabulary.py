"""The words that a field may take, where there are only a few."""

from __future__ import annotations

from enum import StrEnum


class Rights(StrEnum):
    """What may be published of an article: short quotations, or the whole."""

    QUOTATION = "quotation"
    FULL = "full"


class Mode(StrEnum):
    """How an article gives a speaker's words."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    STANCE = "stance"


class Attribution(StrEnum):
    """Whose word a statement is, as a reader is to see at a glance."""

    QUOTED = "quoted"
    REPORTED = "reported"
    STANCE = "stance"
    UNNAMED = "unnamed"
    PAPER = "paper"


class Bound(StrEnum):
    """What a printed figure says of the number it stands for."""

    EQ = "eq"
    GT = "gt"
    GTE = "gte"
    LT = "lt"
    LTE = "lte"
    NEARLY = "nearly"
    """The figure or a little less."""
    ABOUT = "about"
    """The figure, or a little less or more."""


class Status(StrEnum):
    """Whether an answer is held up, taken back, or only imagined."""

    ASSERTED = "asserted"
    DENIED = "denied"
    RETRACTED = "retracted"
    SUPERSEDED = "superseded"
    HYPOTHETICAL = "hypothetical"

    @property
    def is_withdrawn(self) -> bool:
        """Whether whoever gave the answer gives it no longer."""
        return self in (Status.RETRACTED, Status.SUPERSEDED)

    @property
    def is_taken_back(self) -> bool:
        """Whether somebody withdrew or denied the answer."""
        return self.is_withdrawn or self is Status.DENIED


class Type(StrEnum):
    """What kind of value answers a question."""

    COUNT = "count"
    DATE = "date"
    CHOICE = "choice"
    ENTITIES = "entities"
    WORDING = "wording"


class Verdict(StrEnum):
    """How the witnesses' answers to a question relate."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    CHANGED = "changed over time"
    DIFFER = "differ"
    CONTRADICT = "contradict"
    ONE_WITNESS = "one witness"


class Cause(StrEnum):
    """What makes a copy differ from the dispatch it copies, as the editor judges."""

    TRANSLATION = "translation"
    EDITING = "editing"


class Kind(StrEnum):
    """What sort of thing an entity is; each has a folder of its own."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    EVENT = "event"
    LAW = "law"
    PUBLICATION = "publication"
