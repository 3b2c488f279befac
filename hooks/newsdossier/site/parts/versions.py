"""Statements of a dispatch's copies beside each other, with what differs marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.dispatch_changes import Copying, PassageLine
from newsdossier.analysis.quoted import print_quote
from newsdossier.analysis.statement_changes import CopiedStatement, CopyKind, ValueChange
from newsdossier.model import Article, BlockKind, Voice, addresses
from newsdossier.site.parts.copies import is_bound_lost, name_lost_bound
from newsdossier.site.parts.edit_targets import EditTarget
from newsdossier.site.parts.fragments import Fragment, enclose
from newsdossier.site.parts.links import link_article, link_blocks
from newsdossier.site.parts.speakers import describe_mode, show_voice, show_voices
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.values import ShownValue, show_answer
from newsdossier.text.differences import MarkedWords, WordChange

#: The kinds of change by which lines are filtered.
FILTERED = (CopyKind.CHANGED, CopyKind.OMITTED)

#: The most versions that stand side by side.
MOST_COLUMNS = 5


@dataclass(frozen=True)
class ChangedValue:
    """A question that two copies answer differently, with the answers of both."""

    question: Text
    base: list[ShownValue]
    copy: list[ShownValue]


@dataclass(frozen=True)
class VersionStatement:
    """A statement of a copy, and what changed in it."""

    id: str
    blocks: list[Text]
    quotations: list[Fragment]
    target: str = ""
    """Where the page shows it, for links from elsewhere on the page."""
    speakers: list[Text] = field(default_factory=list)
    via: list[Text] = field(default_factory=list)
    mode: str = ""
    kind: str = ""
    """What became of it; empty for a statement of the base copy."""
    remarks: list[str] = field(default_factory=list)
    """What else changed, in a few words each."""
    values: list[ChangedValue] = field(default_factory=list)
    lost: list[Text] = field(default_factory=list)
    """The questions that only the base copy answers."""
    causes: list[str] = field(default_factory=list)
    """Through whom it differs, as the editor judges."""
    reasons: list[str] = field(default_factory=list)
    """The grounds of these."""
    edit_target: EditTarget | None = None


@dataclass(frozen=True)
class VersionCell:
    """What one copy has in a line."""

    version: str
    state: str
    """A class for its looks: base, a kind of change, or empty."""
    statements: list[VersionStatement] = field(default_factory=list)
    told_above: Text | None = None
    """The statement in a line above that says this too."""


@dataclass(frozen=True)
class VersionLine:
    """One statement of the base copy, or one that a copy has alone, in all copies."""

    says: str
    cells: list[VersionCell]
    kinds: list[str]
    """Of the kinds by which lines are filtered, those that it has in any copy."""


@dataclass(frozen=True)
class VersionHead:
    """The head of a version's column."""

    article: Text
    size: str
    """How many paragraphs it has."""


@dataclass(frozen=True)
class PassageView:
    """A paragraph of the base copy, or one that a copy has alone, in all versions."""

    id: str
    title: str
    questions: list[Text]
    lines: list[VersionLine]


@dataclass(frozen=True)
class VersionsView:
    """The versions of a text beside each other, passage by passage."""

    heads: list[VersionHead]
    passages: list[PassageView]

    @property
    def columns(self) -> str:
        """How many columns there are, or `many`: these are laid out below each other."""
        number = len(self.heads)
        return str(number) if number <= MOST_COLUMNS else "many"


def build_heads(articles: Iterable[Article]) -> list[VersionHead]:
    """The heads of the columns."""
    return [_build_head(article) for article in articles]


def _build_head(article: Article) -> VersionHead:
    kinds = Counter(label.kind for label in article.labels)
    size = wording.plural(kinds[BlockKind.PARAGRAPH], "paragraph")
    return VersionHead(link_article(article), f"{size} and a box" if kinds[BlockKind.BOX] else size)


