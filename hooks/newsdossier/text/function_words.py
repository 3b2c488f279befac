"""The words that carry a sentence's grammar and little meaning, by language."""

from __future__ import annotations

#: No word of number, degree, time or doubt is among them: what these change, changes what is said.
_ENGLISH = """
a an the this that these those
and or but nor so as
of in on at to for by with from into
he him his she her hers it its they them their theirs we us our you your i me my
who whom whose which what there
am is are was were be been being has have had having do does did
"""

FUNCTION_WORDS: dict[str, frozenset[str]] = {"en": frozenset(_ENGLISH.split())}


def find_function_words(language: str) -> frozenset[str]:
    """The function words of a language, in small letters; none where the language has no list.

    The language is a code, perhaps with a region behind a hyphen.
    """
    return FUNCTION_WORDS.get(language.partition("-")[0], frozenset())
