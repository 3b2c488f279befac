"""Show who says something, and through whom it passes."""

from __future__ import annotations

from newsdossier.analysis import wording
from newsdossier.analysis.collate import Collation
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.model import Statement, Voice, addresses
from newsdossier.site.parts.links import link_article, link_entity
from newsdossier.site.parts.text import Text


def show_voice(collation: Collation, one: Voice) -> Text:
    """A speaker: an entity, the text's words for the unnamed, or nobody."""
    if one.name == "nobody":
        return Text("no speaker named")
    if one.unnamed and one.entity:
        title = collation.dossier.entities[one.entity].title
        return Text(
            f"{wording.quoted(one.unnamed)} (read as {title})",
            addresses.entity_page(collation.dossier.entities[one.entity]),
        )
    if one.unnamed:
        return Text(wording.quoted(one.unnamed))
    return link_entity(collation, one.entity_id or "")


def show_voices(collation: Collation, statement: Statement) -> list[Text]:
    """Who makes a statement; empty where the article itself does."""
    return [show_voice(collation, one) for one in statement.speaker]


def show_speakers(collation: Collation, sourced: SourcedStatement) -> list[Text]:
    """Who makes a statement, the article itself where nobody else does."""
    return show_voices(collation, sourced.statement) or [link_article(sourced.article)]


def show_chain(collation: Collation, sourced: SourcedStatement) -> list[Text]:
    """Who says it, through whom it passes, who published it."""
    through = [show_voice(collation, one) for one in sourced.statement.via]
    end = [link_article(sourced.article)] if sourced.statement.speaker else []
    return [*_join_speakers(show_speakers(collation, sourced)), *through, *end]


def _join_speakers(voices: list[Text]) -> list[Text]:
    """Several speakers of one statement, each but the last followed by `and`."""
    return [
        Text(one.text, one.target, hint="and") if index < len(voices) - 1 else one
        for index, one in enumerate(voices)
    ]
