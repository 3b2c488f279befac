"""What changed in copying: the copies of a dispatch, passage by passage, beside its base copy."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, groupby

from newsdossier.analysis.correspondence import base_copies, find_copied
from newsdossier.analysis.statement_changes import CopiedStatement, CopyKind, compare_statement
from newsdossier.analysis.witnesses import Witness, witnesses_of
from newsdossier.dossier.derived import derived
from newsdossier.dossier.dossier import Dossier, sourced_statements
from newsdossier.model import Article, BlockKind, Label, Origin, Reference

#: What a copy may make of a statement that it keeps, from the closest to what changes most.
CLOSEST_FIRST = (CopyKind.SAME, CopyKind.REWORDED, CopyKind.CHANGED)

#: Where what precedes all passages of the base copy is put.
AT_THE_START = -1


@dataclass(frozen=True)
class PassageLine:
    """One statement of the base copy in all copies, or one that a single copy has."""

    copied: dict[str, list[CopiedStatement]]
    """Each article's statements, by the article's id; none where it has no such statement."""
    only_in: str | None = None
    """The article that alone has the statement; None for a statement of the base copy."""

    def find_kind(self, article: str) -> CopyKind | None:
        """What became of the statement in an article; None where only another article has it."""
        kinds = [one.kind for one in self.copied[article]]
        if not kinds:
            return None if self.only_in else CopyKind.OMITTED
        return next((kind for kind in CLOSEST_FIRST if kind in kinds), CopyKind.ADDED)


@dataclass(frozen=True)
class Passage:
    """A paragraph of the base copy, or one that a copy has alone, statement by statement."""

    article: str
    label: Label
    lines: list[PassageLine] = field(default_factory=list)


@dataclass(frozen=True)
class CopyCount:
    """How many statements of the base copy a copy keeps, and how; how many it has besides."""

    same: int
    reworded: int
    changed: int
    omitted: int
    added: int

    @property
    def kept(self) -> int:
        """The statements that are there in whatever words."""
        return self.same + self.reworded + self.changed


@dataclass(frozen=True)
class Copying:
    """A dispatch in two or more copies, passage by passage."""

    origin: Origin
    witness: Witness
    articles: list[Article]
    """The base copy, then the others in the order in which articles are shown."""
    passages: list[Passage]
    counts: dict[str, CopyCount]
    """By the article's id; the base copy has all of its own."""

    @property
    def base(self) -> Article:
        """The copy with which the others are compared."""
        return self.articles[0]

    @property
    def copies(self) -> list[Article]:
        """All copies but the base."""
        return self.articles[1:]


@derived
def copyings_of(dossier: Dossier) -> dict[str, Copying]:
    """What changed in copying each dispatch that has two or more copies, by the origin's id."""
    return {
        origin: _compare_copies(dossier, dossier.origins[origin], base)
        for origin, base in base_copies(dossier).items()
        if witnesses_of(dossier)[origin].is_shared
    }


def _compare_copies(dossier: Dossier, origin: Origin, base: str) -> Copying:
    witness = witnesses_of(dossier)[origin.id]
    names = [base, *(name for name in witness.articles if name != base)]
    articles = [dossier.articles[name] for name in names]
    copied = {article.id: _compare_article(dossier, origin, article) for article in articles}
    passages = _arrange_passages(names, copied)
    counts = {name: _count_kinds(passages, name) for name in names}
    return Copying(origin, witness, articles, passages, counts)


def _compare_article(dossier: Dossier, origin: Origin, article: Article) -> list[CopiedStatement]:
    """An article's statements in the order of its blocks, each with what it copies."""
    places = {label: index for index, label in enumerate(article.labels)}
    ordered = sorted(
        sourced_statements([article]), key=lambda one: places[find_main_label(one.statement.at)]
    )
    compared = [
        compare_statement(
            dossier, one, find_copied(dossier, one) if one.dispatch == origin.id else []
        )
        for one in ordered
    ]
    return list(_give_reasons_once(compared))


