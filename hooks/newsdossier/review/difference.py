"""The differences between two states of a dossier, as values."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from newsdossier.model import Verdict
from newsdossier.problems.problem import Place


class Subject(StrEnum):
    """What a difference is about, in the contributor's word for it."""

    ARTICLE = "article"
    STATEMENT = "statement"
    RENDITION = "rendition"
    BLOCK = "block"
    ENTITY = "entity"
    NAME = "spelling"
    QUESTION = "question"
    ORIGIN = "origin"
    GROUP = "group"
    STORY_LINE = "story line"
    SETTING = "setting"
    CHANGELOG_DAY = "changelog day"


class Outcome(StrEnum):
    """What happened to the subject."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    UNREADABLE = "unreadable"


class CellState(StrEnum):
    """Whether an article answers a question, is silent on it, or is neither."""

    ABSENT = "absent"
    ANSWERED = "answered"
    SILENT = "silent"
    UNREVIEWED = "not yet reviewed"


@dataclass(frozen=True)
class FieldDifference:
    """The values of a field before and after; of a list only the items removed or added."""

    name: str
    before: list[str]
    after: list[str]
    is_list: bool = False
    """Whether the values are items of a list: without any before, they were added, not set."""


@dataclass(frozen=True)
class Difference:
    """One thing that was added, changed or removed, or that one state cannot read."""

    subject: Subject
    owner: str
    """The article, entity or question it belongs to, or its own id; empty for the settings."""
    id: str
    outcome: Outcome
    summary: str
    """Its title or text, as it is after the change unless it was removed."""
    place: Place
    """Its place after the change; before the change if it was removed."""
    fields: list[FieldDifference] = field(default_factory=list)
    """The fields that differ: of an added thing all that are set, of a removed thing none."""


@dataclass(frozen=True)
class Cell:
    """What one article gives to one question in one state."""

    state: CellState
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
class RowState:
    """The stated verdict of a row, the verdicts that its values allow, and its support."""

    stated: list[Verdict]
    allowed: list[Verdict]
    refused: str | None
    """Why the values rule out what is stated."""
    witnesses: int
    articles: int
    voices: int


@dataclass(frozen=True)
class RowDifference:
    """A row of the comparison before and after; None where the question does not exist."""

    question: str
    asks: str
    before: RowState | None
    after: RowState | None
    cells: list[CellDifference]
    place: Place
    keeps_old_reason: bool = False
    """Whether the answers changed and the reason for the verdict did not."""

    @property
    def changes_verdict(self) -> bool:
        """Whether another verdict is stated than before."""
        return bool(self.before and self.after and self.before.stated != self.after.stated)


@dataclass(frozen=True)
class CoverageCounts:
    """How many questions an article answers, is silent on, or is not yet reviewed for."""

    answered: int
    silent: int
    unreviewed: int


@dataclass(frozen=True)
class CoverageDifference:
    """The coverage of an article before and after; None where the article does not exist."""

    article: str
    before: CoverageCounts | None
    after: CoverageCounts | None


@dataclass(frozen=True)
class Count:
    """How many subjects of one sort had one outcome."""

    subject: Subject
    outcome: Outcome
    number: int


@dataclass(frozen=True)
class Differences:
    """Everything that differs between two states of a dossier."""

    problems_before: int
    problems_after: int
    records: list[Difference]
    rows: list[RowDifference]
    coverage: list[CoverageDifference]

    def __bool__(self) -> bool:
        return bool(self.records or self.rows or self.coverage)

    @cached_property
    def counts(self) -> list[Count]:
        """How often each subject had each outcome, in the order in which both are declared."""
        found = Counter((one.subject, one.outcome) for one in self.records)
        return [
            Count(subject, outcome, found[subject, outcome])
            for subject in Subject
            for outcome in Outcome
            if found[subject, outcome]
        ]

    def count_cells(self, before: CellState, after: CellState) -> int:
        """Count the cells of the comparison that went from one state to another."""
        cells = [cell for row in self.rows for cell in row.cells]
        return sum((cell.before.state, cell.after.state) == (before, after) for cell in cells)

    def select(self, subject: Subject, owner: str | None = None) -> list[Difference]:
        """List the differences of a subject, of one owner only where it is named."""
        return [
            one for one in self.records if one.subject is subject and owner in (None, one.owner)
        ]

    def list_owners(self, *subjects: Subject) -> list[str]:
        """List the records to which differences of some subjects belong, sorted by id."""
        return sorted({one.owner for one in self.records if one.subject in subjects})
