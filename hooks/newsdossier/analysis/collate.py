"""Bring together what the records say apart: order, mentions, backlinks, rows, witnesses, times."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations

from newsdossier.analysis.names import Names, names_of
from newsdossier.analysis.rows import Row, SourcedAnswer, rows
from newsdossier.analysis.values import Value, days
from newsdossier.dossier.dossier import Dossier, SourcedStatement, sourced_statements
from newsdossier.model import (
    Article,
    Dated,
    Kind,
    OriginReference,
    Question,
    Rights,
    Statement,
    Type,
    Verdict,
)
from newsdossier.source.renditions import Block, Part, Rendition, StatementMark, TextRun
from newsdossier.text.verbatim import find_fragment, sentences


@dataclass(frozen=True)
class Sentence:
    """A sentence of a rendition that mentions an entity."""

    article: Article
    label: str
    text: str


@dataclass(frozen=True)
class Support:
    """Who supports a value of a row: the articles, the dispatches they go back to, the speakers."""

    answers: list[SourcedAnswer]
    statements: list[SourcedStatement]
    articles: list[str]
    dispatches: list[str]
    speakers: list[str]


@dataclass(frozen=True)
class TimelineEntry:
    """An event that an article dates: its publication, or what a statement tells."""

    dated: Dated
    sourced: SourcedStatement | None
    article: Article

    @property
    def first_day(self) -> date:
        """The earliest day it may have been."""
        return date.fromordinal(int(days(self.dated.date).low))


@dataclass(frozen=True)
class Derivation:
    """A source that an article draws on, a dispatch or an entity, and how the article shows it."""

    article: Article
    name: str
    is_dispatch: bool
    shown_by: str
    of: str | None = None
    """What alone is drawn from there, where that is not the text."""


@dataclass(frozen=True)
class Collation:
    """A dossier seen as a whole."""

    dossier: Dossier
    names: Names
    articles: list[Article]
    renditions: dict[str, Rendition]
    rows: dict[str, Row]
    statements: list[SourcedStatement] = field(default_factory=list)
    mentions: dict[str, list[Sentence]] = field(default_factory=dict)
    statements_by: dict[str, list[SourcedStatement]] = field(default_factory=dict)
    statements_about: dict[str, list[SourcedStatement]] = field(default_factory=dict)
    related: dict[str, list[str]] = field(default_factory=dict)
    timeline: list[TimelineEntry] = field(default_factory=list)

    def origin_of(self, sourced: SourcedStatement) -> str | None:
        """The dispatch a statement goes back to: its own, else its article's; a box's none."""
        if sourced.statement.origin:
            return _dispatch(sourced.statement.origin)
        blocks = sourced.article.original.blocks
        if any(block.sources for block in blocks if block.block in sourced.statement.at):
            return None
        return _dispatch(sourced.article.origin)

    def dispatch_of(self, article: Article) -> str | None:
        """The dispatch an article goes back to, where its text shows one."""
        return _dispatch(article.origin)

    def of_origin(self, origin: str) -> list[Article]:
        """The articles that go back to a dispatch."""
        return [article for article in self.articles if _dispatch(article.origin) == origin]

    def statements_on(self, entity: str) -> int:
        """How many statements are made by an entity, about it, or to it."""
        found = [*self.statements_by.get(entity, []), *self.statements_about.get(entity, [])]
        return len({one.reference for one in found})

    def questions_in(self, group: str) -> list[Question]:
        """The questions of a group, in its order."""
        return [row.question for row in self.rows.values() if row.question.group == group]


def _dispatch(reference: OriginReference | None) -> str | None:
    return None if reference is None or reference.origin == "none" else reference.origin


def collate(dossier: Dossier) -> Collation:
    """All that the pages need, computed once from a dossier without problems."""
    articles = in_order(dossier)
    collation = Collation(
        dossier=dossier,
        names=names_of(dossier),
        articles=articles,
        renditions={a.id: anchored(a, dossier.renditions[a.id]) for a in articles},
        rows=_rows_in_order(dossier, articles),
        statements=sourced_statements(articles),
    )
    collation.mentions.update(_mentions(collation))
    collation.statements_by.update(_grouped(collation.statements, speakers))
    collation.statements_about.update(_grouped(collation.statements, _concerned))
    collation.related.update(_related(collation.statements))
    collation.timeline.extend(sorted(_timeline(articles), key=_time))
    return collation


def in_order(dossier: Dossier) -> list[Article]:
    """Articles by date, those of one dispatch side by side."""

    def witness(article: Article) -> str:
        return _dispatch(article.origin) or article.id

    first: dict[str, float] = {}
    for article in dossier.articles.values():
        day = days(article.issued.date).low
        first[witness(article)] = min(first.get(witness(article), day), day)
    return sorted(
        dossier.articles.values(),
        key=lambda a: (first[witness(a)], witness(a), days(a.issued.date).low, a.id),
    )


def _rows_in_order(dossier: Dossier, articles: list[Article]) -> dict[str, Row]:
    groups = [group.id for group in dossier.settings.groups]
    place = {article.id: index for index, article in enumerate(articles)}
    found = sorted(
        rows(dossier).values(),
        key=lambda r: (groups.index(r.question.group), r.question.order, r.question.id),
    )
    return {
        row.question.id: replace(
            row, answers=sorted(row.answers, key=lambda sourced: place[sourced.article.id])
        )
        for row in found
    }


def anchored(article: Article, rendition: Rendition) -> Rendition:
    """The rendition with a mark for every statement.

    An article published whole carries no marks of its own: each is put behind the words that its
    statement quotes, or at the end of its block.
    """
    if article.rights is not Rights.FULL:
        return rendition
    return Rendition(rendition.path, [_with_marks(article, block) for block in rendition.blocks])


def _with_marks(article: Article, block: Block) -> Block:
    marked = set(block.marks)
    parts = list(block.parts)
    for statement in article.statements:
        first = next((label for label in statement.at if label != "headline"), None)
        if first == block.label and statement.id not in marked:
            parts = _insert_mark(parts, statement)
    return Block(block.label, block.place, parts, block.level)


def _insert_mark(parts: list[Part], statement: Statement) -> list[Part]:
    for index, part in enumerate(parts):
        if not isinstance(part, TextRun) or not statement.quote:
            continue
        if span := find_fragment(statement.quote[0], part.text):
            before = TextRun(part.text[: span[1]], part.emphasis)
            after = TextRun(part.text[span[1] :], part.emphasis)
            return [*parts[:index], before, StatementMark(statement.id), after, *parts[index + 1 :]]
    return [*parts, StatementMark(statement.id)]


def _mentions(collation: Collation) -> dict[str, list[Sentence]]:
    found: dict[str, list[Sentence]] = defaultdict(list)
    for article in collation.articles:
        for block in collation.renditions[article.id].blocks:
            for entity, sentence in _mentions_in(collation.names, block, article):
                if sentence not in found[entity]:
                    found[entity].append(sentence)
    return found


def _mentions_in(names: Names, block: Block, article: Article) -> Iterator[tuple[str, Sentence]]:
    spans = sentences(block.text)
    position = 0
    for part, entity in names.linked(block, article):
        if isinstance(part, StatementMark):
            continue
        if entity:
            start, end = next(span for span in spans if position < span[1])
            yield entity, Sentence(article, block.label, block.text[start:end].strip())
        position += len(part.text)


def speakers(sourced: SourcedStatement) -> list[str]:
    """The entities that make a statement."""
    return [voice.entity_id for voice in sourced.statement.speaker if voice.entity_id]


def _concerned(sourced: SourcedStatement) -> list[str]:
    """The entities a statement is about, and those it was made to."""
    addressed = [voice.entity_id for voice in sourced.statement.to if voice.entity_id]
    return list(dict.fromkeys([*sourced.statement.about, *addressed]))


def _grouped(
    statements: list[SourcedStatement], keys: Callable[[SourcedStatement], list[str]]
) -> dict[str, list[SourcedStatement]]:
    found: dict[str, list[SourcedStatement]] = defaultdict(list)
    for one in statements:
        for key in keys(one):
            found[key].append(one)
    return found


def _related(statements: list[SourcedStatement]) -> dict[str, list[str]]:
    """For each entity the others it shares statements with, the closest first."""
    together: dict[str, Counter[str]] = defaultdict(Counter)
    for one in statements:
        entities = dict.fromkeys([*one.statement.about, *speakers(one)])
        for entity in entities:
            together[entity].update(other for other in entities if other != entity)
    return {
        entity: [name for name, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
        for entity, counts in together.items()
    }


def _timeline(articles: list[Article]) -> Iterator[TimelineEntry]:
    for article in articles:
        yield TimelineEntry(article.issued, None, article)
        for statement in article.statements:
            if statement.when:
                yield TimelineEntry(statement.when, SourcedStatement(article, statement), article)


def _time(entry: TimelineEntry) -> tuple[float, float, str]:
    span = days(entry.dated.date)
    return span.low, span.high, entry.article.id


def support_by_value(collation: Collation, row: Row) -> list[Support]:
    """Group the asserted answers of a row by value, each with its support."""
    groups: dict[tuple[Value, str | None], list[SourcedAnswer]] = defaultdict(list)
    for sourced in row.answers:
        if sourced.counts:
            groups[sourced.value, sourced.answer.of].append(sourced)
    return [_support(collation, group) for group in groups.values()]


def support_of_row(collation: Collation, row: Row) -> Support:
    """The support of a row's asserted answers; of all its answers where none is asserted."""
    return _support(
        collation, [sourced for sourced in row.answers if sourced.counts] or row.answers
    )


