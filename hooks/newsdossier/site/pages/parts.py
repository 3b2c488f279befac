"""What several pages show: linked words, notes, cells and rows of the comparison."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from newsdossier.analysis import wording
from newsdossier.analysis.collate import Collation, Support, support_by_value, support_of_row
from newsdossier.analysis.rows import Row, SourcedAnswer
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.model import addresses
from newsdossier.model.records import Article, Dated, Entity, Question, Statement, Type, Voice
from newsdossier.problems.problem import Place
from newsdossier.text.alignment import Aligned, Stretch, aligned


@dataclass(frozen=True)
class Text:
    """Words, perhaps leading somewhere: to a page of the site, or to an address on the web."""

    text: str
    target: str | None = None
    address: str | None = None
    emphasis: str = ""
    hint: str | None = None


@dataclass(frozen=True)
class EditTarget:
    """Where what is shown is written, what that is, and its name in a report of a mistake."""

    place: Place
    what: str
    name: str = ""


@dataclass(frozen=True)
class NoteMark:
    """Where a note is called."""

    note: str


@dataclass(frozen=True)
class Citation:
    """How something is cited: in one line, in BibTeX and in CSL-JSON, these line by line."""

    of: str
    line: str
    bibtex: list[str]
    csl: list[str]


@dataclass(frozen=True)
class Page:
    """What every page has: where it lives, its title and what search results say of it."""

    path: str
    title: str
    description: str
    kind_label: str = field(default="Overview", kw_only=True)
    """What sort of thing it is about, in a word: told beside its title where that stands alone."""
    card_text: str = field(default="", kw_only=True)
    """The verdict, or how much there is, for its social card."""
    boost: int = field(default=1, kw_only=True)
    """How much search prefers it to a page that has the same words."""
    record: Article | Entity | None = field(default=None, kw_only=True)
    """The record that the page is of, where it is of one that machines have a word for."""
    citations: list[Citation] = field(default_factory=list, kw_only=True)
    """How to cite the page, and what it is about."""
    linked: dict[str, Any] = field(default_factory=dict, kw_only=True)
    """What machines read in it, as JSON-LD."""


@dataclass(frozen=True)
class CellAnswer:
    """One answer as the comparison shows it."""

    value: str
    read_as: str | None
    status: str
    by: list[Text]
    on: str | None
    of: str | None
    as_of: str | None
    speakers: list[Text]
    via: list[Text]
    mode: str
    statement: Text
    blocks: list[Text]
    quote: str | None
    says: str
    grounds: list[str]
    edit_target: EditTarget
    wording: list[Stretch]
    """The value cut where it parts from what the other articles print; empty where none is near."""


@dataclass(frozen=True)
class Cell:
    """What one article gives to one question."""

    id: str
    article_id: str
    article: Text
    answers: list[CellAnswer]
    state: str
    note: str | None
    edit_target: EditTarget
    """The first answer, the silence, or where a silence would be written."""


@dataclass(frozen=True)
class WitnessLine:
    """One value of a row, and who stands behind it."""

    value: str
    also_printed: list[str]
    of: str | None
    speakers: list[Text]
    via: list[Text]
    articles: list[Text]
    count: str


@dataclass(frozen=True)
class RowView:
    """A row of the comparison."""

    id: str
    question: Text
    label: str
    verdicts: list[str]
    cells: list[Cell]
    witnesses: list[WitnessLine]
    count: str
    because: str
    edit_target: EditTarget


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


def article_link(article: Article) -> Text:
    """An article by its label."""
    return Text(article.label, addresses.article_page(article.id))


def pair_link(one: Article, other: Article) -> Text:
    """Two articles, by their labels, side by side."""
    return Text(f"{one.label} and {other.label}", addresses.pair_page(one.id, other.id))


def entity_link(collation: Collation, name: str) -> Text:
    """An entity by its title."""
    entity = collation.dossier.entities[name]
    return Text(entity.title, addresses.entity_page(entity))


def entity_links(collation: Collation, names: Iterable[str]) -> list[Text]:
    """Entities by their titles."""
    return [entity_link(collation, name) for name in names]


def origin_link(collation: Collation, name: str) -> Text:
    """A dispatch by its title."""
    return Text(collation.dossier.origins[name].title, addresses.origin_section(name))


def question_link(question: Question) -> Text:
    """A question as asked."""
    return Text(question.asks, addresses.question_page(question.id))


def block_link(article: Article, label: str) -> Text:
    """A block by its label."""
    whole = {"headline": "headline", "excluded": "a piece left out"}
    part = {"s": "sub-head ", "f": "box ¶ "}.get(label[0], "¶ ") + label.lstrip("sf")
    return Text(whole.get(label, part), addresses.article_block(article.id, label))


def block_links(article: Article, labels: Iterable[str]) -> list[Text]:
    """Blocks by their labels."""
    return [block_link(article, label) for label in labels]


def voice(collation: Collation, one: Voice) -> Text:
    """A speaker: an entity, the text's words for the unnamed, or nobody."""
    if one.name == "nobody":
        return Text("nobody named")
    if one.unnamed and one.entity:
        title = collation.dossier.entities[one.entity].title
        return Text(
            f"{wording.quoted(one.unnamed)} (read as {title})", _target(collation, one.entity)
        )
    if one.unnamed:
        return Text(wording.quoted(one.unnamed))
    return entity_link(collation, one.entity_id or "")


