"""Notes: one statement's chain of attribution, and the same matter elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, replace

from newsdossier.analysis import wording
from newsdossier.analysis.collate import (
    Collation,
    Said,
)
from newsdossier.analysis.rows import Given, Row
from newsdossier.model import addresses
from newsdossier.model.records import (
    Article,
)
from newsdossier.site.parts.edit_targets import EditTarget
from newsdossier.site.parts.links import link_article, link_blocks, link_origin, link_question
from newsdossier.site.parts.speakers import show_chain, show_voice, show_voices
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
    """A footnote: one statement's chain of attribution, and the same matter elsewhere."""

    id: str
    link: Text
    says: str
    chain: list[Text]
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


def name_note(said: Said) -> str:
    """A statement's note where notes of several articles meet; no id has two hyphens in a row."""
    return f"{said.article.id}--{said.statement.id}"


def build_brief_note(collation: Collation, said: Said) -> NoteView:
    """The footnote of a statement on another page than its article's.

    The other articles' answers are left to the rows it leads to: else a page that draws on many
    articles would be nothing but notes.
    """
    full = build_note(collation, said, name_note(said))
    return replace(full, rows=[replace(row, others=[]) for row in full.rows])


def build_note(collation: Collation, said: Said, id_: str) -> NoteView:
    """The footnote of a statement."""
    statement = said.statement
    origin = collation.origin_of(said)
    return NoteView(
        id=id_,
        link=Text("link to this note", addresses.statement_note(said.article.id, statement.id)),
        says=statement.says,
        chain=show_chain(collation, said),
        mode=wording.MODES[statement.mode],
        to=[show_voice(collation, one) for one in statement.to],
        when=show_date(statement.when) if statement.when else None,
        blocks=link_blocks(said.article, statement.at),
        quotes=[wording.quoted(quote) for quote in statement.quote],
        grounds=_list_grounds(said),
        remark=statement.note,
        rows=[
            _build_note_row(collation, said, question)
            for question in dict.fromkeys(answer.question for answer in statement.answers)
        ],
        origin=link_origin(collation, origin) if origin else None,
        edit_target=EditTarget(statement.place("id"), f"the note {statement.id}", said.reference),
    )


def _list_grounds(said: Said) -> list[str]:
    statement = said.statement
    voices = [*statement.speaker, *statement.via, *statement.to]
    grounds = [one.because for one in voices if one.because]
    if statement.when and statement.when.because:
        grounds.append(f"{wording.day(statement.when.date)}: {statement.when.because}")
    return grounds


def _build_note_row(collation: Collation, said: Said, question_id: str) -> NoteRow:
    row = collation.rows[question_id]
    own = [g for g in row.given if g.statement is said.statement]
    elsewhere = [article for article in collation.articles if article is not said.article]
    return NoteRow(
        question=link_question(row.question),
        verdicts=list(row.question.verdict),
        own=[_show_with_status(collation, given, named=False) for given in own],
        others=[
            (link_article(article), _summarise_article(collation, row, article))
            for article in elsewhere
        ],
    )


def _summarise_article(collation: Collation, row: Row, article: Article) -> str:
    given = row.of(article.id)
    if given:
        return "; ".join(_show_with_status(collation, one) for one in given)
    silent = row.silent.get(article.id)
    if silent:
        return f"silent ({silent.note})" if silent.note else "silent"
    return "not yet reviewed"


def _show_with_status(collation: Collation, given: Given, *, named: bool = True) -> str:
    status = wording.STATUSES[given.answer.status]
    shown = show_value(collation, given)
    shown = f"{shown} ({given.answer.of})" if given.answer.of else shown
    by = " and ".join(one.text for one in show_voices(collation, given.statement))
    if by and named:
        shown = f"{shown} (so {by})"
    return f"{shown} ({status})" if status else shown
