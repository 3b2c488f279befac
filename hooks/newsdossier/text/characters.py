"""Find characters that a reader or a reviewer cannot see, or takes for others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

#: Marks on one letter; the languages that stack them have use for two or three.
STACKED = 3

#: What ends a line for some readers and not for others: nothing behind it has a certain place.
_BREAKS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")

#: Characters without a look of their own that Unicode does not count among its format characters.
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

#: Format characters that are seen: signs that Arabic, Syriac and Kaithi write over figures.
_SEEN = re.compile("[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd]")

#: Between two letters of these, a joiner or non-joiner is spelling: Persian and Hindi have both.
_JOINING = {
    *("ARABIC", "SYRIAC", "NKO", "MONGOLIAN", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI"),
    *("ORIYA", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA", "MYANMAR", "KHMER"),
}
_JOINERS = "\u200c\u200d"

#: Alphabets with letters that look alike; the last two are shapes of Latin letters.
_ALIKE = {"LATIN", "CYRILLIC", "GREEK", "COPTIC", "ARMENIAN", "CHEROKEE", "LISU"}
_ALIKE |= {"FULLWIDTH", "MATHEMATICAL"}
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u200b-\u200d\u2060])*")


@dataclass(frozen=True)
class Found:
    """What is wrong at a position of a text; `fragment` is what stands there."""

    start: int
    fragment: str
    message: str


def find_deceptive(text: str) -> Iterator[Found]:
    """Everything in a text that hides, turns text about or passes for another character.

    Categories, names and normal forms are those of the Unicode Character Database.
    """
    if text.isascii():
        yield from (Found(m.start(), m[0], _named(m[0], _CONTROL)) for m in _BREAKS.finditer(text))
        return
    yield from _single(text)
    yield from _mixed(text)
    stacked = list(_stacked(text))
    yield from stacked or _decomposed(text)


def hidden(value: str, written: str) -> list[str]:
    """What is wrong with a value but is not seen where it is written, behind an escape."""
    return [found.message for found in find_deceptive(value) if found.fragment not in written]


def seen(text: str) -> str:
    """A text as printed without the characters that no text here may have."""
    return "".join(sign for sign in text if sign.isascii() or not _wrong(sign))


def breaks_lines(text: str) -> bool:
    """Whether lines and columns cannot be told, for what separates lines is in dispute."""
    return _BREAKS.search(text) is not None


_CONTROL = "is a control character; remove it"


def _single(text: str) -> Iterator[Found]:
    for start, character in enumerate(text):
        wrong = None if character.isascii() else _wrong(character)
        if _BREAKS.match(character):
            wrong = _CONTROL
        if wrong and not (character in _JOINERS and _joins(text, start)):
            yield Found(start, character, _named(character, wrong))


@cache
def _wrong(character: str) -> str | None:
    if character == "\ufeff":
        return "cannot be seen; remove it, or save the file as UTF-8 without a byte order mark"
    if character == "\ufffd":
        return "stands for a letter that was lost; write the letter"
    if _DIRECTION.match(character):
        return "turns the direction of text about; remove it"
    if _BLANK.match(character):
        return "cannot be seen; remove it"
    match unicodedata.category(character):
        case "Cf" if not _SEEN.match(character):
            return "cannot be seen; remove it, or quote what stands before and after it apart"
        case "Co":
            return "is for private use and means nothing to others; write the letter that is meant"
        case "Cn" | "Cs":
            return "is no character; remove it"
        case _:
            return None


def _named(character: str, wrong: str) -> str:
    name = unicodedata.name(character, "")
    return f"{f'U+{ord(character):04X} {name}'.rstrip()} {wrong}"


def _joins(text: str, at: int) -> bool:
    return 0 < at < len(text) - 1 and {_script(text[at - 1]), _script(text[at + 1])} <= _JOINING


@cache
def _script(character: str) -> str:
    """The first word of a character's name, which for a letter is that of its script."""
    return unicodedata.name(character, "").partition(" ")[0].partition("-")[0]


def _stacked(text: str) -> Iterator[Found]:
    run = 0
    for end, character in enumerate([*text, " "]):
        if unicodedata.category(character) in ("Mn", "Me"):
            run += 1
            continue
        start, marks = end - run, text[end - run : end]
        if run > STACKED:
            message = f"{run} marks stand on one letter, {STACKED} at most; remove the others"
            yield Found(start, marks, message)
        elif run and (start == 0 or text[start - 1].isspace()):
            yield Found(start, marks, _named(marks[0], "stands on no letter; remove it"))
        run = 0


def _mixed(text: str) -> Iterator[Found]:
    for match in _WORD.finditer(text):
        if match[0].isascii():
            continue
        letters = {_script(c): c for c in match[0] if c.isalpha() and _script(c) in _ALIKE}
        if len(letters) > 1:
            *_, (_, stranger) = sorted(
                letters.items(), key=lambda item: -sum(_script(c) == item[0] for c in match[0])
            )
            shown = "".join(c for c in match[0] if c.isalnum())
            message = f'"{shown}" has letters of two alphabets: {_named(stranger, "")}'.rstrip()
            yield Found(match.start(), match[0], f"{message}; write the word in one")


def _decomposed(text: str) -> Iterator[Found]:
    """Letters written as several characters, or as one that stands for another."""
    if unicodedata.is_normalized("NFC", text):
        return
    for match in re.finditer(r"[^\n](?:[^\w\s\x00-\x7f])*", text):
        piece = match[0]
        composed = unicodedata.normalize("NFC", piece)
        if composed != piece:
            points = " ".join(f"U+{ord(c):04X}" for c in piece)
            right = " ".join(f"U+{ord(c):04X}" for c in composed)
            message = f'"{composed}" is written as {points}; save the file in NFC, as {right}'
            yield Found(match.start(), piece, message)
            return
    yield Found(0, text, "letters and their marks are not in NFC; save the file in NFC")
