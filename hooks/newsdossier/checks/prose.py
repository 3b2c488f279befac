"""Rules on the texts of records: they are plain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdossier.checks.rules import Finding, register_checks
from newsdossier.dossier.dossier import Dossier, records
from newsdossier.model import Article, LocatedText
from newsdossier.problems.rules import RuleGroup

rule = register_checks(RuleGroup.RECORDS)

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
        for one in record.walk_texts():
            found = _TAG.search(one.text) or _LINK.search(one.text)
            if found and not _is_verbatim(one):
                message = f'"{found.group()}" would be shown literally; write plain text'
                yield one.place, message


def _is_verbatim(found: LocatedText) -> bool:
    """Whether a text is copied from an article, or is no prose."""
    key = found.keys[0]
    return key in VERBATIM or (key == "title" and isinstance(found.record, Article))
