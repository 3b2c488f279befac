"""The counts that answer a question: against time where that differs, else each on one line."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from newsdossier.analysis import wording
from newsdossier.analysis.collate import Collation
from newsdossier.analysis.rows import Row, SourcedAnswer
from newsdossier.analysis.values import Interval
from newsdossier.model import Bound, Status
from newsdossier.site.drawings.lettering import wrap_text
from newsdossier.site.drawings.scales import Scale, around, day_ticks, exact, figure, months, ticks
from newsdossier.site.drawings.shapes import (
    LINE,
    BoxShape,
    Drawing,
    Key,
    LineShape,
    MarkShape,
    Shape,
    Table,
    TextShape,
)

LEFT, RIGHT = 12, 97
#: How wide a label may be beside a mark in the middle, and across the whole picture, in pixels:
#: on a telephone a picture is 290 to 360 wide.
BESIDE, ACROSS = 150, 288

KEYS = {
    "exact": Key("held", "dot", "the number that is given"),
    "more": Key("held", "up", "at least so many, or more"),
    "fewer": Key("held", "down", "at most so many, or fewer"),
    "reach": Key("held", "cap", "how far “about” reaches"),
    "span": Key("held", "end", "the time is known as a span only"),
    "withdrawn": Key("withdrawn", "cross", "taken back or denied: crossed out, and not compared"),
    "imagined": Key("withdrawn", "ring", "only imagined, and not compared"),
}


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
        """Whether the answers are held up."""
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


def counts(collation: Collation, row: Row) -> Drawing | None:
    """The answers of a counted question; None where there is none.

    Answers of different `of` are not to be compared: each has a panel and a scale of its own.
    """
    panels: dict[str | None, list[SourcedAnswer]] = defaultdict(list)
    for sourced in row.answers:
        panels[sourced.answer.of].append(sourced)
    if not panels:
        return None
    shapes: list[Shape] = []
    height = 4.0
    points: list[Point] = []
    against_time = False
    for of, answers in panels.items():
        if of:
            shapes.append(TextShape("panel", 0, height + 14, of))
            height += 22
        found = _points(collation, answers)
        against_time = against_time or _times(found) > 1
        drawn, height = (_against_time if _times(found) > 1 else _strips)(found, height)
        shapes += drawn
        points += found
    return Drawing(
        name="counts",
        title=f"{row.question.label}: the numbers given",
        description=_described(collation, row),
        height=height,
        shapes=shapes,
        table=_table(collation, row),
        caption=_caption(row, against_time),
        keys=[KEYS[key] for key in _kinds(points)],
    )


def _caption(row: Row, against_time: bool) -> str:
    unit = row.question.unit or row.question.label
    if against_time:
        return f"Upwards: {unit}. To the right: the time at which the claim holds."
    return f"To the right: {unit}."


def _times(points: list[Point]) -> int:
    return len({point.time for point in points})


def _points(collation: Collation, answers: list[SourcedAnswer]) -> list[Point]:
    """Equal answers of one time under one mark, the smallest number last."""
    alike: dict[tuple[object, ...], list[SourcedAnswer]] = defaultdict(list)
    for one in answers:
        answer = one.answer
        alike[one.value, one.time, answer.status, tuple(answer.by), answer.on].append(one)
    points = [_point(collation, some) for some in alike.values()]
    return sorted(points, key=lambda point: (-point.number, point.time.low))


def _point(collation: Collation, answers: list[SourcedAnswer]) -> Point:
    first = answers[0]
    assert isinstance(first.value, Interval)
    return Point(
        answers=answers,
        number=float((first.answer.read_as or first.answer).value[0]),
        value=first.value,
        time=first.time,
        role="held" if first.counts else "withdrawn",
        label=[_compared(first) + _status(collation, first), *map(_article, _each_once(answers))],
    )


def _each_once(answers: list[SourcedAnswer]) -> list[SourcedAnswer]:
    """An article that says the same twice is named once."""
    return list({one.article.id: one for one in reversed(answers)}.values())[::-1]


def _compared(sourced: SourcedAnswer) -> str:
    """A number with its bound, as it is compared."""
    compared = sourced.answer.read_as or sourced.answer
    return f"{wording.BOUNDS[compared.bound]}{wording.number(compared.value[0])}"


def _printed(sourced: SourcedAnswer) -> str:
    return f"{wording.BOUNDS[sourced.answer.bound]}{wording.number(sourced.answer.value[0])}"


def _article(sourced: SourcedAnswer) -> str:
    label = sourced.article.label
    return f"{label} (prints {_printed(sourced)})" if sourced.answer.read_as else label


def _status(collation: Collation, sourced: SourcedAnswer) -> str:
    """What became of an answer that is not held up: by whom, when."""
    answer = sourced.answer
    if not (shown := wording.STATUSES[answer.status]):
        return ""
    titles = [collation.dossier.entities[name].title for name in answer.by]
    by = f" by {wording.joined(titles)}" if titles else ""
    on = f", {wording.day(answer.on)}" if answer.on else ""
    return f" – {shown}{by}{on}"


def _described(collation: Collation, row: Row) -> str:
    told = [
        f"{_article(sourced)}: {f'{sourced.answer.of}, ' if sourced.answer.of else ''}"
        f"{_compared(sourced)}{_status(collation, sourced)}, as of {_time(sourced)}"
        for sourced in row.answers
    ]
    return f"{'; '.join(told)}."


def _time(sourced: SourcedAnswer) -> str:
    return wording.day(sourced.answer.as_of or sourced.article.issued.date)


def _table(collation: Collation, row: Row) -> Table:
    return Table(
        caption=f"{row.question.label}: the numbers of the picture",
        head=["Article", "Holds at", "Answer", "At least", "At most"],
        rows=[_numbers(collation, sourced) for sourced in row.answers],
    )


def _numbers(collation: Collation, sourced: SourcedAnswer) -> list[str]:
    assert isinstance(sourced.value, Interval)
    of = f"{sourced.answer.of}: " if sourced.answer.of else ""
    return [
        _article(sourced),
        _time(sourced),
        f"{of}{_compared(sourced)}{_status(collation, sourced)}",
        exact(sourced.value.low),
        "open" if math.isinf(sourced.value.high) else exact(sourced.value.high),
    ]


def _kinds(points: list[Point]) -> Iterator[str]:
    """The signs that a picture has, for its key."""
    there = {
        "exact": any(p.role == "held" for p in points),
        "more": any(p.more for p in points),
        "fewer": any(p.fewer for p in points),
        "reach": any(_reaches(p) for p in points),
        "span": any(p.time.low != p.time.high for p in points) and _times(points) > 1,
        "withdrawn": any(_crossed(p) for p in points),
        "imagined": any(p.status is Status.HYPOTHETICAL for p in points),
    }
    yield from (kind for kind, drawn in there.items() if drawn)


def _reaches(point: Point) -> bool:
    return not (point.more or point.fewer) and point.value.low != point.value.high


def _crossed(point: Point) -> bool:
    return point.status not in (Status.ASSERTED, Status.HYPOTHETICAL)


# Against time: days to the right, numbers upwards.


def _against_time(points: list[Point], top: float) -> tuple[list[Shape], float]:
    labels = [_wrapped(point, BESIDE) for point in points]
    height = max(220, sum(len(label) * LINE + 14 for label in labels) * 1.4 + 60)
    low, high = around([end for point in points for end in point.ends()], 0.2)
    y = Scale(low, high, top + height - 6, top + 26)
    days = [end for point in points for end in (point.time.low, point.time.high)]
    first, last = months(min(days), max(days))
    x = Scale(first, last, LEFT, RIGHT - 3)
    shapes: list[Shape] = []
    for number in ticks(low, high):
        shapes.append(LineShape("grid", 0, y(number), 100, y(number)))
        shapes.append(TextShape("tick", 0, y(number) - 4, figure(number)))
    shapes.append(LineShape("axis", 0, top + height, 100, top + height))
    for day, shown in day_ticks(Interval(first, last)):
        anchor = "middle" if LEFT < x(day) < RIGHT - 8 else "start" if x(day) <= LEFT else "end"
        shapes.append(LineShape("axis", x(day), top + height, x(day), top + height + 5))
        shapes.append(TextShape("tick", x(day), top + height + 19, shown, anchor))
    for point in points:
        shapes += _mark(point, x, y, top + 8, top + height)
    shapes += _labels(points, labels, x, y, top + height)
    return shapes, top + height + 26


def _mark(point: Point, x: Scale, y: Scale, top: float, bottom: float) -> list[Shape]:
    """A number at a time, each of them exact, a stretch, or open at an end."""
    role, at = point.role, y(point.number)
    start, end = x(point.time.low), x(point.time.high)
    middle = round((start + end) / 2, 2)
    upper = top if point.more else y(point.value.high)
    lower = bottom if point.fewer else y(point.value.low)
    if not point.more and not point.fewer:
        at = round((upper + lower) / 2, 2)
    shapes: list[Shape] = []
    if point.more:
        lower = at
    if point.fewer:
        upper = at
    if end > start and lower > upper:
        area = BoxShape(
            f"reach-{role}", start, upper, round(end - start, 2), round(lower - upper, 2)
        )
        shapes.append(area)
    if lower > upper:
        shapes.append(LineShape(role, middle, upper, middle, lower))
        shapes.append(MarkShape(role, middle, upper, "up" if point.more else "cap"))
        shapes.append(MarkShape(role, middle, lower, "down" if point.fewer else "cap"))
    if end > start:
        shapes.append(LineShape(role, start, at, end, at))
        shapes += [MarkShape(role, start, at, "end"), MarkShape(role, end, at, "end")]
    return shapes + _sign(point, middle, at)


def _sign(point: Point, x: float, y: float) -> list[Shape]:
    """The number itself: full where it is held up, hollow where not, crossed where taken back."""
    shapes: list[Shape] = [MarkShape(point.role, x, y, "dot" if point.role == "held" else "ring")]
    if _crossed(point):
        shapes.append(MarkShape("crossed", x, y, "cross"))
    return shapes


def _wrapped(point: Point, width: float) -> list[tuple[str, str]]:
    """A point's label in lines: what it says, then who says so."""
    says, *who = point.label
    role = "label" if point.role == "held" else "label-withdrawn"
    return [
        *((role, line) for line in wrap_text(role, says, width)),
        *(("who", line) for one in who for line in wrap_text("who", one, width)),
    ]


