"""Where in each article an entity is named: a strip an article, its passages in order."""

from __future__ import annotations

from collections import Counter

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.model import Article, BlockKind, Entity, Label, addresses
from newsdossier.site.drawings.shapes import (
    BoxShape,
    Drawing,
    LineShape,
    LinkShape,
    Shape,
    Table,
    TextShape,
)

#: How high a strip is without its label, in pixels; all heights and y below are in pixels.
STRIP_HEIGHT = 28
#: The baseline and the height of a strip's label, and the gap between its axis and the next strip.
LABEL_BASELINE, LABEL_HEIGHT, STRIP_GAP = 14, 24, 24
#: How high the tick of a passage with one sentence is, and how much each further one adds.
LEAST_TICK, SENTENCE_HEIGHT = 10, 9
#: How high a passage that does not name the entity is drawn.
UNNAMED_HEIGHT = 4
#: How far below the axis a tick's label stands, and how far down the whole link reaches.
TICK_BASELINE, LINK_OVERHANG = 13, 16
#: The share of its passage's width that a tick takes.
TICK_SHARE = 0.84
#: How much of the last strip's gap the picture does without.
BOTTOM_TRIM = 8


def draw_mentions(collation: Collation, entity: Entity) -> Drawing | None:
    """The passages of each article that name an entity, each a link; None where none does."""
    named: dict[str, Counter[str]] = {}
    for sentence in collation.mentions.get(entity.id, []):
        named.setdefault(sentence.article.id, Counter())[sentence.label] += 1
    articles = [article for article in collation.articles if article.id in named]
    if not articles:
        return None
    shapes: list[Shape] = []
    top = 0.0
    for article in articles:
        shapes += _draw_strip(collation, article, named[article.id], top)
        top += LABEL_HEIGHT + STRIP_HEIGHT + STRIP_GAP
    rows = [_list_numbers(collation, article, named[article.id]) for article in articles]
    return Drawing(
        name="mentions",
        title=f"Where the articles name {entity.title}",
        description=f"{'; '.join(f'{row[0]}: {row[1]} of {row[2]} passages' for row in rows)}.",
        height=top - BOTTOM_TRIM,
        shapes=shapes,
        caption="Each article from its first passage to its last. A tick leads to a passage that "
        "names it; the more sentences do so, the higher it is.",
        table=Table(
            "Passages that name it",
            ["Article", "Passages that name it", "Passages in all", "Sentences that name it"],
            rows,
        ),
    )


def _list_labels(collation: Collation, article: Article) -> list[str]:
    return [block.label for block in collation.renditions[article.id].blocks]


def _list_numbers(collation: Collation, article: Article, named: Counter[str]) -> list[str]:
    passages = len(_list_labels(collation, article))
    return [article.label, str(len(named)), str(passages), str(named.total())]


def _draw_strip(
    collation: Collation, article: Article, named: Counter[str], top: float
) -> list[Shape]:
    labels = _list_labels(collation, article)
    step = 100 / len(labels)
    sentences = wording.plural(named.total(), "sentence")
    base = top + LABEL_HEIGHT + STRIP_HEIGHT
    shapes: list[Shape] = [
        TextShape("label", 0, top + LABEL_BASELINE, f"{article.label}: {sentences}")
    ]
    shapes.append(LineShape("axis", 0, base, 100, base))
    for index, label in enumerate(labels):
        x, width = round(index * step, 2), round(step * TICK_SHARE, 2)
        if label not in named:
            shapes.append(BoxShape("passage", x, base - UNNAMED_HEIGHT, width, UNNAMED_HEIGHT))
            continue
        height = min(STRIP_HEIGHT, LEAST_TICK + SENTENCE_HEIGHT * (named[label] - 1))
        shown = "H" if Label(label).kind is BlockKind.HEADLINE else label
        tick: list[Shape] = [
            BoxShape("reachable", x, base - STRIP_HEIGHT, width, STRIP_HEIGHT + LINK_OVERHANG),
            BoxShape("tick", x, base - height, width, height),
            TextShape("tick", round(x + width / 2, 2), base + TICK_BASELINE, shown, "middle"),
        ]
        told = (
            f"{article.label}, {Label(label).long_form}: {wording.plural(named[label], 'sentence')}"
        )
        shapes.append(LinkShape(addresses.article_block(article.id, label), told, tick))
    return shapes
