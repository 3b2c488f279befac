"""Finds in a raw text what statements may be made of, and guesses its language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Candidate:
    """Something that a block prints and a statement may be made of, in a few words."""

    label: str
    words: str


_QUOTATION = re.compile(r"“([^”]+)”|«([^»]+)»|\"([^\"]+)\"|^[–—] ?([^–—]+)")
_WRITTEN = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|"
    "millions?"
)
_NUMBER = re.compile(
    rf"(?:\S+[ \t]){{0,2}}(?<!\w)(?:\d[\d.,]*|(?:{_WRITTEN})\b)(?!\w)(?:[ \t]\S+){{0,2}}",
    re.IGNORECASE,
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|March|Mar\b|April|Apr\b|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"\b(?:{_WEEKDAY}, )?(?:{_NTH} )?{_MONTH}\b(?: {_NTH}\b)?(?:,? \d{{4}}\b)?"
    rf"|\b{_WEEKDAY}\b|\b(?:19|20)\d\d\b"
)


def shorten(words: str, most: int = 6) -> str:
    """Return the first words of a text, with … where more follow."""
    flat = words.split()
    return " ".join(flat[:most]) + (" …" if len(flat) > most else "")


def find_quotations(blocks: Mapping[str, str]) -> Iterator[Candidate]:
    """Find what is between quotation marks or behind a dash, and yield its first words."""
    for label, text in blocks.items():
        for match in _QUOTATION.finditer(text):
            yield Candidate(label, shorten(next(filter(None, match.groups()))))


def find_numbers(blocks: Mapping[str, str]) -> Iterator[Candidate]:
    """Find the numbers, with up to two words on either side."""
    for label, text in blocks.items():
        for match in _NUMBER.finditer(text):
            yield Candidate(label, shorten(match.group()))


def find_dates(blocks: Mapping[str, str]) -> Iterator[Candidate]:
    """Find the days, months and years that are named in English, each once a block."""
    for label, text in blocks.items():
        for words in dict.fromkeys(match.group() for match in _DATE.finditer(text)):
            yield Candidate(label, words)


#: The commonest short words of a few languages, by ISO 639 code.
COMMON = {
    "de": "der die das und nicht ist mit von ein den",
    "en": "the of and to in that is was for with",
    "es": "el los las que de en por una del con",
    "fr": "le les des et dans est que une pour du",
    "it": "il che di per una della sono con gli nel",
    "nl": "de het een van en dat niet zijn voor met",
    "no": "og det som er til av på ikke med for",
    "pt": "os que de em uma para não com da dos",
    "ru": "и в не на что с по как это из",
    "sv": "och att det som en är av för inte med",
}


@dataclass(frozen=True)
class LanguageEvidence:
    """How many of the words of a text are among the commonest of a language."""

    language: str
    found: int
    words: int


def guess_language(blocks: Mapping[str, str]) -> LanguageEvidence | None:
    """Find the language whose commonest words a text uses most; None if it hardly uses any."""
    words = re.findall(r"[^\W\d_]+", " ".join(blocks.values()).lower())
    common = {name: set(known.split()) for name, known in COMMON.items()}
    counted = {name: sum(word in known for word in words) for name, known in common.items()}
    best = max(counted, key=lambda name: counted[name])
    return (
        LanguageEvidence(best, counted[best], len(words))
        if counted[best] * 10 > len(words)
        else None
    )
