"""Rules on the texts of records: they are plain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdossier.checks.rules import Finding, checks_of
from newsdossier.dossier.dossier import Dossier, parts, records
from newsdossier.model import Article, Record
from newsdossier.problems.rules import Group

rule = checks_of(Group.RECORDS)

#: What is held against the originals, or is no prose; what is printed there may look like anything.
VERBATIM = {
    *("quote", "words", "value", "opens", "name", "search"),
    *("file", "sha256", "address", "id"),
}

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--")
_LINK = re.compile(r"!?\[[^\[\]]*\]\([^()]*\)|\[\^[^\]\s]+\]")


@rule
def plain_text(dossier: Dossier) -> Iterator[Finding]:
    """A text in a record is plain: it has no HTML, and no link, picture or mark of Markdown."""
    for record in records(dossier):
        for part in parts(record):
            for text, keys in _texts(part):
                if found := _TAG.search(text) or _LINK.search(text):
                    message = f'"{found.group()}" would be shown as it stands; write plain words'
                    yield part.place(*keys), message


def _texts(part: Record) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """The texts of a part of a record, with the keys they stand under."""
    verbatim = VERBATIM | ({"title"} if isinstance(part, Article) else set())
    for key in type(part).model_fields:
        match getattr(part, key):
            case str() as text if key not in verbatim:
                yield text, (key,)
            case list() as texts if key not in verbatim:
                yield from (
                    (text, (key, i)) for i, text in enumerate(texts) if isinstance(text, str)
                )
            case dict() as texts:
                yield from ((text, (key, name)) for name, text in texts.items())
            case _:
                pass
