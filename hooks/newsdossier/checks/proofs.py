"""Rules that need the originals; they are skipped without them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsdossier.analysis.names import find_blocks
from newsdossier.checks.rules import Finding, register_checks
from newsdossier.dossier.dossier import Dossier
from newsdossier.model import Article, Entity, Question, Reference, Rights, Statement, Type
from newsdossier.problems.problem import Place
from newsdossier.problems.rules import RuleGroup
from newsdossier.text import characters
from newsdossier.text.verbatim import (
    describe_differences,
    find_nearest_passage,
    fold,
    is_verbatim_in,
)

rule = register_checks(RuleGroup.PROOFS)

#: How many words of a text a message shows.
MAX_SHOWN_WORDS = 12


def list_originals(dossier: Dossier) -> Iterator[tuple[Article, dict[str, str]]]:
    """Yield every article whose original is loaded, with the text of each block."""
    for name, body in (dossier.bodies or {}).items():
        yield dossier.articles[name], body.blocks


def _explain_missing(fragment: str, labels: Sequence[str], blocks: dict[str, str]) -> str | None:
    """Explain why no block proves a fragment; None where one has it."""
    if any(is_verbatim_in(fragment, blocks.get(label, "")) for label in labels):
        return None
    where = " or ".join(labels)
    for label, text in blocks.items():
        if is_verbatim_in(fragment, text):
            return f'"{fragment}" is not in block {where}; it is in block {label}'
    hint = _describe_nearest(fragment, " ".join(blocks.get(label, "") for label in labels))
    return f'"{fragment}" is not in block {where}; {hint or "copy the words as printed"}'


def _describe_nearest(fragment: str, text: str) -> str:
    """Describe the passage most similar to a fragment, and the words in which the two differ."""
    near = find_nearest_passage(fragment, text)
    if near is None:
        return ""
    shown = " ".join(near.words.split()[:MAX_SHOWN_WORDS])
    differing = describe_differences(fragment, near.words)
    return f'the closest passage is "{shown}"' + (f"; it {differing}" if differing else "")


@rule
def quote_verbatim(dossier: Dossier) -> Iterator[Finding]:
    """A statement’s quotation stands word for word in one of its blocks of the original."""
    for article, blocks in list_originals(dossier):
        for statement in article.statements:
            for index, quote in enumerate(statement.quote):
                if message := _explain_missing(quote, statement.at, blocks):
                    yield statement.place("quote", index), message


@rule
def wording_verbatim(dossier: Dossier) -> Iterator[Finding]:
    """A wording given as an answer stands word for word in one of its statement’s blocks."""
    for article, blocks in list_originals(dossier):
        for statement in article.statements:
            for answer in statement.answers:
                question = dossier.questions.get(answer.question)
                if question and question.type is Type.WORDING:
                    for index, words in enumerate(answer.value):
                        if message := _explain_missing(words, statement.at, blocks):
                            yield answer.place("value", index), message


@rule
def rendition_quotation(dossier: Dossier) -> Iterator[Finding]:
    """What a rendition puts in quotation marks stands word for word in the same block."""
    for article, blocks in list_originals(dossier):
        if article.rights is Rights.FULL:
            continue
        for block in dossier.rendition(article.id).blocks:
            for quotation in block.quotations:
                if message := _explain_missing(quotation.bare_words, [block.label], blocks):
                    yield block.place, message


@rule
def printed_words(dossier: Dossier) -> Iterator[Finding]:
    """The words quoted for a date, a speaker or an inferred answer stand in its blocks."""
    for article, blocks in list_originals(dossier):
        for statement in article.statements:
            for words, place in _list_printed_words(statement):
                if message := _explain_missing(words, statement.at, blocks):
                    yield place, message


def _list_printed_words(statement: Statement) -> Iterator[tuple[str, Place]]:
    for voice in [*statement.speaker, *statement.via, *statement.to]:
        if voice.unnamed and voice.unnamed != "nobody":
            yield voice.unnamed, voice.place("words" if voice.words else "name")
    for dated in (statement.when, statement.said):
        if dated and dated.words:
            yield dated.words, dated.place("words")
    for answer in statement.answers:
        if answer.words:
            yield answer.words, answer.place("words")


@rule
def printed_date(dossier: Dossier) -> Iterator[Finding]:
    """The words that an article’s date is read from stand somewhere in its original."""
    for name, body in (dossier.bodies or {}).items():
        issued = dossier.articles[name].issued
        if issued.words and not is_verbatim_in(issued.words, body.text):
            hint = _describe_nearest(issued.words, body.text) or "copy the words as printed"
            message = f'"{issued.words}" is not in the original; {hint}'
            yield issued.place("words"), message


@rule
def headline_verbatim(dossier: Dossier) -> Iterator[Finding]:
    """The title is the printed headline, or is marked as supplied where there is none."""
    for article, blocks in list_originals(dossier):
        printed = characters.drop_forbidden(blocks["headline"]) if "headline" in blocks else None
        if article.title_supplied and printed:
            yield article.place("title_supplied"), "the original has a headline; use it"
        elif not article.title_supplied and printed is None:
            message = "the original has no headline block; add `title_supplied: true`"
            yield article.place("title"), message
        elif not article.title_supplied and fold(printed or "") != fold(article.title):
            yield (
                article.place("title"),
                f'the printed headline is "{fold(printed or "")}"; copy it',
            )


@rule
def spelling_proof(dossier: Dossier) -> Iterator[Finding]:
    """A name stands, case included, in every block that is said to prove it."""
    if dossier.bodies is None:
        return
    for entity in dossier.entities.values():
        for name in entity.names:
            for index, reference in enumerate(name.in_):
                article = reference.article
                body = dossier.bodies.get(article)
                labels = [label for _, label in find_blocks(dossier, reference)]
                known = {*dossier.articles[article].labels, "excluded"} if body else set()
                texts = {**body.blocks, "excluded": body.excluded} if body else {}
                if known.issuperset(labels) and (
                    message := _explain_missing(name.name, labels, texts)
                ):
                    yield name.place("in", index), f"{article}: {message}"


@rule
def alias_proof(dossier: Dossier) -> Iterator[Finding]:
    """A search alias occurs in no article; an entity’s spelling that does belongs in `names`."""
    records: list[Entity | Question] = [*dossier.entities.values(), *dossier.questions.values()]
    for record in records:
        advice = "list it under names" if isinstance(record, Entity) else "search finds it there"
        for article, blocks in list_originals(dossier):
            for index, alias in enumerate(record.search):
                labels = [label for label, text in blocks.items() if is_verbatim_in(alias, text)]
                if labels:
                    where = Reference.to(article.id, labels[0])
                    yield record.place("search", index), f'"{alias}" stands in {where}; {advice}'


@rule
def full_text(dossier: Dossier) -> Iterator[Finding]:
    """An article published whole matches the original block by block."""
    for article, blocks in list_originals(dossier):
        if article.rights is not Rights.FULL:
            continue
        for block in dossier.rendition(article.id).blocks:
            if fold(block.text) != fold(blocks.get(block.label, block.text)):
                differing = describe_differences(block.text, blocks[block.label])
                shown = f": the original {differing}" if differing else ""
                message = f"block {block.label} is not as received{shown}; copy it from there"
                yield block.place, message
