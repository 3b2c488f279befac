"""Read a rendition: its blocks, and in each its words, marks, links and quotations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from newsdossier.problems import limits
from newsdossier.problems.problem import Place, Problem
from newsdossier.problems.rules import Rule, RuleGroup, declare_rule
from newsdossier.source import invisible
from newsdossier.source.labels import BlockKind, Label
from newsdossier.text.quotations import Quotation, find_quotations

_declare = partial(declare_rule, RuleGroup.RENDITIONS, __name__)
RENDITION_BLOCK = _declare(
    "rendition-block", "A rendition is made of paragraphs, headings and boxes (lines with `>`)."
)
RENDITION_HTML = _declare("rendition-html", "A rendition has no HTML.")
RENDITION_INLINE = _declare(
    "rendition-inline", "A paragraph is made of words, emphasis, marks, and links that hold words."
)

# It must not run on past a second opening: that would cost the square of their number.
MARK = re.compile(r"\[\^([^\[\]\s]*)\]")


@dataclass(frozen=True)
class TextRun:
    """A run of text in one style."""

    text: str
    emphasis: str = ""


@dataclass(frozen=True)
class StatementMark:
    """The place of a footnote: the statement that is made here."""

    statement: str


@dataclass(frozen=True)
class RenditionLink:
    """Text that leads to an entity (`entity:ID`) or to an address on the web."""

    text: str
    target: str

    @property
    def entity(self) -> str | None:
        """The entity it leads to, or None for an address."""
        return self.target.removeprefix("entity:") if self.target.startswith("entity:") else None


Part = TextRun | StatementMark | RenditionLink

#: What the parser's tokens are called among people, where that is something else.
NAMES = {"hr": "line across", "fence": "code block", "ordered_list_open": "numbered list"}


@dataclass(frozen=True)
class Block:
    """A labelled block of a rendition: its parts in order, and where it starts."""

    label: Label
    place: Place
    parts: list[Part]
    level: int = 0

    @property
    def text(self) -> str:
        """What a reader reads, without marks."""
        return "".join(part.text for part in self.parts if not isinstance(part, StatementMark))

    @property
    def marks(self) -> list[str]:
        """The statements marked in it, in order."""
        return [part.statement for part in self.parts if isinstance(part, StatementMark)]

    @property
    def quotations(self) -> list[Quotation]:
        """The words within quotation marks, each quotation by itself."""
        return list(find_quotations(self.text))


@dataclass(frozen=True)
class Rendition:
    """A rendition, block by block."""

    path: str
    blocks: list[Block] = field(default_factory=list)

    def block(self, label: str) -> Block | None:
        """The block with this label."""
        return next((block for block in self.blocks if block.label == label), None)


def read_rendition(text: str, path: str) -> tuple[Rendition | None, list[Problem]]:
    """The blocks of a rendition, labelled as an original's are, and what does not belong in one.

    Paragraphs are numbered 1, 2 …, headings s1, s2 …, paragraphs of a block quotation f1, f2 …
    A text with a paragraph too long to be looked into comes back as None, with that problem.
    """
    seen = list(invisible.referenced(text, path))
    if long := list(limits.long_paragraphs(text, path)):
        return None, [*seen, *long]
    defined: dict[str, Any] = {}
    reader = _Reader(path)
    found, problems = reader.read(MarkdownIt("commonmark").parse(text, defined))
    return found, [*seen, *problems, *reader.definitions(defined)]


class _Reader:
    def __init__(self, path: str) -> None:
        self.path = path
        self.counts: Counter[BlockKind] = Counter()
        self.blocks: list[Block] = []
        self.problems: list[Problem] = []

    def read(self, tokens: list[Token]) -> tuple[Rendition, list[Problem]]:
        quoted = 0
        kind: tuple[BlockKind, int] | None = None
        for token in tokens:
            match token.type:
                case "blockquote_open":
                    quoted += 1
                    if quoted == 2:
                        message = "a box cannot be inside another box; remove one >"
                        self.problem(token, RENDITION_BLOCK, message)
                case "blockquote_close":
                    quoted -= 1
                case "paragraph_open":
                    kind = (BlockKind.BOX if quoted else BlockKind.PARAGRAPH, 0)
                case "heading_open":
                    kind = (BlockKind.SUBHEAD, int(token.tag[1:]))
                case "inline" if kind:
                    self.block(token, *kind)
                case "paragraph_close" | "heading_close":
                    kind = None
                case "html_block":
                    self.problem(token, RENDITION_HTML, "raw HTML is not used here; write Markdown")
                case _ if token.nesting >= 0:
                    what = NAMES.get(token.type, token.type.removesuffix("_open").replace("_", " "))
                    self.problem(
                        token,
                        RENDITION_BLOCK,
                        f"a {what} cannot be in a rendition; use paragraphs or headings",
                    )
        return Rendition(self.path, self.blocks), self.problems

    def definitions(self, defined: dict[str, Any]) -> Iterator[Problem]:
        """Targets of links that stand by themselves: no paragraph shows that they are there."""
        named = list(defined.get("references", {}).values())
        for one in [*named, *defined.get("duplicate_refs", [])]:
            message = "a link’s target follows its words; write [words](target)"
            yield RENDITION_INLINE.problem(Place(self.path, one["map"][0] + 1), message)

    def block(self, token: Token, kind: BlockKind, level: int) -> None:
        self.counts[kind] += 1
        parts = _merged(self.parts(token))
        label = Label.of(kind, self.counts[kind])
        self.blocks.append(Block(label, self.place(token), parts, level))

    def parts(self, token: Token) -> Iterator[Part]:
        styles: list[str] = []
        link: list[str] | None = None
        for child in token.children or []:
            match child.type:
                case "text" if link is not None:
                    link.append(child.content)
                case "softbreak" | "hardbreak" if link is not None:
                    link.append(" ")
                case "text":
                    yield from _marks_and_words(child.content, "".join(styles))
                case "softbreak" | "hardbreak":
                    yield TextRun(" ", "".join(styles))
                case "em_open" | "strong_open":
                    styles.append(child.markup)
                case "em_close" | "strong_close":
                    styles.pop()
                case "link_open":
                    link = [str(child.attrGet("href") or "")]
                    if child.attrGet("title"):
                        message = "a link cannot have a title, which nobody would see; remove it"
                        self.problem(token, RENDITION_INLINE, message)
                case "link_close":
                    target, *text = link or [""]
                    link = None
                    yield self.link("".join(text), target, token)
                case "html_inline":
                    self.problem(token, RENDITION_HTML, "raw HTML is not used here; write Markdown")
                case _:
                    what = child.type.replace("_", " ")
                    message = (
                        f"{what} cannot be in a rendition; use words, marks, links and emphasis"
                    )
                    self.problem(token, RENDITION_INLINE, message)

    def link(self, text: str, target: str, token: Token) -> RenditionLink:
        if not text.strip() or MARK.search(text):
            message = "a link contains words and no mark; write the mark after it"
            self.problem(token, RENDITION_INLINE, message)
        return RenditionLink(text, target)

    def place(self, token: Token) -> Place:
        return Place(self.path, (token.map or [0])[0] + 1, 1)

    def problem(self, token: Token, rule: Rule, message: str) -> None:
        self.problems.append(rule.problem(self.place(token), message))


def _marks_and_words(text: str, style: str) -> Iterator[Part]:
    reached = 0
    for match in MARK.finditer(text):
        if match.start() > reached:
            yield TextRun(text[reached : match.start()], style)
        yield StatementMark(match.group(1))
        reached = match.end()
    if reached < len(text):
        yield TextRun(text[reached:], style)


def _merged(parts: Iterator[Part]) -> list[Part]:
    """Neighbouring words of one style as one, so that names over a line's end are found."""
    merged: list[Part] = []
    for part in parts:
        last = merged[-1] if merged else None
        if (
            isinstance(part, TextRun)
            and isinstance(last, TextRun)
            and part.emphasis == last.emphasis
        ):
            merged[-1] = TextRun(last.text + part.text, last.emphasis)
        else:
            merged.append(part)
    return merged
