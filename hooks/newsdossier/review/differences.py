"""Two states of a dossier: what differs in their records, their comparison and their coverage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, TypeVar

from pydantic_core import PydanticUndefined

from newsdossier.analysis import wording
from newsdossier.analysis.collate import Collation, support_of_row
from newsdossier.analysis.names import Names
from newsdossier.analysis.rows import Row, rows, ruled_out
from newsdossier.dossier.dossier import Dossier
from newsdossier.model.records import (
    Answer,
    Article,
    Entity,
    Name,
    Record,
    Settings,
    Statement,
    Verdict,
)
from newsdossier.problems import limits
from newsdossier.problems.problem import Place, Problem
from newsdossier.source.renditions import Block, RenditionLink, StatementMark


class Thing(StrEnum):
    """What may differ, by the word a contributor has for it."""

    ARTICLE = "article"
    STATEMENT = "statement"
    RENDITION = "rendition"
    BLOCK = "block"
    ENTITY = "entity"
    SPELLING = "spelling"
    QUESTION = "question"
    ORIGIN = "origin"
    GROUP = "group"
    STORY = "story line"
    SETTING = "setting"
    LOG = "log day"


class How(StrEnum):
    """What happened to it."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    UNREADABLE = "unreadable"


class State(StrEnum):
    """What an article is to a question."""

    ABSENT = "not there"
    ANSWERED = "answered"
    SILENT = "silent"
    UNREVIEWED = "not yet reviewed"


@dataclass(frozen=True)
class FieldDifference:
    """A field's values before and after; of a list those alone that are gone or new."""

    name: str
    before: list[str]
    after: list[str]
    listed: bool = False
    """Whether they are items of a list, so that nothing before means added, not set."""


@dataclass(frozen=True)
class Difference:
    """One thing that is added, changed, removed, or cannot be read in one of the states."""

    thing: Thing
    of: str
    """The article, entity or question that it belongs to, or its own id; empty for the whole."""
    id: str
    how: How
    gist: str
    """What it says or is called, after the change unless it is removed."""
    place: Place
    """Where it stands after the change; where it stood, if it is removed."""
    fields: list[FieldDifference] = field(default_factory=list)
    """What differs; of something added all that it says, of something removed nothing."""


@dataclass(frozen=True)
class Cell:
    """What an article gives to a question in one state."""

    state: State
    answers: list[str] = field(default_factory=list)
    note: str | None = None


@dataclass(frozen=True)
class CellDifference:
    """A cell of the comparison before and after."""

    article: str
    before: Cell
    after: Cell
    place: Place


@dataclass(frozen=True)
class Standing:
    """How a row stands: the verdict stated, those its values allow, who stands behind it."""

    stated: list[Verdict]
    allowed: list[Verdict]
    refused: str | None
    """Why the values rule out what is stated."""
    articles: int
    origins: int
    speakers: int


@dataclass(frozen=True)
class RowDifference:
    """A row of the comparison before and after; None where the question is not there."""

    question: str
    asks: str
    before: Standing | None
    after: Standing | None
    cells: list[CellDifference]
    place: Place

    @property
    def flips(self) -> bool:
        """Whether another verdict is stated than before."""
        return bool(self.before and self.after and self.before.stated != self.after.stated)


@dataclass(frozen=True)
class Coverage:
    """How many questions an article answers, is silent on, or has not been asked."""

    answered: int
    silent: int
    unreviewed: int


@dataclass(frozen=True)
class CoverageDifference:
    """An article's coverage before and after; None where the article is not there."""

    article: str
    before: Coverage | None
    after: Coverage | None


@dataclass(frozen=True)
class Count:
    """How many things of a sort something happened to."""

    thing: Thing
    how: How
    number: int


