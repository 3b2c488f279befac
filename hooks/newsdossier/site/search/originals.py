"""Which words the originals have, so that search can say what no article mentions.

Only hashes of single words are given away, in the order of their size: neither an order of words
nor how often one stands there can be read from them. One word in 10,000 is taken for another that
an article has; search then says less than it could, and never more.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass

from newsdossier.dossier.dossier import Dossier
from newsdossier.text.search_words import hash_word, list_search_words


@dataclass(frozen=True)
class OriginalWords:
    """The words of all originals as hashes, three bytes each in base64."""

    hashes: str
    articles: int
    """How many articles they are of: all."""
    is_english: bool
    """Whether all articles are in English, of which search knows the plural."""


def hash_originals(dossier: Dossier) -> OriginalWords | None:
    """Hash the words of all originals; None unless every one is at hand."""
    bodies = dossier.bodies or {}
    if not bodies or set(bodies) < set(dossier.articles):
        return None
    texts = [text for body in bodies.values() for text in body.blocks.values()]
    found = sorted({hash_word(word) for text in texts for word in list_search_words(text)})
    packed = b"".join(one.to_bytes(3, "big") for one in found)
    languages = {article.language.partition("-")[0] for article in dossier.articles.values()}
    return OriginalWords(b64encode(packed).decode(), len(bodies), languages == {"en"})
