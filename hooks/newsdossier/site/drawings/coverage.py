"""Which article answers which question: a grid of signs for each group of questions."""

from __future__ import annotations

import math

from newsdossier.analysis.collate import Collation
from newsdossier.analysis.rows import Row
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
#: How wide a question may be before the columns, and how long an article's name over them: pixels.
QUESTION, HEADING = 165, 80
ROW = 24

SIGNS = {"answered": "full", "silent": "ring", "unreviewed": "query"}
MEANINGS = {
    "answered": "answered",
    "silent": "silent: somebody looked, it says nothing",
    "unreviewed": "not yet reviewed: nobody has looked",
}
KEYS = [Key(f"state-{name}", SIGNS[name], meaning) for name, meaning in MEANINGS.items()]


def state(row: Row, article: str) -> str:
    """Whether an article answers a question, is silent on it, or nobody has looked."""
    if row.of(article):
        return "answered"
    return "silent" if article in row.silent else "unreviewed"


def coverage(collation: Collation, group: Group) -> Drawing:
    """The questions of a group downwards, the articles across."""
    rows = [row for row in collation.rows.values() if row.question.group == group.id]
    articles = collation.articles
    step = (100 - START) / max(len(articles), 1)
    headings = [wrap_text("tick", article.label, HEADING) for article in articles]
    highest = max((text_width("tick", line) for lines in headings for line in lines), default=0)
    top = math.ceil(highest) + 12.0
    shapes: list[Shape] = []
    for index, lines in enumerate(headings):
        middle = START + (index + 0.5) * step
        for number, line in enumerate(lines):
            beside = 4 + (number - (len(lines) - 1) / 2) * LINE
            shapes.append(
                TextShape(
                    "tick", round(middle, 2), top - 8, line, beside=round(beside, 1), upright=True
                )
            )
    for row in rows:
        drawn, top = _row(row, collation, step, top)
        shapes += drawn
    shapes.append(LineShape("axis", 0, top, 100, top))
    return Drawing(
        name=f"coverage-{group.id}",
        title=f"{group.title}: which article answers which question",
        description=_described(collation, rows),
        height=top + 2,
        shapes=shapes,
        table=Table(
            f"{group.title}: coverage, question by question",
            ["Question", *(article.label for article in articles)],
            [
                [row.question.label, *(_in_words(state(row, a.id)) for a in articles)]
                for row in rows
            ],
        ),
    )


def _in_words(name: str) -> str:
    return MEANINGS[name].partition(":")[0]


def _row(row: Row, collation: Collation, step: float, top: float) -> tuple[list[Shape], float]:
    lines = wrap_text("label-plain", row.question.label, QUESTION)
    height = ROW + (len(lines) - 1) * LINE
    shapes: list[Shape] = [LineShape("grid", 0, top, 100, top)]
    shapes += [
        TextShape("label-plain", 0, top + 17 + index * LINE, line)
        for index, line in enumerate(lines)
    ]
    for index, article in enumerate(collation.articles):
        name = state(row, article.id)
        x = round(START + (index + 0.5) * step, 2)
        if name == "unreviewed":
            left = round(x - step / 2, 2)
            shapes.append(BoxShape("unlooked", left, top + 1, round(step, 2), height - 2))
        shapes.append(MarkShape(f"state-{name}", x, top + height / 2, SIGNS[name]))
    return shapes, top + height


def _described(collation: Collation, rows: list[Row]) -> str:
    told = []
    for article in collation.articles:
        states = [state(row, article.id) for row in rows]
        told.append(
            f"{article.label}: {states.count('answered')} answered, "
            f"{states.count('silent')} silent, {states.count('unreviewed')} not yet reviewed"
        )
    return f"Of {len(rows)} questions. {'; '.join(told)}."
