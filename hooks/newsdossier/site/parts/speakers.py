"""Show who says something, through whom it passes, and on whose authority."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from newsdossier.analysis import wording
from newsdossier.analysis.answers import SourcedAnswer
from newsdossier.analysis.chain import trace_chain
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.quoted import is_quoted
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.model import Attribution, Mode, Statement, Type, Voice, addresses
from newsdossier.site.parts.links import link_article, link_entities, link_entity
from newsdossier.site.parts.text import Text


@dataclass(frozen=True)
class WordView:
    """Whose word something is, beside the article that prints it."""

    speakers: list[Text] = field(default_factory=list)
    """Who says it; empty where the article itself does."""
    via: list[Text] = field(default_factory=list)
    """Through whom it passes."""
    sources: list[Text] = field(default_factory=list)
    """Whom the source line of its box names."""

    @property
    def is_known(self) -> bool:
        """Whether there is anybody to name."""
        return bool(self.speakers or self.via or self.sources)


def show_word(collation: Collation, sourced: SourcedStatement) -> WordView:
    """Show whose word a statement is, beside its article."""
    chain = trace_chain(collation.dossier, sourced)
    return WordView(
        [show_voice(collation, one) for one in chain.speakers],
        via=[show_voice(collation, one) for one in chain.via],
        sources=link_entities(collation, chain.sources),
    )


def name_manner(collation: Collation, sourced: SourcedAnswer) -> str:
    """How an answer's words are given, in a word: quoted, reported; nothing for own words."""
    statement = sourced.statement
    if not statement.mode or statement.attribution is Attribution.UNNAMED:
        return ""
    is_wording = collation.dossier.questions[sourced.answer.question].type is Type.WORDING
    if not is_wording or statement.mode is Mode.STANCE:
        return wording.BRIEF_MODES[statement.mode]
    is_spoken = is_quoted(statement, sourced.answer.value[0])
    return wording.BRIEF_MODES[Mode.DIRECT if is_spoken else Mode.INDIRECT]


def describe_mode(sourced: SourcedStatement) -> str:
    """How the words are given; nothing for a box, of which its sources tell."""
    mode = sourced.statement.mode
    return "" if sourced.sources and not mode else wording.MODES[mode]


def show_voice(collation: Collation, one: Voice) -> Text:
    """A speaker: an entity, the text's words for the unnamed, or nobody."""
    if one.name == "nobody":
        return Text("no speaker named")
    if one.unnamed and one.entity:
        title = collation.dossier.entities[one.entity].title
        return Text(
            wording.quoted_as_own(one.unnamed),
            addresses.entity_page(collation.dossier.entities[one.entity]),
            inferred=title,
            reason=one.because or "",
        )
    if one.unnamed:
        return Text(wording.quoted_as_own(one.unnamed))
    return link_entity(collation, one.entity_id or "")


def show_voices(collation: Collation, statement: Statement) -> list[Text]:
    """Who makes a statement; empty where the article itself does."""
    return [show_voice(collation, one) for one in statement.speaker]


def show_chain(collation: Collation, sourced: SourcedStatement) -> list[Text]:
    """The steps from the speaker through reporters and the agency to the article."""
    chain = trace_chain(collation.dossier, sourced)
    through = [show_voice(collation, one) for one in chain.via]
    if chain.agency:
        through.append(link_entity(collation, chain.agency))
    speakers = _join_speakers([show_voice(collation, one) for one in chain.speakers])
    return [*speakers, *through, link_article(chain.article)]


def _join_speakers(voices: list[Text]) -> list[Text]:
    """Several speakers of one statement, each but the last followed by `and`."""
    return [
        replace(one, hint="and") if index < len(voices) - 1 else one
        for index, one in enumerate(voices)
    ]
