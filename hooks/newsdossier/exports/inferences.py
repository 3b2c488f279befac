"""Lists what the editor infers in a record, each with its value and its reason."""

from __future__ import annotations

from collections.abc import Iterator

from newsdossier.model import Answer, Article, Dated, Statement, Voice

DESCRIPTION = "What the editor infers on this line: the field, its value and the reason."


def infer_in_article(article: Article) -> list[str]:
    """List what is inferred of an article: title, date, agencies, the language behind it."""
    found = list(_infer_date("issued", article.issued))
    if article.title_supplied:
        found.append(_describe("title", article.title, "the text has no headline"))
    for agency in article.agencies:
        if agency.because and not agency.of:
            found.append(_describe("agencies", agency.entity, agency.because))
    if source := article.translated_from:
        found.append(_describe("translated_from", source.language, source.because))
    return found


def infer_in_statement(statement: Statement) -> list[str]:
    """List what is inferred of a statement: who speaks or is spoken to, and when it was."""
    voices = (("speaker", statement.speaker), ("via", statement.via), ("to", statement.to))
    found = [one for field, some in voices for voice in some for one in _infer_voice(field, voice)]
    return [*found, *_infer_date("when", statement.when), *_infer_date("said", statement.said)]


def infer_in_answer(answer: Answer) -> list[str]:
    """List what is inferred of an answer: its value, or what its printed value is read as."""
    found = []
    if answer.because:
        found.append(_describe("value", ", ".join(answer.value), answer.because))
    if reading := answer.read_as:
        found.append(_describe("read_as", ", ".join(reading.value), reading.because))
    return found


def _infer_voice(field: str, voice: Voice) -> Iterator[str]:
    if voice.entity and voice.because:
        yield _describe(field, voice.entity, voice.because)


def _infer_date(field: str, dated: Dated | None) -> Iterator[str]:
    if dated and dated.because:
        yield _describe(field, dated.date, dated.because)


def _describe(field: str, value: str, because: str) -> str:
    return f"{field} [{value}]: {' '.join(because.split())}"
