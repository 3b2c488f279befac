"""Compares the statements of articles, their answers question by question."""

from __future__ import annotations

from collections.abc import Iterator

from newsdossier.dossier.dossier import Dossier
from newsdossier.model import Reference, Statement
from newsdossier.review.difference import Difference, FieldDifference, Subject
from newsdossier.review.records import Comparator, drop_common, list_comparable
from newsdossier.review.values import format_answer

STATEMENTS = Comparator(Subject.STATEMENT, title="says", leave_out=("answers",))


def compare(before: Dossier, after: Dossier) -> Iterator[Difference]:
    """Compare the statements of all articles that both states can read."""
    for article in list_comparable(before, after, before.articles, after.articles):
        old, new = _statements(before, article), _statements(after, article)
        for name in dict.fromkeys([*new, *old]):
            one, other = old.get(name), new.get(name)
            answers = _compare_answers(one, other) if other else ()
            yield from STATEMENTS.compare(article, Reference.to(article, name), one, other, answers)


def _statements(dossier: Dossier, article: str) -> dict[str, Statement]:
    known = dossier.articles.get(article)
    return {one.id: one for one in known.statements} if known else {}


def _compare_answers(old: Statement | None, new: Statement) -> Iterator[FieldDifference]:
    def answers_to(question: str, statement: Statement | None) -> list[str]:
        answers = statement.answers if statement else []
        return [format_answer(one) for one in answers if one.question == question]

    asked = [one.question for one in [*new.answers, *(old.answers if old else [])]]
    for question in dict.fromkeys(asked):
        before, after = answers_to(question, old), answers_to(question, new)
        if before != after:
            items = drop_common(before, after)
            yield FieldDifference(f"answer to {question}", *items, is_list=True)
