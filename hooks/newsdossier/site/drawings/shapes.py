"""Shapes that pictures are made of; each has a role that the style sheet colours."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from markupsafe import Markup

#: How high a line of words is.
LINE = 16

#: Signs drawn around a point; what they mean never hangs on their colour.
SIGNS = {
    "dot": "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z",
    "square": "M-5 -5h10v10h-10z",
    "diamond": "M-6 0l6 -6l6 6l-6 6z",
    "left": "M3 -6l-10 6l10 6z",
    "right": "M-3 -6l10 6l-10 6z",
    "end": "M0 -6v12",
    "span": "M-11 -4h22v8h-22z",
    "full": "M-8 -8h16v16h-16z",
    "ring": "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z",
    "struck": "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0zM-4.2 4.2l8.4 -8.4",
    "query": "M-5 -5l10 10m0 -10l-10 10",
}


@dataclass(frozen=True)
class LineShape:
    """A straight line."""

    shape: ClassVar[str] = "line"
    role: str
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True)
class BoxShape:
    """A rectangle by its upper left corner, in the colour of a witness if it has its number."""

    shape: ClassVar[str] = "box"
    role: str
    x: float
    y: float
    width: float
    height: float
    colour: int = 0


@dataclass(frozen=True)
class CurveShape:
    """A line of any form, as the data of an SVG path; for pictures of a fixed width."""

    shape: ClassVar[str] = "curve"
    role: str
    path: str


@dataclass(frozen=True)
class MarkShape:
    """A sign at a point."""

    shape: ClassVar[str] = "mark"
    role: str
    x: float
    y: float
    sign: str

    @property
    def path(self) -> Markup:
        """The sign's form around the point."""
        return Markup(SIGNS[self.sign])


@dataclass(frozen=True)
class TextShape:
    """A line of text; `beside` moves it right by pixels, `upright` turns it upwards."""

    shape: ClassVar[str] = "words"
    role: str
    x: float
    y: float
    text: str
    anchor: str = "start"
    beside: float = 0
    upright: bool = False


@dataclass(frozen=True)
class LinkShape:
    """Shapes that lead to a page; the label is what a screen reader says of them."""

    shape: ClassVar[str] = "link"
    target: str
    label: str
    shapes: list[Shape]


Shape = LineShape | BoxShape | CurveShape | MarkShape | TextShape | LinkShape


@dataclass(frozen=True)
class Table:
    """A picture's numbers, the first cell of each row being its heading."""

    caption: str
    head: list[str]
    rows: list[list[str]]


@dataclass(frozen=True)
class Key:
    """A sign of a picture and what it means."""

    role: str
    sign: str
    meaning: str

    @property
    def path(self) -> Markup:
        """The sign's form."""
        return Markup(SIGNS[self.sign])


@dataclass(frozen=True)
class Drawing:
    """A picture, with a title, a description and a table for those who cannot see it.

    Where it has no width it takes what there is: all x and widths are then hundredths of that, all
    else pixels, so that its words are as large on a telephone as on paper.
    """

    name: str
    title: str
    description: str
    height: float
    shapes: list[Shape]
    width: float | None = None
    table: Table | None = None
    caption: str | None = None
    keys: list[Key] = field(default_factory=list)

    @property
    def leads(self) -> bool:
        """Whether parts of it are links: then it is a group of these, not one image."""
        return any(isinstance(shape, LinkShape) for shape in self.shapes)