def _support(collation: Collation, group: list[SourcedAnswer]) -> Support:
    statements = [SourcedStatement(sourced.article, sourced.statement) for sourced in group]
    behind = [collation.origin_of(one) or one.article.id for one in statements]
    voices = [_voices(one) or [dispatch] for one, dispatch in zip(statements, behind, strict=True)]
    return Support(
        answers=group,
        statements=statements,
        articles=list(dict.fromkeys(one.article.id for one in statements)),
        dispatches=list(dict.fromkeys(behind)),
        speakers=list(dict.fromkeys(voice for some in voices for voice in some)),
    )


def _voices(sourced: SourcedStatement) -> list[str]:
    """Who speaks, entities or words for the unnamed; no one where nobody or the article does."""
    names = [voice.entity_id or voice.unnamed for voice in sourced.statement.speaker]
    return [name for name in names if name and name != "nobody"]


#: How far apart a verdict sets its row's answers.
DISTANCE = {
    Verdict.CONTRADICT: 5,
    Verdict.CHANGED: 3,
    Verdict.DIFFER: 2,
    Verdict.TRANSLATION: 1,
}


def parting(collation: Collation) -> list[Row]:
    """The rows where the sources part ways, the farthest first."""

    def distance(row: Row) -> tuple[int, int, int]:
        verdict = max(DISTANCE.get(v, 0) for v in row.question.verdict)
        dispatches = {d for w in support_by_value(collation, row) for d in w.dispatches}
        typed = row.question.type is not Type.WORDING
        return verdict, len(dispatches), int(typed)

    apart = [row for row in collation.rows.values() if distance(row)[0] and len(row.answering) > 1]
    return sorted(apart, key=distance, reverse=True)


