"""Find characters that a reader or a reviewer cannot see, or takes for others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

#: Marks on one letter; the languages that stack them have use for two or three.
MAX_MARKS = 3

#: Characters that some programs treat as line breaks, and other controls; line numbers after them
#: are unreliable.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")

#: All but the signs that every keyboard has, which are what most of a text is.
_UNUSUAL = re.compile(r"[^ -~]")

#: Characters without a look of their own that Unicode does not count among its format characters.
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)

#: What some programs write at the start of a text.
BOM = "\ufeff"

_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

#: Format characters that are seen: signs that Arabic, Syriac and Kaithi write over figures.
_VISIBLE_FORMAT = re.compile("[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd]")

#: Between two letters of these, a joiner or non-joiner is spelling: Persian and Hindi have both.
_JOINING = {
    *("ARABIC", "SYRIAC", "NKO", "MONGOLIAN", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI"),
    *("ORIYA", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA", "MYANMAR", "KHMER"),
}
_JOINERS = "\u200c\u200d"

#: Alphabets with letters that look alike; the last two are shapes of Latin letters.
_LOOKALIKE_SCRIPTS = {"LATIN", "CYRILLIC", "GREEK", "COPTIC", "ARMENIAN", "CHEROKEE", "LISU"}
_LOOKALIKE_SCRIPTS |= {"FULLWIDTH", "MATHEMATICAL"}
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u200b-\u200d\u2060])*")


@dataclass(frozen=True)
class Deception:
    """What deceives at a position of a text; `fragment` is what stands there."""

    start: int
    fragment: str
    message: str


def find_deceptive(text: str) -> Iterator[Deception]:
    """Find characters that are invisible, change the text direction or imitate another.

    Categories, names and normal forms are those of the Unicode Character Database.
    """
    if text.isascii():
        yield from (
            Deception(m.start(), m[0], _describe(m[0], _CONTROL)) for m in _CONTROLS.finditer(text)
        )
        return
    yield from _find_forbidden(text)
    yield from _find_mixed_scripts(text)
    stacked = list(_find_stacked_marks(text))
    yield from stacked or _find_decomposed(text)


def find_hidden_by_escapes(value: str, written: str) -> list[str]:
    """What deceives in a value and stands behind an escape where the value is written."""
    return [found.message for found in find_deceptive(value) if found.fragment not in written]


def drop_forbidden(text: str) -> str:
    """The text without the characters beyond ASCII that no text of a dossier may have."""
    return "".join(sign for sign in text if sign.isascii() or not _explain_forbidden(sign))


@cache
def is_invisible(character: str) -> bool:
    """Whether a character is invisible: blank, a control or a format character.

    Controls and ends of lines are among these; a space is not, nor a mark over a letter.
    """
    if _VISIBLE_FORMAT.match(character):
        return False
    acts = unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    return acts or _BLANK.match(character) is not None


def drop_invisible(text: str) -> str:
    """The text as it is seen, without unseen characters; what separates words and lines stays."""
    return "".join(sign for sign in text if sign.isspace() or not is_invisible(sign))


def escape_invisible(text: str) -> str:
    """The text in one line, with every unseen character written out.

    So no text moves a terminal's cursor, starts a line or turns its neighbours about: U+001B is
    \\x1b, U+202E is \\u202e.
    """
    return "".join(_escape(sign) if is_invisible(sign) else sign for sign in text)


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


def breaks_lines(text: str) -> bool:
    """Whether lines and columns cannot be told, for what separates lines is in dispute."""
    return _CONTROLS.search(text) is not None


_CONTROL = "is a control character; remove it"


def _find_forbidden(text: str) -> Iterator[Deception]:
    for match in _UNUSUAL.finditer(text):
        start, character = match.start(), match[0]
        wrong = None if character.isascii() else _explain_forbidden(character)
        if _CONTROLS.match(character):
            wrong = _CONTROL
        if wrong and not (character in _JOINERS and _is_valid_joiner(text, start)):
            yield Deception(start, character, _describe(character, wrong))


@cache
def _explain_forbidden(character: str) -> str | None:
    if character == BOM:
        return "cannot be seen; remove it, or save the file as UTF-8 without a byte order mark"
    if character == "\ufffd":
        return "replaces a letter that was lost; write the letter"
    if _DIRECTION.match(character):
        return "changes the direction of the text; remove it"
    if _BLANK.match(character):
        return "cannot be seen; remove it"
    match unicodedata.category(character):
        case "Cf" if is_invisible(character):
            return "cannot be seen; remove it, or quote the parts before and after it separately"
        case "Co":
            return "is for private use and means nothing to others; write the letter that is meant"
        case "Cn" | "Cs":
            return "is not a character; remove it"
        case _:
            return None


def _describe(character: str, wrong: str) -> str:
    name = unicodedata.name(character, "")
    return f"{f'U+{ord(character):04X} {name}'.rstrip()} {wrong}"


def _is_valid_joiner(text: str, at: int) -> bool:
    return (
        0 < at < len(text) - 1
        and {_get_script(text[at - 1]), _get_script(text[at + 1])} <= _JOINING
    )


@cache
def _get_script(character: str) -> str:
    """The first word of a character's name, which for a letter is that of its script."""
    return unicodedata.name(character, "").partition(" ")[0].partition("-")[0]


def _find_stacked_marks(text: str) -> Iterator[Deception]:
    if not any(map(_is_mark, set(text))):
        return
    run = 0
    for end, character in enumerate([*text, " "]):
        if _is_mark(character):
            run += 1
            continue
        start, marks = end - run, text[end - run : end]
        if run > MAX_MARKS:
            message = f"a letter has {run} marks; use at most {MAX_MARKS}"
            yield Deception(start, marks, message)
        elif run and (start == 0 or text[start - 1].isspace()):
            yield Deception(start, marks, _describe(marks[0], "stands on no letter; remove it"))
        run = 0


@cache
def _is_mark(character: str) -> bool:
    """Whether a character is a mark that stands on the letter before it."""
    return unicodedata.category(character) in ("Mn", "Me")


def _find_mixed_scripts(text: str) -> Iterator[Deception]:
    if len({*map(_get_script, set(text))} & _LOOKALIKE_SCRIPTS) < 2:
        return
    for match in _WORD.finditer(text):
        if match[0].isascii():
            continue
        letters = {
            _get_script(c): c
            for c in match[0]
            if c.isalpha() and _get_script(c) in _LOOKALIKE_SCRIPTS
        }
        if len(letters) > 1:
            *_, (_, stranger) = sorted(
                letters.items(), key=lambda item: -sum(_get_script(c) == item[0] for c in match[0])
            )
            shown = "".join(c for c in match[0] if c.isalnum())
            which = _describe(stranger, "").rstrip()
            message = f'"{shown}" mixes two alphabets ({which}); use one alphabet'
            yield Deception(match.start(), match[0], message)


def _find_decomposed(text: str) -> Iterator[Deception]:
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
            yield Deception(match.start(), piece, message)
            return
    yield Deception(0, text, "letters and their marks are not in NFC; save the file in NFC")
