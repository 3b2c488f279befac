"""Counts of one time: a line for each number, numbers to the right.

All x are hundredths of the picture's width, all y and heights pixels.
"""

from __future__ import annotations

from newsdossier.site.drawings.points import Point, draw_sign, wrap_label_as_sentence
from newsdossier.site.drawings.scales import Scale, add_margin, list_ticks, show_briefly
from newsdossier.site.drawings.shapes import LINE, LineShape, MarkShape, Shape, TextShape

#: Where the numbers begin and end, and where one that is open upwards ends, in hundredths.
FIRST_NUMBER, LAST_NUMBER, OPEN_END = 3, 97, 99.0
#: Between which x, in hundredths, a tick's words fit on both sides of it.
TICK_EDGES = 8, 90
#: How wide a label may be across the picture, in pixels: on a telephone that is 290 to 360 wide.
LABEL_WIDTH = 288
#: The share of the numbers' range that is left free on both sides.
NUMBER_MARGIN = 0.25
#: The gaps between a label and its line, a line and the next label, and above the axis, in pixels.
LABEL_GAP, LINE_GAP, AXIS_GAP = 16, 10, 6
#: How long a tick is, how far below the axis its words stand, and where the picture ends.
TICK_LENGTH, TICK_WORDS, AXIS_HEIGHT = 5, 19, 28


def draw_on_lines(points: list[Point], top: float) -> tuple[list[Shape], float]:
    """A panel of points, and where it ends."""
    low, high = add_margin([end for point in points for end in point.ends()], NUMBER_MARGIN)
    x = Scale(low, high, FIRST_NUMBER, LAST_NUMBER)
    shapes: list[Shape] = []
    for point in points:
        for role, line in wrap_label_as_sentence(point, LABEL_WIDTH):
            top += LINE
            shapes.append(TextShape(role, 0, top, line))
        top += LABEL_GAP
        shapes += _draw_stretch(point, x, top)
        top += LINE_GAP
    top += AXIS_GAP
    shapes.append(LineShape("axis", 0, top, 100, top))
    left, right = TICK_EDGES
    for number in list_ticks(low, high):
        at = x(number)
        anchor = "middle" if left < at < right else "start" if at <= left else "end"
        shapes.append(LineShape("axis", at, top, at, top + TICK_LENGTH))
        shapes.append(TextShape("tick", at, top + TICK_WORDS, show_briefly(number), anchor))
    return shapes, top + AXIS_HEIGHT


def _draw_stretch(point: Point, x: Scale, y: float) -> list[Shape]:
    """A number as a stretch of the axis, open at an end where its bound is."""
    at = x(point.number)
    start = 0.0 if point.fewer else at if point.more else x(point.value.low)
    end = OPEN_END if point.more else at if point.fewer else x(point.value.high)
    shapes: list[Shape] = [LineShape("rail", 0, y, 100, y)]
    if end > start:
        shapes.append(LineShape(point.role, start, y, end, y))
        shapes.append(MarkShape(point.role, start, y, "left" if point.fewer else "end"))
        shapes.append(MarkShape(point.role, end, y, "right" if point.more else "end"))
    return shapes + draw_sign(point, at, y)
