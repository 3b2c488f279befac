"""Find the sentences of the originals that no statement quotes from, for an editor to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdossier.dossier.dossier import Dossier
from newsdossier.model import Article
from newsdossier.text.sentences import find_sentence_spans
from newsdossier.text.verbatim import find_fragment, fold


@dataclass(frozen=True)
class UnquotedSentence:
    """A sentence of an original that no statement quotes from."""

    article: str
    label: str
    sentence: str


def find_unquoted(dossier: Dossier) -> Iterator[UnquotedSentence]:
    """Find every such sentence, in order; needs the originals, and shows their words.

    It is no mistake that a sentence has no statement; an editor is to read it.
    """
    for name, body in (dossier.bodies or {}).items():
        for label, text in body.blocks.items():
            quoted = list(_quoted(dossier.articles[name], label, text))
            for start, end in find_sentence_spans(text):
                if fold(text[start:end]) and not any(a < end and start < b for a, b in quoted):
                    yield UnquotedSentence(name, label, fold(text[start:end]))


def _quoted(article: Article, label: str, text: str) -> Iterator[tuple[int, int]]:
    for statement in article.statements:
        if label in statement.at:
            for quote in statement.quote:
                if span := find_fragment(quote, text):
                    yield span
