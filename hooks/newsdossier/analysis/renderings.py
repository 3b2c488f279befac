"""The sentence that shows best what copying does to words: printed by several copies, reworded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdossier.analysis.dispatch_changes import Copying, PassageLine, copyings_of
from newsdossier.analysis.statement_changes import list_printed_words
from newsdossier.dossier.dossier import Dossier, SourcedStatement
from newsdossier.text.alignment import aligned
from newsdossier.text.differences import WordChange, mark_differences
from newsdossier.text.function_words import find_function_words

#: How many words all copies of a sentence share at least; with fewer it is not seen to be the same.
LEAST_SHARED = 3


@dataclass(frozen=True)
class Rendering:
    """The words in which one copy prints a sentence."""

    sourced: SourcedStatement
    words: str


@dataclass(frozen=True)
class RenderedSentence:
    """A sentence of a dispatch in the words of several of its copies, those of the base first."""

    copying: Copying
    renderings: list[Rendering]
    shared: int
    """How many words all of them have."""

    @property
    def base(self) -> Rendering:
        """The words of the copy with which the others are compared."""
        return self.renderings[0]

    @property
    def differing(self) -> int:
        """How many copies print other words than the base copy; function words do not count."""
        return sum(_differs(self.base, one) for one in self.renderings[1:])


def choose_sentence(dossier: Dossier) -> RenderedSentence | None:
    """Choose the sentence that shows best what copying does to words; None where none shows it.

    It is the one that most copies print; of these one that the story tells, then the one that most
    copies reword, then the one of which all share the most words. Of equal ones it is the first.
    """
    told = {reference for line in dossier.settings.story for reference in line.sources}

    def weigh(one: RenderedSentence) -> tuple[int, bool, int, int]:
        is_told = one.base.sourced.reference in told
        return len(one.renderings), is_told, one.differing, one.shared

    return max(_find_sentences(dossier), key=weigh, default=None)


def _find_sentences(dossier: Dossier) -> Iterator[RenderedSentence]:
    """The sentences that two or more copies of a dispatch print, and not all in the same words."""
    for copying in copyings_of(dossier).values():
        for passage in copying.passages:
            for line in passage.lines if passage.article == copying.base.id else ():
                for one in _find_in_line(dossier, copying, line):
                    if one.differing and one.shared >= LEAST_SHARED:
                        yield one


def _find_in_line(
    dossier: Dossier, copying: Copying, line: PassageLine
) -> Iterator[RenderedSentence]:
    printed = [
        Rendering(copied.sourced, words)
        for article in copying.articles
        for copied in line.copied[article.id]
        for words in list_printed_words(dossier, copied.sourced)
    ]
    for base in printed:
        if base.sourced.article is not copying.base:
            continue
        chosen = _choose_renderings(base, printed)
        alike = aligned(one.words for one in chosen)
        if len(chosen) > 1 and len(alike) == 1:
            stretches = alike[0][base.words]
            shared = sum(len(one.text.split()) for one in stretches if not one.differs)
            yield RenderedSentence(copying, chosen, shared)


def _choose_renderings(base: Rendering, printed: list[Rendering]) -> list[Rendering]:
    """The base copy's words, and of each other copy the first that are a variant of them."""
    chosen = {base.sourced.article.id: base}
    for one in printed:
        if one.words == base.words or any(
            base.words in group for group in aligned([base.words, one.words])
        ):
            chosen.setdefault(one.sourced.article.id, one)
    return list(chosen.values())


def _differs(base: Rendering, copy: Rendering) -> bool:
    ignored = find_function_words(copy.sourced.article.language)
    (marked,) = mark_differences([base.words], [copy.words], ignored)
    return any(one.change is not WordChange.KEPT for one in marked)
