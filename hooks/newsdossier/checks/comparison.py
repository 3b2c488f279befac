"""Rules on questions, answers, coverage and verdicts."""

from __future__ import annotations

from collections.abc import Iterator

from newsdossier.analysis.rows import Row, rows_of
from newsdossier.analysis.values import parse_value
from newsdossier.analysis.verdicts import explain_exclusion
from newsdossier.checks.rules import Finding, register_checks
from newsdossier.dossier.dossier import Dossier
from newsdossier.model import Answer, ReadAs, Type, Verdict
from newsdossier.problems import limits
from newsdossier.problems.rules import RuleGroup
from newsdossier.text.verbatim import count_words

rule = register_checks(RuleGroup.COMPARISON)


@rule
def answer_value(dossier: Dossier) -> Iterator[Finding]:
    """An answer’s value is of the type its question asks: a number, a date, one of the choices."""
    for sourced in dossier.statements:
        for answer in sourced.statement.answers:
            yield from _check_value(dossier, answer.question, answer)
            if answer.read_as:
                yield from _check_value(dossier, answer.question, answer.read_as)


@rule
def question_unit(dossier: Dossier) -> Iterator[Finding]:
    """A count says what it counts, in `unit`, and nothing else has a unit."""
    for question in dossier.questions.values():
        if question.type is Type.COUNT and not question.unit:
            yield question.place("type"), "a count needs a `unit`; add what is counted"
        elif question.unit and question.type is not Type.COUNT:
            message = f"only a count has a unit, and this asks for {question.type}; remove it"
            yield question.place("unit"), message


def _check_value(dossier: Dossier, question_id: str, answer: Answer | ReadAs) -> Iterator[Finding]:
    question = dossier.questions.get(question_id)
    if question is None:
        return
    try:
        parse_value(question, answer.value, answer.bound)
    except ValueError as error:
        yield answer.place("value"), str(error)
    if question.type is Type.WORDING:
        longest = dossier.settings.longest_quotation
        if count_words(" ".join(answer.value)) > longest:
            message = f"a wording is a quotation; take {longest} words of it at most"
            yield answer.place("value"), message


@rule
def coverage(dossier: Dossier) -> Iterator[Finding]:
    """An article is silent only on questions that none of its statements answers, once each."""
    for article in dossier.articles.values():
        answered = {answer.question for s in article.statements for answer in s.answers}
        seen: set[str] = set()
        for silent in article.silent:
            if silent.question in answered:
                message = (
                    f'a statement answers "{silent.question}"; remove the silence or the answer'
                )
                yield silent.place("question"), message
            if silent.question in seen:
                yield silent.place("question"), f'"{silent.question}" is listed twice; keep one'
            seen.add(silent.question)


def sound_rows(dossier: Dossier) -> list[Row]:
    """The rows that can be judged: none while an article is unread or an answer is invalid."""
    if dossier.unread:
        return []
    return [
        row
        for row in rows_of(dossier).values()
        if not row.invalid_answers and len(row.answers) <= limits.ANSWERS
    ]


@rule
def row_answers(dossier: Dossier) -> Iterator[Finding]:
    """A question has no more answers, all articles together, than can be compared two by two."""
    for row in rows_of(dossier).values():
        if len(row.answers) > limits.ANSWERS:
            message = f"{len(row.answers):,} answers are given to this, {limits.ANSWERS:,} at most"
            yield row.question.place(), f"{message}; split the question, or merge statements"


@rule
def unanswered_question(dossier: Dossier) -> Iterator[Finding]:
    """A question is answered by at least one article."""
    for row in sound_rows(dossier):
        if not row.answers:
            yield (
                row.question.place(),
                "no article answers this; add an answer or remove the question",
            )


@rule
def verdict(dossier: Dossier) -> Iterator[Finding]:
    """A verdict is one that the row’s values allow."""
    for row in sound_rows(dossier):
        for index, stated in enumerate(row.question.verdict):
            reason = explain_exclusion(row, stated)
            if row.answers and reason:
                place = row.question.place("verdict", index)
                advice = "state another verdict or correct the answers"
                yield place, f'"{stated}" is ruled out: {reason}; {advice}'
        if len(row.answering_articles) == 1 and row.question.verdict[0] is not Verdict.SINGLE:
            message = (
                f'only {row.answering_articles[0]} answers; the main verdict is "{Verdict.SINGLE}"'
            )
            yield row.question.place("verdict"), message
        if (
            len(set(row.question.verdict)) != len(row.question.verdict)
            or len(row.question.verdict) > 2
        ):
            yield row.question.place("verdict"), "a row has one verdict, or two different ones"
