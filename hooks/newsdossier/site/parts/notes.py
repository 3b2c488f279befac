"""Notes: one statement's chain of attribution, and the other articles' answers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from newsdossier.analysis import wording
from newsdossier.analysis.answers import SourcedAnswer
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.quoted import print_quote
from newsdossier.analysis.rows import Row
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.model import Article, addresses
from newsdossier.site.parts.brief import describe_speaker
from newsdossier.site.parts.edit_targets import EditTarget
from newsdossier.site.parts.links import (
    link_article,
    link_blocks,
    link_entities,
    link_origin,
    link_question,
)
from newsdossier.site.parts.speakers import describe_mode, show_chain, show_voice
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.values import ShownValue, show_answer, show_date


@dataclass(frozen=True)
class NoteAnswer:
    """An answer in a note: its value, and behind it whose it is and whether it stands."""

    value: ShownValue
    behind: str = ""


@dataclass(frozen=True)
class NoteRow:
    """A row that a statement answers, with what the other articles answer."""

    question: Text
    verdicts: list[str]
    own: list[NoteAnswer]
    others: list[tuple[Text, list[NoteAnswer]]]
    """The other articles with their answers, or what is known instead."""


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
    when: ShownValue | None
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
        quotes=[print_quote(statement, quote) for quote in statement.quote],
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
    for answer in statement.answers:
        readings = (answer.because, answer.read_as.because if answer.read_as else None)
        grounds += [
            reason
            for reason in readings
            if reason and not any(reason in ground for ground in grounds)
        ]
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


def _summarise_article(collation: Collation, row: Row, article: Article) -> list[NoteAnswer]:
    if answers := row.answers_of(article.id):
        return [_show_with_status(collation, one) for one in answers]
    silent = row.silent.get(article.id)
    if silent:
        return [NoteAnswer(ShownValue("silent"), f" ({silent.note})" if silent.note else "")]
    return [NoteAnswer(ShownValue("not yet reviewed"))]


def _show_with_status(
    collation: Collation, sourced: SourcedAnswer, *, named: bool = True
) -> NoteAnswer:
    """Show an answer with what it counts, its speaker where that is to be `named`, its status."""
    whose = describe_speaker(collation, sourced) if named else ""
    parts = (sourced.answer.of, whose, wording.STATUSES[sourced.answer.status])
    behind = "".join(f" ({part})" for part in parts if part)
    return NoteAnswer(show_answer(collation, sourced), behind)