@dataclass(frozen=True)
class Differences:
    """All that differs between two states, in the order of the things' names."""

    problems_before: int
    problems_after: int
    records: list[Difference]
    rows: list[RowDifference]
    coverage: list[CoverageDifference]

    def __bool__(self) -> bool:
        return bool(self.records or self.rows or self.coverage)

    @cached_property
    def counts(self) -> list[Count]:
        """What happened how often, in the order in which the things are named above."""
        found = Counter((one.thing, one.how) for one in self.records)
        return [
            Count(thing, how, found[thing, how])
            for thing in Thing
            for how in How
            if found[thing, how]
        ]

    def turned(self, before: State, after: State) -> int:
        """How many cells of the comparison went from one state to another."""
        cells = [cell for row in self.rows for cell in row.cells]
        return sum((cell.before.state, cell.after.state) == (before, after) for cell in cells)

    def of(self, thing: Thing, name: str | None = None) -> list[Difference]:
        """The differences of a sort, those alone that belong to one record where it is named."""
        return [one for one in self.records if one.thing is thing and name in (None, one.of)]

    def named(self, *things: Thing) -> list[str]:
        """The records to which differences of some sorts belong, each once, in order."""
        return sorted({one.of for one in self.records if one.thing in things})


def compare_dossiers(
    before: Dossier,
    after: Dossier,
    problems_before: Iterable[Problem] = (),
    problems_after: Iterable[Problem] = (),
) -> Differences:
    """What a change does to a dossier.

    Either state may have problems: what can be read of it is compared. A file that cannot be read
    in one of the states is said to be unreadable, and nothing of it to be added or removed.
    """
    return Differences(
        problems_before=len(set(problems_before)),
        problems_after=len(set(problems_after)),
        records=[
            *_articles(before, after),
            *_entities(before, after),
            *_plain(Thing.QUESTION, before, after, before.questions, after.questions, "asks"),
            *_plain(Thing.ORIGIN, before, after, before.origins, after.origins, "title"),
            *_settings(before.settings, after.settings),
            *_log(before, after),
        ],
        rows=list(_rows(before, after)),
        coverage=list(_coverage(before, after)),
    )


T = TypeVar("T")
R = TypeVar("R", bound=Record)


def _both(before: Mapping[str, T], after: Mapping[str, T]) -> list[str]:
    return sorted({*before, *after})


# Records


def _plain(
    thing: Thing,
    before: Dossier,
    after: Dossier,
    old: Mapping[str, R],
    new: Mapping[str, R],
    titled: str,
    leave_out: tuple[str, ...] = (),
) -> Iterator[Difference]:
    """Records that have a file of their own."""
    for name in _both(old, new):
        unread = name in (after.unread if name in old else before.unread)
        if unread and not (name in old and name in new):
            known = (old.get(name) or new[name]).place()
            yield Difference(thing, name, name, How.UNREADABLE, "", Place(known.path))
        else:
            yield from _record(thing, name, name, old.get(name), new.get(name), titled, leave_out)


def _record(
    thing: Thing,
    of: str,
    id_: str,
    old: R | None,
    new: R | None,
    titled: str,
    leave_out: tuple[str, ...] = (),
    more: Iterable[FieldDifference] = (),
) -> Iterator[Difference]:
    """One record; `titled` is the field that says what it is, `more` what differs within it."""
    if new is None and old is not None:
        gist, place = str(getattr(old, titled)), old.place(titled)
        yield Difference(thing, of, id_, How.REMOVED, gist, place)
    if new is None:
        return
    told = () if old else (titled,)
    if fields := [*_fields(old, new, ("id", *told, *leave_out)), *more]:
        how = How.CHANGED if old else How.ADDED
        yield Difference(thing, of, id_, how, str(getattr(new, titled)), new.place(titled), fields)


def _fields(
    old: Record | None, new: Record, leave_out: tuple[str, ...] = (), within: str = ""
) -> Iterator[FieldDifference]:
    """The fields in which two records of one sort differ; all that are set where one is new."""
    for name, info in type(new).model_fields.items():
        unset = info.get_default(call_default_factory=True)
        one, other = getattr(old, name) if old else unset, getattr(new, name)
        if name in leave_out or _dumped(one) == _dumped(other):
            continue
        label = f"{within}{info.alias or name}"
        if isinstance(other, Record) and (isinstance(one, Record) or old is None):
            inner = one if isinstance(one, Record) else None
            yield from _fields(inner, other, within=f"{label}.")
        else:
            apart = _apart(_shown(one) if old else [], _shown(other))
            yield FieldDifference(label, *apart, listed=isinstance(other, list | dict))


def _dumped(value: Any) -> Any:
    """A value without the places where it was written, to be compared."""
    if isinstance(value, list):
        return [_dumped(item) for item in value]
    return value.model_dump() if isinstance(value, Record) else value