def _target(collation: Collation, name: str) -> str:
    return addresses.entity_page(collation.dossier.entities[name])


def voices(collation: Collation, statement: Statement) -> list[Text]:
    """Who makes a statement; empty where the article itself does."""
    return [voice(collation, one) for one in statement.speaker]


def speakers(collation: Collation, sourced: SourcedStatement) -> list[Text]:
    """Who makes a statement, the article itself where nobody else does."""
    return voices(collation, sourced.statement) or [article_link(sourced.article)]


def chain(collation: Collation, sourced: SourcedStatement) -> list[Text]:
    """Who says it, through whom it passes, who published it."""
    through = [voice(collation, one) for one in sourced.statement.via]
    end = [article_link(sourced.article)] if sourced.statement.speaker else []
    return [*_together(speakers(collation, sourced)), *through, *end]


def _together(voices: list[Text]) -> list[Text]:
    """Several speakers of one statement, each but the last followed by `and`."""
    return [
        Text(one.text, one.target, hint="and") if index < len(voices) - 1 else one
        for index, one in enumerate(voices)
    ]


def dated(when: Dated) -> str:
    """A date with the words it was read from."""
    shown = wording.day(when.date)
    return f"{shown} ({wording.quoted(when.words)})" if when.words else shown


def note_id(sourced: SourcedStatement) -> str:
    """A statement's note where notes of several articles meet; no id has two hyphens in a row."""
    return f"{sourced.article.id}--{sourced.statement.id}"


def brief_note(collation: Collation, sourced: SourcedStatement) -> NoteView:
    """The footnote of a statement on another page than its article's.

    The other articles' answers are left to the rows it leads to: else a page that draws on many
    articles would be nothing but notes.
    """
    full = note(collation, sourced, note_id(sourced))
    return replace(full, rows=[replace(row, others=[]) for row in full.rows])


def note(collation: Collation, sourced: SourcedStatement, id_: str) -> NoteView:
    """The footnote of a statement."""
    statement = sourced.statement
    origin = collation.origin_of(sourced)
    return NoteView(
        id=id_,
        link=Text("link to this note", addresses.statement_note(sourced.article.id, statement.id)),
        says=statement.says,
        chain=chain(collation, sourced),
        mode=wording.MODES[statement.mode],
        to=[voice(collation, one) for one in statement.to],
        when=dated(statement.when) if statement.when else None,
        blocks=block_links(sourced.article, statement.at),
        quotes=[wording.quoted(quote) for quote in statement.quote],
        grounds=_grounds(sourced),
        remark=statement.note,
        rows=[
            _note_row(collation, sourced, question)
            for question in dict.fromkeys(answer.question for answer in statement.answers)
        ],
        origin=origin_link(collation, origin) if origin else None,
        edit_target=EditTarget(
            statement.place("id"), f"the note {statement.id}", sourced.reference
        ),
    )


def _grounds(sourced: SourcedStatement) -> list[str]:
    statement = sourced.statement
    voices = [*statement.speaker, *statement.via, *statement.to]
    grounds = [one.because for one in voices if one.because]
    if statement.when and statement.when.because:
        grounds.append(f"{wording.day(statement.when.date)}: {statement.when.because}")
    return grounds


