"""Rules on questions, answers, coverage and verdicts."""

from __future__ import annotations

from collections.abc import Iterator

from newsdossier.analysis.answers import Variation
from newsdossier.analysis.digests import digest_answers
from newsdossier.analysis.rows import Row, rows_of
from newsdossier.analysis.values import MissingTolerance, parse_value
from newsdossier.analysis.verdicts import explain_exclusions
from newsdossier.analysis.witnesses import witnesses_of
from newsdossier.checks.rules import Finding, register_checks
from newsdossier.dossier.dossier import Dossier
from newsdossier.model import Answer, Bound, Question, ReadAs, Type
from newsdossier.problems import limits
from newsdossier.problems.rules import RuleGroup
from newsdossier.text.nearest import did_you_mean
from newsdossier.text.words import count_words

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


@rule
def question_tolerance(dossier: Dossier) -> Iterator[Finding]:
    """A count whose answers are `about` or `nearly` a figure says how far that reaches."""
    inexact: dict[str, Answer | ReadAs] = {}
    for sourced in dossier.statements:
        for answer in sourced.statement.answers:
            for part in (answer, answer.read_as):
                if part and part.bound in (Bound.ABOUT, Bound.NEARLY):
                    inexact.setdefault(answer.question, part)
    for name, question in dossier.questions.items():
        if question.type is not Type.COUNT:
            if question.tolerance is not None:
                message = f"only a count has a tolerance, and this asks for {question.type}"
                yield question.place("tolerance"), f"{message}; remove it"
        elif question.tolerance is None and name in inexact:
            place = inexact[name].place("bound")
            message = f"an answer is `{inexact[name].bound}` a figure ({place})"
            advice = "add `tolerance`, the fraction of the figure that this reaches, such as 0.05"
            yield question.place("type"), f"{message}; {advice}"


@rule
def exclusive_choices(dossier: Dossier) -> Iterator[Finding]:
    """What a question declares exclusive are two or more of its choices, each once."""
    for question in dossier.questions.values():
        if question.exclusive:
            yield from _check_exclusive(question)


def _check_exclusive(question: Question) -> Iterator[Finding]:
    if question.type is not Type.CHOICE:
        message = f"only choices exclude each other, and this asks for {question.type}; remove this"
        yield question.place("exclusive"), message
        return
    for index, name in enumerate(question.exclusive):
        if name not in question.choices:
            hint = did_you_mean(name, question.choices) or "; name one of the `choices`"
            yield question.place("exclusive", index), f'"{name}" is not a choice{hint}'
        elif name in question.exclusive[:index]:
            yield question.place("exclusive", index), f'"{name}" is listed twice; keep one'
    if len(question.exclusive) == 1:
        message = "one choice excludes no other; name those that it excludes, or remove this"
        yield question.place("exclusive"), message


def _check_value(dossier: Dossier, question_id: str, answer: Answer | ReadAs) -> Iterator[Finding]:
    question = dossier.questions.get(question_id)
    if question is None:
        return
    try:
        parse_value(question, answer.value, answer.bound)
    except MissingTolerance:  # told once for the question by `question-tolerance`
        pass
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
    """The rows that can be judged.

    None while an article is unread or it is unclear which dispatch it copies; none with invalid
    answers.
    """
    if dossier.unread or _list_astray(dossier) or any(_find_wrong_bases(dossier)):
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
    """A verdict is one that the row’s values allow; a row has one, or two different ones."""
    for row in sound_rows(dossier):
        stated = row.question.verdict
        if row.answers:
            yield from _check_verdicts(row)
        if len(set(stated)) != len(stated) or len(stated) > 2:
            yield row.question.place("verdict"), "a row has one verdict, or two different ones"


def _check_verdicts(row: Row) -> Iterator[Finding]:
    reasons = explain_exclusions(row)
    left = ", ".join(verdict for verdict, reason in reasons.items() if reason is None)
    for index, stated in enumerate(row.question.verdict):
        if reason := reasons[stated]:
            place = row.question.place("verdict", index)
            yield place, f'"{stated}" is ruled out: {reason}; left are: {left}'


@rule
def variants(dossier: Dossier) -> Iterator[Finding]:
    """A variant names a copy of a dispatch whose answer differs from the base copy’s, once."""
    copies = {name for one in witnesses_of(dossier).values() if one.origin for name in one.articles}
    for row in sound_rows(dossier):
        seen: set[str] = set()
        for variant in row.question.variants:
            name = variant.article
            if name not in copies:
                hint = did_you_mean(name, copies) or "; name a copy, or remove the variant"
                yield variant.place("article"), f'"{name}" is no copy of a dispatch{hint}'
            elif not row.variants_of(name):
                yield variant.place("article"), f'"{name}" {_explain_sameness(row, name)}'
            if name in seen:
                yield variant.place("article"), f'"{name}" has a variant already; keep one'
            seen.add(name)


def _explain_sameness(row: Row, article: str) -> str:
    """Say why an article is no variant in a row."""
    if any(one.base == article for one in row.witnesses):
        return "is the copy that the others are compared with; name another, or remove the variant"
    if any(copy.article == article for one in row.witnesses for copy in one.copies):
        return f"is computed as {Variation.SAME}; remove the variant, or correct the answers"
    return "is a copy of a dispatch that nobody answers from here; remove the variant"


@rule
def origin_base(dossier: Dossier) -> Iterator[Finding]:
    """An origin’s `base` is one of the articles that copy it."""
    yield from _find_wrong_bases(dossier)


def _find_wrong_bases(dossier: Dossier) -> Iterator[Finding]:
    witnesses = witnesses_of(dossier)
    astray = _list_astray(dossier)
    for name, origin in dossier.origins.items():
        copies = witnesses[name].articles if name in witnesses else []
        if origin.base and origin.base not in [*copies, *astray, *dossier.unread]:
            hint = did_you_mean(origin.base, copies) or "; name one that does, or remove it"
            yield origin.place("base"), f'"{origin.base}" does not copy this{hint}'


def _list_astray(dossier: Dossier) -> set[str]:
    """The articles that copy an origin without a file, as the rule `unknown-origin` tells."""
    return {
        article
        for one in witnesses_of(dossier).values()
        if one.origin and one.origin not in dossier.origins
        for article in one.articles
    }


@rule
def stale_reason(dossier: Dossier) -> Iterator[Finding]:
    """A question’s reason was written for the answers that it has: `answers_read` says so."""
    for row in sound_rows(dossier):
        question, digest = row.question, digest_answers(row)
        voices = [voice for sourced in row.answers for voice in sourced.statement.speaker]
        named = {voice.entity_id for voice in voices if voice.entity_id}
        if question.answers_read == digest or not row.answers or named - dossier.entities.keys():
            continue  # other rules tell that nobody answers, or that a speaker is unknown
        advice = f"read `because` again, then write `answers_read: {digest}`"
        if question.answers_read:
            message = f"the answers have changed since this reason was written; {advice}"
            yield question.place("answers_read"), message
        else:
            message = f"nothing says which answers this reason was written for; {advice}"
            yield question.place("because"), message
