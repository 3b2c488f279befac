"""The tree of sources: each article drawn as a page, coloured by the witness its words come from.

Above the pages stand the witnesses, with a line to each page that has their words. Labels are HTML.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.witnesses import Witness, identify_witness
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.model import Article, BlockKind, Label
from newsdossier.site.parts.links import link_article
from newsdossier.site.parts.meter import number_witness
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.values import ShownValue, show_issued
from newsdossier.source.renditions import Block, StatementMark

#: With more articles than this the pages would be too narrow to be told apart.
MOST_PAGES = 6
#: How many words a line stands for, and how many lines a page has room for; longer articles have
#: more words on a line.
WORDS_A_LINE, MOST_LINES, WORDS_MORE = 14, 80, 4
#: A page: its width, its title's, where the text begins, the distance of lines, that of blocks.
PAGE_WIDTH, TITLE_WIDTH, TEXT_TOP, LINE_PITCH, BLOCK_GAP = 140, 120, 14, 5, 4
#: How far the lines of a box are indented, and how wide the line of a sub-head is.
BOX_INDENT, SUBHEAD_WIDTH = 11, 70
#: The gap between the words of two witnesses on one line.
WORD_GAP = 1
#: The lines from witnesses to pages: how wide a column is, how high they are, how they bend, and
#: how far apart two of them end on one page.
COLUMN, LINES_HEIGHT, BEND, ENDS_APART = 100, 44, 24, 16


@dataclass(frozen=True)
class TreeHead:
    """A witness above the pages that have its words."""

    label: str
    kind: str
    """What it is: one dispatch, an own report."""
    colour: int
    span: int
    """How many columns it stands over."""


@dataclass(frozen=True)
class TreePage:
    """An article as a page."""

    article: Text
    issued: ShownValue
    title: str
    """The path of its headline."""
    lines: list[tuple[int, str]]
    """For each witness the number of its colour and the path of its words."""


@dataclass(frozen=True)
class SourceTree:
    """The witnesses, their lines, and the pages beneath."""

    heads: list[TreeHead]
    head_columns: int
    edges: list[tuple[int, str]]
    """For each line the number of its colour and its path."""
    edges_width: int
    edges_height: int
    pages: list[TreePage]
    page_width: int
    page_height: int
    words_a_line: str


def draw_source_tree(collation: Collation) -> SourceTree | None:
    """Draw where the words of each article come from; None where they are too many."""
    is_told = all(article.statements for article in collation.articles)
    if not is_told or len(collation.articles) > MOST_PAGES:
        return None
    runs = {one.id: list(_list_runs(collation, one)) for one in collation.articles}
    drawn = _list_drawn(collation, runs)
    owned = _arrange_pages(collation, drawn)
    articles = [article for own in owned.values() for article in own]
    words = WORDS_A_LINE
    while max(_count_lines(one, words) for one in runs.values()) > MOST_LINES:
        words += WORDS_MORE
    laid = {name: _PageLayout(words).lay(one) for name, one in runs.items()}
    are_spread = all(owned.values())
    witnesses = [collation.witnesses[name] for name in owned]
    return SourceTree(
        heads=[
            TreeHead(
                label=witness.label,
                kind=_name_kind(collation, witness),
                colour=number_witness(collation, witness.id),
                span=len(owned[witness.id]) if are_spread else 1,
            )
            for witness in witnesses
        ],
        head_columns=len(articles) if are_spread else len(witnesses),
        edges=list(_draw_edges(collation, drawn, owned)),
        edges_width=len(articles) * COLUMN,
        edges_height=LINES_HEIGHT,
        pages=[
            TreePage(
                article=link_article(article),
                issued=show_issued(article),
                title=f"M0 3h{TITLE_WIDTH}",
                lines=[
                    (number_witness(collation, name), path)
                    for name, path in laid[article.id].paths.items()
                ],
            )
            for article in articles
        ],
        page_width=PAGE_WIDTH,
        page_height=max(one.bottom for one in laid.values()),
        words_a_line=wording.spell_number(words),
    )


def _list_drawn(
    collation: Collation, runs: dict[str, list[_BlockRuns]]
) -> dict[str, list[Article]]:
    """For each witness the articles whose retelling has words of it; others have no line."""
    reach = {
        article: {name for block in blocks for name, _ in block.runs}
        for article, blocks in runs.items()
    }
    found = {
        name: [article for article in collation.articles if name in reach[article.id]]
        for name in collation.witnesses
    }
    return {name: articles for name, articles in found.items() if articles}


def _arrange_pages(
    collation: Collation, drawn: dict[str, list[Article]]
) -> dict[str, list[Article]]:
    """For each witness the articles above which it stands: in each, the one of what it adds.

    A dispatch stands above the copies that have no matter of their own.
    """
    owner: dict[str, str] = {}
    for name, articles in drawn.items():
        for article in articles:
            if article.id not in owner or collation.witnesses[name].origin is None:
                owner[article.id] = name
    return {
        name: [article for article in articles if owner[article.id] == name]
        for name, articles in drawn.items()
    }


def _name_kind(collation: Collation, witness: Witness) -> str:
    """What a witness is, in two words."""
    article = collation.dossier.articles[witness.articles[0]]
    if witness.is_shared:
        return "one dispatch"
    if witness.origin:
        origin = collation.dossier.origins[witness.origin]
        return "agency report" if origin.agency else "one report"
    if article.dispatch:
        return "what it adds"
    return "own report" if article.origin else "its own text"


# The lines from the witnesses to the pages.


def _draw_edges(
    collation: Collation, drawn: dict[str, list[Article]], owned: dict[str, list[Article]]
) -> Iterator[tuple[int, str]]:
    centres = _centre_heads(owned)
    columns = {
        article.id: index
        for index, article in enumerate(one for own in owned.values() for one in own)
    }
    for name, articles in drawn.items():
        for article in articles:
            beside = [other for other, some in drawn.items() if article in some]
            aside = (beside.index(name) - (len(beside) - 1) / 2) * ENDS_APART
            end = (columns[article.id] + 0.5) * COLUMN + aside
            is_straight = owned[name] == articles == [article]
            yield number_witness(collation, name), _bend(end if is_straight else centres[name], end)


def _centre_heads(owned: dict[str, list[Article]]) -> dict[str, float]:
    """Where the middle of each witness's head is."""
    number = sum(map(len, owned.values()))
    is_spread = all(owned.values())
    width = COLUMN if is_spread else COLUMN * number / len(owned)
    centres, left = {}, 0.0
    for name, articles in owned.items():
        span = len(articles) if is_spread else 1
        centres[name] = left + span * width / 2
        left += span * width
    return centres


