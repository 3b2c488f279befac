"""Show values and dates: what is printed, in whose quotation marks, and what is inferred."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newsdossier.analysis import wording
from newsdossier.analysis.answers import SourcedAnswer
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.quoted import is_quoted, print_quote
from newsdossier.model import Answer, Article, Bound, Dated, Question, Type


class Marks(StrEnum):
    """In which quotation marks words stand, so that a reader sees whose words they are."""

    NONE = "none"
    """A value, or the article's report of what somebody said."""
    SPEAKER = "speaker"
    """Double: the article prints these words within quotation marks."""
    ARTICLE = "article"
    """Single: the article's own words, which we quote."""


#: The opening and the closing mark of each kind.
PAIRS = {Marks.NONE: ("", ""), Marks.SPEAKER: ("“", "”"), Marks.ARTICLE: ("‘", "’")}


@dataclass(frozen=True)
class ShownValue:
    """A value as pages show it: the printed part, and beside it what the editor infers."""

    printed: str
    """Empty where all of it is inferred."""
    inferred: str = ""
    """What the editor reads the printed words as, or infers; shown in square brackets."""
    reason: str = ""
    """The ground of the inference."""
    is_wording: bool = False
    """Whether it is words, and not a figure, a date, a choice or a name."""
    is_withdrawn: bool = False
    """Whether somebody took it back, so that it is crossed out."""

    @property
    def plain(self) -> str:
        """The value in one line of text, the inferred part in square brackets."""
        inferred = f"[{self.inferred}]" if self.inferred else ""
        return " ".join(part for part in (self.printed, inferred) if part)


def show_answer(
    collation: Collation, sourced: SourcedAnswer, *, in_brief: bool = False
) -> ShownValue:
    """Show an answer's value, with what is inferred in it and why.

    `in_brief` shortens dates, and omits a unit that the question names.
    """
    answer = sourced.answer
    question = collation.dossier.questions[answer.question]
    withdrawn = answer.status.is_withdrawn
    is_wording = question.type is Type.WORDING
    printed = print_words(collation, sourced, in_brief)
    if reading := answer.read_as:
        inferred = (
            reading.value[0]
            if is_wording
            else _print_value(collation, question, reading.value, reading.bound, in_brief)
        )
        return ShownValue(printed, inferred, reading.because, is_wording, withdrawn)
    if answer.because:
        words = print_quote(sourced.statement, answer.words) if answer.words else ""
        return ShownValue(words, printed, answer.because, is_wording, withdrawn)
    return ShownValue(printed, is_wording=is_wording, is_withdrawn=withdrawn)


def choose_marks(sourced: SourcedAnswer) -> Marks:
    """Choose the quotation marks of a wording by whose words the article says they are."""
    if is_quoted(sourced.statement, sourced.answer.value[0]):
        return Marks.SPEAKER
    return Marks.NONE if sourced.statement.speaker else Marks.ARTICLE


def print_words(collation: Collation, sourced: SourcedAnswer, in_brief: bool = False) -> str:
    """An answer's value as printed; a wording in the quotation marks that are due to it."""
    answer: Answer = sourced.answer
    question = collation.dossier.questions[answer.question]
    if question.type is not Type.WORDING:
        return _print_value(collation, question, answer.value, answer.bound, in_brief)
    return quote_words(answer.value[0], choose_marks(sourced))


def quote_words(words: str, marks: Marks) -> str:
    """Words in quotation marks of a kind, those within them made the other kind."""
    match marks:
        case Marks.SPEAKER:
            return wording.quoted(words)
        case Marks.ARTICLE:
            return wording.quoted_as_own(words)
        case Marks.NONE:
            return words


def _print_value(
    collation: Collation,
    question: Question,
    written: list[str],
    bound: Bound,
    in_brief: bool = False,
) -> str:
    if in_brief and question.type is Type.DATE:
        return wording.short_day(written[0])
    if in_brief and question.unit and question.unit in question.asks.split():
        question = question.model_copy(update={"unit": None})
    return wording.value(question, written, bound, collation.dossier.titles)


def show_issued(article: Article) -> ShownValue:
    """When an article was published, in brief; in brackets where that is inferred."""
    return show_date(article.issued, in_brief=True)


def show_date(dated: Dated, *, in_brief: bool = False) -> ShownValue:
    """A date; an inferred one in brackets, behind the words it was read from."""
    day = (wording.short_day if in_brief else wording.day)(dated.date)
    if not dated.because:
        return ShownValue(day)
    words = wording.quoted_as_own(dated.words) if dated.words and not in_brief else ""
    return ShownValue(words, day, dated.because)
