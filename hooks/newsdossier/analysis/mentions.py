"""The sentences of the renditions that mention an entity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from newsdossier.analysis.names import Names
from newsdossier.model import Article
from newsdossier.source.renditions import Block, Rendition, StatementMark
from newsdossier.text.sentences import find_sentence_spans


@dataclass(frozen=True)
class Sentence:
    """A sentence of a rendition that mentions an entity."""

    article: Article
    label: str
    text: str


def find_sentences(
    articles: Iterable[Article], renditions: Mapping[str, Rendition], names: Names
) -> dict[str, list[Sentence]]:
    """The sentences that mention each entity, in the order of the articles, each once."""
    found: dict[str, dict[tuple[str, str, str], Sentence]] = defaultdict(dict)
    for article in articles:
        for block in renditions[article.id].blocks:
            for entity, sentence in _find_in_block(names, block, article):
                found[entity].setdefault((article.id, block.label, sentence.text), sentence)
    return {entity: list(sentences.values()) for entity, sentences in found.items()}


def _find_in_block(names: Names, block: Block, article: Article) -> Iterator[tuple[str, Sentence]]:
    spans = find_sentence_spans(block.text)
    position = 0
    for part, entity in names.link_mentions(block, article):
        if isinstance(part, StatementMark):
            continue
        if entity:
            start, end = next(span for span in spans if position < span[1])
            yield entity, Sentence(article, block.label, block.text[start:end].strip())
        position += len(part.text)
