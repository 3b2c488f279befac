"""Which article answers which question: a grid of signs for each group of questions."""

from __future__ import annotations

import math
from collections.abc import Iterator

from newsdossier.analysis.collation import Collation
from newsdossier.analysis.rows import Coverage, Row
from newsdossier.model import Group
from newsdossier.site.drawings.lettering import text_width, wrap_text
from newsdossier.site.drawings.shapes import (
    LINE,
    BoxShape,
    Drawing,
    Key,
    LineShape,
    MarkShape,
    Shape,
    Table,
    TextShape,
)

#: Where the columns begin, in hundredths of the width.
START = 58
#: How wide a question's label may be before the columns, and an article's above them, in pixels.
QUESTION_WIDTH, ARTICLE_WIDTH = 165, 80
#: How high a row of one line is, and the baseline of its label, in pixels.
ROW_HEIGHT, ROW_BASELINE = 24, 17
#: An upright heading: the padding, and the gap beneath, in pixels.
HEADING_PADDING, HEADING_GAP = 12.0, 8
#: How far a heading's baseline is from the middle of its column, in pixels.
HEADING_BASELINE = 4
#: The line under the last row, in pixels.
BOTTOM_PADDING = 2

SIGNS = {
    Coverage.ANSWERED: "full",
    Coverage.SILENT: "ring",
    Coverage.UNREVIEWED: "query",
}
MEANINGS = {
    Coverage.ANSWERED: "answered",
    Coverage.SILENT: "silent: somebody looked, it says nothing",
    Coverage.UNREVIEWED: "not yet reviewed: nobody has looked",
}
KEYS = [Key(f"state-{name}", SIGNS[name], meaning) for name, meaning in MEANINGS.items()]


def draw_coverage(collation: Collation, group: Group) -> Drawing:
    """The questions of a group downwards, the articles across."""
    rows = [row for row in collation.rows.values() if row.question.group == group.id]
    articles = collation.articles
    step = (100 - START) / max(len(articles), 1)
    headings = [wrap_text("tick", article.label, ARTICLE_WIDTH) for article in articles]
    highest = max((text_width("tick", line) for lines in headings for line in lines), default=0)
    top = math.ceil(highest) + HEADING_PADDING
    shapes = list(_draw_headings(headings, step, top))
    for row in rows:
        drawn, top = _draw_row(row, collation, step, top)
        shapes += drawn
    shapes.append(LineShape("axis", 0, top, 100, top))
    return Drawing(
        name=f"coverage-{group.id}",
        title=f"{group.title}: which article answers which question",
        description=_describe(collation, rows),
        height=top + BOTTOM_PADDING,
        shapes=shapes,
        table=Table(
            f"{group.title}: coverage, question by question",
            ["Question", *(article.label for article in articles)],
            [
                [row.question.label, *(_name_state(row.coverage(a.id)) for a in articles)]
                for row in rows
            ],
        ),
    )


def _draw_headings(headings: list[list[str]], step: float, top: float) -> Iterator[Shape]:
    """The articles' labels, upright above their columns."""
    for index, lines in enumerate(headings):
        middle = START + (index + 0.5) * step
        for number, line in enumerate(lines):
            beside = HEADING_BASELINE + (number - (len(lines) - 1) / 2) * LINE
            yield TextShape(
                "tick",
                round(middle, 2),
                top - HEADING_GAP,
                line,
                beside=round(beside, 1),
                upright=True,
            )


def _name_state(name: Coverage) -> str:
    return MEANINGS[name].partition(":")[0]


def _draw_row(row: Row, collation: Collation, step: float, top: float) -> tuple[list[Shape], float]:
    lines = wrap_text("label-plain", row.question.label, QUESTION_WIDTH)
    height = ROW_HEIGHT + (len(lines) - 1) * LINE
    shapes: list[Shape] = [LineShape("grid", 0, top, 100, top)]
    shapes += [
        TextShape("label-plain", 0, top + ROW_BASELINE + index * LINE, line)
        for index, line in enumerate(lines)
    ]
    for index, article in enumerate(collation.articles):
        name = row.coverage(article.id)
        x = round(START + (index + 0.5) * step, 2)
        if name is Coverage.UNREVIEWED:
            left = round(x - step / 2, 2)
            shapes.append(BoxShape("unreviewed-cell", left, top + 1, round(step, 2), height - 2))
        shapes.append(MarkShape(f"state-{name}", x, top + height / 2, SIGNS[name]))
    return shapes, top + height


def _describe(collation: Collation, rows: list[Row]) -> str:
    told = []
    for article in collation.articles:
        states = [row.coverage(article.id) for row in rows]
        told.append(
            f"{article.label}: {states.count(Coverage.ANSWERED)} answered, "
            f"{states.count(Coverage.SILENT)} silent, "
            f"{states.count(Coverage.UNREVIEWED)} not yet reviewed"
        )
    return f"Of {len(rows)} questions. {'; '.join(told)}."
