"""Find words of an original where they are not quoted: more in a row than a quotation may have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

from newsdossier.checks.rules import Finding, register_checks
from newsdossier.dossier.derived import derived
from newsdossier.dossier.dossier import Dossier, records
from newsdossier.model import Rights
from newsdossier.problems.problem import Place, Problem
from newsdossier.problems.rules import RuleGroup
from newsdossier.text.words import list_runs, list_words

rule = register_checks(RuleGroup.PROOFS)

# No part may run on past a second opening: that would cost the square of their number.
_MARKUP = re.compile(r"\[\^[^\[\]]*\]:?|\]\([^()\s]*\)|<[^<>]*>")
Run = tuple[str, ...]


class Originals:
    """The runs of words that nothing may repeat: those one word longer than a quotation.

    What an article that may be published whole has too is free.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.size = dossier.settings.longest_quotation + 1
        self.runs: dict[Run, str] = {}
        free: set[Run] = set()
        for name, body in (dossier.bodies or {}).items():
            words = list_words(" ".join(piece.text for piece in body.pieces))
            runs = list_runs(words, self.size)
            if dossier.articles[name].rights is Rights.FULL:
                free.update(runs)
            else:
                self.runs |= dict.fromkeys(runs, name)
        for run in free & self.runs.keys():
            del self.runs[run]

    def repeated(self, words: list[str]) -> tuple[int, str] | None:
        """At which word the first such run starts, and what to say of it; None without one."""
        for start, run in enumerate(list_runs(words, self.size)):
            if run in self.runs:
                shown = f'{self.size} words in a row are those of {self.runs[run]}: "{run[0]}'
                return start, " ".join([shown, *run[1:6], '…"; retell them'])
        return None


@derived
def originals_of(dossier: Dossier) -> Originals:
    """The runs of words of a dossier's originals."""
    return Originals(dossier)


@rule
def leak(dossier: Dossier) -> Iterator[Finding]:
    """No text of the data repeats more words in a row of an original than one quotation may have.

    Articles with `rights: full` may be repeated.
    """
    originals = originals_of(dossier)
    if not originals.runs:
        return
    for record in records(dossier):
        for one in record.walk_texts():
            if found := originals.repeated(list_words(one.text)):
                yield one.place, found[1]
    for rendition in dossier.renditions.values():
        # Words, emphasis, links and marks of a block are one text; a run may cross into the next.
        words = [(word, one.place) for one in rendition.blocks for word in list_words(one.text)]
        if found := originals.repeated([word for word, _ in words]):
            yield words[found[0]][1], found[1]


def find_leaks(dossier: Dossier, pages: Mapping[str, str]) -> Iterator[Problem]:
    """Each page that repeats more of an original than one quotation; needs the originals.

    This is the last defence: it sees what stands side by side on a page, from whatever field.
    """
    originals = originals_of(dossier)
    for path, page in pages.items() if originals.runs else ():
        if found := originals.repeated(list_words(unescape(_MARKUP.sub(" ", page)))):
            yield leak.rule.problem(Place(path), found[1])
