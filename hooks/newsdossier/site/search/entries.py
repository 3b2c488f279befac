"""What search can find: questions with their answers, entities, statements, articles, pages.

An entry is what a result shows, and the words by which it is found beside these. The keys are
short English words, for the entries are written as they are into the file that browsers load.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from newsdossier.analysis import wording
from newsdossier.analysis.chain import print_box_sources, print_voice
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.correspondence import find_copied
from newsdossier.analysis.names import search_forms
from newsdossier.analysis.ranking import measure_distance
from newsdossier.analysis.relations import list_speakers, list_subjects
from newsdossier.analysis.rows import Row
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.model import Article, Attribution, Entity, Label, Reference, addresses
from newsdossier.site.parts.headline import build_headline, name_status
from newsdossier.site.parts.meter import Meter, build_meter
from newsdossier.site.parts.page import Page
from newsdossier.site.parts.values import show_answer, show_date


@dataclass(frozen=True)
class QuestionEntry:
    """A question, found by what it asks and by every answer to it."""

    to: str
    """The target, as `addresses` has it."""
    asks: str
    label: str
    answers: list[tuple[str, str]]
    """The answers in brief, each with its status where it does not stand."""
    verdicts: list[str]
    dots: list[str]
    """The classes of the meter's dots; of a silent witness none."""
    told: str
    """What the meter says."""
    more: list[str]
    """What else finds it: its scope, what exactly is counted, the copies' answers, who speaks."""
    also: list[str]
    """What a reader may type that no article says; it leads here where nothing is found."""


@dataclass(frozen=True)
class EntityEntry:
    """An entity, found by every name and every form of one."""

    to: str
    title: str
    kind: str
    summary: str
    names: list[str]
    """Names that articles use, beside the title."""
    forms: list[str]
    """Forms that no article uses."""
    more: list[str]
    """Descriptions."""
    count: int
    """How many statements concern it."""


@dataclass(frozen=True)
class StatementEntry:
    """A statement, found by what it says and by the words that it quotes."""

    to: str
    says: str
    whose: str
    quotes: list[str]
    place: str
    """Dawn ¶14"""
    who: list[int]
    """Whom it concerns, the speakers first: places in the list of entities."""
    copy: int
    """What it copies: the place in the list of statements; its own place where it copies none."""
    answers: list[int]
    """What it answers: places in the list of questions."""


@dataclass(frozen=True)
class ArticleEntry:
    """An article, found by its headline and by every paragraph of its rendition."""

    to: str
    title: str
    label: str
    about: str
    """Who published it, and when."""
    blocks: list[tuple[str, str]]
    """The label and the text of each paragraph."""
    anchors: list[str]
    """The names of these within the page."""


@dataclass(frozen=True)
class PageEntry:
    """Any other page, found by its title and description."""

    to: str
    title: str
    summary: str
    sections: list[str]
    """The headings on it."""


def list_questions(collation: Collation) -> list[QuestionEntry]:
    """The questions, those where the sources stand farthest apart first."""
    return [_build_question(collation, row) for row in _order_rows(collation)]


def _order_rows(collation: Collation) -> list[Row]:
    rows = collation.rows.values()
    return sorted(rows, key=lambda r: -measure_distance(r) if r.answers else 1)


def _build_question(collation: Collation, row: Row) -> QuestionEntry:
    question, meter = row.question, build_meter(collation, row)
    shown = [
        (f"{one.of}: {one.value.plain}" if one.of else one.value.plain, one.status)
        for one in build_headline(collation, row).answers
    ]
    return QuestionEntry(
        to=addresses.question_page(question.id),
        asks=question.asks,
        label=question.label,
        answers=shown,
        verdicts=list(question.verdict),
        dots=_list_dots(meter),
        told=meter.told,
        more=[text for text in _list_more(collation, row) if text not in dict(shown)],
        also=list(question.search),
    )


def _list_dots(meter: Meter) -> list[str]:
    """The classes of the dots, as the macro `meter` gives them; the figures where none are."""
    return [
        ""
        if dot.is_silent
        else f"witness-{dot.colour}"
        + (" withdrawn" if dot.is_withdrawn else "")
        + (f" echoes-{dot.echoes}" if dot.echoes else "")
        for dot in meter.dots
    ] or [meter.figures]


def _list_more(collation: Collation, row: Row) -> list[str]:
    """What else may be typed for a question, each once."""
    articles = collation.dossier.articles
    told = [row.question.scope, *(articles[name].label for name in row.answering_articles)]
    for sourced in row.answers:
        told.append(show_answer(collation, sourced, in_brief=True).plain)
        told += [part for part in (sourced.answer.of, name_status(sourced)) if part]
        told += [print_voice(collation.dossier, one) for one in sourced.statement.speaker]
    return list(dict.fromkeys(told))