def _bend(start: float, end: float) -> str:
    if start == end:
        return f"M{start:g} 0V{LINES_HEIGHT}"
    return f"M{start:g} 0C{start:g} {BEND} {end:g} {LINES_HEIGHT - BEND} {end:g} {LINES_HEIGHT}"


# The pages: runs of words of one witness, laid on lines.


@dataclass(frozen=True)
class _BlockRuns:
    """A block of a retelling: runs of words, each with the witness that it comes from."""

    kind: BlockKind
    runs: list[tuple[str, int]]

    @property
    def words(self) -> int:
        return sum(number for _, number in self.runs)


def _list_runs(collation: Collation, article: Article) -> Iterator[_BlockRuns]:
    """The blocks of an article's retelling, cut where the words of another witness begin."""
    statements = {
        one.id: identify_witness(SourcedStatement(article, one)) for one in article.statements
    }
    for block in collation.renditions[article.id].blocks:
        default = article.dispatch or article.id
        pieces = _cut_at_marks(block, statements, default)
        runs = [
            (name, sum(number for _, number in group))
            for name, group in groupby(pieces, key=lambda piece: piece[0])
        ]
        yield _BlockRuns(Label(block.label).kind, [run for run in runs if run[1]])


def _cut_at_marks(block: Block, statements: dict[str, str], default: str) -> list[tuple[str, int]]:
    """The words up to each mark with its statement's witness, and those behind the last with it."""
    pieces: list[tuple[str, int]] = []
    pending, last = 0, default
    for part in block.parts:
        if isinstance(part, StatementMark):
            last = statements.get(part.statement, default)
            pieces.append((last, pending))
            pending = 0
        else:
            pending += len(part.text.split())
    return [*pieces, (last, pending)]


def _count_lines(blocks: list[_BlockRuns], words_a_line: int) -> int:
    return sum(-(-block.words // words_a_line) for block in blocks)


class _PageLayout:
    """Lays the runs of an article on the lines of its page."""

    def __init__(self, words_a_line: int) -> None:
        self.words_a_line = words_a_line
        self.bottom = TEXT_TOP
        self._drawn: dict[str, list[str]] = defaultdict(list)

    @property
    def paths(self) -> dict[str, str]:
        """For each witness the path of its words."""
        return {name: "".join(strokes) for name, strokes in self._drawn.items()}

    def lay(self, blocks: list[_BlockRuns]) -> _PageLayout:
        """Lay all blocks beneath one another."""
        for block in blocks:
            if block.kind is BlockKind.SUBHEAD:
                self.bottom += BLOCK_GAP
            self._lay_block(block)
            self.bottom += BLOCK_GAP
        return self

    def _lay_block(self, block: _BlockRuns) -> None:
        left = BOX_INDENT if block.kind is BlockKind.BOX else 0
        width = (SUBHEAD_WIDTH if block.kind is BlockKind.SUBHEAD else PAGE_WIDTH) - left
        taken = 0
        for name, number in block.runs:
            while number:
                here = min(number, self.words_a_line - taken)
                start = left + width * taken / self.words_a_line
                length = width * here / self.words_a_line
                self._draw(name, round(start), max(round(length) - WORD_GAP, WORD_GAP))
                number -= here
                taken = (taken + here) % self.words_a_line
                if not taken:
                    self.bottom += LINE_PITCH
        if taken:
            self.bottom += LINE_PITCH

    def _draw(self, name: str, start: int, length: int) -> None:
        self._drawn[name].append(f"M{start} {self.bottom}h{length}")
