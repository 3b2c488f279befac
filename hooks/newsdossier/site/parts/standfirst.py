"""Who or what an entity is, what that rests on, and which articles speak of it, in a few lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.witnesses import identify_witness
from newsdossier.model import Entity, Label, Mode, Reference, addresses
from newsdossier.site.parts.entity_places import list_named_articles
from newsdossier.site.parts.text import Text

#: Up to how many articles or witnesses are listed by name; more are counted.
MOST_LISTED = 3


@dataclass(frozen=True)
class Standfirst:
    """The lines under the title of an entity."""

    summary: str | None
    sources: list[Text]
    """What the summary rests on; empty where it is the editor's own word."""
    presence: str
    """Which articles name it, and which have its words."""


def build_standfirst(collation: Collation, entity: Entity) -> Standfirst:
    """Build the lines under the title of an entity."""
    return Standfirst(
        summary=entity.summary,
        sources=[_link_source(collation, one) for one in entity.sources],
        presence="; ".join(_tell_presence(collation, entity)) + ".",
    )


def _link_source(collation: Collation, reference: Reference) -> Text:
    """A statement by its article and first block, or a block."""
    article = collation.dossier.articles[reference.article]
    if sourced := collation.dossier.statement(reference):
        label = sourced.statement.at[0]
        target = addresses.statement_note(article.id, sourced.statement.id)
    else:
        label = Label(reference.target)
        target = addresses.article_block(article.id, label)
    return Text(f"{article.label} {label.short_form}", target)


def _tell_presence(collation: Collation, entity: Entity) -> Iterator[str]:
    """Where it is named, under how many names, and where its words stand."""
    named = [article.label for article in list_named_articles(collation, entity)]
    names = sum(not name.description for name in entity.names)
    under = f", under {wording.spell_number(names)} names" if names > 1 else ""
    yield f"{_tell_where(named, len(collation.articles))}{under}"
    quoted, reported = _find_speaking(collation, entity)
    if quoted:
        yield f"quoted in {_list_briefly(quoted)}"
    if reported:
        yield f"reported in {_list_briefly(reported)}"


def _tell_where(named: list[str], of_all: int) -> str:
    if not named:
        return "Named in no article"
    if len(named) == of_all > 1:
        many = "both" if of_all == 2 else f"all {wording.spell_number(of_all)}"
        return f"Named in {many} articles"
    if len(named) == 1:
        return f"Named in {named[0]}" + (" alone" if of_all > 1 else "")
    if len(named) <= MOST_LISTED:
        return f"Named in {wording.joined(named)}"
    count, of = wording.spell_number(len(named)), wording.spell_number(of_all)
    return f"Named in {count} of {of} articles"


def _find_speaking(collation: Collation, entity: Entity) -> tuple[list[str], list[str]]:
    """The witnesses that quote an entity, and those that only report what it says."""
    is_quoted: dict[str, bool] = {}
    for one in collation.statements_by.get(entity.id, []):
        name = collation.witnesses[identify_witness(one)].label
        has_marks = one.statement.mode in (Mode.DIRECT, Mode.MIXED)
        is_quoted[name] = is_quoted.get(name, False) or has_marks
    quoted = [name for name, has_marks in is_quoted.items() if has_marks]
    return quoted, [name for name in is_quoted if name not in quoted]


def _list_briefly(names: list[str]) -> str:
    if len(names) <= MOST_LISTED:
        return wording.joined(names)
    return f"{wording.spell_number(len(names))} sources"
