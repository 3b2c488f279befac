"""Put a mark for each statement into an article that is published whole."""

from __future__ import annotations

from newsdossier.model import Article, Rights, Statement
from newsdossier.source.renditions import Block, Part, Rendition, StatementMark, TextRun
from newsdossier.text.verbatim import find_fragment


def mark_statements(article: Article, rendition: Rendition) -> Rendition:
    """The rendition with a mark for every statement.

    An article published whole carries no marks of its own: each is put behind the words that its
    statement quotes, or at the end of its block.
    """
    if article.rights is not Rights.FULL:
        return rendition
    return Rendition(rendition.path, [_mark_block(article, block) for block in rendition.blocks])


def _mark_block(article: Article, block: Block) -> Block:
    marked = set(block.marks)
    parts = list(block.parts)
    for statement in article.statements:
        first = next((label for label in statement.at if label != "headline"), None)
        if first == block.label and statement.id not in marked:
            parts = _insert_mark(parts, statement)
    return Block(block.label, block.place, parts, block.level)


def _insert_mark(parts: list[Part], statement: Statement) -> list[Part]:
    for index, part in enumerate(parts):
        if not isinstance(part, TextRun) or not statement.quote:
            continue
        if span := find_fragment(statement.quote[0], part.text):
            before = TextRun(part.text[: span[1]], part.emphasis)
            after = TextRun(part.text[span[1] :], part.emphasis)
            return [*parts[:index], before, StatementMark(statement.id), after, *parts[index + 1 :]]
    return [*parts, StatementMark(statement.id)]