def _note_row(collation: Collation, sourced: SourcedStatement, question_id: str) -> NoteRow:
    row = collation.rows[question_id]
    own = [g for g in row.answers if g.statement is sourced.statement]
    elsewhere = [article for article in collation.articles if article is not sourced.article]
    return NoteRow(
        question=question_link(row.question),
        verdicts=list(row.question.verdict),
        own=[_with_status(collation, sourced, named=False) for sourced in own],
        others=[
            (article_link(article), _in_short(collation, row, article)) for article in elsewhere
        ],
    )


def _in_short(collation: Collation, row: Row, article: Article) -> str:
    if answers := row.of(article.id):
        return "; ".join(_with_status(collation, one) for one in answers)
    silent = row.silent.get(article.id)
    if silent:
        return f"silent ({silent.note})" if silent.note else "silent"
    return "not yet reviewed"


def _with_status(collation: Collation, sourced: SourcedAnswer, *, named: bool = True) -> str:
    status = wording.STATUSES[sourced.answer.status]
    shown = shown_value(collation, sourced)
    shown = f"{shown} ({sourced.answer.of})" if sourced.answer.of else shown
    by = " and ".join(one.text for one in voices(collation, sourced.statement))
    if by and named:
        shown = f"{shown} (so {by})"
    return f"{shown} ({status})" if status else shown


def shown_value(collation: Collation, sourced: SourcedAnswer) -> str:
    """An answer's value as printed, in words."""
    question = collation.dossier.questions[sourced.answer.question]
    titles = {name: entity.title for name, entity in collation.dossier.entities.items()}
    return wording.value(question, sourced.answer.value, sourced.answer.bound, titles)


def cell_answer(collation: Collation, sourced: SourcedAnswer, variants: Aligned) -> CellAnswer:
    """One answer of a cell; `variants` are the wordings of the row that can be aligned."""
    answer, statement = sourced.answer, sourced.statement
    question = collation.dossier.questions[answer.question]
    titles = {name: entity.title for name, entity in collation.dossier.entities.items()}
    read_as = answer.read_as
    return CellAnswer(
        value=shown_value(collation, sourced),
        read_as=wording.value(question, read_as.value, read_as.bound, titles) if read_as else None,
        status=wording.STATUSES[answer.status],
        by=entity_links(collation, answer.by),
        on=wording.day(answer.on) if answer.on else None,
        of=answer.of,
        as_of=wording.day(answer.as_of) if answer.as_of else None,
        speakers=voices(collation, statement) or [Text("the article itself")],
        via=[voice(collation, one) for one in statement.via],
        mode=wording.MODES[statement.mode],
        statement=Text("note", addresses.statement_note(sourced.article.id, statement.id)),
        blocks=block_links(sourced.article, statement.at),
        quote=_cell_quote(sourced),
        says=statement.says,
        grounds=[text for text in (answer.because, read_as.because if read_as else None) if text],
        edit_target=EditTarget(answer.place(), _of_cell(question, sourced.article)),
        wording=variants.get(printed_wording(sourced), []),
    )


def _of_cell(question: Question, article: Article) -> str:
    return f"{question.label} in {article.label}"


def _cell_quote(sourced: SourcedAnswer) -> str | None:
    """The quotation that has the value, else the first; none where the value is such words."""
    value = sourced.answer.value[0]
    quotes = sourced.statement.quote
    best = next((quote for quote in quotes if value in quote), quotes[0] if quotes else None)
    is_shown = best is None or (value in best and not value.isdigit())
    return None if is_shown else wording.quoted(best or "")


def printed_wording(sourced: SourcedAnswer) -> str:
    """An answer's printed words, as they stand within quotation marks."""
    return wording.inner(sourced.answer.value[0])


def variants(row: Row, articles: list[Article]) -> list[Aligned]:
    """The wordings in which articles print much the same, aligned; one article's alone are none."""
    if row.question.type is not Type.WORDING:
        return []
    printed: dict[str, set[str]] = {}
    for article in articles:
        for sourced in row.of(article.id):
            printed.setdefault(printed_wording(sourced), set()).add(article.id)
    return [
        group
        for group in aligned(printed)
        if len(set().union(*(printed[variant] for variant in group))) > 1
    ]