#: With more articles than this there would be more pairs than anybody reads.
MOST_PAIRED = 10


def pairs(collation: Collation) -> list[tuple[Article, Article]]:
    """Every two articles, in the order of the dossier; none where the articles are too many."""
    few = len(collation.articles) <= MOST_PAIRED
    return list(combinations(collation.articles, 2)) if few else []


def find_derivations(collation: Collation, article: Article) -> list[Derivation]:
    """Find what an article shows that it draws on: dispatch, agencies, sources of boxes, papers."""
    found: dict[str, Derivation] = {}

    def add(name: str, shown_by: str, is_dispatch: bool = False, of: str | None = None) -> None:
        found.setdefault(name, Derivation(article, name, is_dispatch, shown_by, of))

    if (origin := _dispatch(article.origin)) and article.origin:
        add(origin, article.origin.because or "named in the text", is_dispatch=True)
    for agency in article.agencies:
        add(agency.entity, agency.because or "named in the text", of=agency.of)
    for block in article.original.blocks:
        for source in block.sources:
            add(source, "the box’s own source line")
    for statement in article.statements:
        for voice in [*statement.speaker, *statement.via]:
            name = voice.entity_id
            if name and collation.dossier.entities[name].kind is Kind.PUBLICATION:
                add(name, f"cited for a statement: {statement.says}")
    return list(found.values())
