"""A question as the home page shows it: the answers in large type, then how they relate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from newsdossier.analysis import wording
from newsdossier.analysis.answers import Variation
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.ranking import rank_rows_apart
from newsdossier.analysis.rows import Row
from newsdossier.model import Type
from newsdossier.site.drawings.number_strip import NumberStrip, draw_number_strip
from newsdossier.site.parts.brief import BriefAnswer, BriefWitness, build_brief_witness
from newsdossier.site.parts.links import link_question
from newsdossier.site.parts.meter import Meter, build_meter
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.values import ShownValue, show_answer

#: How many questions stand on the home page, with one in large figures and without.
MOST_CARDS, MOST_PLAIN_CARDS = 5, 6
#: How many answers a card has; the question's page has all.
MOST_ANSWERS = 3
#: A question with more answers than this is not seen at a glance.
FEW_ANSWERS = 6
#: Up to how many letters an answer is set large.
SHORT = 16


@dataclass(frozen=True)
class CardAnswer:
    """An answer on a card, and whose it is."""

    answer: BriefAnswer
    witness: BriefWitness
    bound: str = ""
    """What limits the figure and is set small before it, on the card that leads: more than."""
    figure: ShownValue | None = None
    """The figure behind the bound."""


@dataclass(frozen=True)
class AnswerCard:
    """A question with its answers first."""

    question: Text
    answers: list[CardAnswer]
    more: str
    """How many further answers there are."""
    verdicts: list[str]
    meter: Meter
    changed: str
    """What a copy makes of the answer; empty where none changes it."""
    is_large: bool
    """Whether all its answers are short enough to be set large."""
    leads: bool = False
    """Whether it stands first, in the largest figures."""
    strip: NumberStrip | None = None
    """Where its figures lie, for the card that leads."""


def build_answer_cards(collation: Collation) -> list[AnswerCard]:
    """The questions that set their witnesses farthest apart, one with figures first.

    It leads where two witnesses or more give short figures to it.
    """
    rows = _rank_rows(collation)
    lead = next((row for row in rows[:MOST_CARDS] if _can_lead(collation, row)), None)
    if lead is None:
        return [_build_card(collation, row) for row in rows[:MOST_PLAIN_CARDS]]
    others = [row for row in rows[:MOST_CARDS] if row is not lead]
    first = _build_card(collation, lead, leads=True)
    return [first, *(_build_card(collation, row) for row in others)]


def _rank_rows(collation: Collation) -> list[Row]:
    """The rows where the witnesses part ways: first those that the story tells, in few answers."""
    told = {one for line in collation.dossier.settings.story for one in line.sources}

    def place(row: Row) -> tuple[bool, bool]:
        is_untold = told.isdisjoint(sourced.stated.reference for sourced in row.answers)
        return is_untold, len(_list_answers(collation, row)) > FEW_ANSWERS

    return sorted(rank_rows_apart(collation), key=place)


def _can_lead(collation: Collation, row: Row) -> bool:
    answers = _list_answers(collation, row)
    witnesses = {one.witness.id for one in answers}
    return row.question.type is Type.COUNT and len(witnesses) > 1 and _are_short(answers)


def _build_card(collation: Collation, row: Row, *, leads: bool = False) -> AnswerCard:
    answers = _list_answers(collation, row)
    shown = _choose_answers(answers)
    if leads:
        shown = [_part_bound(one) for one in shown]
    left = len(answers) - len(shown)
    return AnswerCard(
        question=link_question(row.question),
        answers=shown,
        more=f"{left} more {'answer' if left == 1 else 'answers'}" if left else "",
        verdicts=list(row.question.verdict),
        meter=build_meter(collation, row),
        changed=_describe_changes(collation, row),
        is_large=_are_short(shown),
        leads=leads,
        strip=draw_number_strip(collation, row) if leads else None,
    )


def _list_answers(collation: Collation, row: Row) -> list[CardAnswer]:
    """All answers, those of a witness that are shown alike once."""
    found: dict[tuple[str, str, str, str], CardAnswer] = {}
    for one in row.witnesses:
        brief = build_brief_witness(collation, row, one)
        for answer in brief.answers:
            key = (brief.id, answer.value.plain, answer.of, answer.status)
            found.setdefault(key, CardAnswer(answer, brief))
    return list(found.values())


def _choose_answers(answers: list[CardAnswer]) -> list[CardAnswer]:
    """The answers that are shown, the first of each witness before the second of any."""
    given: Counter[str] = Counter()
    ranks = []
    for one in answers:
        ranks.append(given[one.witness.id])
        given[one.witness.id] += 1
    chosen = sorted(range(len(answers)), key=ranks.__getitem__)[:MOST_ANSWERS]
    return [answers[index] for index in sorted(chosen)]


def _part_bound(one: CardAnswer) -> CardAnswer:
    """The answer with its figure apart from what limits it."""
    value = one.answer.value
    bound = next((b for b in wording.BOUNDS.values() if b and value.printed.startswith(b)), "")
    figure = replace(value, printed=value.printed.removeprefix(bound))
    return replace(one, bound=bound.strip(), figure=figure)


def _are_short(answers: Iterable[CardAnswer]) -> bool:
    return all(len(one.answer.value.plain) <= SHORT for one in answers)


def _describe_changes(collation: Collation, row: Row) -> str:
    """Say what a copy makes of the answer, or how many copies change it."""
    copies = [
        copy
        for one in row.witnesses
        for copy in one.variants
        if copy.variation is Variation.CHANGED
    ]
    answers = [sourced for copy in copies for sourced in copy.answers]
    if len(answers) != 1:
        changed = f"changed in {wording.plural(len(copies), 'copy')} of a dispatch"
        return changed if copies else ""
    value = show_answer(collation, answers[0], in_brief=True).plain
    return f"changed in copying: {value} in the {answers[0].article.label}"
