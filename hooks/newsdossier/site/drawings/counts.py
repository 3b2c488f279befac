"""Pictures of the counts that answer a question: over time, or each on a line."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator

from newsdossier.analysis import wording
from newsdossier.analysis.answers import SourcedAnswer
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.rows import Row
from newsdossier.analysis.values import Interval
from newsdossier.model import Status
from newsdossier.site.drawings.counts_on_lines import draw_on_lines
from newsdossier.site.drawings.counts_over_time import draw_over_time
from newsdossier.site.drawings.points import Point
from newsdossier.site.drawings.scales import show_exactly
from newsdossier.site.drawings.shapes import Drawing, Key, Shape, Table, TextShape

#: The picture's padding at the top, and of a panel's title its baseline and height, in pixels.
TOP_PADDING, TITLE_BASELINE, TITLE_HEIGHT = 4.0, 14, 22

KEYS = {
    "exact": Key("held", "dot", "the number that is given"),
    "more": Key("held", "up", "at least so many, or more"),
    "fewer": Key("held", "down", "at most so many, or fewer"),
    "reach": Key("held", "cap", "how far “about” or “nearly” reaches"),
    "span": Key("held", "end", "the time is known as a span only"),
    "withdrawn": Key("withdrawn", "cross", "taken back or denied: crossed out, and not compared"),
    "imagined": Key("withdrawn", "ring", "only imagined, and not compared"),
}


def draw_counts(collation: Collation, row: Row) -> Drawing | None:
    """The answers of a counted question; None where there is none.

    Answers of different `of` are not to be compared: each has a panel and a scale of its own.
    """
    panels: dict[str | None, list[SourcedAnswer]] = defaultdict(list)
    for sourced in row.answers:
        panels[sourced.answer.of].append(sourced)
    if not panels:
        return None
    shapes: list[Shape] = []
    height = TOP_PADDING
    points: list[Point] = []
    against_time = False
    for of, answers in panels.items():
        if of:
            shapes.append(TextShape("panel-title", 0, height + TITLE_BASELINE, of))
            height += TITLE_HEIGHT
        found = _gather_points(collation, answers)
        against_time = against_time or _count_times(found) > 1
        drawn, height = (draw_over_time if _count_times(found) > 1 else draw_on_lines)(
            found, height
        )
        shapes += drawn
        points += found
    return Drawing(
        name="counts",
        title=f"{row.question.label}: the numbers given",
        description=_describe(collation, row),
        height=height,
        shapes=shapes,
        table=_build_table(collation, row),
        caption=_write_caption(row, against_time),
        keys=[KEYS[key] for key in _list_signs(points)],
    )


def _write_caption(row: Row, against_time: bool) -> str:
    unit = row.question.unit or row.question.label
    if against_time:
        return f"Upwards: {unit}. To the right: the time at which the claim holds."
    return f"To the right: {unit}."


def _count_times(points: list[Point]) -> int:
    return len({point.time for point in points})


def _gather_points(collation: Collation, answers: list[SourcedAnswer]) -> list[Point]:
    """Gather equal answers of one time under one sign, the smallest number last."""
    alike: dict[tuple[object, ...], list[SourcedAnswer]] = defaultdict(list)
    for one in answers:
        answer = one.answer
        alike[one.value, one.time, answer.status, tuple(answer.by), answer.on].append(one)
    points = [_build_point(collation, some) for some in alike.values()]
    return sorted(points, key=lambda point: (-point.number, point.time.low))


def _build_point(collation: Collation, answers: list[SourcedAnswer]) -> Point:
    first = answers[0]
    assert isinstance(first.value, Interval)
    return Point(
        answers=answers,
        number=float((first.answer.read_as or first.answer).value[0]),
        value=first.value,
        time=first.time,
        role="held" if first.is_asserted else "withdrawn",
        label=[
            _show_compared(first) + _show_status(collation, first),
            *map(_name_article, _drop_repeated(answers)),
        ],
    )


def _drop_repeated(answers: list[SourcedAnswer]) -> list[SourcedAnswer]:
    """Keep one answer of each article."""
    return list({one.article.id: one for one in reversed(answers)}.values())[::-1]


def _show_compared(sourced: SourcedAnswer) -> str:
    """A number with its bound, as it is compared."""
    compared = sourced.answer.read_as or sourced.answer
    return f"{wording.BOUNDS[compared.bound]}{wording.number(compared.value[0])}"


def _show_printed(sourced: SourcedAnswer) -> str:
    return f"{wording.BOUNDS[sourced.answer.bound]}{wording.number(sourced.answer.value[0])}"


def _name_article(sourced: SourcedAnswer) -> str:
    label = sourced.article.label
    return f"{label} (prints {_show_printed(sourced)})" if sourced.answer.read_as else label


def _show_status(collation: Collation, sourced: SourcedAnswer) -> str:
    """Say how an answer was withdrawn: by whom and when."""
    answer = sourced.answer
    if not (shown := wording.STATUSES[answer.status]):
        return ""
    titles = [collation.dossier.entities[name].title for name in answer.by]
    by = f" by {wording.joined(titles)}" if titles else ""
    on = f", {wording.day(answer.on)}" if answer.on else ""
    return f" – {shown}{by}{on}"


def _describe(collation: Collation, row: Row) -> str:
    told = [
        f"{_name_article(sourced)}: {f'{sourced.answer.of}, ' if sourced.answer.of else ''}"
        f"{_show_compared(sourced)}{_show_status(collation, sourced)}, as of {_show_time(sourced)}"
        for sourced in row.answers
    ]
    return f"{'; '.join(told)}."


def _show_time(sourced: SourcedAnswer) -> str:
    return wording.day(sourced.answer.as_of or sourced.article.issued.date)


def _build_table(collation: Collation, row: Row) -> Table:
    return Table(
        caption=f"{row.question.label}: the numbers of the picture",
        head=["Article", "Holds at", "Answer", "At least", "At most"],
        rows=[_list_numbers(collation, sourced) for sourced in row.answers],
    )


def _list_numbers(collation: Collation, sourced: SourcedAnswer) -> list[str]:
    assert isinstance(sourced.value, Interval)
    of = f"{sourced.answer.of}: " if sourced.answer.of else ""
    return [
        _name_article(sourced),
        _show_time(sourced),
        f"{of}{_show_compared(sourced)}{_show_status(collation, sourced)}",
        show_exactly(sourced.value.low),
        "open" if math.isinf(sourced.value.high) else show_exactly(sourced.value.high),
    ]


def _list_signs(points: list[Point]) -> Iterator[str]:
    """The signs that a picture has, for its key."""
    there = {
        "exact": any(p.is_held for p in points),
        "more": any(p.more for p in points),
        "fewer": any(p.fewer for p in points),
        "reach": any(p.has_reach for p in points),
        "span": any(p.time.low != p.time.high for p in points) and _count_times(points) > 1,
        "withdrawn": any(p.is_crossed for p in points),
        "imagined": any(p.status is Status.HYPOTHETICAL for p in points),
    }
    yield from (kind for kind, drawn in there.items() if drawn)
