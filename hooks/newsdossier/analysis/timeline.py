"""The dated events of a dossier in order of time, each once with all who tell it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from newsdossier.analysis.dates import parse_date
from newsdossier.analysis.intervals import Interval
from newsdossier.analysis.tellings import Telling, merge_copies
from newsdossier.dossier.dossier import Dossier, SourcedStatement, sourced_statements
from newsdossier.model import Article, Dated, Type


class Moment(StrEnum):
    """What a date is the date of."""

    HAPPENED = "happened"
    SAID = "said"
    PUBLISHED = "published"


@dataclass(frozen=True)
class Event:
    """What happened, or was said, as one witness or several date it; or a publication."""

    moment: Moment
    dated: Dated
    """Its date, printed where anybody prints it."""
    tellings: list[Telling]
    """Those that tell it; none of a publication."""
    published: Article | None = None

    @property
    def span(self) -> Interval:
        """The days on which it may have been."""
        return parse_date(self.dated.date)

    @property
    def first_day(self) -> date:
        """The earliest day it may have been."""
        return date.fromordinal(int(self.span.low))


def list_timeline(dossier: Dossier, articles: Iterable[Article]) -> list[Event]:
    """Every event that an article dates, the earliest first."""
    return sorted(_find_events(dossier, list(articles)), key=_order_by_time)


def find_date(telling: Telling, date_of: Callable[[SourcedStatement], Dated | None]) -> Dated:
    """The date of a telling: that of the first of its statements that has one."""
    return next(dated for one in telling.statements if (dated := date_of(one)))


def when_happened(sourced: SourcedStatement) -> Dated | None:
    """The date of what a statement tells."""
    return sourced.statement.when


def when_said(sourced: SourcedStatement) -> Dated | None:
    """The date on which a statement was said."""
    return sourced.statement.said


def _find_events(dossier: Dossier, articles: list[Article]) -> Iterator[Event]:
    for article in articles:
        yield Event(Moment.PUBLISHED, article.issued, [], article)
    # A copy that gives no date does not stand for the date that another gives.
    told = sourced_statements(articles)
    happened = merge_copies(dossier, filter(when_happened, told))
    for tellings in _merge_tellings(dossier, happened):
        dates = [find_date(one, when_happened) for one in tellings]
        yield Event(Moment.HAPPENED, _choose_date(dates), tellings)
    for telling in merge_copies(dossier, filter(when_said, told)):
        yield Event(Moment.SAID, find_date(telling, when_said), [telling])


def _choose_date(dates: list[Dated]) -> Dated:
    """The first of several equal dates that is printed, else the first."""
    return next((one for one in dates if not one.because), dates[0])


def _merge_tellings(dossier: Dossier, tellings: list[Telling]) -> list[list[Telling]]:
    """Tellings of one event together: those that give one date to one question that asks for it."""
    groups: list[list[Telling]] = []
    known: dict[tuple[str, str], list[Telling]] = {}
    for telling in tellings:
        day = find_date(telling, when_happened).date
        asked = [(question, day) for question in _list_date_questions(dossier, telling)]
        group = next((known[one] for one in asked if one in known), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(telling)
        known |= dict.fromkeys(asked, group)
    return groups


def _list_date_questions(dossier: Dossier, telling: Telling) -> Iterator[str]:
    """The questions that ask for a date and that a telling answers."""
    for one in telling.statements:
        for answer in one.statement.answers:
            question = dossier.questions.get(answer.question)
            if question and question.type is Type.DATE:
                yield question.id


def _order_by_time(event: Event) -> tuple[float, float, int]:
    span = event.span
    return span.low, span.high, [*Moment].index(event.moment)
