"""Notes: whose word a statement is, how it is said, the quoted words, and its rows' verdicts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from newsdossier.analysis import wording
from newsdossier.analysis.chain import print_chain
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.quoted import print_quote
from newsdossier.analysis.ranking import measure_distance
from newsdossier.analysis.rows import Row
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.model import Statement, Verdict, addresses
from newsdossier.site.parts.edit_targets import EditTarget
from newsdossier.site.parts.links import link_blocks, link_origin
from newsdossier.site.parts.meter import Meter, build_meter
from newsdossier.site.parts.speakers import describe_mode, show_voice
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.values import show_date


@dataclass(frozen=True)
class NoteRow:
    """A row that a statement answers: its verdict, and how many witnesses answer it."""

    question: Text
    status: str
    """Withdrawn, denied or only imagined, where all answers of the statement are."""
    judged: str
    """The verdict, and of how many witnesses: compatible, 2 of 4."""
    sign: str
    """The verdict by whose sign and colour it is shown; none for one witness."""
    meter: Meter


@dataclass(frozen=True)
class NoteView:
    """A footnote on one statement: short, as a reader looks at it beside the text."""

    id: str
    says: str
    """Empty on the article's own page, where the text says it."""
    voice: str
    """Who says it: the first step of the chain."""
    passed_on: str
    """The other steps of the chain, an arrow before each; empty for an article's own words."""
    details: list[str]
    """How it is said, to whom, when."""
    blocks: list[Text]
    quotes: list[str]
    grounds: list[str]
    remark: str | None
    row: NoteRow | None
    """The row it answers; of several, the one that sets the witnesses farthest apart."""
    more_rows: list[Text]
    """The other rows it answers that set the witnesses apart."""
    origin: Text | None
    """The dispatch it goes back to, where its page does not say so of all statements."""
    edit_target: EditTarget


def build_note_id(sourced: SourcedStatement) -> str:
    """Build the id of a note where several articles' notes meet; ids have no double hyphen."""
    return f"{sourced.article.id}--{sourced.statement.id}"


def build_article_note(collation: Collation, sourced: SourcedStatement) -> NoteView:
    """The footnote of a statement on its article's page.

    What the text says, and through whom all of the article comes, are not said again.
    """
    full = build_note(collation, sourced, sourced.statement.id)
    is_common = sourced.dispatch == sourced.article.dispatch
    own = describe_mode(sourced)
    if is_common and not sourced.statement.speaker and not sourced.statement.via and own:
        full = replace(full, voice=own.capitalize(), passed_on="", details=full.details[1:])
    return replace(full, says="", origin=None if is_common else full.origin)


def build_note(collation: Collation, sourced: SourcedStatement, id_: str) -> NoteView:
    """The footnote of a statement, which stands alone."""
    statement = sourced.statement
    rows = _rank_rows(collation, statement)
    voice, arrow, rest = print_chain(collation.dossier, sourced).partition(" →")
    return NoteView(
        id=id_,
        says=statement.says,
        voice=voice,
        passed_on=arrow + rest,
        details=_list_details(collation, sourced),
        blocks=link_blocks(sourced.article, statement.at),
        quotes=[print_quote(statement, quote) for quote in statement.quote],
        grounds=_list_grounds(statement),
        remark=statement.note,
        row=_build_note_row(collation, rows[0], statement) if rows else None,
        more_rows=[_link_label(row) for row in rows[1:] if measure_distance(row)],
        origin=link_origin(collation, sourced.dispatch) if sourced.dispatch else None,
        edit_target=EditTarget(
            statement.place("id"), f"the note {statement.id}", sourced.reference
        ),
    )


def _list_details(collation: Collation, sourced: SourcedStatement) -> list[str]:
    statement = sourced.statement
    to = [show_voice(collation, one).plain for one in statement.to]
    return [
        *filter(None, [describe_mode(sourced)]),
        *([f"to {wording.joined(to)}"] if to else []),
        *([f"said {show_date(statement.said).plain}"] if statement.said else []),
        *([show_date(statement.when).plain] if statement.when else []),
    ]


def _list_grounds(statement: Statement) -> list[str]:
    voices = [*statement.speaker, *statement.via, *statement.to]
    grounds = [one.because for one in voices if one.because]
    for dated in (statement.when, statement.said):
        if dated and dated.because:
            grounds.append(f"{wording.day(dated.date)}: {dated.because}")
    for answer in statement.answers:
        readings = (answer.because, answer.read_as.because if answer.read_as else None)
        grounds += [
            reason
            for reason in readings
            if reason and not any(reason in ground for ground in grounds)
        ]
    return grounds


def _rank_rows(collation: Collation, statement: Statement) -> list[Row]:
    """The rows that a statement answers, the one first that sets the witnesses farthest apart."""
    answered = dict.fromkeys(answer.question for answer in statement.answers)
    return sorted((collation.rows[name] for name in answered), key=measure_distance, reverse=True)


def _link_label(row: Row) -> Text:
    return Text(row.question.label, addresses.question_page(row.question.id))


def _build_note_row(collation: Collation, row: Row, statement: Statement) -> NoteRow:
    own = [answer for answer in statement.answers if answer.question == row.question.id]
    statuses = {wording.STATUSES[answer.status] for answer in own}
    meter, verdicts = build_meter(collation, row), list(row.question.verdict)
    is_counted = verdicts != [Verdict.ONE_WITNESS]
    return NoteRow(
        question=_link_label(row),
        status=statuses.pop() if len(statuses) == 1 else "",
        judged=", ".join([*verdicts, *([meter.figures] if is_counted else [])]),
        sign=verdicts[0] if is_counted else "",
        meter=meter,
    )
