"""Compare a statement of a copy with what it copies: its quoted words, its answers, its speaker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from newsdossier.analysis.answers import SourcedAnswer, Variation, find_variation
from newsdossier.analysis.rows import rows_of
from newsdossier.dossier.derived import derived
from newsdossier.dossier.dossier import Dossier, SourcedStatement
from newsdossier.model import Question, Reference, Type, Variant, Voice
from newsdossier.text.differences import MarkedWords, are_same_words, mark_differences
from newsdossier.text.fragments import join_fragments
from newsdossier.text.function_words import find_function_words
from newsdossier.text.verbatim import fold


class CopyKind(StrEnum):
    """What became of a statement in a copy; the value is its name for readers."""

    SAME = "same words"
    REWORDED = "reworded"
    """Other words are quoted, or none."""
    CHANGED = "changed"
    """A value differs as printed, or the speaker is lost or another."""
    OMITTED = "left out"
    ADDED = "only here"
    """The base copy has no such statement."""


class SpeakerChange(StrEnum):
    """What became of a statement's speaker; the value is its name for readers."""

    LOST = "speaker lost"
    ADDED = "speaker added"
    OTHER = "another speaker"
    NAME_LOST = "speaker’s name lost"


@dataclass(frozen=True)
class ValueChange:
    """The answers to a question, in the base copy and in a copy that prints another value."""

    question: Question
    base: list[SourcedAnswer]
    copy: list[SourcedAnswer]


@dataclass(frozen=True)
class CopiedStatement:
    """A statement with what it copies, and what changed."""

    sourced: SourcedStatement
    kind: CopyKind
    words: list[list[MarkedWords]]
    """Its printed words, quotation by quotation, with those that the base copy has besides."""
    base: list[SourcedStatement] = field(default_factory=list)
    """The statements of the base copy that it copies."""
    values: list[ValueChange] = field(default_factory=list)
    lost: list[Question] = field(default_factory=list)
    """What the base copy answers here and this article nowhere."""
    speaker: SpeakerChange | None = None
    reasons: list[Variant] = field(default_factory=list)
    """Why it differs, as the editor judges."""


def compare_statement(
    dossier: Dossier, sourced: SourcedStatement, base: list[SourcedStatement]
) -> CopiedStatement:
    """Compare a statement with those that it copies; with none it stands in the copy alone.

    Words are compared only where they are printed: in quotations and in answers that are wordings,
    never in the dossier's retelling.
    """
    printed = list_printed_words(dossier, sourced)
    if not base or base[0].reference == sourced.reference:
        kind = CopyKind.SAME if base else CopyKind.ADDED
        return CopiedStatement(sourced, kind, mark_differences(printed, printed), base)
    before = [words for one in base for words in list_printed_words(dossier, one)]
    values = list(_compare_values(dossier, sourced, base))
    changes = [one for one in values if one.question.type is not Type.WORDING]
    speaker = _compare_speakers(dossier, sourced, base)
    kind = CopyKind.REWORDED
    if changes or speaker:
        kind = CopyKind.CHANGED
    elif printed and are_same_words(before, printed):
        kind = CopyKind.SAME
    return CopiedStatement(
        sourced=sourced,
        kind=kind,
        words=mark_differences(before, printed, find_function_words(sourced.article.language)),
        base=base,
        values=changes,
        lost=list(_find_lost(dossier, sourced, base)),
        speaker=speaker,
        reasons=list(_find_reasons(sourced, values)),
    )


def list_printed_words(dossier: Dossier, sourced: SourcedStatement) -> list[str]:
    """The printed words of a statement, each once: its quotations and the wordings it answers."""
    answers = _answers_of_statements(dossier).get(sourced.reference, [])
    wordings = [
        one.answer.value[0]
        for one in answers
        if dossier.questions[one.answer.question].type is Type.WORDING
    ]
    return join_fragments([*sourced.statement.quote, *wordings], dossier.settings.longest_quotation)


@derived
def _answers_of_statements(dossier: Dossier) -> dict[Reference, list[SourcedAnswer]]:
    found: dict[Reference, list[SourcedAnswer]] = {}
    for row in rows_of(dossier).values():
        for one in row.answers:
            found.setdefault(one.stated.reference, []).append(one)
    return found


def _compare_values(
    dossier: Dossier, sourced: SourcedStatement, base: list[SourcedStatement]
) -> Iterator[ValueChange]:
    """The questions that both answer, each in its own way."""
    answers = _answers_of_statements(dossier)
    before = [answer for one in base for answer in answers.get(one.reference, [])]
    after = answers.get(sourced.reference, [])
    for name in dict.fromkeys(one.answer.question for one in after):
        question = dossier.questions[name]
        pair = [[one for one in some if one.answer.question == name] for some in (before, after)]
        if pair[0] and find_variation(question, *pair) is not Variation.SAME:
            yield ValueChange(question, *pair)


def _find_lost(
    dossier: Dossier, sourced: SourcedStatement, base: list[SourcedStatement]
) -> Iterator[Question]:
    answers = _answers_of_statements(dossier)
    before = [answer for one in base for answer in answers.get(one.reference, [])]
    for name in dict.fromkeys(one.answer.question for one in before):
        row = rows_of(dossier)[name]
        if not row.answers_of(sourced.article.id):
            yield row.question


def _find_reasons(sourced: SourcedStatement, values: Iterable[ValueChange]) -> Iterator[Variant]:
    for change in values:
        for variant in change.question.variants:
            if variant.article == sourced.article.id:
                yield variant


def _compare_speakers(
    dossier: Dossier, sourced: SourcedStatement, base: list[SourcedStatement]
) -> SpeakerChange | None:
    """What became of the speaker; `nobody` is none."""
    before = _list_speakers(base)
    after = _list_speakers([sourced])
    if not before or not after:
        if before:
            return SpeakerChange.LOST
        return SpeakerChange.ADDED if after else None
    if {_identify_voice(one) for one in before} != {_identify_voice(one) for one in after}:
        return SpeakerChange.OTHER
    was_named = all(_is_named(dossier, one) for one in before)
    is_named = all(_is_named(dossier, one) for one in after)
    return SpeakerChange.NAME_LOST if was_named and not is_named else None


def _list_speakers(statements: Iterable[SourcedStatement]) -> list[Voice]:
    spoken = [voice for one in statements for voice in one.statement.speaker]
    return [voice for voice in spoken if voice.name != "nobody"]


def _identify_voice(voice: Voice) -> str:
    """What makes two voices the same: the entity, else the words for the unnamed."""
    return voice.entity_id or fold(voice.unnamed or "").casefold()


def _is_named(dossier: Dossier, voice: Voice) -> bool:
    """Whether the text prints the speaker's name, and not only words for somebody unnamed."""
    if voice.unnamed is None:
        return True
    entity = dossier.entities.get(voice.entity_id or "")
    names = [name.name for name in entity.names if not name.description] if entity else []
    return any(fold(name).casefold() in fold(voice.unnamed).casefold() for name in names)
