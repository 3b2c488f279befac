"""What every page has, whatever it shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from newsdossier.model import Article, Entity, Question


@dataclass(frozen=True)
class Citation:
    """How something is cited: in one line, and in formats of reference managers.

    RIS is not among them: assets/tools.js prints it from the CSL-JSON, as exports/ris.py does.
    """

    of: str
    line: str
    formats: list[CitationFormat]


@dataclass(frozen=True)
class CitationFormat:
    """A citation in one format, line by line."""

    name: str
    lines: list[str]


@dataclass(frozen=True)
class ReportWays:
    """The ways in which a reader can report a mistake; those that there are not are empty."""

    form: str
    """The address of a form, filled in with the page; it takes an account."""
    mail: str
    """The address of a message to the editors, filled in with the page."""


@dataclass(frozen=True)
class Page:
    """What every page has: where it lives, its title and what search results say of it."""

    path: str
    title: str
    description: str
    kind_label: str = field(default="Overview", kw_only=True)
    """The kind of page in a word, shown on cards."""
    card_title: str = field(default="", kw_only=True)
    """What its social card says largest, where that is not its title; answers one a line."""
    card_text: str = field(default="", kw_only=True)
    """What its social card says beneath: what is asked, who it is; else its description."""
    card_foot: str = field(default="", kw_only=True)
    """The last line of its social card: the verdict, or a count."""
    has_tools: bool = field(default=False, kw_only=True)
    """Whether its tools stand beside its content, not at its foot."""
    has_edit_links: bool = field(default=True, kw_only=True)
    """Whether it leads to where its data can be edited, if there is a repository."""
    record: Article | Entity | Question | None = field(default=None, kw_only=True)
    """The article, entity or question that the page shows, if any."""
    former_anchors: dict[str, list[str]] = field(default_factory=dict, kw_only=True)
    """By the anchors of its places, those that they had before."""
    cited_as: str = field(default="", kw_only=True)
    """Its title in a citation, where that is not the one it carries."""
    citations: list[Citation] = field(default_factory=list, kw_only=True)
    """How to cite the page, and what it is about."""
    report: ReportWays | None = field(default=None, kw_only=True)
    """How to report a mistake on it, if there is any way."""
    linked: dict[str, Any] = field(default_factory=dict, kw_only=True)
    """Its linked data, as JSON-LD."""
