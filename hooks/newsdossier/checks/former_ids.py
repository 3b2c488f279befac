"""The rule on ids that records had before: an address leads to one thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsdossier.checks.rules import Finding, register_checks
from newsdossier.dossier.dossier import Dossier
from newsdossier.model import Kind, Record
from newsdossier.problems.problem import Place
from newsdossier.problems.rules import RuleGroup

#: An id given up, and where that is written.
Claim = tuple[str, Place]

rule = register_checks(RuleGroup.RECORDS)


@rule
def former_id(dossier: Dossier) -> Iterator[Finding]:
    """An id that a record had before, in `formerly`, belongs to no other record now or before."""
    for records in (dossier.articles, dossier.questions, dossier.origins):
        yield from _find_taken(records, _list_claims(records.values()))
    places = [f"{one.kind}/{one.id}" for one in dossier.entities.values()]
    yield from _find_taken(places, _list_entity_claims(dossier))
    for article in dossier.articles.values():
        ids = [one.id for one in article.statements]
        yield from _find_taken(ids, _list_claims(article.statements))
    for entity in dossier.entities.values():
        for index, old in enumerate(entity.formerly):
            kind = old.partition("/")[0]
            if "/" in old and kind not in list(Kind):
                message = f'"{kind}" is no kind; the kinds are {", ".join(Kind)}'
                yield entity.place("formerly", index), message


def _list_claims(records: Iterable[Record]) -> Iterator[Claim]:
    for record in records:
        for index, old in enumerate(getattr(record, "formerly", [])):
            yield old, record.place("formerly", index)


def _list_entity_claims(dossier: Dossier) -> Iterator[Claim]:
    for entity in dossier.entities.values():
        for index, place in enumerate(entity.former_places):
            yield place, entity.place("formerly", index)


def _find_taken(ids: Iterable[str], claims: Iterable[Claim]) -> Iterator[Finding]:
    """Each claim to an id that somebody has or that was claimed before."""
    now, before = set(ids), set[str]()
    for old, place in claims:
        if old in now:
            yield place, f'"{old}" exists; an address leads to one thing, so remove it here'
        elif old in before:
            yield place, f'"{old}" is what another was called too; keep it in one of them'
        before.add(old)
