"""The words of a text as search compares them; assets/search-words.js has the same rules."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

#: A figure with its thousands set apart, one with a point, or a run of letters and digits.
_WORD = re.compile(r"\d{1,3}(?:[,’'\u00a0\u202f]\d{3})+(?!\d)|\d+(?:\.\d+)+|[^\W_]+")
_APART = re.compile(r"[,’'\u00a0\u202f]")

#: FNV-1a: its first value and its factor; of its 32 bits 24 are kept, a third of the space less.
_START, _FACTOR, _BITS = 0x811C9DC5, 0x01000193, 24


def list_search_words(text: str) -> Iterator[str]:
    """List the words in small letters, Latin ones without marks; 10,000 is 10000."""
    for match in _WORD.finditer(unicodedata.normalize("NFC", text)):
        yield _APART.sub("", fold_word(match.group()))


def fold_word(word: str) -> str:
    """A word in small letters, its Latin letters without marks; other scripts are left whole."""
    if word.isascii():
        return word.lower()
    kept: list[str] = []
    is_latin = False
    for sign in unicodedata.normalize("NFD", word):
        if unicodedata.category(sign) != "Mn":
            is_latin = unicodedata.name(sign, "").startswith("LATIN")
        elif is_latin:
            continue
        kept.append(sign)
    return unicodedata.normalize("NFC", "".join(kept)).lower()


def hash_word(word: str) -> int:
    """A word's hash, of 24 bits, from which no order and no text can be read."""
    value = _START
    for byte in word.encode():
        value = ((value ^ byte) * _FACTOR) & 0xFFFFFFFF
    return (value >> _BITS) ^ (value & ((1 << _BITS) - 1))