def _labels(
    points: list[Point], labels: list[list[tuple[str, str]]], x: Scale, y: Scale, bottom: float
) -> Iterator[Shape]:
    """Labels beside their marks, none over another; one that had to move has a line to its mark."""
    free = 0.0
    rest = sum(len(label) * LINE + 14 for label in labels)
    for point, label in zip(points, labels, strict=True):
        start, end = x(point.time.low), x(point.time.high)
        middle, at = round((start + end) / 2, 2), y(point.number)
        left = middle < 50
        under = end > start or point.fewer
        wanted = at + (20 if under else -2)
        first = max(min(wanted, bottom - rest + 8), free)
        if first - wanted > LINE:
            yield LineShape("leader", middle, at, middle, round(first - LINE + 4, 2))
        for index, (role, line) in enumerate(label):
            height = round(first + index * LINE, 2)
            edge = (start if under else middle) if left else (end if under else middle)
            away = 0 if under else 12 if left else -12
            yield TextShape(role, edge, height, line, "start" if left else "end", away)
        free = first + len(label) * LINE + 14
        rest -= len(label) * LINE + 14


# All at one time: a line for each number.


def _strips(points: list[Point], top: float) -> tuple[list[Shape], float]:
    low, high = around([end for point in points for end in point.ends()], 0.25)
    x = Scale(low, high, 3, RIGHT)
    shapes: list[Shape] = []
    for point in points:
        for role, line in _in_one_line(point):
            top += LINE
            shapes.append(TextShape(role, 0, top, line))
        top += 16
        shapes += _stretch(point, x, top)
        top += 10
    top += 6
    shapes.append(LineShape("axis", 0, top, 100, top))
    for number in ticks(low, high):
        anchor = "middle" if 8 < x(number) < 90 else "start" if x(number) <= 8 else "end"
        shapes.append(LineShape("axis", x(number), top, x(number), top + 5))
        shapes.append(TextShape("tick", x(number), top + 19, figure(number), anchor))
    return shapes, top + 28


def _in_one_line(point: Point) -> list[tuple[str, str]]:
    says, *who = point.label
    role = "label" if point.role == "held" else "label-withdrawn"
    return [(role, line) for line in wrap_text(role, f"{says}: {wording.joined(who)}", ACROSS)]


def _stretch(point: Point, x: Scale, y: float) -> list[Shape]:
    """A number as a stretch of the axis, open at an end where its bound is."""
    at = x(point.number)
    start = 0.0 if point.fewer else at if point.more else x(point.value.low)
    end = 99.0 if point.more else at if point.fewer else x(point.value.high)
    shapes: list[Shape] = [LineShape("rail", 0, y, 100, y)]
    if end > start:
        shapes.append(LineShape(point.role, start, y, end, y))
        shapes.append(MarkShape(point.role, start, y, "left" if point.fewer else "end"))
        shapes.append(MarkShape(point.role, end, y, "right" if point.more else "end"))
    return shapes + _sign(point, at, y)
