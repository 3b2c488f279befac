"""What every page has, whatever it shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from newsdossier.model import (
    Article,
    Entity,
)


@dataclass(frozen=True)
class Citation:
    """How something is cited: in one line, in BibTeX and in CSL-JSON, these line by line."""

    of: str
    line: str
    bibtex: list[str]
    csl: list[str]


@dataclass(frozen=True)
class Page:
    """What every page has: where it lives, its title and what search results say of it."""

    path: str
    title: str
    description: str
    kind_label: str = field(default="Overview", kw_only=True)
    """What sort of thing it is about, in a word: told beside its title where that stands alone."""
    card_text: str = field(default="", kw_only=True)
    """The verdict, or how much there is, for its social card."""
    boost: int = field(default=1, kw_only=True)
    """How much search prefers it to a page that has the same words."""
    record: Article | Entity | None = field(default=None, kw_only=True)
    """The record that the page is of, where it is of one that machines have a word for."""
    citations: list[Citation] = field(default_factory=list, kw_only=True)
    """How to cite the page, and what it is about."""
    linked: dict[str, Any] = field(default_factory=dict, kw_only=True)
    """What machines read in it, as JSON-LD."""
