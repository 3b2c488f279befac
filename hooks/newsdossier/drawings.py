"""Small pictures as numbers: where each bar, box and line lies; the templates draw them."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from textwrap import wrap

from newsdossier import words
from newsdossier.collate import Collation, Draw, draws
from newsdossier.records import Answer, Status
from newsdossier.rows import Given, Row
from newsdossier.values import Interval

WIDTH = 720
LEFT = 10
RIGHT = 30
LINE = 46
TOP = 34
STEP = 62
NODE = 196
TEXT = 17
#: How many letters of a label fit a box.
LETTERS = 26


@dataclass(frozen=True)
class Bar:
    """An answer as a stretch of numbers; a stretch without an end runs into an arrow."""

    label: str
    text: str
    x1: float
    x2: float
    y: float
    open_end: bool
    counted: bool


@dataclass(frozen=True)
class Node:
    """A box with a label of one or more lines; `y` is its middle."""

    lines: list[str]
    x: float
    y: float
    width: float
    height: float
    kind: str

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.y - self.height / 2


@dataclass(frozen=True)
class Edge:
    """A line from one point to another."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True)
class Drawing:
    """A picture: its size, its parts, and its title and description for those who cannot see it."""

    title: str
    description: str
    width: float
    height: float
    bars: list[Bar] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)


def intervals(row: Row) -> Drawing | None:
    """The counts of a row as stretches on one scale; None where there are fewer than two."""
    spans = [given.value for given in row.given if isinstance(given.value, Interval)]
    if len(row.given) < 2:
        return None
    ends = [end for span in spans for end in (span.low, span.high) if math.isfinite(end)]
    low, high = min(ends), max(ends)
    margin = (high - low) * 0.2 or max(high * 0.1, 1)
    low, high = max(0, low - margin), high + margin

    def x(number: float) -> float:
        share = (min(number, high) - low) / (high - low)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    bars = [_bar(given, TOP + index * LINE, x) for index, given in enumerate(row.given)]
    shown = "; ".join(f"{bar.label}: {bar.text}" for bar in bars)
    return Drawing(
        title=row.question.label,
        description=f"Each answer as a stretch of the numbers it may mean. {shown}.",
        width=WIDTH,
        height=TOP + len(bars) * LINE - 20,
        bars=bars,
    )


def _bar(given: Given, y: float, x: Callable[[float], float]) -> Bar:
    value = given.value
    assert isinstance(value, Interval)
    return Bar(
        label=given.article.label,
        text=_in_words(given.answer),
        x1=x(value.low),
        x2=x(value.high),
        y=y,
        open_end=math.isinf(value.high),
        counted=given.answer.status is Status.ASSERTED,
    )


def _in_words(answer: Answer) -> str:
    """A count as printed, and what else a reader must know of it."""
    shown = f"{words.BOUNDS[answer.bound]}{words.number(answer.value[0])}"
    if answer.of:
        shown += f", {answer.of}"
    if answer.read_as:
        read = f"{words.BOUNDS[answer.read_as.bound]}{words.number(answer.read_as.value[0])}"
        shown += f", read as {read}"
    status = words.STATUSES[answer.status]
    return f"{shown} ({status})" if status else shown


def lineage(collation: Collation) -> Drawing:
    """Who draws on whom: those named as sources, the dispatches, the articles, left to right."""
    articles = [article.id for article in collation.articles]
    drawn = [draw for article in collation.articles for draw in draws(collation, article)]
    dispatches = collation.dossier.origins
    titles = {name: entity.title for name, entity in collation.dossier.entities.items()}
    agencies = [o.agency for o in dispatches.values() if o.agency]
    entities = dict.fromkeys([*agencies, *(d.name for d in drawn if not d.is_dispatch)])

    def middle_of_articles(name: str) -> float:
        """Where the articles that draw on something stand: near them few lines cross."""
        rows = [articles.index(draw.article.id) for draw in drawn if draw.name == name]
        return sum(rows) / len(rows) if rows else 0

    height = max(len(entities), len(dispatches), len(articles)) * STEP + TOP
    left = _column(
        [(n, titles[n]) for n in sorted(entities, key=middle_of_articles)], 0, "source", height
    )
    middle = _column(
        [(n, dispatches[n].title) for n in sorted(dispatches, key=middle_of_articles)],
        1,
        "dispatch",
        height,
    )
    right = _column([(a.id, a.label) for a in collation.articles], 2, "article", height)
    edges = [_edge(left[o.agency], middle[n]) for n, o in dispatches.items() if o.agency]
    edges += [
        _edge((middle if draw.is_dispatch else left)[draw.name], right[draw.article.id])
        for draw in drawn
        if draw.is_dispatch or not _through_dispatch(collation, draw)
    ]
    told = [
        f"{draw.article.label} draws on "
        f"{dispatches[draw.name].title if draw.is_dispatch else titles[draw.name]}"
        for draw in drawn
    ]
    return Drawing(
        title="Who draws on whom",
        description=f"{'; '.join(told)}.",
        width=WIDTH,
        height=height,
        nodes=[*left.values(), *middle.values(), *right.values()],
        edges=edges,
    )


def _through_dispatch(collation: Collation, draw: Draw) -> bool:
    """Whether an article draws on an agency by the dispatch already drawn."""
    reference = draw.article.origin
    origin = collation.dossier.origins.get(reference.origin) if reference else None
    return origin is not None and origin.agency == draw.name


def _column(items: list[tuple[str, str]], index: int, kind: str, height: float) -> dict[str, Node]:
    step = height / (len(items) or 1)
    x = index * (WIDTH - NODE) / 2
    nodes = {}
    for row, (name, title) in enumerate(items):
        lines = wrap(title, LETTERS)
        y = round((row + 0.5) * step, 1)
        nodes[name] = Node(lines, x, y, NODE, len(lines) * TEXT + 18, kind)
    return nodes


def _edge(a: Node, b: Node) -> Edge:
    return Edge(a.x + a.width, a.y, b.x, b.y)
