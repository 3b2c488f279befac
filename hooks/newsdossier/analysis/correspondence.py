"""Which statement of a copy corresponds to which of the base copy of its dispatch."""

from __future__ import annotations

from newsdossier.analysis.witnesses import witnesses_of
from newsdossier.dossier.derived import derived
from newsdossier.dossier.dossier import Dossier, SourcedStatement


@derived
def base_copies(dossier: Dossier) -> dict[str, str]:
    """The base copy of each dispatch that has statements: the article's id by the origin's.

    It is the one that the origin names, else the first in the order in which articles are shown.
    """
    found = {}
    for witness in witnesses_of(dossier).values():
        origin = dossier.origins.get(witness.origin or "")
        if origin:
            named = origin.base if origin.base in witness.articles else None
            found[origin.id] = named or witness.articles[0]
    return found


@derived
def statements_of_bases(dossier: Dossier) -> dict[str, dict[str, SourcedStatement]]:
    """The statements that a dispatch has in its base copy: by the origin's id and their own."""
    bases = base_copies(dossier)
    found: dict[str, dict[str, SourcedStatement]] = {origin: {} for origin in bases}
    for sourced in dossier.statements:
        if sourced.dispatch and bases.get(sourced.dispatch) == sourced.article.id:
            found[sourced.dispatch].setdefault(sourced.statement.id, sourced)
    return found


def find_copied(dossier: Dossier, sourced: SourcedStatement) -> list[SourcedStatement]:
    """The statements of the base copy that a statement copies, in their order there.

    They are those it names, else the one with its id; none where the base copy has no such
    statement, or the statement goes back to no dispatch. One of the base copy copies itself.
    """
    base = statements_of_bases(dossier).get(sourced.dispatch or "", {})
    wanted = sourced.statement.copy_of or [sourced.statement.id]
    return [one for name, one in base.items() if name in wanted]