def row_view(collation: Collation, row: Row, articles: list[Article] | None = None) -> RowView:
    """A row with a cell for each article, or for each of some articles."""
    shown = collation.articles if articles is None else articles
    near = {text: cut for group in variants(row, shown) for text, cut in group.items()}
    return RowView(
        id=addresses.row_anchor(row.question.id),
        question=question_link(row.question),
        label=row.question.label,
        verdicts=list(row.question.verdict),
        cells=[_cell(collation, row, article, near) for article in shown],
        witnesses=[_witness_line(collation, one) for one in support_by_value(collation, row)],
        count=_count(support_of_row(collation, row)),
        because=row.question.because,
        edit_target=question_edit_target(row.question),
    )


def question_edit_target(question: Question) -> EditTarget:
    """A question, where it is asked."""
    return EditTarget(
        question.place("asks"), f"the question {question.label}", f"question {question.id}"
    )


def _cell(collation: Collation, row: Row, article: Article, near: Aligned) -> Cell:
    silent = row.silent.get(article.id)
    answers = [cell_answer(collation, sourced, near) for sourced in row.of(article.id)]
    return Cell(
        id=addresses.cell_anchor(row.question.id, article.id),
        article_id=article.id,
        article=article_link(article),
        answers=answers,
        state="answered" if answers else "silent" if silent else "unreviewed",
        note=silent.note if silent else None,
        edit_target=answers[0].edit_target if answers else silence_edit_target(row, article),
    )


def silence_edit_target(row: Row, article: Article) -> EditTarget:
    """An article's silence on a question, or where it would be written."""
    silent = row.silent.get(article.id)
    place = silent.place("question") if silent else article.place("silent")
    return EditTarget(place, _of_cell(row.question, article))


def _witness_line(collation: Collation, one: Support) -> WitnessLine:
    by_id = collation.dossier.articles
    as_printed = [sourced for sourced in one.answers if not sourced.answer.read_as] or one.answers
    value = shown_value(collation, as_printed[0])
    printed = dict.fromkeys(shown_value(collation, sourced) for sourced in one.answers)
    return WitnessLine(
        value=value,
        also_printed=[other for other in printed if other != value],
        of=one.answers[0].answer.of,
        speakers=_distinct(one.statements, collation),
        via=_channels(one.statements, collation),
        articles=[article_link(by_id[name]) for name in one.articles],
        count=_count(one),
    )


def _distinct(statements: list[SourcedStatement], collation: Collation) -> list[Text]:
    """Who says it, each once; the article itself counts as one however many articles."""
    itself = [Text("the article itself")]
    spoken = [who for one in statements for who in voices(collation, one.statement) or itself]
    return list(dict.fromkeys(spoken))


def _channels(statements: list[SourcedStatement], collation: Collation) -> list[Text]:
    """Through whom it passes, each once."""
    through = [voice(collation, one) for some in statements for one in some.statement.via]
    return list(dict.fromkeys(through))


def _count(one: Support) -> str:
    return ", ".join(
        [
            wording.plural(len(one.articles), "article"),
            wording.plural(len(one.dispatches), "origin"),
            wording.plural(len(one.speakers), "speaker"),
        ]
    )


def article_card(collation: Collation, article: Article) -> ArticleCard:
    """An article in a list."""
    origin = collation.dispatch_of(article)
    others = [a for a in collation.of_origin(origin) if a is not article] if origin else []
    publisher = article.publisher
    return ArticleCard(
        title=Text(article.title, addresses.article_page(article.id)),
        label=article.label,
        supplied=article.title_supplied,
        publisher=collation.dossier.entities[publisher].title
        if publisher
        else "publisher not named",
        issued=wording.day(article.issued.date),
        certainty=wording.certainty(article.issued.date, article.issued.because),
        origin=origin_link(collation, origin) if origin else None,
        shared_with=[article_link(other) for other in others],
        statements=wording.plural(len(article.statements), "statement"),
    )


@dataclass(frozen=True)
class ArticleCard:
    """An article in a list."""

    title: Text
    label: str
    supplied: bool
    publisher: str
    issued: str
    certainty: str
    origin: Text | None
    statements: str
    shared_with: list[Text] = field(default_factory=list)
