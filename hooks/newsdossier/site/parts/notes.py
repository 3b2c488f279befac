"""Notes: one statement's chain of attribution, and the other articles' answers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from newsdossier.analysis import wording
from newsdossier.analysis.answers import SourcedAnswer
from newsdossier.analysis.chain import print_box_sources
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.rows import Row
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.model import Article, addresses
from newsdossier.site.parts.edit_targets import EditTarget
from newsdossier.site.parts.links import (
    link_article,
    link_blocks,
    link_entities,
    link_origin,
    link_question,
)
from newsdossier.site.parts.speakers import describe_mode, show_chain, show_voice, show_voices
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.values import show_date, show_value


@dataclass(frozen=True)
class NoteRow:
    """A row that a statement answers, with what the other articles answer."""

    question: Text
    verdicts: list[str]
    own: list[str]
    others: list[tuple[Text, str]]


@dataclass(frozen=True)
class NoteView:
    """A footnote: one statement's chain of attribution, and the other articles' answers."""

    id: str
    link: Text
    says: str
    chain: list[Text]
    sources: list[Text]
    """Whom the source line of its box names."""
    mode: str
    to: list[Text]
    when: str | None
    blocks: list[Text]
    quotes: list[str]
    grounds: list[str]
    remark: str | None
    rows: list[NoteRow]
    origin: Text | None
    edit_target: EditTarget


def build_note_id(sourced: SourcedStatement) -> str:
    """Build the id of a note where several articles' notes meet; ids have no double hyphen."""
    return f"{sourced.article.id}--{sourced.statement.id}"


def build_brief_note(collation: Collation, sourced: SourcedStatement) -> NoteView:
    """The footnote of a statement on another page than its article's.

    Omits the other articles' answers, which the linked rows show; otherwise notes would fill the
    page.
    """
    full = build_note(collation, sourced, build_note_id(sourced))
    return replace(full, rows=[replace(row, others=[]) for row in full.rows])


def build_note(collation: Collation, sourced: SourcedStatement, id_: str) -> NoteView:
    """The footnote of a statement."""
    statement = sourced.statement
    origin = sourced.dispatch
    return NoteView(
        id=id_,
        link=Text("link to this note", addresses.statement_note(sourced.article.id, statement.id)),
        says=statement.says,
        chain=show_chain(collation, sourced),
        sources=link_entities(collation, sourced.sources),
        mode=describe_mode(sourced),
        to=[show_voice(collation, one) for one in statement.to],
        when=show_date(statement.when) if statement.when else None,
        blocks=link_blocks(sourced.article, statement.at),
        quotes=[wording.quoted(quote) for quote in statement.quote],
        grounds=_list_grounds(sourced),
        remark=statement.note,
        rows=[
            _build_note_row(collation, sourced, question)
            for question in dict.fromkeys(answer.question for answer in statement.answers)
        ],
        origin=link_origin(collation, origin) if origin else None,
        edit_target=EditTarget(
            statement.place("id"), f"the note {statement.id}", sourced.reference
        ),
    )


def _list_grounds(sourced: SourcedStatement) -> list[str]:
    statement = sourced.statement
    voices = [*statement.speaker, *statement.via, *statement.to]
    grounds = [one.because for one in voices if one.because]
    if statement.when and statement.when.because:
        grounds.append(f"{wording.day(statement.when.date)}: {statement.when.because}")
    return grounds


def _build_note_row(collation: Collation, sourced: SourcedStatement, question_id: str) -> NoteRow:
    row = collation.rows[question_id]
    own = [answer for answer in row.answers if answer.statement is sourced.statement]
    others = [article for article in collation.articles if article is not sourced.article]
    return NoteRow(
        question=link_question(row.question),
        verdicts=list(row.question.verdict),
        own=[_show_with_status(collation, answer, named=False) for answer in own],
        others=[
            (_link_other(collation, sourced, article), _summarise_article(collation, row, article))
            for article in others
        ],
    )


def _link_other(collation: Collation, sourced: SourcedStatement, article: Article) -> Text:
    """Another article; a copy of the same dispatch is said to be one: it is no other witness."""
    link = link_article(article)
    if sourced.dispatch is None or article.dispatch != sourced.dispatch:
        return link
    return replace(
        link, text=f"{link.text} (copy of {collation.witnesses[sourced.dispatch].label})"
    )


def _summarise_article(collation: Collation, row: Row, article: Article) -> str:
    if answers := row.answers_of(article.id):
        return "; ".join(_show_with_status(collation, one) for one in answers)
    silent = row.silent.get(article.id)
    if silent:
        return f"silent ({silent.note})" if silent.note else "silent"
    return "not yet reviewed"


def _show_with_status(collation: Collation, sourced: SourcedAnswer, *, named: bool = True) -> str:
    status = wording.STATUSES[sourced.answer.status]
    shown = show_value(collation, sourced)
    shown = f"{shown} ({sourced.answer.of})" if sourced.answer.of else shown
    by = " and ".join(one.text for one in show_voices(collation, sourced.statement))
    if named and by:
        shown = f"{shown} (according to {by})"
    elif named and sourced.stated.sources:
        titles = [collation.dossier.titles[name] for name in sourced.stated.sources]
        shown = f"{shown} ({print_box_sources(titles)})"
    return f"{shown} ({status})" if status else shown
