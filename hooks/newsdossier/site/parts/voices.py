"""Whose voices an article gives: in a sentence, and as a strip with a bar for each statement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from newsdossier.analysis import wording
from newsdossier.analysis.chain import name_voice
from newsdossier.analysis.collation import Collation
from newsdossier.model import Article, Attribution
from newsdossier.site.parts.renditions import RenditionView

#: How many voices the sentence names; it counts the others.
NAMED = 4
#: The strip: its width and height, the widest step from bar to bar, and the gap before a block.
WIDTH, HEIGHT, STEP, GAP = 312, 22, 8.0, 3


@dataclass(frozen=True)
class VoiceStrip:
    """How many statements are the article's own words, and whom the others let speak."""

    counted: str
    """41 of 47 statements are EFE’s own words."""
    others: str
    """Six give another voice: …; empty where none does."""
    own_bars: str
    """The bars of the article's own words, as the data of an SVG path."""
    other_bars: str


def build_voices(collation: Collation, article: Article, rendition: RenditionView) -> VoiceStrip:
    """Show whose voices an article gives, in the order of its text."""
    other = {one.id for one in article.statements if one.attribution is not Attribution.PAPER}
    bars = list(_place_bars(rendition.notes_by_block))
    made, own = len(article.statements), len(article.statements) - len(other)
    verb = "is" if own == 1 else "are"
    return VoiceStrip(
        counted=f"{own} of {wording.plural(made, 'statement')} {verb} {article.label}’s own words.",
        others=_describe_others(collation, article, len(other)),
        own_bars="".join(f"M{x} 0v{HEIGHT}" for note, x in bars if note not in other),
        other_bars="".join(f"M{x} 0v{HEIGHT}" for note, x in bars if note in other),
    )


def _describe_others(collation: Collation, article: Article, count: int) -> str:
    voices = Counter(
        name_voice(collation.dossier, voice)
        for one in article.statements
        for voice in one.speaker
        if voice.name != "nobody"
    )
    if not count:
        return ""
    gives = f"{wording.spell_number(count).capitalize()} {'gives' if count == 1 else 'give'}"
    if not voices:
        return f"{gives} the words of nobody named."
    names = [name for name, _ in voices.most_common()]
    left = len(names) - NAMED
    shown = [*names[:NAMED], f"{wording.spell_number(left)} more"] if left > 1 else names
    return f"{gives} another voice: {wording.joined(shown)}."


def _place_bars(blocks: list[list[str]]) -> Iterable[tuple[str, float]]:
    """The notes of each block with where their bars stand."""
    bars = sum(map(len, blocks))
    step = min(STEP, (WIDTH - GAP * len(blocks)) / max(bars, 1))
    x = step / 2
    for block in blocks:
        for note in block:
            yield note, round(x, 1)
            x += step
        x += GAP
