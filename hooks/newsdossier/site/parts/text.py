"""Words that a page shows, perhaps leading somewhere, and the calls of notes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """Words, perhaps leading somewhere: to a page of the site, or to an address on the web."""

    text: str
    target: str | None = None
    address: str | None = None
    emphasis: str = ""
    hint: str | None = None


@dataclass(frozen=True)
class NoteMark:
    """Where a note is called."""

    note: str
