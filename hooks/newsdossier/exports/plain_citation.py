"""Prints a work as one line of text."""

from __future__ import annotations

from newsdossier.analysis import wording
from newsdossier.exports.citations import Work


def as_line(work: Work) -> str:
    """Print a work in one line, to be pasted into a text."""
    date = wording.day(work.issued)
    if work.csl_type == "webpage":
        title = wording.quoted(work.title) if work.container else work.title
        parts = [title, *work.notes, work.container, f"updated {date}"]
        return f"{_join(parts)}. {work.address}".strip()
    title, publisher = wording.quoted(work.shown_title), work.container or "publisher not named"
    return f"{_join([title, publisher, f'{date} (inferred)' if work.is_inferred else date])}."


def _join(parts: list[str | None]) -> str:
    return ", ".join(part for part in parts if part)
