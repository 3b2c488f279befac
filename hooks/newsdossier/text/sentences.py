"""Sentences: where each of a text starts and ends."""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]?\s*(?=\s[\"'“‘(]?[A-Z0-9–—])")


def find_sentence_spans(text: str) -> list[tuple[int, int]]:
    """Where each sentence of a text starts and ends; a rough cut at full stops before capitals."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    return list(zip([0, *ends], [*ends, len(text)], strict=True))


def take_first_sentence(text: str) -> str:
    """The first sentence of a text."""
    start, end = find_sentence_spans(text)[0]
    return text[start:end].strip()
