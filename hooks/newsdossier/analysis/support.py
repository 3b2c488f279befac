"""Who supports the answers of a row: articles, the dispatches behind them, speakers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from newsdossier.analysis.rows import Row, SourcedAnswer
from newsdossier.analysis.values import Value
from newsdossier.dossier.dossier import SourcedStatement


@dataclass(frozen=True)
class Support:
    """Who supports a value of a row: the articles, the dispatches they go back to, the speakers."""

    answers: list[SourcedAnswer]
    statements: list[SourcedStatement]
    articles: list[str]
    dispatches: list[str]
    speakers: list[str]


def support_by_value(row: Row) -> list[Support]:
    """Group the asserted answers of a row by value, each with its support."""
    groups: dict[tuple[Value, str | None], list[SourcedAnswer]] = defaultdict(list)
    for sourced in row.answers:
        if sourced.is_asserted:
            groups[sourced.value, sourced.answer.of].append(sourced)
    return [_gather_support(group) for group in groups.values()]


def support_of_row(row: Row) -> Support:
    """The support of a row's asserted answers; of all its answers where none is asserted."""
    asserted = [sourced for sourced in row.answers if sourced.is_asserted]
    return _gather_support(asserted or row.answers)


def _gather_support(group: list[SourcedAnswer]) -> Support:
    statements = [sourced.stated for sourced in group]
    behind = [one.dispatch or one.article.id for one in statements]
    voices = [
        _list_voices(one) or [dispatch] for one, dispatch in zip(statements, behind, strict=True)
    ]
    return Support(
        answers=group,
        statements=statements,
        articles=list(dict.fromkeys(one.article.id for one in statements)),
        dispatches=list(dict.fromkeys(behind)),
        speakers=list(dict.fromkeys(voice for some in voices for voice in some)),
    )


def _list_voices(sourced: SourcedStatement) -> list[str]:
    """Who speaks, entities or words for the unnamed; no one where nobody or the article does."""
    names = [voice.entity_id or voice.unnamed for voice in sourced.statement.speaker]
    return [name for name in names if name and name != "nobody"]
