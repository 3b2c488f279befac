"""Who supports the answers of a row: witnesses, their articles, and the voices behind them."""

from __future__ import annotations

from dataclasses import dataclass

from newsdossier.analysis.answers import SourcedAnswer
from newsdossier.analysis.rows import Row
from newsdossier.analysis.witnesses import identify_witness
from newsdossier.dossier.derived import derived
from newsdossier.dossier.dossier import Dossier, SourcedStatement
from newsdossier.model import Kind


@dataclass(frozen=True)
class CountedVoice:
    """Whose word something is: an entity's, that of an unnamed speaker, or a witness's own."""

    entity: str | None = None
    words: str | None = None
    """The text's words for a speaker whom it does not name."""
    witness: str | None = None


@dataclass(frozen=True)
class Support:
    """Who supports a value of a row."""

    answers: list[SourcedAnswer]
    statements: list[SourcedStatement]
    witnesses: list[str]
    """The ids of the witnesses, each of which counts once."""
    articles: list[str]
    voices: list[CountedVoice]
    """Whose word it is, each once."""


def support_of_row(dossier: Dossier, row: Row) -> Support:
    """The support of a row's asserted answers; of all its answers where none is asserted."""
    asserted = [sourced for sourced in row.answers if sourced.is_asserted]
    return _gather_support(dossier, asserted or row.answers)


def list_voices(dossier: Dossier, sourced: SourcedStatement) -> list[CountedVoice]:
    """Whose word a statement is.

    People known only through somebody's report are that reporter's one voice: the last `via` that
    is neither a publication nor a news agency. Else it is the speakers'; the witness's own where
    the article itself says it; nobody's where no speaker is named.
    """
    if not sourced.statement.speaker:
        return [CountedVoice(witness=identify_witness(sourced))]
    carriers = carriers_of(dossier)
    through = [one for one in sourced.statement.via if one.entity_id not in carriers]
    return [
        CountedVoice(entity=one.entity_id, words=None if one.entity_id else one.unnamed)
        for one in through[-1:] or sourced.statement.speaker
        if one.name != "nobody"
    ]


@derived
def carriers_of(dossier: Dossier) -> frozenset[str]:
    """Those who carry reports: publications, and the agencies of articles and origins."""
    publications = [name for name, one in dossier.entities.items() if one.kind is Kind.PUBLICATION]
    agencies = [agency.entity for one in dossier.articles.values() for agency in one.agencies]
    owners = [origin.agency for origin in dossier.origins.values() if origin.agency]
    return frozenset([*publications, *agencies, *owners])


def _gather_support(dossier: Dossier, group: list[SourcedAnswer]) -> Support:
    statements = [sourced.stated for sourced in group]
    voices = [voice for one in statements for voice in list_voices(dossier, one)]
    return Support(
        answers=group,
        statements=statements,
        witnesses=list(dict.fromkeys(map(identify_witness, statements))),
        articles=list(dict.fromkeys(one.article.id for one in statements)),
        voices=list(dict.fromkeys(voices)),
    )
