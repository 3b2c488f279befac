"""What survived of a dispatch: one bar for each statement of the base copy, a row for each copy."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from newsdossier.analysis import wording
from newsdossier.analysis.dispatch_changes import CopyCount, Copying, PassageLine
from newsdossier.analysis.statement_changes import CopyKind
from newsdossier.model import Article, BlockKind, Label, addresses
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.versions import name_kind

#: How much room a number takes of the width of all bars, on a desk and on a telephone.
WIDE_ROOM, NARROW_ROOM = 0.025, 0.08


@dataclass(frozen=True)
class Bar:
    """A statement of the base copy, as a copy has it."""

    kind: str
    target: str
    tip: str
    opens_passage: bool


@dataclass(frozen=True)
class SurvivalRow:
    """A copy, with a bar for each statement of the base copy."""

    version: str
    count: str
    bars: list[Bar]


@dataclass(frozen=True)
class Tick:
    """The number of a paragraph under its first bar; of any other bar nothing."""

    number: str
    is_narrow: bool
    """Whether it has room on a telephone too."""
    opens_passage: bool


@dataclass(frozen=True)
class SurvivalView:
    """The bars of all copies, and the paragraphs of the base copy below them."""

    rows: list[SurvivalRow]
    ticks: list[Tick]
    """For each bar its paragraph's number, where there is room for it."""
    passages: list[Text]
    """The paragraphs, leading to them."""

    @property
    def kinds(self) -> set[str]:
        """The kinds of bars that are there."""
        return {bar.kind for row in self.rows for bar in row.bars}


def build_survival(copying: Copying) -> SurvivalView:
    """Build the bars of a dispatch's copies."""
    places = list(_list_places(copying))
    return SurvivalView(
        rows=[_build_row(copying, article, places) for article in copying.articles],
        ticks=list(_list_ticks(places)),
        passages=[
            Text(_shorten(place.label), place.target) for place in places if place.opens_passage
        ],
    )


def _list_ticks(places: list[_Place]) -> Iterator[Tick]:
    """The numbers below the bars, as many as do not run into each other."""
    wide = narrow = -math.inf
    for index, place in enumerate(places):
        has_room = place.opens_passage and index - wide >= len(places) * WIDE_ROOM
        wide = index if has_room else wide
        is_narrow = has_room and index - narrow >= len(places) * NARROW_ROOM
        narrow = index if is_narrow else narrow
        number = _shorten(place.label) if has_room else ""
        yield Tick(number, is_narrow, place.opens_passage)


def describe_count(count: CopyCount) -> str:
    """How much a copy keeps, in words."""
    kept = [(count.same, "same"), (count.reworded, "reworded"), (count.changed, "changed")]
    parts = ", ".join(f"{number} {how}" for number, how in kept if number)
    told = [f"keeps {count.kept}: {parts}" if count.kept else "keeps none"]
    if count.omitted:
        told.append(f"leaves out {count.omitted}")
    if count.added:
        told.append(f"has {count.added} more")
    return "; ".join(told)


@dataclass(frozen=True)
class _Place:
    """A statement of the base copy, and where the page shows it."""

    line: PassageLine
    label: Label
    target: str
    opens_passage: bool


def _list_places(copying: Copying) -> Iterator[_Place]:
    base, origin = copying.base.id, copying.origin.id
    for passage in copying.passages:
        lines = [line for line in passage.lines if not line.only_in]
        for index, line in enumerate(lines):
            statement = line.copied[base][0].sourced.statement
            target = addresses.copied_statement(origin, base, statement.id)
            yield _Place(line, passage.label, target, index == 0)


def _build_row(copying: Copying, article: Article, places: list[_Place]) -> SurvivalRow:
    count = copying.counts[article.id]
    if article is copying.base:
        more = f"; has {count.added} more" if count.added else ""
        bars = [_build_bar(place, "base", "in the base copy") for place in places]
        return SurvivalRow(article.label, f"{wording.plural(count.kept, 'statement')}{more}", bars)
    kinds = [place.line.find_kind(article.id) or CopyKind.OMITTED for place in places]
    return SurvivalRow(
        version=article.label,
        count=describe_count(count),
        bars=[
            _build_bar(place, name_kind(kind), kind)
            for place, kind in zip(places, kinds, strict=True)
        ],
    )


def _build_bar(place: _Place, kind: str, told: str) -> Bar:
    return Bar(kind, place.target, f"{place.label.short_form}: {told}", place.opens_passage)


def _shorten(label: Label) -> str:
    """A paragraph by its number alone; any other block by its label."""
    return label.long_form if label.kind is BlockKind.HEADLINE else str(label)
