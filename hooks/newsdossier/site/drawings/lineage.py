"""Pictures of who draws on whom: in columns on wide screens, as a tree on narrow ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from newsdossier.analysis.collation import Collation
from newsdossier.analysis.derivations import Derivation, find_derivations
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
from newsdossier.site.parts.meter import number_witness

#: All lengths are in pixels: how wide the tree is.
TREE_WIDTH = 340
#: The gap between two columns, the height of their headings, and its baseline.
COLUMN_GAP, HEADING_HEIGHT, HEADING_BASELINE = 56, 28, 12
#: How high a line of a box is, what a box has beside its lines, and the gap beneath it.
TEXT_HEIGHT, BOX_PADDING, BOX_GAP = 17, 14, 16
#: Where the words of a box in a column begin, and what its sides take of its width.
BOX_INDENT, BOX_BASELINE, BOX_SIDES = 10, 20, 20
#: How long an arrow's head is.
ARROW = 7
#: The tree: its top, the gap above a leaf and beneath a dispatch's group.
TREE_TOP, LEAF_GAP, GROUP_GAP = 2.0, 10, 18
#: How far leaves are indented, where the trunk stands, and where its branches end, from the left.
LEAF_INDENT, TRUNK, BRANCH_END = 34, 14, 27
#: How far below a leaf's top its branch arrives.
BRANCH_Y = 18
#: A leaf's border on each side, where its words begin, their first baseline, what its sides take.
LEAF_BORDER, LEAF_WORDS, LEAF_BASELINE, LEAF_SIDES = 1, 12, 21, 24
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
    """A box with a label; `y` is its middle, `colour` the number of its witness's colour."""

    kind: str
    lines: list[str]
    x: float
    y: float
    width: float
    colour: int = 0

    @property
    def height(self) -> float:
        """The height that its lines need."""
        return _measure_box(self.lines)

    def shapes(self) -> list[Shape]:
        """The box and its words."""
        top = round(self.y - self.height / 2, 1)
        words = [
            TextShape(
                "node",
                self.x + BOX_INDENT,
                round(top + BOX_BASELINE + index * TEXT_HEIGHT, 1),
                line,
            )
            for index, line in enumerate(self.lines)
        ]
        return [BoxShape(self.kind, self.x, top, self.width, self.height, self.colour), *words]


def _measure_box(lines: list[str]) -> float:
    return len(lines) * TEXT_HEIGHT + BOX_PADDING


def draw_lineage(collation: Collation) -> Lineage:
    """Draw agencies, their dispatches, the articles, and their other sources."""
    everything = [
        derivation
        for article in collation.articles
        for derivation in find_derivations(collation.dossier, article)
    ]
    drawn = [derivation for derivation in everything if not derivation.of]
    told = [
        f"{derivation.article.label} draws on {_get_title(collation, derivation)}"
        for derivation in drawn
    ]
    description = f"{'; '.join(told)}."
    return Lineage(
        _draw_columns(collation, drawn, description), _draw_tree(collation, drawn, description)
    )


def _number_colours(collation: Collation) -> dict[tuple[str, str], int]:
    """The number of each witness's colour, by the dispatch and the articles that show it."""
    found: dict[tuple[str, str], int] = {}
    for article in collation.articles:
        witness = article.dispatch or article.id
        if witness in collation.witnesses:
            number = number_witness(collation, witness)
            found |= {("article", article.id): number, ("dispatch", witness): number}
    return found


def _get_title(collation: Collation, derivation: Derivation) -> str:
    dossier = collation.dossier
    found = dossier.origins if derivation.is_dispatch else dossier.entities
    return found[derivation.name].title


def _list_others(collation: Collation, drawn: list[Derivation]) -> list[Derivation]:
    """List the sources other than dispatches, and other than the agency of a dispatch."""
    return [d for d in drawn if not d.is_dispatch and not _comes_through_dispatch(collation, d)]


def _comes_through_dispatch(collation: Collation, derivation: Derivation) -> bool:
    reference = derivation.article.origin
    origin = collation.dossier.origins.get(reference.origin) if reference else None
    return origin is not None and origin.agency == derivation.name


