"""The dated events of a dossier in order of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from newsdossier.analysis.dates import parse_date
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.model import Article, Dated


@dataclass(frozen=True)
class TimelineEntry:
    """An event that an article dates: its publication, or what a statement tells."""

    dated: Dated
    sourced: SourcedStatement | None
    article: Article

    @property
    def first_day(self) -> date:
        """The earliest day it may have been."""
        return date.fromordinal(int(parse_date(self.dated.date).low))


def list_timeline(articles: Iterable[Article]) -> list[TimelineEntry]:
    """Every event that an article dates, the earliest first."""
    return sorted(_find_entries(articles), key=_order_by_time)


def _find_entries(articles: Iterable[Article]) -> Iterator[TimelineEntry]:
    for article in articles:
        yield TimelineEntry(article.issued, None, article)
        for statement in article.statements:
            if statement.when:
                yield TimelineEntry(statement.when, SourcedStatement(article, statement), article)


def _order_by_time(entry: TimelineEntry) -> tuple[float, float, str]:
    span = parse_date(entry.dated.date)
    return span.low, span.high, entry.article.id
