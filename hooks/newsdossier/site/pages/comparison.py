"""The whole comparison: a row for each question, a column for each witness."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from slugify import slugify

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.ranking import DISTANCE, pair_articles
from newsdossier.analysis.rows import Row
from newsdossier.analysis.witnesses import Witness
from newsdossier.model import Article, Kind, Type, Verdict, addresses
from newsdossier.site.pages.registry import PageKind, PageSource
from newsdossier.site.parts.brief import BriefRow, build_brief_row
from newsdossier.site.parts.links import link_article, link_origin, link_pair
from newsdossier.site.parts.meter import number_witness
from newsdossier.site.parts.page import Page
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.values import ShownValue, show_issued

#: What each verdict means, for legends.
MEANINGS = {
    Verdict.AGREE: "two or more witnesses give the same answer",
    Verdict.COMPATIBLE: "all answers can hold together; some are more precise",
    Verdict.CHANGED: "the answers hold at different times",
    Verdict.DIFFER: "wording, selection or emphasis differs",
    Verdict.CONTRADICT: "two answers cannot both hold at the same time",
    Verdict.ONE_WITNESS: "only one witness answers, in however many copies",
}

#: A column is narrow where its witness answers fewer than one question in so many.
SPARSE = 20

#: The verdicts in the order of the filters: the farthest apart first.
FARTHEST_FIRST = sorted(Verdict, key=lambda verdict: -DISTANCE.get(verdict, 0))


@dataclass(frozen=True)
class Column:
    """A witness as a column of the comparison."""

    id: str
    colour: int
    label: str
    target: str
    """Its article, or the section on its dispatch."""
    issued: ShownValue | None
    """When its one article was published; the articles of a dispatch have several dates."""
    is_sparse: bool
    """Whether it answers so few questions that a narrow column does."""
    note: str
    """How many copies a dispatch has, or that this is what an article adds to one."""


@dataclass(frozen=True)
class ComparedRow:
    """A row of the comparison, with what it can be filtered by."""

    id: str
    brief: BriefRow
    entities: list[str]
    is_alone: bool
    """Whether only one witness answers, so that none confirms it."""
    is_apart: bool
    """Whether witnesses disagree in it."""
    has_variants: bool
    """Whether copies of one dispatch answer differently."""


@dataclass(frozen=True)
class Section:
    """A section of the comparison: the rows that several witnesses answer, and those of one."""

    id: str
    title: str
    shared: list[ComparedRow]
    alone: list[ComparedRow]

    @property
    def topics(self) -> str:
        """What the rows of one witness are about, in a line that stands for them."""
        return " · ".join(row.brief.label for row in self.alone)


@dataclass(frozen=True)
class Choice:
    """One thing that rows can be filtered by."""

    id: str
    label: str
    count: int = 0


@dataclass(frozen=True)
class ComparisonPage(Page):
    """The whole comparison."""

    summary: str
    witness_told: str
    """What a witness is, with what is one here."""
    columns: list[Column]
    sections: list[Section]
    rows: int
    meanings: list[tuple[str, str]]
    coverage: Text
    verdicts: list[Choice]
    variants: int
    """In how many rows copies of one dispatch differ."""
    entities: list[tuple[str, list[Choice]]]
    pairs: list[tuple[Text, str]]


def build_pages(source: PageSource) -> Iterator[ComparisonPage]:
    """Build the whole comparison, its groups as sections."""
    collation = source.collation
    questions = wording.plural(len(collation.rows), "question")
    witnesses = wording.plural(len(collation.witnesses), "witness")
    sections = list(_build_sections(collation))
    rows = [row for section in sections for row in (*section.shared, *section.alone)]
    yield ComparisonPage(
        path=addresses.COMPARISON,
        title="Compare the answers",
        description=f"{questions} put to {witnesses}: who says what, and how the answers compare.",
        summary=_summarise(collation),
        witness_told=" ".join(_explain_witness(collation)),
        columns=[_build_column(collation, one) for one in collation.witnesses.values()],
        sections=sections,
        rows=len(rows),
        meanings=[(verdict, MEANINGS[verdict]) for verdict in FARTHEST_FIRST],
        coverage=Text("the grid of coverage", addresses.COVERAGE),
        verdicts=list(_list_verdict_choices(collation)),
        variants=sum(row.has_variants for row in rows),
        entities=_list_entity_choices(collation),
        pairs=[_describe_pair(collation, one, other) for one, other in pair_articles(collation)],
    )


def _summarise(collation: Collation) -> str:
    """How much is confirmed: how many rows have one witness, and how many agree."""
    questions = wording.plural(len(collation.rows), "question")
    witnesses = wording.plural(len(collation.witnesses), "witness")
    alone = _count_rows(collation, Verdict.ONE_WITNESS)
    agreed = _count_rows(collation, Verdict.AGREE)
    agreement = f"on {agreed}, two or more agree" if agreed else "on none do two agree"
    return f"{questions}, {witnesses}. On {alone} only one witness answers; {agreement}."


def _explain_witness(collation: Collation) -> Iterator[str]:
    """Say what a witness is, by what this dossier has."""
    shared = [one for one in collation.witnesses.values() if one.is_shared]
    if not shared:
        yield "A witness is a source that counts once; here each article is one."
        return
    copies = wording.spell_number(len(shared[0].articles))
    yield (
        "A witness is a source that counts once: "
        f"{copies} articles that copy one dispatch are one witness."
    )
    if any(_adds_to_dispatch(collation, one) for one in collation.witnesses.values()):
        yield "What an article adds to the dispatch that it copies is a witness of its own."


def _adds_to_dispatch(collation: Collation, witness: Witness) -> bool:
    """Whether a witness is what an article adds to the dispatch that it copies."""
    article = collation.dossier.articles[witness.articles[0]]
    return not witness.origin and bool(article.dispatch)


def _build_sections(collation: Collation) -> Iterator[Section]:
    for group in collation.dossier.settings.groups:
        rows = [
            _build_row(collation, collation.rows[question.id])
            for question in collation.questions_in(group.id)
        ]
        alone = [row for row in rows if len(row.brief.answering) < 2]
        if rows:
            shared = [row for row in rows if row not in alone]
            yield Section(group.id, group.title, shared, alone)


def _build_row(collation: Collation, row: Row) -> ComparedRow:
    return ComparedRow(
        id=addresses.row_anchor(row.question.id),
        brief=build_brief_row(collation, row),
        entities=_list_entities(row),
        is_alone=Verdict.ONE_WITNESS in row.question.verdict,
        is_apart=any(DISTANCE.get(verdict) for verdict in row.question.verdict),
        has_variants=any(copy.answers for one in row.witnesses for copy in one.variants),
    )


def _list_entities(row: Row) -> list[str]:
    """The entities that a row is about, those that speak in it, and those that answer it."""
    found = list(row.question.about)
    for sourced in row.answers:
        voices = [*sourced.statement.speaker, *sourced.statement.via]
        found += [voice.entity_id for voice in voices if voice.entity_id]
        if row.question.type is Type.ENTITIES:
            found += sourced.answer.value
    return list(dict.fromkeys(found))


def _list_verdict_choices(collation: Collation) -> Iterator[Choice]:
    for verdict in FARTHEST_FIRST:
        if count := _count_rows(collation, verdict):
            yield Choice(slugify(verdict), verdict, count)


def _count_rows(collation: Collation, verdict: Verdict) -> int:
    return sum(verdict in row.question.verdict for row in collation.rows.values())


def _list_entity_choices(collation: Collation) -> list[tuple[str, list[Choice]]]:
    """The entities that rows can be filtered by, kind by kind."""
    entities = collation.dossier.entities
    in_rows = {name for row in collation.rows.values() for name in _list_entities(row)}
    sections = [
        (
            wording.KINDS[kind],
            [
                Choice(name, entities[name].title)
                for name in sorted(in_rows, key=lambda name: slugify(entities[name].title))
                if entities[name].kind is kind
            ],
        )
        for kind in Kind
    ]
    return [(title, choices) for title, choices in sections if choices]


def _build_column(collation: Collation, witness: Witness) -> Column:
    article = collation.dossier.articles[witness.articles[0]]
    own = "what it adds" if _adds_to_dispatch(collation, witness) else ""
    copies = wording.plural(len(witness.articles), "copy") if witness.is_shared else own
    link = (
        link_origin(collation, witness.origin)
        if witness.is_shared and witness.origin
        else link_article(article)
    )
    return Column(
        id=witness.id,
        colour=number_witness(collation, witness.id),
        label=witness.label,
        target=link.target or "",
        issued=None if witness.is_shared else show_issued(article),
        is_sparse=_count_answered(collation, witness) * SPARSE < len(collation.rows),
        note=copies,
    )


def _count_answered(collation: Collation, witness: Witness) -> int:
    return sum(
        one.witness is witness and bool(one.answers)
        for row in collation.rows.values()
        for one in row.witnesses
    )


def _describe_pair(collation: Collation, one: Article, other: Article) -> tuple[Text, str]:
    """Two articles, and how many questions both answer."""
    both = sum({one.id, other.id} <= set(row.answering_articles) for row in collation.rows.values())
    count = f"{wording.plural(both, 'question')} in common"
    return link_pair(one, other), count


KIND = PageKind(
    view=ComparisonPage,
    build=build_pages,
    template="comparison",
    hide=("navigation", "toc"),
    position=60,
)
