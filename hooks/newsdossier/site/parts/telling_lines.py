"""One thing that a witness tells, in its words and with one line of source."""

from __future__ import annotations

from dataclasses import dataclass

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.dispatch_changes import copyings_of
from newsdossier.analysis.tellings import Telling
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.model import Attribution, addresses
from newsdossier.site.parts.links import link_blocks_briefly, link_entities
from newsdossier.site.parts.meter import number_witness
from newsdossier.site.parts.speakers import WordView, show_voice
from newsdossier.site.parts.text import Text


@dataclass(frozen=True)
class TellingLine:
    """What a witness tells, whose word it is, and where it stands."""

    text: str
    column: int
    """The witness's place among all, from 1."""
    colour: int
    """The witness's."""
    word: WordView
    """Whose word it is, where that is neither the article nor the entity of the page."""
    how: str
    """How the words are given, in a word; empty for the article's own words."""
    witness: Text
    """The witness; leads to the statement's note."""
    place: str
    """The paragraphs of an article that copies nothing; empty for a dispatch in copies."""
    copies: Text | None
    """In how many copies it stands; leads to what became of it in each."""

    @property
    def leads_on(self) -> bool:
        """Whether anything stands before the witness."""
        return bool(self.word.speakers or self.word.via or self.how)


def build_telling_line(collation: Collation, telling: Telling, page: str = "") -> TellingLine:
    """Show one telling; `page` is the entity whose page it is on, which needs no naming."""
    lead = telling.lead
    witness = collation.witnesses[telling.witness]
    return TellingLine(
        text=lead.statement.says,
        column=list(collation.witnesses).index(witness.id) + 1,
        colour=number_witness(collation, witness.id),
        word=_show_others(collation, lead, page),
        how=name_mode(lead),
        witness=Text(witness.label, addresses.statement_note(lead.article.id, lead.statement.id)),
        place="" if witness.is_shared else _print_labels(lead),
        copies=_count_copies(collation, telling),
    )


def name_mode(sourced: SourcedStatement) -> str:
    """How a statement's words are given, in a word; nothing for the article's own."""
    statement = sourced.statement
    if not statement.mode or statement.attribution is Attribution.UNNAMED:
        return ""
    return wording.BRIEF_MODES[statement.mode]


def _print_labels(sourced: SourcedStatement) -> str:
    links = link_blocks_briefly(sourced.article, sourced.statement.at)
    return ", ".join(link.text for link in links)


def _show_others(collation: Collation, sourced: SourcedStatement, page: str) -> WordView:
    """Whose word a statement is beside the page's entity, and whose it is in the text's words."""
    statement = sourced.statement
    others = [one for one in statement.speaker if one.entity_id != page or one.unnamed]
    through = [one for one in statement.via if one.entity_id != page]
    return WordView(
        [show_voice(collation, one) for one in others],
        via=[show_voice(collation, one) for one in through],
        sources=link_entities(collation, [one for one in sourced.sources if one != page]),
    )


def _count_copies(collation: Collation, telling: Telling) -> Text | None:
    """In how many copies a telling of a dispatch stands; None where there are no copies."""
    witness = collation.witnesses[telling.witness]
    if not witness.is_shared:
        return None
    found, of_all = len(telling.articles), len(witness.articles)
    told = f"{of_all} copies" if found == of_all else f"{found} of {of_all} copies"
    if witness.origin not in copyings_of(collation.dossier):
        return Text(told)
    lead = telling.lead
    target = addresses.copied_statement(witness.origin, lead.article.id, lead.statement.id)
    return Text(told, target)
