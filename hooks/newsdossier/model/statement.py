"""One thing an article says, who says it, and what it answers."""

from __future__ import annotations

from typing import Annotated

from newsdossier.model.fields import NOT_EMPTY, ONE_OR_MANY, Edtf, Id, Text
from newsdossier.model.record import Record
from newsdossier.model.vocabulary import Attribution, Bound, Mode, Status
from newsdossier.source.labels import Label
from newsdossier.text.quotations import list_marked


class Voice(Record):
    """Somebody who speaks, or through whom a report passes."""

    shorthand = "name"

    name: Text | None = None
    """An entity's id, the word `nobody`, or the text's own words for the unnamed (with a space)."""
    words: Text | None = None
    """What the text calls an unnamed or inferred speaker."""
    entity: Id | None = None
    """Whom the editor takes the unnamed to be; needs `because`."""
    because: Text | None = None
    """The ground of the editor's inference."""

    @property
    def entity_id(self) -> str | None:
        """The entity that speaks, where there is one."""
        if self.name and " " not in self.name and self.name != "nobody":
            return self.name
        return self.entity

    @property
    def unnamed(self) -> str | None:
        """The text's words for a speaker it does not name, or `nobody`."""
        if self.words:
            return self.words
        return self.name if self.name and (" " in self.name or self.name == "nobody") else None


class Dated(Record):
    """A date, with what the text prints and how the editor got from one to the other."""

    date: Edtf
    """The date in EDTF: 2022-01-11, 2022-09/2022-12, 2022-01~."""
    words: Text | None = None
    """The words as printed, where they are not a full date."""
    because: Text | None = None
    """The ground, where the date is inferred."""


class OriginReference(Record):
    """The dispatch that an article goes back to."""

    shorthand = "origin"

    origin: Id
    """The origin's id, or `none`."""
    because: Text | None = None
    """What in the article shows it."""

    @property
    def dispatch(self) -> str | None:
        """The origin's id; None where it is said that there is none."""
        return None if self.origin == "none" else self.origin


class ReadAs(Record):
    """What the editor takes a printed artefact to mean; this is compared, the words are shown."""

    value: Annotated[list[Text], NOT_EMPTY, ONE_OR_MANY]
    """The value that is compared."""
    bound: Bound = Bound.EQ
    """The bound that is compared."""
    because: Text
    """The ground."""


class Answer(Record):
    """What a statement gives to a question: a typed value."""

    question: Id
    """The question's id."""
    value: Annotated[list[Text], NOT_EMPTY, ONE_OR_MANY]
    """A number, an EDTF date, a choice, entities or a wording, as the question's type asks."""
    words: Text | None = None
    """The printed words that the value is inferred from, where they are no value themselves."""
    bound: Bound = Bound.EQ
    """`more than 230` is {value: 230, bound: gt}; `nearly` ends at the figure, `about` does not."""
    of: Text | None = None
    """What exactly is counted or meant, where that is not the question's scope."""
    as_of: Edtf | None = None
    """When the claim holds; left out: the article's date."""
    status: Status = Status.ASSERTED
    """Whether the answer is held up, taken back, or only imagined."""
    by: Annotated[list[Id], ONE_OR_MANY] = []
    """Who retracted, denied or superseded it."""
    on: Edtf | None = None
    """When that was."""
    read_as: ReadAs | None = None
    """What the editor takes the printed words to mean, where they are an artefact."""
    because: Text | None = None
    """The ground, where the value is the editor's inference."""


class Statement(Record):
    """One thing an article says: where, who says it, how, and what it is about."""

    id: Id
    """Its name within the article; the rendition marks it with a footnote of this name."""
    at: Annotated[list[Label], NOT_EMPTY, ONE_OR_MANY]
    """The block or blocks that say it: 3, headline, s1, f1."""
    says: Text
    """What is said, in the dossier's own words."""
    quote: Annotated[list[Text], ONE_OR_MANY] = []
    """The words that prove it, verbatim and short."""
    quoted: Annotated[list[Text], ONE_OR_MANY] = []
    """What the article prints within quotation marks; left out: as `mode` and `quote` show."""
    speaker: Annotated[list[Voice], ONE_OR_MANY] = []
    """Who says it: entities, words for the unnamed, or `nobody`; left out: the article itself."""
    mode: Mode | None = None
    """direct (a quoted sentence), mixed (with quoted words), indirect, stance (a self-portrait)."""
    via: Annotated[list[Voice], ONE_OR_MANY] = []
    """Whose report it passes through, nearest the speaker first."""
    to: Annotated[list[Voice], ONE_OR_MANY] = []
    """To whom it was said, where the text tells."""
    when: Dated | None = None
    """When what it tells happened."""
    said: Dated | None = None
    """When its speaker said it, where the text tells that."""
    about: Annotated[list[Id], NOT_EMPTY, ONE_OR_MANY]
    """The entities it is about, by their ids."""
    origin: OriginReference | None = None
    """The dispatch it goes back to, where that is not the article's."""
    copy_of: Annotated[list[Id], ONE_OR_MANY] = []
    """What it copies: statements of the dispatch's base copy; left out: the one with its id."""
    answers: list[Answer] = []
    """What it gives to the questions."""
    note: Text | None = None
    """An editor's remark, shown as such."""
    formerly: Annotated[list[Id], ONE_OR_MANY] = []
    """The ids it had before; their addresses lead here."""

    @property
    def quoted_words(self) -> list[str]:
        """The words that the article prints within quotation marks.

        Where `quoted` is left out: all of a direct quotation, what stands within marks in any, and
        all of a mixed one without marks.
        """
        if self.quoted or self.mode is Mode.DIRECT:
            return self.quoted or self.quote
        found: list[str] = []
        for quote in self.quote:
            marked = list_marked(quote)
            found += [quote] if self.mode is Mode.MIXED and not marked else marked
        return found

    @property
    def attribution(self) -> Attribution:
        """Whose word it is."""
        if not self.speaker:
            return Attribution.PAPER
        if all(voice.name == "nobody" for voice in self.speaker):
            return Attribution.UNNAMED
        if self.mode is Mode.DIRECT:
            return Attribution.QUOTED
        return Attribution.STANCE if self.mode is Mode.STANCE else Attribution.REPORTED
