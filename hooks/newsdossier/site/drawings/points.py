"""Points of the pictures of counts: equal answers under one sign, with their labels."""

from __future__ import annotations

import math
from dataclasses import dataclass

from newsdossier.analysis import wording
from newsdossier.analysis.answers import SourcedAnswer
from newsdossier.analysis.values import Interval
from newsdossier.model import Bound, Status
from newsdossier.site.drawings.lettering import wrap_text
from newsdossier.site.drawings.shapes import MarkShape, Shape

#: A line of a label: its role and its words.
LabelLine = tuple[str, str]

#: The role of the lines that say who gives a number.
SPEAKERS = "label-speakers"


@dataclass(frozen=True)
class Point:
    """The answers of one number, one time and one status: one mark, labelled by its articles."""

    answers: list[SourcedAnswer]
    number: float
    value: Interval
    time: Interval
    role: str
    label: list[str]

    @property
    def status(self) -> Status:
        """The status that all the answers have."""
        return self.answers[0].answer.status

    @property
    def more(self) -> bool:
        """Whether it may be any number above."""
        return math.isinf(self.value.high)

    @property
    def fewer(self) -> bool:
        """Whether it may be any number below."""
        answer = self.answers[0].answer
        return (answer.read_as or answer).bound in (Bound.LT, Bound.LTE)

    def ends(self) -> list[float]:
        """The numbers that the axis must have."""
        reach = [] if self.more or self.fewer else [self.value.low, self.value.high]
        return [self.number, *reach]

    @property
    def is_held(self) -> bool:
        """Whether the answers count."""
        return self.role == "held"

    @property
    def is_crossed(self) -> bool:
        """Whether the answers were retracted or denied."""
        return self.status not in (Status.ASSERTED, Status.HYPOTHETICAL)

    @property
    def has_reach(self) -> bool:
        """Whether it is a stretch of numbers that ends on both sides."""
        return not (self.more or self.fewer) and self.value.low != self.value.high

    @property
    def label_role(self) -> str:
        """The role of its label's first line."""
        return "label" if self.is_held else "label-withdrawn"


def draw_sign(point: Point, x: float, y: float) -> list[Shape]:
    """The number itself: full where it is held up, hollow where not, crossed where taken back."""
    shapes: list[Shape] = [MarkShape(point.role, x, y, "dot" if point.is_held else "ring")]
    if point.is_crossed:
        shapes.append(MarkShape("crossed", x, y, "cross"))
    return shapes


def wrap_label(point: Point, width: float) -> list[LabelLine]:
    """A point's label in lines of a width in pixels: what it says, then who says so."""
    says, *who = point.label
    return [
        *((point.label_role, line) for line in wrap_text(point.label_role, says, width)),
        *((SPEAKERS, line) for one in who for line in wrap_text(SPEAKERS, one, width)),
    ]


def wrap_label_as_sentence(point: Point, width: float) -> list[LabelLine]:
    """A point's label as one sentence, in lines of a width in pixels."""
    says, *who = point.label
    role, sentence = point.label_role, f"{says}: {wording.joined(who)}"
    return [(role, line) for line in wrap_text(role, sentence, width)]