def _give_reasons_once(statements: list[CopiedStatement]) -> Iterator[CopiedStatement]:
    """The statements, each reason with the first of those that it is a reason for."""
    given: set[str] = set()
    for one in statements:
        yield replace(one, reasons=[why for why in one.reasons if str(why.place()) not in given])
        given.update(str(why.place()) for why in one.reasons)


def find_main_label(labels: list[Label]) -> Label:
    """The block that a statement is shown with: its first paragraph, else its first block."""
    paragraphs = (BlockKind.PARAGRAPH, BlockKind.BOX)
    return next((label for label in labels if label.kind in paragraphs), labels[0])


def _arrange_passages(names: list[str], copied: dict[str, list[CopiedStatement]]) -> list[Passage]:
    """The passages of the base copy in order, with what other copies have alone at its place."""
    base, *others = names
    passages = _cut_base(names, copied)
    places = {
        one.sourced.reference: index
        for index, passage in enumerate(passages)
        for line in passage.lines
        for one in line.copied[base]
    }
    behind: dict[int, list[Passage]] = defaultdict(list)
    for name in others:
        last = AT_THE_START
        for label, block in _group_by_block(copied[name]):
            kept = [places[one.base[0].reference] for one in block if one.base]
            lines = [_isolate(names, one) for one in block if not one.base]
            if kept:
                for line, place in zip(lines, _find_places(block, places), strict=True):
                    passages[place].lines.append(line)
            elif lines:
                behind[last].append(Passage(name, label, lines))
            last = max(kept, default=last)
    followed = ([passage, *behind[index]] for index, passage in enumerate(passages))
    return [*behind[AT_THE_START], *chain.from_iterable(followed)]


def _cut_base(names: list[str], copied: dict[str, list[CopiedStatement]]) -> list[Passage]:
    """The passages of the base copy, each of its statements with those of the other copies."""
    base, *_ = names
    copies: dict[tuple[str, Reference], list[CopiedStatement]] = defaultdict(list)
    for name in names:
        for one in copied[name]:
            for before in one.base:
                copies[name, before.reference].append(one)

    def build_line(one: CopiedStatement) -> PassageLine:
        if not one.base:
            return _isolate(names, one)
        return PassageLine({name: copies[name, one.sourced.reference] for name in names})

    return [
        Passage(base, label, [build_line(one) for one in block])
        for label, block in _group_by_block(copied[base])
    ]


def _isolate(names: list[str], one: CopiedStatement) -> PassageLine:
    """The line of a statement that one article has alone."""
    owner = one.sourced.article.id
    return PassageLine({name: [one] if name == owner else [] for name in names}, owner)


def _group_by_block(
    statements: list[CopiedStatement],
) -> Iterator[tuple[Label, list[CopiedStatement]]]:
    for label, block in groupby(statements, lambda one: find_main_label(one.sourced.statement.at)):
        yield label, list(block)


def _find_places(block: list[CopiedStatement], places: dict[Reference, int]) -> Iterator[int]:
    """For each statement that a copy has alone, the passage of what it copies just before.

    Where nothing in its block precedes it that is copied, the passage of what follows.
    """
    place = next(places[one.base[0].reference] for one in block if one.base)
    for one in block:
        if one.base:
            place = places[one.base[0].reference]
        else:
            yield place


def _count_kinds(passages: list[Passage], article: str) -> CopyCount:
    lines = [line for passage in passages for line in passage.lines]
    kinds = Counter(line.find_kind(article) for line in lines)
    return CopyCount(
        same=kinds[CopyKind.SAME],
        reworded=kinds[CopyKind.REWORDED],
        changed=kinds[CopyKind.CHANGED],
        omitted=kinds[CopyKind.OMITTED],
        added=kinds[CopyKind.ADDED],
    )