# Side by side: four columns, lines between neighbours only.


def _draw_columns(collation: Collation, drawn: list[Derivation], description: str) -> Drawing:
    origins = collation.dossier.origins
    besides = _list_others(collation, drawn)
    labels = _label_nodes(collation, besides)
    wrapped = {
        kind: {
            name: wrap_text("node", title, WIDTHS[kind] - BOX_SIDES)
            for name, title in column.items()
        }
        for kind, column in labels.items()
    }
    height = max(_measure_column(column.values()) for column in wrapped.values())
    edges = [("dispatch", n, "article", d.article.id) for d in drawn if (n := d.name) in origins]
    edges += [("agency", o.agency, "dispatch", n) for n, o in origins.items() if o.agency]
    edges += [
        ("source", derivation.name, "article", derivation.article.id) for derivation in besides
    ]
    columns = [kind for kind in WIDTHS if labels[kind]]
    starts = {
        kind: sum(WIDTHS[before] + COLUMN_GAP for before in columns[:index])
        for index, kind in enumerate(columns)
    }
    colours = _number_colours(collation)
    nodes = {
        key: replace(node, colour=colours.get(key, 0))
        for key, node in _place_nodes(wrapped, edges, height, starts).items()
    }
    heads = [TextShape("heading", x, HEADING_BASELINE, HEADS[kind]) for kind, x in starts.items()]
    lines = [
        shape
        for a_kind, a, b_kind, b in edges
        for shape in _draw_edge(nodes[a_kind, a], nodes[b_kind, b])
    ]
    boxes = [shape for node in nodes.values() for shape in node.shapes()]
    return Drawing(
        name="lineage",
        title="Who draws on whom",
        description=description,
        width=sum(WIDTHS[kind] + COLUMN_GAP for kind in columns) - COLUMN_GAP,
        height=HEADING_HEIGHT + height,
        shapes=[*heads, *lines, *boxes],
    )


def _label_nodes(collation: Collation, others: list[Derivation]) -> dict[str, dict[str, str]]:
    """What stands in the boxes of each column, by the name of what it is."""
    titles, origins = collation.dossier.titles, collation.dossier.origins
    return {
        "agency": {o.agency: titles[o.agency] for o in origins.values() if o.agency},
        "dispatch": {name: origin.title for name, origin in origins.items()},
        "article": {article.id: article.label for article in collation.articles},
        "source": {derivation.name: titles[derivation.name] for derivation in others},
    }


def _measure_column(column: Iterable[list[str]]) -> float:
    return sum(_measure_box(lines) + BOX_GAP for lines in column)


Edges = list[tuple[str, str, str, str]]


def _place_nodes(
    wrapped: dict[str, dict[str, list[str]]], edges: Edges, height: float, starts: dict[str, int]
) -> dict[tuple[str, str], Node]:
    """Place articles in their order, and all others as near as possible to their neighbours."""
    nodes: dict[tuple[str, str], Node] = {}
    for kind in sorted(starts, key=["article", "dispatch", "agency", "source"].index):
        column = wrapped[kind]
        wanted = {name: _average_height(kind, name, edges, nodes) for name in column}
        order = list(column) if kind == "article" else sorted(column, key=wanted.__getitem__)
        heights = [_measure_box(column[name]) + BOX_GAP for name in order]
        if kind == "article":
            middles = _spread_apart(
                [height * (i + 0.5) / len(order) for i in range(len(order))], heights
            )
        else:
            middles = _spread_apart(
                [wanted[name] - HEADING_HEIGHT for name in order], heights, height
            )
        for name, y in zip(order, middles, strict=True):
            nodes[kind, name] = Node(
                kind, column[name], starts[kind], round(HEADING_HEIGHT + y, 1), WIDTHS[kind]
            )
    return nodes


def _average_height(
    kind: str, name: str, edges: Edges, nodes: dict[tuple[str, str], Node]
) -> float:
    """The mean height of what a node is tied to and is placed already."""
    tied = [(b, d) for a, c, b, d in edges if (a, c) == (kind, name)]
    heights = [nodes[one].y for one in tied if one in nodes]
    return sum(heights) / len(heights) if heights else 0


