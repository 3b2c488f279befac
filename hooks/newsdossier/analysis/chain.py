"""The chain of a statement: who says it, through whom it passes, and who prints it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from newsdossier.analysis import wording
from newsdossier.dossier.dossier import Dossier, SourcedStatement
from newsdossier.model import Article, Voice


@dataclass(frozen=True)
class Chain:
    """Whose word a statement is: speaker, reporter, agency, article, and the sources of a box.

    Without speakers it is the word of the article, or of the box that names its sources.
    """

    speakers: list[Voice]
    via: list[Voice]
    """Whose report it passes through, nearest the speaker first."""
    agency: str | None
    """The agency whose dispatch it goes back to, where that is no step already."""
    article: Article
    sources: list[str]
    """Whom the source line of its box names."""


def trace_chain(dossier: Dossier, sourced: SourcedStatement) -> Chain:
    """Trace the chain of a statement from its speaker to the article."""
    statement, article = sourced.statement, sourced.article
    steps = [*statement.speaker, *statement.via]
    known = {article.publisher, *(voice.entity_id for voice in steps)}
    origin = dossier.origins.get(sourced.dispatch or "")
    agency = origin.agency if origin and origin.agency not in known else None
    return Chain(statement.speaker, statement.via, agency, article, sourced.sources)


def print_chain(dossier: Dossier, sourced: SourcedStatement) -> str:
    """Print the chain of a statement in one line, for files that show no links."""
    chain = trace_chain(dossier, sourced)
    steps = " → ".join(name for name, _ in groupby(_list_steps(dossier, chain)))
    if not chain.sources:
        return steps
    return f"{steps}, {print_box_sources([dossier.titles[name] for name in chain.sources])}"


def _list_steps(dossier: Dossier, chain: Chain) -> Iterator[str]:
    if chain.speakers:
        yield wording.joined([print_voice(dossier, one) for one in chain.speakers])
    yield from (print_voice(dossier, one) for one in chain.via)
    if chain.agency:
        yield dossier.titles[chain.agency]
    yield chain.article.label


def print_voice(dossier: Dossier, voice: Voice) -> str:
    """Print a speaker: an entity, the text's words for the unnamed, or that nobody is named."""
    if voice.name == "nobody":
        return "no speaker named"
    if not voice.unnamed:
        return dossier.titles[voice.entity_id or ""]
    words = wording.quoted_as_own(voice.unnamed)
    return f"{words} [{dossier.titles[voice.entity]}]" if voice.entity else words


def name_voice(dossier: Dossier, voice: Voice) -> str:
    """Name a speaker where there is room for a name alone: whom the editor takes it for, if any."""
    return dossier.titles.get(voice.entity or "") or print_voice(dossier, voice)


def print_box_sources(sources: list[str]) -> str:
    """Say that a statement stands in a box, and whom its source line names."""
    return f"box · sources given: {', '.join(sources)}"
