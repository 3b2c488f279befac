"""Who draws on whom: side by side where there is room, as a tree where there is none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from newsdossier.analysis.collate import Collation, Derivation, find_derivations
from newsdossier.model import Article
from newsdossier.site.drawings.lettering import wrap_text
from newsdossier.site.drawings.shapes import (
    BoxShape,
    CurveShape,
    Drawing,
    MarkShape,
    Shape,
    TextShape,
)

NARROW = 340
GAP = 56
HEAD = 28
TEXT = 17
#: How wide the boxes of each column are.
WIDTHS = {"agency": 138, "dispatch": 178, "article": 138, "source": 138}
HEADS = {
    "agency": "Agency",
    "dispatch": "Dispatch",
    "article": "Article",
    "source": "Other sources",
}


@dataclass(frozen=True)
class Lineage:
    """One picture in two forms, of which a page shows the one that fits."""

    wide: Drawing
    narrow: Drawing


@dataclass(frozen=True)
class Node:
    """A box with a label; `y` is its middle."""

    kind: str
    lines: list[str]
    x: float
    y: float
    width: float

    @property
    def height(self) -> float:
        """High enough for its lines."""
        return _height(self.lines)

    def shapes(self) -> list[Shape]:
        """The box and its words."""
        top = round(self.y - self.height / 2, 1)
        words = [
            TextShape("node", self.x + 10, round(top + 20 + index * TEXT, 1), line)
            for index, line in enumerate(self.lines)
        ]
        return [BoxShape(self.kind, self.x, top, self.width, self.height), *words]


def _height(lines: list[str]) -> float:
    return len(lines) * TEXT + 14


def lineage(collation: Collation) -> Lineage:
    """Agencies, their dispatches, the articles that go back to them, and what else these name."""
    everything = [
        derivation
        for article in collation.articles
        for derivation in find_derivations(collation, article)
    ]
    drawn = [derivation for derivation in everything if not derivation.of]
    told = [
        f"{derivation.article.label} draws on {_title(collation, derivation)}"
        for derivation in drawn
    ]
    description = f"{'; '.join(told)}."
    return Lineage(
        _side_by_side(collation, drawn, description), _as_tree(collation, drawn, description)
    )


def _title(collation: Collation, derivation: Derivation) -> str:
    dossier = collation.dossier
    found = dossier.origins if derivation.is_dispatch else dossier.entities
    return found[derivation.name].title


def _besides(collation: Collation, drawn: list[Derivation]) -> list[Derivation]:
    """What is drawn on besides dispatches, and not by way of the dispatch already drawn."""
    return [d for d in drawn if not d.is_dispatch and not _through_dispatch(collation, d)]


def _through_dispatch(collation: Collation, derivation: Derivation) -> bool:
    reference = derivation.article.origin
    origin = collation.dossier.origins.get(reference.origin) if reference else None
    return origin is not None and origin.agency == derivation.name


# Side by side: four columns, lines between neighbours only.


def _side_by_side(collation: Collation, drawn: list[Derivation], description: str) -> Drawing:
    entities, origins = collation.dossier.entities, collation.dossier.origins
    besides = _besides(collation, drawn)
    labels = {
        "agency": {o.agency: entities[o.agency].title for o in origins.values() if o.agency},
        "dispatch": {name: origin.title for name, origin in origins.items()},
        "article": {article.id: article.label for article in collation.articles},
        "source": {derivation.name: entities[derivation.name].title for derivation in besides},
    }
    wrapped = {
        kind: {name: wrap_text("node", title, WIDTHS[kind] - 20) for name, title in column.items()}
        for kind, column in labels.items()
    }
    height = max(_needed(column.values()) for column in wrapped.values())
    edges = [("dispatch", n, "article", d.article.id) for d in drawn if (n := d.name) in origins]
    edges += [("agency", o.agency, "dispatch", n) for n, o in origins.items() if o.agency]
    edges += [
        ("source", derivation.name, "article", derivation.article.id) for derivation in besides
    ]
    columns = [kind for kind in WIDTHS if labels[kind]]
    starts = {
        kind: sum(WIDTHS[before] + GAP for before in columns[:index])
        for index, kind in enumerate(columns)
    }
    nodes = _placed(wrapped, edges, height, starts)
    heads = [TextShape("heading", x, 12, HEADS[kind]) for kind, x in starts.items()]
    lines = [
        shape
        for a_kind, a, b_kind, b in edges
        for shape in _line(nodes[a_kind, a], nodes[b_kind, b])
    ]
    boxes = [shape for node in nodes.values() for shape in node.shapes()]
    return Drawing(
        name="lineage",
        title="Who draws on whom",
        description=description,
        width=sum(WIDTHS[kind] + GAP for kind in columns) - GAP,
        height=HEAD + height,
        shapes=[*heads, *lines, *boxes],
    )


def _needed(column: Iterable[list[str]]) -> float:
    return sum(_height(lines) + 16 for lines in column)


Edges = list[tuple[str, str, str, str]]


def _placed(
    wrapped: dict[str, dict[str, list[str]]], edges: Edges, height: float, starts: dict[str, int]
) -> dict[tuple[str, str], Node]:
    """Articles in their order, all others as near as may be to what they are tied to."""
    nodes: dict[tuple[str, str], Node] = {}
    for kind in sorted(starts, key=["article", "dispatch", "agency", "source"].index):
        column = wrapped[kind]
        wanted = {name: _middle(kind, name, edges, nodes) for name in column}
        order = list(column) if kind == "article" else sorted(column, key=wanted.__getitem__)
        heights = [_height(column[name]) + 16 for name in order]
        if kind == "article":
            middles = _spread([height * (i + 0.5) / len(order) for i in range(len(order))], heights)
        else:
            middles = _spread([wanted[name] - HEAD for name in order], heights, height)
        for name, y in zip(order, middles, strict=True):
            nodes[kind, name] = Node(
                kind, column[name], starts[kind], round(HEAD + y, 1), WIDTHS[kind]
            )
    return nodes


def _middle(kind: str, name: str, edges: Edges, nodes: dict[tuple[str, str], Node]) -> float:
    """The mean height of what a node is tied to and is placed already."""
    tied = [(b, d) for a, c, b, d in edges if (a, c) == (kind, name)]
    heights = [nodes[one].y for one in tied if one in nodes]
    return sum(heights) / len(heights) if heights else 0


def _spread(wanted: list[float], heights: list[float], limit: float | None = None) -> list[float]:
    """Middles near the wanted ones, none over another, within the limit where there is room."""
    middles: list[float] = []
    edge = 0.0
    for middle, height in zip(wanted, heights, strict=True):
        middles.append(max(middle, edge + height / 2))
        edge = middles[-1] + height / 2
    edge = limit if limit is not None else edge
    for index in range(len(middles) - 1, -1, -1):
        middles[index] = min(middles[index], edge - heights[index] / 2)
        edge = middles[index] - heights[index] / 2
    return middles


def _line(a: Node, b: Node) -> list[Shape]:
    """A curve in the gap between two columns, with an arrow where it arrives."""
    rightwards = a.x < b.x
    start = a.x + a.width if rightwards else a.x
    end = b.x - 7 if rightwards else b.x + b.width + 7
    half = (start + end) / 2
    path = f"M{start:g} {a.y:g}C{half:g} {a.y:g} {half:g} {b.y:g} {end:g} {b.y:g}"
    return [
        CurveShape("edge", path),
        MarkShape("edge-end", end, b.y, "right" if rightwards else "left"),
    ]


# As a tree: each dispatch, and under it the articles that go back to it.


def _as_tree(collation: Collation, drawn: list[Derivation], description: str) -> Drawing:
    groups: dict[str, list[Article]] = defaultdict(list)
    for article in collation.articles:
        groups[collation.dispatch_of(article) or article.id].append(article)
    besides: dict[str, list[str]] = defaultdict(list)
    for derivation in _besides(collation, drawn):
        besides[derivation.article.id].append(_title(collation, derivation))
    shapes: list[Shape] = []
    top = 2.0
    for name, articles in groups.items():
        root = collation.dossier.origins.get(name)
        if root:
            agency = collation.dossier.entities[root.agency].title if root.agency else None
            top = _leaf(shapes, "dispatch", root.title, f"by {agency}" if agency else "", 0, top)
        trunk, branches = top, [top]
        for article in articles:
            named = besides[article.id]
            if root is None and not named:
                second = "names nobody that it draws on"
            else:
                second = f"{'also ' if root else ''}draws on {', '.join(named)}" if named else ""
            begin = top + 10
            top = _leaf(shapes, "article", article.label, second, 34 if root else 0, begin)
            branches.append(begin + 18)
        if root:
            shapes.append(CurveShape("edge", f"M14 {trunk:g}V{branches[-1]:g}"))
            for y in branches[1:]:
                shapes.append(CurveShape("edge", f"M14 {y:g}H27"))
                shapes.append(MarkShape("edge-end", 27, y, "right"))
        top += 18
    return Drawing(
        name="lineage-narrow",
        title="Who draws on whom",
        description=description,
        width=NARROW,
        height=top,
        shapes=shapes,
    )


def _leaf(
    shapes: list[Shape], kind: str, title: str, second: str, indent: float, top: float
) -> float:
    """A box over the rest of the width, its second lines smaller; where it ends."""
    width = NARROW - indent - 24
    lines = [("node", line) for line in wrap_text("node", title, width)]
    lines += [("node-second", line) for line in wrap_text("node-second", second, width)]
    height = len(lines) * TEXT + 14
    shapes.append(BoxShape(kind, indent + 1, top, NARROW - indent - 2, height))
    for index, (role, line) in enumerate(lines):
        shapes.append(TextShape(role, indent + 12, top + 21 + index * TEXT, line))
    return top + height