def list_entities(collation: Collation) -> list[EntityEntry]:
    """The entities, those that most statements concern first."""
    return [_build_entity(collation, one) for one in _order_entities(collation)]


def _order_entities(collation: Collation) -> list[Entity]:
    entities = collation.dossier.entities.values()
    return sorted(entities, key=lambda one: (-collation.statements_on(one.id), one.id))


def _build_entity(collation: Collation, entity: Entity) -> EntityEntry:
    names = [one.name for one in entity.names if not one.description]
    return EntityEntry(
        to=addresses.entity_page(entity),
        title=entity.title,
        kind=str(entity.kind),
        summary=entity.summary or "",
        names=[name for name in dict.fromkeys(names) if name != entity.title],
        forms=search_forms(entity),
        more=list(dict.fromkeys(one.name for one in entity.names if one.description)),
        count=collation.statements_on(entity.id),
    )


def list_statements(collation: Collation) -> list[StatementEntry]:
    """The statements, article by article."""
    places = {entity.id: place for place, entity in enumerate(_order_entities(collation))}
    numbers = {one.reference: number for number, one in enumerate(collation.statements)}
    rows = {row.question.id: place for place, row in enumerate(_order_rows(collation))}
    return [
        _build_statement(
            collation, one, places, numbers, [rows[a.question] for a in one.statement.answers]
        )
        for one in collation.statements
    ]


def _build_statement(
    collation: Collation,
    sourced: SourcedStatement,
    places: dict[str, int],
    numbers: dict[Reference, int],
    answers: list[int],
) -> StatementEntry:
    statement, article = sourced.statement, sourced.article
    copied = [numbers[one.reference] for one in find_copied(collation.dossier, sourced)]
    concerned = dict.fromkeys([*list_speakers(sourced), *list_subjects(sourced)])
    return StatementEntry(
        to=addresses.statement_note(article.id, statement.id),
        says=statement.says,
        whose=_describe_voice(collation, sourced),
        quotes=list(statement.quote),
        place=f"{article.label} {Label(statement.at[0]).short_form}",
        who=[places[name] for name in concerned if name in places],
        copy=copied[0] if copied else numbers[sourced.reference],
        answers=answers,
    )


def _describe_voice(collation: Collation, sourced: SourcedStatement) -> str:
    """Whose word a statement is and how it is given, and what became of its answers."""
    dossier, statement = collation.dossier, sourced.statement
    if statement.speaker:
        told = wording.joined([print_voice(dossier, one) for one in statement.speaker])
        if statement.mode and statement.attribution is not Attribution.UNNAMED:
            told = f"{told}, {wording.BRIEF_MODES[statement.mode]}"
    elif sourced.sources:
        told = print_box_sources([dossier.titles[name] for name in sourced.sources])
    else:
        told = wording.MODES[None]
    states = (wording.STATUSES[answer.status] for answer in statement.answers)
    return "; ".join([told, *dict.fromkeys(state for state in states if state)])


def list_articles(collation: Collation) -> list[ArticleEntry]:
    """The articles, in the order in which they are shown."""
    return [_build_article(collation, article) for article in collation.articles]


def _build_article(collation: Collation, article: Article) -> ArticleEntry:
    publisher = collation.dossier.titles.get(article.publisher or "", "")
    day = show_date(article.issued, in_brief=True).plain
    blocks = [one for one in collation.renditions[article.id].blocks if one.label != "headline"]
    return ArticleEntry(
        to=addresses.article_page(article.id),
        title=f"[{article.title}]" if article.title_supplied else article.title,
        label=article.label,
        about=", ".join(dict.fromkeys(part for part in (article.label, publisher, day) if part)),
        blocks=[(one.label.short_form, one.text) for one in blocks],
        anchors=[addresses.block_anchor(one.label) for one in blocks],
    )


def list_pages(pages: Iterable[Page]) -> list[PageEntry]:
    """The pages that show none of the records above: overviews and the like."""
    return [
        PageEntry(page.path, page.title, page.description, [])
        for page in pages
        if page.record is None
    ]


def list_guides(docs: Path) -> Iterator[PageEntry]:
    """The pages written by hand, found by their headings too; read as Markdown, line by line."""
    for file in sorted(docs.rglob("*.md")) if docs.is_dir() else ():
        _, _, rest = file.read_text(encoding="utf-8").rpartition("\n---\n")
        headings = [
            (len(match[1]), re.sub(r"[*_`]", "", match[2]))
            for match in re.finditer(r"^(#{1,3}) +(.+?) *$", rest, re.MULTILINE)
        ]
        title = next((text for level, text in headings if level == 1), file.stem)
        sections = [text for level, text in headings if level > 1]
        yield PageEntry(file.relative_to(docs).as_posix(), title, "", sections)
