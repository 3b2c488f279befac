"""The originals of a dispatch's copies, paragraph beside paragraph."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from newsdossier.analysis.correspondence import find_copied
from newsdossier.analysis.dispatch_changes import AT_THE_START, Copying, find_main_label
from newsdossier.dossier.dossier import Dossier, sourced_statements
from newsdossier.model import Article, BlockKind, Label
from newsdossier.text.alignment import find_most_alike
from newsdossier.text.function_words import find_function_words

#: The kinds of block whose words are compared: what is in a box, or as short as a sub-head, is like
#: too many or none.
COMPARED = (BlockKind.HEADLINE, BlockKind.PARAGRAPH)


@dataclass(frozen=True)
class AlignedBlock:
    """A block of the base copy with those of the other copies, or one that a copy has alone."""

    owner: Article
    label: str
    others: dict[str, list[str]]
    """The labels of the blocks beside it, by their article's id; no article for one alone."""


def align_bodies(dossier: Dossier, copying: Copying) -> list[AlignedBlock]:
    """The base copy's blocks in order, each with those of the other copies that are most like it.

    Where the words of a block are like none, its statements say what it corresponds to. A block
    with neither stands alone, behind what precedes it. All originals must be at hand.
    """
    labels = list((dossier.bodies or {})[copying.base.id].blocks)
    beside: dict[tuple[str, int], list[str]] = defaultdict(list)
    alone: dict[int, list[AlignedBlock]] = defaultdict(list)
    for article in copying.copies:
        last = AT_THE_START
        for label, place in _place_blocks(dossier, copying, article).items():
            if place is None:
                alone[last].append(AlignedBlock(article, label, {}))
            else:
                last = place
                beside[article.id, place].append(label)
    found = [*alone[AT_THE_START]]
    for place, label in enumerate(labels):
        others = {article.id: beside[article.id, place] for article in copying.copies}
        found += [AlignedBlock(copying.base, label, others), *alone[place]]
    return found


def _place_blocks(dossier: Dossier, copying: Copying, article: Article) -> dict[str, int | None]:
    """For each block of a copy the place of the base copy's block that it corresponds to."""
    bodies = dossier.bodies or {}
    base = bodies[copying.base.id].blocks
    labels, texts = list(base), list(base.values())
    ignored = find_function_words(article.language)
    known = _find_known(dossier, copying, article)
    found: dict[str, int | None] = {}
    for label, text in bodies[article.id].blocks.items():
        is_compared = Label(label).kind in COMPARED
        place = find_most_alike(text, texts, ignored) if is_compared else None
        if place is None and label in known:
            place = labels.index(known[label])
        found[label] = place
    return found


def _find_known(dossier: Dossier, copying: Copying, article: Article) -> dict[str, str]:
    """The block of the base copy to which most statements of each block correspond."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for sourced in sourced_statements([article]):
        if sourced.dispatch == copying.origin.id:
            copied = find_copied(dossier, sourced)
            votes[find_main_label(sourced.statement.at)].update(
                find_main_label(one.statement.at) for one in copied
            )
    return {label: count.most_common(1)[0][0] for label, count in votes.items() if count}
