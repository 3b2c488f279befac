"""How much a dossier may hold: each number is checked before what it bounds is read.

Each is some ten times the most that a dossier of five articles has come to, so that nobody who
writes one meets it, while a file made to exhaust the machine that checks it is told at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdossier.problems.problem import Place, Problem
from newsdossier.problems.rules import RuleGroup, declare_rule

TEXT_LENGTH = declare_rule(
    RuleGroup.FILES,
    __name__,
    "text-length",
    "A text, or a paragraph, is no longer than a reader would read.",
)

#: Bytes of one file of records: the longest, an article with 55 statements, has 26 kB.
RECORD = 256 * 1024

#: Bytes of a rendition: the longest has 6 kB.
RENDITION = 64 * 1024

#: Bytes of the log of changes, which grows with every day of work.
LOG = 256 * 1024

#: Bytes of an original: the longest has 9 kB, but comments under an article may run on.
ORIGINAL = 512 * 1024

#: Files and folders in a dossier: five articles come with 170.
FILES = 5_000

#: Bytes of all files of a dossier together: five articles come with 0.3 MB.
FOLDER = 32 * 1024 * 1024

#: Lists and mappings within each other: an answer's reading is the deepest, at 6.
DEPTH = 20

#: Keys, values, lists and mappings of one file: the fullest has 1,600.
NODES = 20_000

#: Characters of one text, or of one paragraph: the longest has 640. What finds names, marks and
#: emphasis in a paragraph may take time that grows with the square of its length.
TEXT = 5_000

#: Characters of an id, which names a file: two of them, and an ending, make the name of a page.
ID = 80

#: Statements of one article: the richest has 55.
STATEMENTS = 500

#: Answers to one question, all articles together: every two of them are compared.
ANSWERS = 500

#: Lines with something in them, up to one that begins an item of a list.
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*\n?(?:(?![-*+] )[^\n]*\S[^\n]*\n?)*")


def kilobytes(size: int) -> str:
    """A size in bytes as messages tell it, rounded up."""
    return f"{-(-size // 1024):,} kB"


def long_paragraphs(text: str, path: str) -> Iterator[Problem]:
    """The paragraphs, or items of lists, of a Markdown text that are too long to be looked into."""
    for match in _PARAGRAPH.finditer(text):
        if len(match[0]) > TEXT:
            place = Place(path, text.count("\n", 0, match.start()) + 1)
            message = f"this paragraph has {len(match[0]):,} characters, {TEXT:,} at most; split it"
            yield TEXT_LENGTH.problem(place, message)
