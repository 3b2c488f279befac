"""Tell the characters of a file that hide, or pass for others, at their line and column."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from newsdossier.problems.problem import Place, Problem
from newsdossier.problems.rules import RuleGroup, declare_rule
from newsdossier.text import characters

TEXT_CHARACTERS = declare_rule(
    RuleGroup.FILES,
    __name__,
    "text-characters",
    "A text has no character that is invisible, changes the direction of the text or imitates"
    " another: no control, direction or zero-width characters, no private or unassigned ones, no"
    " word of two alphabets, at most 3 marks on a letter, and letters with their marks as one"
    " character (NFC).",
)


def problems(text: str, path: str) -> Iterator[Problem]:
    """The problems of a file's text, at line and column, each fragment once a line."""
    if not any(characters.find_deceptive(text)):  # no line deceives where the whole does not
        return
    for number, line in enumerate(text.split("\n"), 1):
        for found in {
            found.fragment: found for found in reversed([*characters.find_deceptive(line)])
        }.values():
            place = Place(path, number, found.start + 1)
            yield TEXT_CHARACTERS.problem(place, found.message)


def referenced(text: str, path: str) -> Iterator[Problem]:
    """The problems of a Markdown text, those of its character references (`&#8238;`) included."""
    yield from problems(text, path)
    for number, line in enumerate(text.split("\n"), 1):
        if "&" not in line:  # what is no reference stands for itself
            continue
        for message in characters.find_hidden_by_escapes(unescape(line), line):
            yield TEXT_CHARACTERS.problem(Place(path, number), message)