def _apart(old: list[str], new: list[str]) -> tuple[list[str], list[str]]:
    """What only one of two lists has; both whole where they differ in order alone."""
    gone, come = Counter(old) - Counter(new), Counter(new) - Counter(old)
    return (list(gone.elements()), list(come.elements())) if gone or come else (old, new)


def _shown(value: Any) -> list[str]:
    """A field's value as text, an item each."""
    if isinstance(value, list):
        return [_compact(item) for item in value]
    if isinstance(value, dict):
        return [f"{key}: {text}" for key, text in value.items()]
    return [] if value is None or value is PydanticUndefined else [_compact(value)]


def _compact(value: Any) -> str:
    """A value in one line, much as it is written."""
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, Record):
        return str(value)
    set_ = {
        info.alias or name: getattr(value, name)
        for name, info in type(value).model_fields.items()
        if getattr(value, name) != info.get_default(call_default_factory=True)
    }
    match list(set_.items()):
        case [(key, only)] if key == value.shorthand:
            return str(only)
    return ", ".join(f"{key}: {_inside(item)}" for key, item in set_.items())


def _inside(value: Any) -> str:
    """A value within another: a list or a record in brackets, as YAML has them in one line."""
    if isinstance(value, list):
        return _compact(value[0]) if len(value) == 1 else f"[{', '.join(map(_compact, value))}]"
    return f"{{{_compact(value)}}}" if isinstance(value, Record) else _compact(value)


def _articles(before: Dossier, after: Dossier) -> Iterator[Difference]:
    leave_out = ("statements", "silent")
    yield from _plain(
        Thing.ARTICLE, before, after, before.articles, after.articles, "title", leave_out
    )
    for name in _readable(before, after, before.articles, after.articles):
        old, new = _statements(before, name), _statements(after, name)
        for id_ in dict.fromkeys([*new, *old]):
            reference = f"{name}#{id_}"
            yield from _statement(name, reference, old.get(id_), new.get(id_))
        yield from _blocks(name, before, after)


def _readable(
    before: Dossier, after: Dossier, old: Mapping[str, T], new: Mapping[str, T]
) -> list[str]:
    """The ids of records that can be compared: not those that one state has and cannot read."""
    return [
        name
        for name in _both(old, new)
        if (name in old or name not in before.unread) and (name in new or name not in after.unread)
    ]


def _statements(dossier: Dossier, article: str) -> dict[str, Statement]:
    known = dossier.articles.get(article)
    return {one.id: one for one in known.statements} if known else {}


def _statement(
    article: str, reference: str, old: Statement | None, new: Statement | None
) -> Iterator[Difference]:
    """A statement, its answers question by question."""
    answers = _answers(old, new) if new else ()
    yield from _record(Thing.STATEMENT, article, reference, old, new, "says", ("answers",), answers)


def _answers(old: Statement | None, new: Statement) -> Iterator[FieldDifference]:
    def of(statement: Statement | None, question: str) -> list[str]:
        answers = statement.answers if statement else []
        return [_answer(one) for one in answers if one.question == question]

    asked = [one.question for one in [*new.answers, *(old.answers if old else [])]]
    for question in dict.fromkeys(asked):
        before, after = of(old, question), of(new, question)
        if before != after:
            yield FieldDifference(f"answer to {question}", *_apart(before, after), listed=True)


def _answer(answer: Answer) -> str:
    """An answer as it is written, without its question."""
    return _compact(answer).removeprefix(f"question: {answer.question}, ").removeprefix("value: ")


def _blocks(article: str, before: Dossier, after: Dossier) -> Iterator[Difference]:
    """The blocks of a rendition; where the article is new or gone it goes with the article."""
    if article not in before.articles or article not in after.articles:
        return
    old, new = before.renditions.get(article), after.renditions.get(article)
    if old is None or new is None:
        if old or new:
            place = Place(
                str(PurePosixPath(after.articles[article].place().path).with_suffix(".md"))
            )
            yield Difference(Thing.RENDITION, article, article, How.UNREADABLE, "", place)
        return
    for one, other in _matched(old.blocks, new.blocks, _source):
        if other:
            how = How.CHANGED if one else How.ADDED
            text = FieldDifference("text", [_source(one)] if one else [], [_source(other)])
            id_ = f"{article}#{other.label}"
            yield Difference(Thing.BLOCK, article, id_, how, "", other.place, [text])
        elif one:
            id_, text_ = f"{article}#{one.label}", _source(one)
            yield Difference(Thing.BLOCK, article, id_, How.REMOVED, text_, one.place)


