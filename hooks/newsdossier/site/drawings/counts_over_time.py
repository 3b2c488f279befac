"""Counts against time: days to the right, numbers upwards.

All x are hundredths of the picture's width, all y and heights pixels.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsdossier.analysis.values import Interval
from newsdossier.site.drawings.points import LabelLine, Point, draw_sign, wrap_label
from newsdossier.site.drawings.scales import (
    Scale,
    add_margin,
    extend_to_months,
    list_day_ticks,
    list_ticks,
    show_briefly,
)
from newsdossier.site.drawings.shapes import LINE, BoxShape, LineShape, MarkShape, Shape, TextShape

#: Where the days begin and end, in hundredths of the width.
FIRST_DAY, LAST_DAY = 12, 94
#: From where on, in hundredths, a tick's words would run over the picture's right edge.
TICK_EDGE = 89
#: How wide a label may be beside a mark in the middle, in pixels.
LABEL_WIDTH = 150
#: The share of the numbers' range that is left free above and below them.
NUMBER_MARGIN = 0.2
#: The least height of the plot, and how much more than its labels it has, in pixels.
LEAST_HEIGHT, HEIGHT_BESIDE_LABELS = 220, 60
#: How many times as high as the labels the plot is, so that few of them have to move.
LABEL_STRETCH = 1.4
#: The plot's padding at the top, for numbers and for open bounds, and at the bottom, in pixels.
TOP_PADDING, OPEN_PADDING, BOTTOM_PADDING = 26, 8, 6
#: How long a tick is, how far below the axis its words stand, and where the picture ends.
TICK_LENGTH, TICK_WORDS, AXIS_HEIGHT = 5, 19, 26
#: How far above its line in the grid a number stands, in pixels.
GRID_WORDS = 4
#: The gap beneath a label, and how far a label's first line is from its mark, in pixels.
LABEL_GAP, BENEATH_MARK, BESIDE_MARK = 14, 20, -2
#: How far a label beside its mark is moved to the side, in pixels.
LABEL_OFFSET = 12
#: How far below the axis labels may reach, and where a leader ends above a label, in pixels.
LABEL_OVERHANG, LEADER_END = 8, 4


def draw_over_time(points: list[Point], top: float) -> tuple[list[Shape], float]:
    """A panel of points, and where it ends."""
    labels = [wrap_label(point, LABEL_WIDTH) for point in points]
    needed = sum(map(_measure_label, labels))
    bottom = top + max(LEAST_HEIGHT, needed * LABEL_STRETCH + HEIGHT_BESIDE_LABELS)
    low, high = add_margin([end for point in points for end in point.ends()], NUMBER_MARGIN)
    y = Scale(low, high, bottom - BOTTOM_PADDING, top + TOP_PADDING)
    days = [end for point in points for end in (point.time.low, point.time.high)]
    first, last = extend_to_months(min(days), max(days))
    x = Scale(first, last, FIRST_DAY, LAST_DAY)
    shapes: list[Shape] = [
        *_draw_numbers(low, high, y),
        LineShape("axis", 0, bottom, 100, bottom),
        *_draw_days(Interval(first, last), x, bottom),
    ]
    for point in points:
        shapes += _draw_point(point, x, y, top + OPEN_PADDING, bottom)
    shapes += _place_labels(points, labels, x, y, bottom)
    return shapes, bottom + AXIS_HEIGHT


def _measure_label(label: list[LabelLine]) -> float:
    return len(label) * LINE + LABEL_GAP


def _draw_numbers(low: float, high: float, y: Scale) -> Iterator[Shape]:
    for number in list_ticks(low, high):
        yield LineShape("grid", 0, y(number), 100, y(number))
        yield TextShape("tick", 0, y(number) - GRID_WORDS, show_briefly(number))


def _draw_days(span: Interval, x: Scale, bottom: float) -> Iterator[Shape]:
    for day, shown in list_day_ticks(span):
        at = x(day)
        anchor = "middle" if FIRST_DAY < at < TICK_EDGE else "start" if at <= FIRST_DAY else "end"
        yield LineShape("axis", at, bottom, at, bottom + TICK_LENGTH)
        yield TextShape("tick", at, bottom + TICK_WORDS, shown, anchor)


def _draw_point(point: Point, x: Scale, y: Scale, top: float, bottom: float) -> list[Shape]:
    """A number at a time, each of them exact, a stretch, or open at an end."""
    role, at = point.role, y(point.number)
    start, end = x(point.time.low), x(point.time.high)
    middle = round((start + end) / 2, 2)
    upper = top if point.more else y(point.value.high)
    lower = bottom if point.fewer else y(point.value.low)
    if not point.more and not point.fewer:
        at = round((upper + lower) / 2, 2)
    if point.more:
        lower = at
    if point.fewer:
        upper = at
    shapes: list[Shape] = []
    if end > start and lower > upper:
        width, height = round(end - start, 2), round(lower - upper, 2)
        shapes.append(BoxShape(f"reach-{role}", start, upper, width, height))
    if lower > upper:
        shapes.append(LineShape(role, middle, upper, middle, lower))
        shapes.append(MarkShape(role, middle, upper, "up" if point.more else "cap"))
        shapes.append(MarkShape(role, middle, lower, "down" if point.fewer else "cap"))
    if end > start:
        shapes.append(LineShape(role, start, at, end, at))
        shapes += [MarkShape(role, start, at, "end"), MarkShape(role, end, at, "end")]
    return shapes + draw_sign(point, middle, at)


def _place_labels(
    points: list[Point], labels: list[list[LabelLine]], x: Scale, y: Scale, bottom: float
) -> Iterator[Shape]:
    """Place labels beside their signs without overlap; a moved one has a line to its sign."""
    free = 0.0
    rest = sum(map(_measure_label, labels))
    for point, label in zip(points, labels, strict=True):
        start, end = x(point.time.low), x(point.time.high)
        middle, at = round((start + end) / 2, 2), y(point.number)
        is_left = middle < 50
        is_beneath = end > start or point.fewer
        wanted = at + (BENEATH_MARK if is_beneath else BESIDE_MARK)
        first = max(min(wanted, bottom - rest + LABEL_OVERHANG), free)
        if first - wanted > LINE:
            leader_end = round(first - LINE + LEADER_END, 2)
            yield LineShape("leader", middle, at, middle, leader_end)
        edge = middle if not is_beneath else start if is_left else end
        offset = 0 if is_beneath else LABEL_OFFSET if is_left else -LABEL_OFFSET
        for index, (role, line) in enumerate(label):
            line_y = round(first + index * LINE, 2)
            yield TextShape(role, edge, line_y, line, "start" if is_left else "end", offset)
        free = first + _measure_label(label)
        rest -= _measure_label(label)
