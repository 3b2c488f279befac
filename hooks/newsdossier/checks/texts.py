"""Rules on renditions: blocks, marks, names and links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newsdossier.analysis.names import Mention, names_of
from newsdossier.checks.rules import Finding, register_checks
from newsdossier.dossier.derived import derived
from newsdossier.dossier.dossier import Dossier
from newsdossier.model import Article, BlockKind, Label, Reference, Rights
from newsdossier.problems.problem import Place
from newsdossier.problems.rules import RuleGroup
from newsdossier.source.renditions import Block, Rendition, RenditionLink, TextRun
from newsdossier.text.nearest import did_you_mean
from newsdossier.text.quotations import find_stray_mark

rule = register_checks(RuleGroup.RENDITIONS)

TARGETS = ("entity:", "https://", "http://")


def list_renditions(dossier: Dossier) -> Iterator[tuple[Article, Rendition]]:
    """Yield every article that has a rendition, with the rendition."""
    for article in dossier.articles.values():
        if article.id in dossier.renditions:
            yield article, dossier.renditions[article.id]


@rule
def rendition_blocks(dossier: Dossier) -> Iterator[Finding]:
    """A rendition has a block for each block of the body, sub-heads and boxes in place."""
    for article, rendition in list_renditions(dossier):
        wanted = [label for label in article.labels if label.kind is not BlockKind.HEADLINE]
        found = [block.label for block in rendition.blocks]
        if wanted != found:
            yield _first_difference(rendition, wanted, found)


def _first_difference(rendition: Rendition, wanted: list[Label], found: list[Label]) -> Finding:
    same = 0
    while same < min(len(wanted), len(found)) and wanted[same] == found[same]:
        same += 1
    place = rendition.blocks[same].place if same < len(found) else Place(rendition.path)
    if same >= len(found):
        return place, f"block {wanted[same]} of the body is missing at the end; retell it"
    if same >= len(wanted):
        return (
            place,
            f"block {found[same]} has no counterpart in the original; remove it or merge it",
        )
    return (
        place,
        f"block {wanted[same]} expected, found {found[same]}; use the blocks of the original",
    )


@rule
def block_order(dossier: Dossier) -> Iterator[Finding]:
    """The blocks of an original are numbered 1, 2 … (s1 …, f1 …) in order, with one headline."""
    for article in dossier.articles.values():
        times: Counter[BlockKind] = Counter()
        for piece in article.original.blocks:
            label = piece.block
            if label is None or not Label.is_label(label):
                continue
            times[label.kind] += 1
            if label.kind is BlockKind.HEADLINE:
                if times[label.kind] > 1:
                    yield piece.place("block"), "a text has only one headline; change this label"
            elif label != (wanted := Label.of(label.kind, times[label.kind])):
                message = (
                    f"block {label} stands where {wanted} is expected; number the blocks in order"
                )
                yield piece.place("block"), message


@rule
def unknown_mark(dossier: Dossier) -> Iterator[Finding]:
    """A footnote’s mark in a rendition names a statement of its article."""
    for article, rendition in list_renditions(dossier):
        known = [statement.id for statement in article.statements]
        for block in rendition.blocks:
            for mark in block.marks:
                if mark not in known:
                    hint = did_you_mean(mark, known) or "; add the statement or remove the mark"
                    yield block.place, f'no statement "{mark}"{hint}'


@rule
def unmarked_statement(dossier: Dossier) -> Iterator[Finding]:
    """Every statement outside the headline is marked in one of its blocks."""
    for article, rendition in list_renditions(dossier):
        if article.rights is Rights.FULL:
            continue
        marked = {(block.label, mark) for block in rendition.blocks for mark in block.marks}
        for statement in article.statements:
            labels = [label for label in statement.at if label.kind is not BlockKind.HEADLINE]
            if labels and not any((label, statement.id) in marked for label in labels):
                where = " or ".join(labels)
                message = (
                    "the rendition does not mark this statement; "
                    f"write [^{statement.id}] in block {where}"
                )
                yield statement.place("id"), message


@rule
def misplaced_mark(dossier: Dossier) -> Iterator[Finding]:
    """A mark stands only in blocks listed in its statement’s `at`."""
    for article, rendition in list_renditions(dossier):
        at = {statement.id: statement.at for statement in article.statements}
        for block in rendition.blocks:
            for mark in block.marks:
                if mark in at and block.label not in at[mark]:
                    message = (
                        f'"{mark}" belongs to block {" or ".join(at[mark])}, not {block.label}; '
                        "move the mark, or add the block to `at`"
                    )
                    yield block.place, message


@rule
def ambiguous_name(dossier: Dossier) -> Iterator[Finding]:
    """A name that may mean two entities is linked to one in the rendition."""
    for _, block, mention in list_mentions(dossier):
        if len(mention.entities) > 1:
            message = (
                f'"{mention.name}" may be {" or ".join(mention.entities)}; '
                f"write [{mention.name}](entity:{mention.entities[0]}), or prove it in this block"
            )
            yield block.place, message


@rule
def unproved_name(dossier: Dossier) -> Iterator[Finding]:
    """A name in a rendition is one that its article uses, as the entity’s `in` proves."""
    names = names_of(dossier)
    for article, block, mention in list_mentions(dossier):
        if len(mention.entities) == 1 and article.rights is not Rights.FULL:
            (entity,) = mention.entities
            if not names.is_proved(mention.name, entity, article.id):
                block_here = Reference.to(article.id, block.label)
                message = (
                    'no block listed in "in" shows that this article calls '
                    f'{entity} "{mention.name}"; '
                    f"use its own spelling, or add {block_here} to the name's `in`"
                )
                yield block.place, message


@derived
def list_mentions(dossier: Dossier) -> list[tuple[Article, Block, Mention]]:
    """List every bare name in every rendition."""
    names = names_of(dossier)
    return [
        (article, block, mention)
        for article, rendition in list_renditions(dossier)
        for block in rendition.blocks
        for part in block.parts
        if isinstance(part, TextRun)
        for mention in names.find_mentions(part.text, article.id, block.label)
    ]


@rule
def quotation_marks(dossier: Dossier) -> Iterator[Finding]:
    """A rendition quotes between “ and ” or ‘ and ’, opened and closed in one block."""
    for article, rendition in list_renditions(dossier):
        if article.rights is not Rights.FULL:
            for block in rendition.blocks:
                if mark := find_stray_mark(block.text):
                    message = f"the mark {mark} opens or closes no quotation"
                    yield block.place, f"{message}; write “ and ”, or ‘ and ’"


@rule
def rendition_link(dossier: Dossier) -> Iterator[Finding]:
    """A link in a rendition leads to entity:ID, or to an http(s) address."""
    for rendition in dossier.renditions.values():
        for block in rendition.blocks:
            for part in block.parts:
                if isinstance(part, RenditionLink) and not part.target.startswith(TARGETS):
                    message = (
                        f'"{part.target}" is not a link target; write entity:ID or an https address'
                    )
                    yield block.place, message
