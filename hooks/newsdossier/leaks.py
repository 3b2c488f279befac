"""Find words of an original in a page: more in a row than a quotation may have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

from newsdossier.load import Dossier
from newsdossier.problems import Place, Problem
from newsdossier.quotes import WORD
from newsdossier.records import Rights

#: The rules told here.
RULES = {"leak": "No page repeats more words of an original in a row than one quotation may have."}

_MARKUP = re.compile(r"\[\^[^\]]*\]:?|\]\([^)\s]*\)|<[^>]*>")
Run = tuple[str, ...]


def find(dossier: Dossier, pages: Mapping[str, str]) -> Iterator[Problem]:
    """Each page that repeats more of an original than one quotation; needs the originals."""
    size = dossier.settings.longest_quotation + 1
    known: dict[Run, str] = {}
    for name, body in (dossier.bodies or {}).items():
        if dossier.articles[name].rights is not Rights.FULL:
            text = " ".join(piece.text for piece in body.pieces)
            known |= dict.fromkeys(_runs(_words(text), size), name)
    for path, page in pages.items():
        for run in _runs(_words(unescape(_MARKUP.sub(" ", page))), size):
            if run in known:
                shown = " ".join(run[:6])
                message = (
                    f'{size} words in a row are those of {known[run]}: "{shown} …"; retell them'
                )
                yield Problem(Place(path), "leak", message)
                break


def _words(text: str) -> list[str]:
    return [word.lower() for word in WORD.findall(text)]


def _runs(words: list[str], size: int) -> Iterator[Run]:
    return (tuple(words[i : i + size]) for i in range(len(words) - size + 1))
