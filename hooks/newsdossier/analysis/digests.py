"""A short digest of the answers to a question, by which a reason is known to fit them."""

from __future__ import annotations

import json
from hashlib import sha256

from newsdossier.analysis.answers import SourcedAnswer
from newsdossier.analysis.rows import Row
from newsdossier.model import Bound

#: How many hexadecimal digits a digest has.
DIGITS = 8


def digest_answers(row: Row) -> str:
    """A digest of what the answers of a row say.

    It covers each answer's article, value, bound, `of`, `as_of`, status, `read_as` and speakers.
    Neither order nor repetition counts, nor ids of statements, quotes and other prose.
    """
    lines = sorted({json.dumps(_list_parts(sourced)) for sourced in row.answers})
    return sha256("\n".join(lines).encode()).hexdigest()[:DIGITS]


def _list_parts(sourced: SourcedAnswer) -> list[object]:
    answer = sourced.answer
    read_as = answer.read_as
    return [
        sourced.article.id,
        sorted(answer.value),
        answer.bound,
        answer.of,
        answer.as_of,
        answer.status,
        sorted(read_as.value) if read_as else None,
        read_as.bound if read_as else Bound.EQ,
        sorted(voice.entity_id or voice.unnamed or "" for voice in sourced.statement.speaker),
    ]