class VersionLineBuilder:
    """Builds the lines of a dispatch in order; a statement is shown in full the first time only."""

    def __init__(self, collation: Collation, copying: Copying) -> None:
        self.collation = collation
        self.copying = copying
        self.shown: set[str] = set()

    def build(self, line: PassageLine) -> VersionLine:
        """A line with a cell for each copy."""
        first = next(one for some in line.copied.values() for one in some)
        cells = [self._build_cell(line, article) for article in self.copying.articles]
        kinds = [line.find_kind(article.id) for article in self.copying.articles]
        return VersionLine(
            says=first.sourced.statement.says,
            cells=cells,
            kinds=[name_kind(kind) for kind in FILTERED if kind in kinds],
        )

    def _build_cell(self, line: PassageLine, article: Article) -> VersionCell:
        kind = line.find_kind(article.id)
        is_base = article is self.copying.base and kind is CopyKind.SAME
        state = "base" if is_base else name_kind(kind) if kind else "empty"
        found = line.copied[article.id]
        fresh = [one for one in found if one.sourced.reference not in self.shown]
        self.shown.update(one.sourced.reference for one in fresh)
        above = self._link(found[0]) if found and not fresh else None
        statements = [self._build_copy(one, is_base) for one in fresh]
        return VersionCell(article.label, state, statements, above)

    def _link(self, one: CopiedStatement) -> Text:
        target = addresses.copied_statement(
            self.copying.origin.id, one.sourced.article.id, one.sourced.statement.id
        )
        return Text("together with a statement above", target)

    def _build_copy(self, one: CopiedStatement, is_base: bool) -> VersionStatement:
        article, statement = one.sourced.article, one.sourced.statement
        return VersionStatement(
            id=addresses.copied_anchor(article.id, statement.id),
            target=addresses.copied_statement(self.copying.origin.id, article.id, statement.id),
            blocks=link_blocks(article, statement.at),
            quotations=[_quote(one, words) for words in one.words],
            speakers=show_voices(self.collation, statement),
            via=[show_voice(self.collation, voice) for voice in statement.via],
            mode=describe_mode(one.sourced) if any(map(is_somebody, statement.speaker)) else "",
            kind="" if is_base else str(one.kind),
            remarks=list_remarks(one),
            values=[self._show_change(change) for change in one.values],
            lost=[
                Text(question.label, addresses.question_page(question.id)) for question in one.lost
            ],
            causes=list(dict.fromkeys(str(reason.cause) for reason in one.reasons)),
            reasons=list(dict.fromkeys(reason.because for reason in one.reasons)),
            edit_target=EditTarget(
                statement.place("id"),
                f"the statement {statement.id} of {article.label}",
                one.sourced.reference,
            ),
        )

    def _show_change(self, change: ValueChange) -> ChangedValue:
        before, after = (
            list(dict.fromkeys(show_answer(self.collation, one) for one in answers))
            for answers in (change.base, change.copy)
        )
        question = change.question
        return ChangedValue(
            Text(question.label, addresses.question_page(question.id)), before, after
        )


def is_somebody(voice: Voice) -> bool:
    """Whether a voice is that of a speaker, named or not."""
    return voice.name != "nobody"


def _quote(one: CopiedStatement, words: list[MarkedWords]) -> Fragment:
    """Put words in the quotation marks that are due to a statement."""
    printed = " ".join(run.text for run in words if run.change is not WordChange.MISSING)
    return enclose(printed, print_quote(one.sourced.statement, printed), words)


def name_kind(kind: CopyKind) -> str:
    """The name of a kind of change within ids and classes."""
    return kind.value.replace(" ", "-")


def list_remarks(one: CopiedStatement) -> list[str]:
    """What changed in a statement beside its words and values."""
    found = [str(one.speaker)] if one.speaker else []
    found += [
        name_lost_bound(change.base)
        for change in one.values
        if is_bound_lost(change.base, change.copy)
    ]
    is_marked = any(run.change is not WordChange.KEPT for words in one.words for run in words)
    if one.kind is CopyKind.REWORDED and one.words and not is_marked:
        found.append("in small words only")
    return found
