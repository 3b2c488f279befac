"""Rules on quotation marks, which tell whose words stand within them; they need the originals."""

from __future__ import annotations

from collections.abc import Iterator

from newsdossier.analysis.quoted import is_quoted, strip_marks
from newsdossier.checks.rules import Finding, register_checks
from newsdossier.dossier.dossier import Dossier
from newsdossier.dossier.originals import Body
from newsdossier.model import Rights, Statement, Type
from newsdossier.problems.problem import Place
from newsdossier.problems.rules import RuleGroup

rule = register_checks(RuleGroup.PROOFS)


@rule
def rendition_marks(dossier: Dossier) -> Iterator[Finding]:
    """A rendition has “double” marks where the article has marks, ‘single’ ones for its own words.

    An apostrophe is no mark.
    """
    for name, body in (dossier.bodies or {}).items():
        if dossier.articles[name].rights is Rights.FULL:
            continue
        for block in dossier.rendition(name).blocks:
            for one in block.quotations:
                where = (one.bare_words, [block.label])
                if one.is_double and body.quotations.never_quote(*where):
                    message = f'the original does not print "{one.words}" within quotation marks'
                    yield block.place, f"{message}; write ‘ and ’ around it"
                if not one.is_double and body.quotations.always_quote(*where):
                    message = f'the original prints "{one.words}" within quotation marks'
                    yield block.place, f"{message}; write “ and ” around it"


@rule
def quoted_words(dossier: Dossier) -> Iterator[Finding]:
    """Words shown as quoted by the article stand within quotation marks in it, and no others do.

    These are the words of `quoted`; where it is left out, those that the mode and the marks within
    `quote` show.
    """
    for name, body in (dossier.bodies or {}).items():
        for statement in dossier.articles[name].statements:
            yield from _find_unquoted(statement, body)
            for words, place in _list_shown(dossier, statement):
                bare = strip_marks(words)
                always = body.quotations.always_quote(bare, statement.at)
                if always and not is_quoted(statement, words):
                    message = f'the original prints "{words}" within quotation marks'
                    yield place, f"{message}; add it to `quoted`, or change the mode"


def _find_unquoted(statement: Statement, body: Body) -> Iterator[Finding]:
    """Find what is taken for quoted, and is not printed within quotation marks."""
    key = "quoted" if statement.quoted else "quote"
    for words in statement.quoted_words:
        index = next((n for n, one in enumerate(getattr(statement, key)) if words in one), 0)
        bare = strip_marks(words)
        if body.quotations.never_quote(bare, statement.at):
            message = f'the original does not print "{words}" within quotation marks'
            yield (
                statement.place(key, index),
                f"{message}; change the mode, or list in `quoted` what it does print so",
            )
        elif statement.quoted and not body.quotations.have(bare, statement.at):
            message = f'"{words}" is not in block {" or ".join(statement.at)}'
            yield statement.place(key, index), f"{message}; copy the words as printed"


def _list_shown(dossier: Dossier, statement: Statement) -> Iterator[tuple[str, Place]]:
    """List the words of a statement that pages show as printed."""
    for index, quote in enumerate(statement.quote):
        yield quote, statement.place("quote", index)
    for answer in statement.answers:
        question = dossier.questions.get(answer.question)
        if question and question.type is Type.WORDING:
            for index, words in enumerate(answer.value):
                yield words, answer.place("value", index)