def _spread_apart(
    wanted: list[float], heights: list[float], limit: float | None = None
) -> list[float]:
    """Move middles apart until no boxes overlap, within the limit if they fit."""
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


def _draw_edge(a: Node, b: Node) -> list[Shape]:
    """Draw a curve between two columns, with an arrowhead at its end."""
    rightwards = a.x < b.x
    start = a.x + a.width if rightwards else a.x
    end = b.x - ARROW if rightwards else b.x + b.width + ARROW
    half = (start + end) / 2
    path = f"M{start:g} {a.y:g}C{half:g} {a.y:g} {half:g} {b.y:g} {end:g} {b.y:g}"
    return [
        CurveShape("edge", path),
        MarkShape("edge-end", end, b.y, "right" if rightwards else "left"),
    ]


# As a tree: each dispatch, and under it the articles that go back to it.


def _draw_tree(collation: Collation, drawn: list[Derivation], description: str) -> Drawing:
    groups: dict[str, list[Article]] = defaultdict(list)
    for article in collation.articles:
        groups[article.dispatch or article.id].append(article)
    besides: dict[str, list[str]] = defaultdict(list)
    for derivation in _list_others(collation, drawn):
        besides[derivation.article.id].append(_get_title(collation, derivation))
    colours = _number_colours(collation)
    shapes: list[Shape] = []
    top = TREE_TOP
    for name, articles in groups.items():
        colour = colours.get(("article", articles[0].id), 0)
        root = collation.dossier.origins.get(name)
        if root:
            agency = collation.dossier.entities[root.agency].title if root.agency else None
            top = _draw_leaf(
                shapes, ("dispatch", colour), root.title, f"by {agency}" if agency else "", 0, top
            )
        trunk, branches = top, [top]
        for article in articles:
            second = _describe_others(besides[article.id], has_dispatch=root is not None)
            begin, indent = top + LEAF_GAP, LEAF_INDENT if root else 0
            top = _draw_leaf(
                shapes,
                ("article", colour),
                article.label,
                second,
                indent,
                begin,
            )
            branches.append(begin + BRANCH_Y)
        if root:
            shapes.append(CurveShape("edge", f"M{TRUNK} {trunk:g}V{branches[-1]:g}"))
            for y in branches[1:]:
                shapes.append(CurveShape("edge", f"M{TRUNK} {y:g}H{BRANCH_END}"))
                shapes.append(MarkShape("edge-end", BRANCH_END, y, "right"))
        top += GROUP_GAP
    return Drawing(
        name="lineage-narrow",
        title="Who draws on whom",
        description=description,
        width=TREE_WIDTH,
        height=top,
        shapes=shapes,
    )


def _describe_others(named: list[str], *, has_dispatch: bool) -> str:
    """What an article draws on besides its dispatch, in words."""
    if not named:
        return "" if has_dispatch else "draws on no named source"
    return f"{'also ' if has_dispatch else ''}draws on {', '.join(named)}"


def _draw_leaf(
    shapes: list[Shape],
    look: tuple[str, int],
    title: str,
    second: str,
    indent: float,
    top: float,
) -> float:
    """Add a box that fills the rest of the width, and return where it ends.

    Its look is its kind and the number of its witness's colour.
    """
    room = TREE_WIDTH - indent - LEAF_SIDES
    lines = [("node", line) for line in wrap_text("node", title, room)]
    lines += [("node-second", line) for line in wrap_text("node-second", second, room)]
    height = len(lines) * TEXT_HEIGHT + BOX_PADDING
    width = TREE_WIDTH - indent - 2 * LEAF_BORDER
    kind, colour = look
    shapes.append(BoxShape(kind, indent + LEAF_BORDER, top, width, height, colour))
    for index, (role, line) in enumerate(lines):
        shapes.append(
            TextShape(role, indent + LEAF_WORDS, top + LEAF_BASELINE + index * TEXT_HEIGHT, line)
        )
    return top + height
