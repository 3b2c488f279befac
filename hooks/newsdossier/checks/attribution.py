"""Rules on who says what, when, on whose word, and how long a quotation may be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from babel import localedata

from newsdossier.analysis.dates import parse_date
from newsdossier.checks.rules import Finding, register_checks
from newsdossier.dossier.dossier import Dossier
from newsdossier.model import Answer, Dated, Mode, Record, Statement, Voice
from newsdossier.problems.rules import RuleGroup
from newsdossier.text.nearest import nearest_word
from newsdossier.text.words import count_words

rule = register_checks(RuleGroup.ATTRIBUTION)


@rule
def speaker_mode(dossier: Dossier) -> Iterator[Finding]:
    """A statement with a speaker says how the words are given; one without has no mode."""
    for statement in statements(dossier):
        if statement.speaker and not statement.mode:
            yield (
                statement.place("speaker"),
                f"a speaker needs a `mode`; add one of {', '.join(Mode)}",
            )
        if statement.mode and not statement.speaker:
            yield (
                statement.place("mode"),
                "a `mode` needs a `speaker`; add one, or remove it where the article itself speaks",
            )


@rule
def reported_speech(dossier: Dossier) -> Iterator[Finding]:
    """Only what has a speaker is passed on (`via`), said to somebody (`to`), or dated (`said`)."""
    for statement in statements(dossier):
        for key in ("via", "to", "said"):
            if getattr(statement, key) and not statement.speaker:
                yield (
                    statement.place(key),
                    f"`{key}` needs a `speaker`; add one, or remove it where the article itself "
                    "speaks",
                )


def statements(dossier: Dossier) -> Iterator[Statement]:
    """Every statement of every article."""
    for sourced in dossier.statements:
        yield sourced.statement


@rule
def mode_quote(dossier: Dossier) -> Iterator[Finding]:
    """A direct or mixed statement shows the speaker’s quoted words."""
    for statement in statements(dossier):
        if statement.mode in (Mode.DIRECT, Mode.MIXED) and not statement.quote:
            message = f"{statement.mode} speech needs its words; add a `quote`, or make it indirect"
            yield statement.place("mode"), message


@rule
def inferred_speaker(dossier: Dossier) -> Iterator[Finding]:
    """A speaker whom the editor infers has the text’s words and the ground of the inference."""
    for part in dossier.parts:
        if isinstance(part, Voice):
            yield from _voice(part)


def _voice(voice: Voice) -> Iterator[Finding]:
    if not (voice.name or voice.words):
        yield voice.place(), "no speaker is named; write an entity, or the text’s own `words`"
    if voice.name and (voice.words or voice.entity):
        message = "`name` excludes `words` and `entity`; use those two for an inference"
        yield voice.place("name"), message
    if voice.entity and not voice.because:
        yield voice.place("entity"), "the identity is inferred; add `because` with the reason"


@rule
def date_basis(dossier: Dossier) -> Iterator[Finding]:
    """A date is EDTF; where a text prints other words, the ground of the reading is given."""
    for part in dossier.parts:
        match part:
            case Dated():
                yield from _edtf(part, "date", part.date)
                if part.words and not part.because:
                    message = "the date is inferred from these words; add `because` with the reason"
                    yield part.place("words"), message
            case Answer():
                yield from _edtf(part, "as_of", part.as_of)
                yield from _edtf(part, "on", part.on)
                if part.words and not part.because:
                    message = "the value is inferred from these words; add `because`"
                    yield part.place("words"), f"{message} with the reason"
            case _:
                pass
    yield from _edtf(dossier.settings, "updated", dossier.settings.updated)


@rule
def updated_day(dossier: Dossier) -> Iterator[Finding]:
    """The day of the last change is one that files and archives can carry: from 1980 to 2100."""
    try:
        span = parse_date(dossier.settings.updated)
    except ValueError:  # told by `date-basis`
        return
    if span.low < date(1980, 1, 1).toordinal() or span.high > date(2100, 12, 31).toordinal():
        message = f'"{dossier.settings.updated}" is before 1980 or after 2100; write the day'
        yield dossier.settings.place("updated"), message


def _edtf(record: Record, key: str, value: str | None) -> Iterator[Finding]:
    try:
        parse_date(value or "2000-01-01")  # only for its ValueError
    except ValueError as error:
        yield record.place(key), str(error)


@rule
def known_language(dossier: Dossier) -> Iterator[Finding]:
    """A language is an ISO 639 code that has a name, or `und` where it cannot be told."""
    known = {*_languages(), "und"}
    if dossier.settings.language not in known:
        yield dossier.settings.place("language"), _unknown_language(dossier.settings.language)
    for article in dossier.articles.values():
        if article.language not in known:
            yield article.place("language"), _unknown_language(article.language)
        source = article.translated_from
        if source and source.language not in known:
            yield source.place("language"), _unknown_language(source.language)


@cache
def _languages() -> dict[str, str]:
    """The languages' names in English, in small letters, by their codes."""
    english = localedata.load("en", merge_inherited=False)  # inherits no names; takes half the time
    return {code: str(name).lower() for code, name in english["languages"].items()}


def _unknown_language(code: str) -> str:
    """The message; for a language's name, mistyped or not, with its code."""
    codes = {name: short for short, name in _languages().items()}
    near = codes.get((len(code) > 3 and nearest_word(code.lower(), codes)) or "")
    hint = f': did you mean "{near}"?' if near else "; write one such as en or sv, or und"
    return f'no language has the code "{code}"{hint}'


@rule
def taken_back_by(dossier: Dossier) -> Iterator[Finding]:
    """A denied, retracted or superseded answer says by whom, and no other has `by` or `on`."""
    for statement in statements(dossier):
        for answer in statement.answers:
            taken_back = answer.status.is_taken_back
            if taken_back and not answer.by:
                message = f"it is {answer.status}; add `by`, the entity that did so"
                yield answer.place("status"), message
            for key in ("by", "on"):
                if getattr(answer, key) and not taken_back:
                    message = f"`{key}` is for an answer taken back; add its `status`, or remove it"
                    yield answer.place(key), message


@rule
def quotation_length(dossier: Dossier) -> Iterator[Finding]:
    """A quotation is short, in records and renditions alike: 15 words at most."""
    longest = dossier.settings.longest_quotation
    for article in dossier.articles.values():
        if article.rights == "full":
            continue
        for statement in article.statements:
            for index, quote in enumerate(statement.quote):
                if (words := count_words(quote)) > longest:
                    yield statement.place("quote", index), _too_long(words, longest)
        for block in dossier.rendition(article.id).blocks:
            for quotation in block.quotations:
                if (words := count_words(quotation.words)) > longest:
                    yield block.place, _too_long(words, longest)


def _too_long(words: int, longest: int) -> str:
    return f"this quotation has {words} words; quote {longest} at most"
