"""Where in each article an entity is named: a strip an article, its passages in order."""

from __future__ import annotations

from collections import Counter

from newsdossier.analysis import wording
from newsdossier.analysis.collate import Collation
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

#: How high a strip is, its label apart, and how high a sentence makes a passage's tick.
STRIP, SENTENCE = 28, 9


def mentions(collation: Collation, entity: Entity) -> Drawing | None:
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
        shapes += _strip(collation, article, named[article.id], top)
        top += STRIP + 48
    rows = [_numbers(collation, article, named[article.id]) for article in articles]
    return Drawing(
        name="mentions",
        title=f"Where the articles name {entity.title}",
        description=f"{'; '.join(f'{row[0]}: {row[1]} of {row[2]} passages' for row in rows)}.",
        height=top - 8,
        shapes=shapes,
        caption="Each article from its first passage to its last; a tick leads to a passage that "
        "names it, and is the higher the more sentences there do.",
        table=Table(
            "Passages that name it",
            ["Article", "Passages that name it", "Passages in all", "Sentences that name it"],
            rows,
        ),
    )


def _labels(collation: Collation, article: Article) -> list[str]:
    return [block.label for block in collation.renditions[article.id].blocks]


def _numbers(collation: Collation, article: Article, named: Counter[str]) -> list[str]:
    passages = len(_labels(collation, article))
    return [article.label, str(len(named)), str(passages), str(named.total())]


def _strip(collation: Collation, article: Article, named: Counter[str], top: float) -> list[Shape]:
    labels = _labels(collation, article)
    step = 100 / len(labels)
    sentences = wording.plural(named.total(), "sentence")
    base = top + 24 + STRIP
    shapes: list[Shape] = [TextShape("label", 0, top + 14, f"{article.label}: {sentences}")]
    shapes.append(LineShape("axis", 0, base, 100, base))
    for index, label in enumerate(labels):
        x, width = round(index * step, 2), round(step * 0.84, 2)
        if label not in named:
            shapes.append(BoxShape("passage", x, base - 4, width, 4))
            continue
        height = min(STRIP, 10 + SENTENCE * (named[label] - 1))
        shown = "H" if Label(label).kind is BlockKind.HEADLINE else label
        tick: list[Shape] = [
            BoxShape("reachable", x, base - STRIP, width, STRIP + 16),
            BoxShape("tick", x, base - height, width, height),
            TextShape("tick", round(x + width / 2, 2), base + 13, shown, "middle"),
        ]
        told = (
            f"{article.label}, {Label(label).in_words}: {wording.plural(named[label], 'sentence')}"
        )
        shapes.append(LinkShape(addresses.article_block(article.id, label), told, tick))
    return shapes
