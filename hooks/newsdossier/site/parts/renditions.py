"""Renditions as pages show them: blocks, cut where notes are called."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from newsdossier.analysis.collation import Collation
from newsdossier.model import Article, BlockKind, addresses
from newsdossier.site.parts.edit_targets import EditTarget
from newsdossier.site.parts.text import NoteMark, Text
from newsdossier.source.renditions import Block, Part, RenditionLink, StatementMark, TextRun


@dataclass(frozen=True)
class Passage:
    """Text up to its notes; `whose` says who asserts it, and is empty without a note."""

    parts: list[Text]
    marks: list[NoteMark]
    whose: str


@dataclass(frozen=True)
class BlockView:
    """A block of a rendition, its names linked and its notes called."""

    label: str
    anchor: str
    kind: str
    passages: list[Passage]
    edit_target: EditTarget

    @property
    def name(self) -> str:
        """What a screen reader calls it."""
        return f"Paragraph {self.label}"

    @property
    def is_heading(self) -> bool:
        """Whether it is a sub-head, of the text or of a box."""
        return self.kind in ("subhead", "boxhead")


@dataclass(frozen=True)
class RenditionView:
    """An article retold: its headline's statements, and its blocks."""

    headline: Passage
    blocks: list[BlockView]

    @property
    def notes(self) -> list[str]:
        """The notes that it calls, each once, in the order in which it first calls them."""
        return [note for block in self.notes_by_block for note in block]

    @property
    def notes_by_block(self) -> list[list[str]]:
        """The notes that the headline and each block call first; nothing for one without."""
        passages = [[self.headline], *(block.passages for block in self.blocks)]
        first: dict[str, int] = {}
        for index, block in enumerate(passages):
            for note in (mark.note for passage in block for mark in passage.marks):
                first.setdefault(note, index)
        grouped = groupby(first, key=first.__getitem__)
        return [list(notes) for _, notes in grouped]

    def change_passages(self, change: Callable[[Passage], Passage]) -> RenditionView:
        """The same rendition, each of its passages changed."""
        blocks = [
            replace(block, passages=[change(one) for one in block.passages])
            for block in self.blocks
        ]
        return RenditionView(change(self.headline), blocks)


def build_rendition(collation: Collation, article: Article) -> RenditionView:
    """An article retold."""
    blocks = collation.renditions[article.id].blocks
    return RenditionView(
        build_headline(article), [build_block(collation, article, block) for block in blocks]
    )


def link_first_mentions(rendition: RenditionView) -> RenditionView:
    """The same rendition; a name leads to its page where the text first has it, and no more."""
    seen: set[str] = set()

    def link_first(part: Text) -> Text:
        if not part.target or part.target not in seen:
            seen.add(part.target or "")
            return part
        return replace(part, target=None)

    return rendition.change_passages(
        lambda passage: replace(passage, parts=[link_first(part) for part in passage.parts])
    )


def build_headline(article: Article) -> Passage:
    """The statements that the headline makes, to be marked where it is named."""
    made = [statement for statement in article.statements if "headline" in statement.at]
    marks = [NoteMark(statement.id) for statement in made]
    return Passage([], marks, made[0].attribution if made else "")


#: The style sheet's names for kinds of blocks.
CLASSES = {BlockKind.SUBHEAD: "subhead", BlockKind.BOX: "box"}


def build_block(collation: Collation, article: Article, block: Block) -> BlockView:
    """A block of a rendition."""
    kind = CLASSES.get(block.label.kind, "paragraph")
    if kind == "subhead" and block.level > 2:
        kind = "boxhead"
    passages = list(_cut_passages(collation, article, block))
    edit_target = EditTarget(block.place, f"block {block.label}")
    return BlockView(block.label, addresses.block_anchor(block.label), kind, passages, edit_target)


def _cut_passages(collation: Collation, article: Article, block: Block) -> Iterator[Passage]:
    """Cut a block after each run of marks; a mark covers the text before it."""
    statements = {statement.id: statement for statement in article.statements}
    linked = collation.names.link_mentions(block, article)
    parts: list[Text] = []
    for is_mark, run in groupby(linked, key=lambda item: isinstance(item[0], StatementMark)):
        if is_mark:
            marks = [part.statement for part, _ in run if isinstance(part, StatementMark)]
            whose = statements[marks[0]].attribution
            yield Passage(parts, [NoteMark(mark) for mark in marks], whose)
            parts = []
        else:
            parts = [_build_text(collation, part, entity) for part, entity in run]
    if parts:
        yield Passage(parts, [], "")


def _build_text(collation: Collation, part: Part, entity: str | None) -> Text:
    if isinstance(part, StatementMark):
        raise TypeError("a mark is no text")
    emphasis = part.emphasis if isinstance(part, TextRun) else ""
    if entity:
        return Text(
            part.text, addresses.entity_page(collation.dossier.entities[entity]), emphasis=emphasis
        )
    if isinstance(part, RenditionLink):
        return Text(part.text, address=part.target)
    return Text(part.text, emphasis=emphasis)
