"""Rules on what the statements of a copy copy."""

from __future__ import annotations

from collections.abc import Iterator

from newsdossier.analysis.correspondence import base_copies, statements_of_bases
from newsdossier.checks.rules import Finding, register_checks
from newsdossier.dossier.dossier import Dossier, SourcedStatement
from newsdossier.problems.rules import RuleGroup
from newsdossier.text.nearest import did_you_mean

rule = register_checks(RuleGroup.RECORDS)


@rule
def copy_of(dossier: Dossier) -> Iterator[Finding]:
    """What a statement copies is a statement of the base copy of its dispatch."""
    for sourced in dossier.statements:
        if sourced.statement.copy_of:
            yield from _check_copied(dossier, sourced)


def _check_copied(dossier: Dossier, sourced: SourcedStatement) -> Iterator[Finding]:
    statement, origin = sourced.statement, sourced.dispatch
    if origin is None:
        message = "it goes back to no dispatch; name its `origin`, or remove `copy_of`"
        yield statement.place("copy_of"), message
        return
    base = base_copies(dossier).get(origin)
    if base is None or base in dossier.unread or dossier.origins[origin].base not in (None, base):
        return  # told by other rules
    if base == sourced.article.id:
        message = f'"{base}" is the base copy, with which others are compared; remove `copy_of`'
        yield statement.place("copy_of"), message
        return
    known = statements_of_bases(dossier)[origin]
    for index, name in enumerate(statement.copy_of):
        if name not in known:
            hint = did_you_mean(name, known) or "; name one that it has"
            message = f'the base copy, "{base}", has no statement "{name}" of this dispatch{hint}'
            yield statement.place("copy_of", index), message
