"""The answers to a question in large type, and one sentence on how they stand to each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from newsdossier.analysis import wording
from newsdossier.analysis.answers import SourcedAnswer, WitnessAnswer
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.rows import Row
from newsdossier.model import Status, Type, Verdict
from newsdossier.site.parts.meter import DotState, count_copies, find_state, number_witness
from newsdossier.site.parts.values import ShownValue, show_answer

#: How many answers stand in large type; the table below has the others too.
MOST_SHOWN = 5
#: Up to how many characters all the answers together are set large, or in a middle size.
LARGE, MEDIUM = 42, 110
#: How many characters in large type fit into a line on a telephone.
SHORT = 16

#: What a verdict says of the witnesses' answers.
RELATIONS = {
    Verdict.AGREE: "agree",
    Verdict.COMPATIBLE: "can all hold",
    Verdict.CHANGED: "changed over time",
    Verdict.CONTRADICT: "cannot all hold",
    Verdict.DIFFER: "differ in words, choice or emphasis",
}


class Size(StrEnum):
    """How large the answers are set."""

    LARGE = "large"
    MEDIUM = "medium"
    SMALL = "small"


@dataclass(frozen=True)
class HeadlineAnswer:
    """An answer in large type, given by one witness or several."""

    value: ShownValue
    of: str
    status: str
    """Withdrawn, denied or only imagined; empty where the answer stands."""
    colours: list[int]
    """Those of its witnesses; each underlines it."""

    @property
    def is_short(self) -> bool:
        """Whether it stands in one line on a telephone too, and so is never divided."""
        return len(self.value.plain) <= SHORT

    @property
    def plain(self) -> str:
        """The answer in one line of text."""
        of = f"{self.of}: " if self.of else ""
        return f"{of}{self.value.plain}" + (f" ({self.status})" if self.status else "")


@dataclass(frozen=True)
class Headline:
    """The answers to a question, each once, and a sentence on them."""

    answers: list[HeadlineAnswer]
    more: str
    """How many further answers are not shown here."""
    size: Size
    sentence: str

    @property
    def plain(self) -> str:
        """The answers in one line of text."""
        return " · ".join(self.list_plain())

    def list_plain(self) -> list[str]:
        """The answers, each in one line of text, and how many more there are."""
        return [*(answer.plain for answer in self.answers), *([self.more] if self.more else [])]


def build_headline(collation: Collation, row: Row) -> Headline:
    """Gather the answers of a row, those of its witnesses' base copies."""
    answers = gather_answers(collation, row)
    shown = choose_answers(answers)
    left = len(answers) - len(shown)
    length = sum(len(answer.of) + len(answer.value.plain) for answer in shown)
    size = Size.LARGE if length <= LARGE else Size.MEDIUM if length <= MEDIUM else Size.SMALL
    return Headline(
        answers=shown,
        more=f"{left} more" if left else "",
        size=size,
        sentence=" ".join(_describe(collation, row)),
    )


def choose_answers(answers: list[HeadlineAnswer]) -> list[HeadlineAnswer]:
    """Choose the answers that are shown, the first of each witness before the second of any."""
    given: Counter[int] = Counter()
    ranks = []
    for answer in answers:
        ranks.append(min(given[colour] for colour in answer.colours))
        given.update(answer.colours)
    chosen = sorted(range(len(answers)), key=ranks.__getitem__)[:MOST_SHOWN]
    return [answers[index] for index in sorted(chosen)]


def gather_answers(collation: Collation, row: Row) -> list[HeadlineAnswer]:
    """The answers of a row, equal ones once, in the order of the witnesses."""
    found: dict[tuple[str, str, str], HeadlineAnswer] = {}
    for one in row.witnesses:
        colour = number_witness(collation, one.witness.id)
        for sourced in one.answers:
            value = show_answer(collation, sourced, in_brief=True)
            status = name_status(sourced)
            of = sourced.answer.of or ""
            alike = found.setdefault(
                (value.plain.casefold(), of, status), HeadlineAnswer(value, of, status, [])
            )
            if colour not in alike.colours:
                alike.colours.append(colour)
    return list(found.values())


def name_status(sourced: SourcedAnswer) -> str:
    """Withdrawn, denied or only imagined; empty where the answer stands."""
    status = sourced.answer.status
    return "withdrawn" if status.is_withdrawn else wording.STATUSES[status]


def _describe(collation: Collation, row: Row) -> Iterator[str]:
    """Sentences on how many witnesses answer, how they relate, and what was taken back."""
    standing = [one for one in row.witnesses if any(a.is_asserted for a in one.answers)]
    if len(standing) == 1:
        yield f"Only one witness answers: {_name(standing[0])}."
        if len(row.witnesses) > 1:
            yield f"No other confirms it{_list_silent(row)}."
    elif standing:
        count = wording.spell_number(len(standing)).capitalize()
        known = (RELATIONS[one] for one in row.question.verdict if one in RELATIONS)
        yield f"{count} witnesses answer, and their answers {wording.joined([*known])}."
    elif row.answers:
        yield "No answer stands."
    else:
        yield "No article answers."
    for one in row.witnesses:
        if find_state(one.answers) is DotState.WITHDRAWN or standing:
            yield from (
                _describe_taken_back(collation, one, sourced)
                for sourced in one.answers
                if sourced.answer.status.is_taken_back
            )


def _list_silent(row: Row) -> str:
    """Which witnesses say nothing, and of which nobody knows yet; behind a colon.

    What an article adds to a dispatch is left out where it answers with the dispatch.
    """
    silent: list[str] = []
    unknown: list[str] = []
    for one in row.witnesses:
        articles = set(one.witness.articles)
        if not one.answers and not articles & set(row.answering_articles):
            (unknown if articles <= set(row.unreviewed) else silent).append(one.witness.label)
    told = [
        f"{wording.joined(names)} {'is' if len(names) == 1 else 'are'} {what}"
        for names, what in ((silent, "silent"), (unknown, "not yet reviewed"))
        if names
    ]
    return f": {'; '.join(told)}" if told else ""


def _name(one: WitnessAnswer) -> str:
    copies = count_copies(one)
    label = one.witness.label
    return f"{label}, in {wording.spell_number(copies)} copies" if copies > 1 else label


def _describe_taken_back(collation: Collation, one: WitnessAnswer, sourced: SourcedAnswer) -> str:
    answer = sourced.answer
    value = show_answer(collation, sourced, in_brief=True).plain
    how = "denied" if answer.status is Status.DENIED else "withdrawn"
    by = wording.joined([collation.dossier.titles[name] for name in answer.by])
    on = f" on {wording.day(answer.on)}" if answer.on else ""
    is_count = collation.dossier.questions[answer.question].type is Type.COUNT
    label, what = one.witness.label, "a figure" if is_count else "an answer"
    told = f" (by: {by})" if by else ""
    return f"{label} reports {what}, {value}, that was {how}{on}{told}; it is not counted."
