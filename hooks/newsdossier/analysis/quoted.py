"""Whose words a statement's words are: printed within quotation marks, or the article's own."""

from __future__ import annotations

from newsdossier.analysis import wording
from newsdossier.model import Statement
from newsdossier.text.verbatim import is_verbatim_in


def strip_marks(words: str) -> str:
    """Words without the marks and the punctuation at their ends."""
    return words.strip("“”\"‘’' ").rstrip(".,;:!?…")


def is_quoted(statement: Statement, words: str) -> bool:
    """Whether the article prints these words of a statement within quotation marks."""
    return any(is_verbatim_in(strip_marks(words), one) for one in statement.quoted_words)


def print_quote(statement: Statement, words: str) -> str:
    """Words in double marks where the article prints them so, in single marks elsewhere."""
    return wording.quoted(words) if is_quoted(statement, words) else wording.quoted_as_own(words)
