"""The dates of the story as points and spans; crowded years and months have a panel each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from newsdossier.analysis import wording
from newsdossier.analysis.dates import is_uncertain, parse_date
from newsdossier.analysis.intervals import Interval
from newsdossier.analysis.timeline import TimelineEntry
from newsdossier.site.drawings.lettering import shorten_text
from newsdossier.site.drawings.scales import Scale, list_day_ticks
from newsdossier.site.drawings.shapes import (
    BoxShape,
    Drawing,
    Key,
    LineShape,
    MarkShape,
    Shape,
    Table,
    TextShape,
)

#: How many dates a year or a month may have before it is drawn by itself.
CROWD = 4
#: How wide the words of a date may be, in pixels: on a telephone a picture is that wide.
WORDS_WIDTH = 288
#: Where the dates begin and end, and how wide a span is at least, in hundredths of the width.
LEFT, RIGHT, LEAST_SPAN = 1.5, 98.5, 1
#: Between which x, in hundredths, a tick's words fit on both sides of it.
TICK_EDGES = 8, 90
#: A panel's title: its baseline and its height, in pixels.
TITLE_BASELINE, TITLE_HEIGHT = 16, 24
#: A row: its height, the baseline of its words, the middle of its sign, a span's height, in pixels.
ROW_HEIGHT, WORDS_BASELINE, SIGN_Y, SPAN_HEIGHT = 38, 15, 26, 8
#: The gap above the axis, how long a tick is, the baseline of its words, and the panel's end.
AXIS_GAP, TICK_LENGTH, TICK_WORDS, AXIS_HEIGHT = 4, 5, 18, 34

KEYS = [
    Key("date-printed", "dot", "a day that is printed"),
    Key("date-inferred", "dot", "a day that the editor infers"),
    Key("date-printed", "square", "an article is published"),
    Key("date-printed", "span", "a span that is printed: some time within it"),
    Key("date-inferred", "span", "a span that the editor infers"),
    Key("date-many", "span", "many dates, drawn separately below"),
]


@dataclass(frozen=True)
class Entry:
    """The events of one date, or the many dates of a stretch that is drawn by itself."""

    span: Interval
    text: str
    role: str
    published: bool = False


Unit = Callable[[Interval], Interval]


def draw_timeline(entries: list[TimelineEntry]) -> Drawing | None:
    """All dates, the earliest first; None where there is none."""
    if not entries:
        return None
    dated: dict[str, list[TimelineEntry]] = defaultdict(list)
    for entry in entries:
        dated[entry.dated.date].append(entry)
    marks = [_build_entry(edtf, some) for edtf, some in dated.items()]
    shapes: list[Shape] = []
    height = 0.0
    for title, panel in _divide("All dates", marks, [_get_year, _get_month]):
        drawn, height = _draw_panel(title, panel, height)
        shapes += drawn
    return Drawing(
        name="timeline",
        title="The dates of the story",
        description=_describe(dated),
        height=height,
        shapes=shapes,
        table=Table(
            "The dates of the picture",
            ["Date", "Earliest", "Latest", "Certainty", "Told by"],
            [_list_numbers(edtf, some) for edtf, some in dated.items()],
        ),
        caption="Years and months with many dates are drawn again below, enlarged.",
        keys=KEYS,
    )


def _build_entry(edtf: str, entries: list[TimelineEntry]) -> Entry:
    first = entries[0]
    published = all(entry.sourced is None for entry in entries)
    more = f", and {len(entries) - 1} more" if len(entries) > 1 else ""
    span = show_span(parse_date(edtf))
    shown = f"[{span}]" if _choose_role(entries) == "date-inferred" else span
    told = f"{shown}: {_describe_event(first)}"
    return Entry(
        span=parse_date(edtf),
        text=shorten_text(_choose_label_role(published), told, WORDS_WIDTH, more),
        role=_choose_role(entries),
        published=published,
    )


def _choose_label_role(published: bool) -> str:
    return "label" if published else "label-plain"


def _describe_event(entry: TimelineEntry) -> str:
    if entry.sourced is None:
        return f"{entry.article.label} is published"
    return entry.sourced.statement.says.rstrip(".")


def _choose_role(entries: list[TimelineEntry]) -> str:
    """Tell a printed date from an inferred one: one article that prints it is enough."""
    printed = any(entry.dated.because is None for entry in entries)
    return "date-printed" if printed else "date-inferred"


def _describe(dated: dict[str, list[TimelineEntry]]) -> str:
    spans = [edtf for edtf in dated if is_uncertain(edtf)]
    return (
        f"{wording.plural(len(dated), 'date')}, of which {len(spans)} are spans of time. "
        "The list below the picture says what happened at each, and who says so."
    )


def _list_numbers(edtf: str, entries: list[TimelineEntry]) -> list[str]:
    span = parse_date(edtf)
    told = Counter(entry.article.label for entry in entries)
    return [
        wording.day(edtf),
        *(
            format_date(date.fromordinal(int(end)), "d MMM y", locale="en")
            for end in _get_ends(span)
        ),
        _choose_role(entries).removeprefix("date-"),
        ", ".join(f"{label} ({count})" if count > 1 else label for label, count in told.items()),
    ]


def _get_ends(span: Interval) -> tuple[float, float]:
    return span.low, span.high


def show_span(span: Interval) -> str:
    """A span of days in few letters: 8 Jan 2022, 5–10 Jan 2022, Jan 2022, Sep – Dec 2022."""
    first, last = (date.fromordinal(int(end)) for end in _get_ends(span))
    if span == _get_year(span):
        return str(first.year)
    if span == _get_month(span):
        return _format_day(first, "MMM y")
    if first == last:
        return _format_day(first, "d MMM y")
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_format_day(last, 'd MMM y')}"
    if first.day == 1 and span.high == _get_month(Interval(span.high, span.high)).high:
        pattern = "MMM" if first.year == last.year else "MMM y"
        return f"{_format_day(first, pattern)} – {_format_day(last, 'MMM y')}"
    return f"{_format_day(first, 'd MMM y')} – {_format_day(last, 'd MMM y')}"


def _format_day(day: date, pattern: str) -> str:
    return format_date(day, pattern, locale="en")


def _get_year(span: Interval) -> Interval:
    """The year that a span begins in."""
    year = date.fromordinal(int(span.low)).year
    return Interval(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())


def _get_month(span: Interval) -> Interval:
    """The month that a span begins in."""
    first = date.fromordinal(int(span.low)).replace(day=1)
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return Interval(first.toordinal(), following.toordinal() - 1)


def _divide(
    title: str, entries: list[Entry], units: list[Unit]
) -> Iterable[tuple[str, list[Entry]]]:
    """A panel of all entries, those of each crowded unit gathered there, and a panel for each."""
    if not units:
        return [(title, entries)]
    unit, *smaller = units
    inside: dict[Interval, list[Entry]] = defaultdict(list)
    for entry in entries:
        if _lies_in(entry.span, unit(entry.span)):
            inside[unit(entry.span)].append(entry)
    crowded = {span: some for span, some in inside.items() if len(some) > CROWD}
    if len(crowded) == 1 and len(next(iter(crowded.values()))) == len(entries):
        return _divide(title, entries, smaller)
    gathered = [
        Entry(span, f"{show_span(span)}: {len(some)} dates, drawn below", "date-many")
        for span, some in crowded.items()
    ]
    apart = [entry for some in crowded.values() for entry in some]
    left = [entry for entry in entries if entry not in apart]
    panels = [(title, sorted([*left, *gathered], key=lambda entry: _get_ends(entry.span)))]
    for span, some in crowded.items():
        panels += _divide(show_span(span), some, smaller)
    return panels


def _lies_in(span: Interval, unit: Interval) -> bool:
    return unit.low <= span.low and span.high <= unit.high and span != unit


def _draw_panel(title: str, entries: list[Entry], top: float) -> tuple[list[Shape], float]:
    first = min(entry.span.low for entry in entries)
    last = max(entry.span.high for entry in entries)
    if first == last:
        first, last = first - 1, last + 1
    x = Scale(first, last, LEFT, RIGHT)
    shapes: list[Shape] = [TextShape("panel-title", 0, top + TITLE_BASELINE, title)]
    top += TITLE_HEIGHT
    bottom = top + len(entries) * ROW_HEIGHT + AXIS_GAP
    left, right = TICK_EDGES
    for day, shown in list_day_ticks(Interval(first, last)):
        anchor = "start" if x(day) < left else "end" if x(day) > right else "middle"
        shapes.append(LineShape("grid", x(day), top, x(day), bottom + TICK_LENGTH))
        shapes.append(TextShape("tick", x(day), bottom + TICK_WORDS, shown, anchor))
    shapes.append(LineShape("axis", 0, bottom, 100, bottom))
    for index, entry in enumerate(entries):
        shapes += _draw_row(entry, x, top + index * ROW_HEIGHT)
    return shapes, bottom + AXIS_HEIGHT


def _draw_row(entry: Entry, x: Scale, top: float) -> list[Shape]:
    """A date with its words above it."""
    start, end = x(entry.span.low), x(entry.span.high)
    label = TextShape(_choose_label_role(entry.published), 0, top + WORDS_BASELINE, entry.text)
    y = top + SIGN_Y
    if start == end:
        return [label, MarkShape(entry.role, start, y, "square" if entry.published else "dot")]
    width = round(max(end - start, LEAST_SPAN), 2)
    return [
        label,
        BoxShape(entry.role, min(start, RIGHT - width), y - SPAN_HEIGHT / 2, width, SPAN_HEIGHT),
    ]