def _source(block: Block) -> str:
    """A block as it is written, near enough: its words, marks and links."""
    return "#" * block.level + " " * bool(block.level) + "".join(map(_part, block.parts))


def _part(part: Any) -> str:
    if isinstance(part, StatementMark):
        return f"[^{part.statement}]"
    if isinstance(part, RenditionLink):
        return f"[{part.text}]({part.target})"
    return f"{part.emphasis}{part.text}{part.emphasis}"


def _matched(
    old: list[T], new: list[T], key: Callable[[T], object]
) -> Iterator[tuple[T | None, T | None]]:
    """Items of two lists beside each other where they differ, in order; those equal left out."""
    matcher = SequenceMatcher(None, [key(one) for one in old], [key(one) for one in new], False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            for index in range(max(b - a, d - c)):
                yield (
                    old[a + index] if a + index < b else None,
                    new[c + index] if c + index < d else None,
                )


def _entities(before: Dossier, after: Dossier) -> Iterator[Difference]:
    entities = before.entities, after.entities
    yield from _plain(Thing.ENTITY, before, after, *entities, "title", ("names",))
    for name in _readable(before, after, *entities):
        old, new = (_names(state.get(name)) for state in entities)
        for key in dict.fromkeys([*new, *old]):
            known = old.get(key), new.get(key)
            yield from _record(Thing.SPELLING, name, key, *known, "name")


def _names(entity: Entity | None) -> dict[str, Name]:
    return {one.name: one for one in entity.names} if entity else {}


def _settings(old: Settings, new: Settings) -> Iterator[Difference]:
    for what in _fields(old, new, ("groups", "story")):
        place = new.place(what.name.partition(".")[0])
        yield Difference(Thing.SETTING, "", what.name, How.CHANGED, "", place, [what])
    groups = {one.id: one for one in old.groups}, {one.id: one for one in new.groups}
    for name in _both(*groups):
        known = groups[0].get(name), groups[1].get(name)
        yield from _record(Thing.GROUP, "", name, *known, "title")
    for one, other in _matched(old.story, new.story, lambda line: (line.text, tuple(line.sources))):
        lines = new.story if other else old.story
        number = next(i for i, line in enumerate(lines, 1) if line is (other or one))
        yield from _record(Thing.STORY, "", str(number), one, other, "text")


def _log(before: Dossier, after: Dossier) -> Iterator[Difference]:
    old, new = ({one.day.isoformat(): one.text for one in d.changes} for d in (before, after))
    for day in _both(old, new):
        if old.get(day) != new.get(day):
            how = How.REMOVED if day not in new else How.CHANGED if day in old else How.ADDED
            lines = [state.get(day, "").splitlines() for state in (old, new)]
            text = FieldDifference("text", *_apart(*lines), listed=True)
            fields = [] if how is How.REMOVED else [text]
            yield Difference(Thing.LOG, "", day, how, "", Place("CHANGELOG.md"), fields)


# The comparison


def _rows(before: Dossier, after: Dossier) -> Iterator[RowDifference]:
    articles = _readable(before, after, before.articles, after.articles)
    unread = before.unread | after.unread
    before, after = (_of_articles(one, articles, unread) for one in (before, after))
    old, new = rows(before), rows(after)
    seen = _seen(before), _seen(after)
    for name in _readable(before, after, old, new):
        one, other = old.get(name), new.get(name)
        known = (other or old[name]).question
        cells = list(_cells(before, after, one, other, articles))
        standing = _standing(seen[0], one), _standing(seen[1], other)
        if cells or standing[0] != standing[1]:
            yield RowDifference(name, known.asks, *standing, cells, known.place("verdict"))


def _of_articles(dossier: Dossier, articles: list[str], unread: frozenset[str]) -> Dossier:
    """A dossier as if it had no other articles: what is unreadable once is left out of both."""
    kept = {name: one for name, one in dossier.articles.items() if name in articles}
    return replace(dossier, articles=kept, unread=unread)


def _cells(
    before: Dossier, after: Dossier, old: Row | None, new: Row | None, articles: list[str]
) -> Iterator[CellDifference]:
    for article in articles:
        one, other = _cell(before, old, article), _cell(after, new, article)
        was_nothing = {one.state, other.state} <= {State.ABSENT, State.UNREVIEWED}
        if one != other and not was_nothing:
            place = _cell_place(after, new, article) or _cell_place(before, old, article)
            assert place is not None
            yield CellDifference(article, one, other, place)


def _cell(dossier: Dossier, row: Row | None, article: str) -> Cell:
    if row is None or article not in dossier.articles:
        return Cell(State.ABSENT)
    if answers := [
        _given(dossier, row, statement, answer)
        for statement, answer in _answering(dossier, row, article)
    ]:
        return Cell(State.ANSWERED, answers)
    if silent := row.silent.get(article):
        return Cell(State.SILENT, note=silent.note)
    return Cell(State.UNREVIEWED)


def _answering(dossier: Dossier, row: Row, article: str) -> Iterator[tuple[Statement, Answer]]:
    for statement in dossier.articles[article].statements:
        for answer in statement.answers:
            if answer.question == row.question.id:
                yield statement, answer


def _cell_place(dossier: Dossier, row: Row | None, article: str) -> Place | None:
    known = dossier.articles.get(article)
    if known is None:
        return None
    if row:
        for _, answer in _answering(dossier, row, article):
            return answer.place()
        if silent := row.silent.get(article):
            return silent.place("question")
    return known.place("silent")


def _given(dossier: Dossier, row: Row, statement: Statement, answer: Answer) -> str:
    """An answer as the comparison has it; as it is written where it makes no sense."""
    titles = {name: entity.title for name, entity in dossier.entities.items()}
    unsound = any(answer is one for one in row.unsound)

    def value(part: Any) -> str:
        if unsound:
            return ", ".join(part.value)
        return wording.value(row.question, part.value, part.bound, titles)

    told = [f"{answer.of}: {value(answer)}" if answer.of else value(answer)]
    told += [f"read as {value(answer.read_as)}"] if answer.read_as else []
    told += [wording.STATUSES[answer.status]] if wording.STATUSES[answer.status] else []
    told += [f"by {wording.joined([titles.get(name, name) for name in answer.by])}"] * bool(
        answer.by
    )
    told += [f"on {answer.on}"] if answer.on else []
    told += [f"as of {answer.as_of}"] if answer.as_of else []
    voices = [
        titles.get(one.entity_id or "", one.name or one.words or "") for one in statement.speaker
    ]
    said = [one for one in voices if one]
    told += [f"so {wording.joined(said)}"] if said else []
    return ", ".join(told)


def _standing(seen: Collation, row: Row | None) -> Standing | None:
    if row is None:
        return None
    stated = list(row.question.verdict)
    behind = support_of_row(seen, row)
    sound = bool(row.answers) and not row.unsound and not seen.dossier.unread
    judged = sound and len(row.answers) <= limits.ANSWERS
    reasons = {verdict: ruled_out(row, verdict) for verdict in Verdict} if judged else {}
    return Standing(
        stated=stated,
        allowed=[verdict for verdict, reason in reasons.items() if reason is None],
        refused=next((reasons[one] for one in stated if reasons.get(one)), None),
        articles=len(behind.articles),
        origins=len(behind.dispatches),
        speakers=len(behind.speakers),
    )


def _seen(dossier: Dossier) -> Collation:
    """As much of a collation as witnesses need; a whole one is made of sound dossiers alone."""
    return Collation(dossier, Names(dossier), list(dossier.articles.values()), {}, {})


def _coverage(before: Dossier, after: Dossier) -> Iterator[CoverageDifference]:
    old, new = rows(before), rows(after)
    for name in _readable(before, after, before.articles, after.articles):
        one = _covered(before.articles.get(name), old)
        other = _covered(after.articles.get(name), new)
        if one != other:
            yield CoverageDifference(name, one, other)


def _covered(article: Article | None, found: Mapping[str, Row]) -> Coverage | None:
    if article is None:
        return None
    answered = sum(article.id in row.answering for row in found.values())
    silent = sum(article.id in row.silent for row in found.values())
    unreviewed = sum(article.id in row.unreviewed for row in found.values())
    return Coverage(answered, silent, unreviewed)
