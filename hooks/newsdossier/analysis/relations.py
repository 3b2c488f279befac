"""Which statements are made by an entity, and about it; which entities share statements."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from newsdossier.dossier.dossier import SourcedStatement


def list_speakers(sourced: SourcedStatement) -> list[str]:
    """The entities that make a statement."""
    return [voice.entity_id for voice in sourced.statement.speaker if voice.entity_id]


def list_sources(sourced: SourcedStatement) -> list[str]:
    """The entities that a statement passes through, and the sources of the box it stands in."""
    through = [voice.entity_id for voice in sourced.statement.via if voice.entity_id]
    return list(dict.fromkeys([*through, *sourced.sources]))


def list_subjects(sourced: SourcedStatement) -> list[str]:
    """The entities a statement is about."""
    return list(dict.fromkeys(sourced.statement.about))


def list_addressees(sourced: SourcedStatement) -> list[str]:
    """The entities a statement was made to; it need not be about them."""
    return [voice.entity_id for voice in sourced.statement.to if voice.entity_id]


def group_statements(
    statements: Iterable[SourcedStatement], keys: Callable[[SourcedStatement], list[str]]
) -> dict[str, list[SourcedStatement]]:
    """Group statements by what `keys` gives for each, which may be several entities."""
    found: dict[str, list[SourcedStatement]] = defaultdict(list)
    for one in statements:
        for key in keys(one):
            found[key].append(one)
    return found


def find_related(statements: Iterable[SourcedStatement]) -> dict[str, list[str]]:
    """For each entity the others it shares statements with, the closest first."""
    together: dict[str, Counter[str]] = defaultdict(Counter)
    for one in statements:
        entities = dict.fromkeys([*one.statement.about, *list_speakers(one)])
        for entity in entities:
            together[entity].update(other for other in entities if other != entity)
    return {
        entity: [name for name, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
        for entity, counts in together.items()
    }
