"""The dates of the timeline: when it was, what happened, was said or appeared, and who tells it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.timeline import Event, Moment
from newsdossier.model import Article, Dated, addresses
from newsdossier.site.drawings import Shape, TimeAxis
from newsdossier.site.parts.lanes import show_row_date
from newsdossier.site.parts.links import SUPPLIED
from newsdossier.site.parts.telling_lines import TellingLine, build_telling_line
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.values import ShownValue

#: What was said on one day stands open up to this number of lines; the others are folded.
MOST_SAID = 3

#: What stands beside a date that is not the day of what happened.
NAMES = {Moment.HAPPENED: "", Moment.SAID: "said", Moment.PUBLISHED: "published"}

#: The sign of a day by what it is the day of.
SIGNS = {Moment.HAPPENED: "dot", Moment.SAID: "diamond", Moment.PUBLISHED: "square"}


@dataclass(frozen=True)
class EventView:
    """An event: what happened, in the words of the first who tells it, and all who do."""

    text: Text
    tellers: list[TellingLine]
    words: str
    """What the text prints of the date, where that is no full date."""


@dataclass(frozen=True)
class MomentRow:
    """A date, its place on the axis, and its events."""

    year: int
    """The year that it begins in."""
    date: ShownValue
    name: str
    """Said, or published, where it is the day of that."""
    track: list[Shape]
    events: list[EventView]
    folded: list[EventView]
    gap: str
    """How long a time before it is left out of the axis."""

    @property
    def more(self) -> str:
        """How many events are folded."""
        return f"{len(self.folded)} more"


def build_moments(collation: Collation, axis: TimeAxis, events: list[Event]) -> Iterator[MomentRow]:
    """The rows of the timeline, in order: the events of one date and one kind together."""
    rows: dict[tuple[float, float, Moment], list[Event]] = {}
    for event in events:
        rows.setdefault((event.span.low, event.span.high, event.moment), []).append(event)
    gaps = axis.gaps
    for (low, _, _), some in rows.items():
        gap = next((one for one in gaps if one.until <= low), None)
        gaps = [one for one in gaps if one.until > low]
        yield _build_row(collation, axis, some, gap.told if gap else "")


def _build_row(collation: Collation, axis: TimeAxis, events: list[Event], gap: str) -> MomentRow:
    first = events[0]
    date, _ = show_row_date([event.dated for event in events])
    grounds = dict.fromkeys(one.dated.because for one in events if one.dated.because)
    views = [_build_event(collation, event) for event in events]
    most = MOST_SAID if first.moment is Moment.SAID and len(views) > MOST_SAID + 1 else len(views)
    return MomentRow(
        year=first.first_day.year,
        date=replace(date, reason="; ".join(filter(None, grounds))),
        name=NAMES[first.moment],
        track=axis.draw_date(first.span, SIGNS[first.moment], bool(date.inferred)),
        events=views[:most],
        folded=views[most:],
        gap=gap,
    )


def _build_event(collation: Collation, event: Event) -> EventView:
    if event.published:
        return _build_publication(event.published)
    lines = [build_telling_line(collation, telling) for telling in event.tellings]
    return EventView(
        text=Text(lines[0].text),
        tellers=lines,
        words=_print_words(event.dated),
    )


def _build_publication(article: Article) -> EventView:
    target = addresses.article_page(article.id)
    text = Text(f"{article.label}: {article.title}", target)
    if article.title_supplied:
        text = Text(f"{article.label}:", target, inferred=article.title, reason=SUPPLIED)
    return EventView(text, [], _print_words(article.issued))


def _print_words(dated: Dated) -> str:
    return wording.quoted_as_own(dated.words) if dated.words and dated.because else ""
