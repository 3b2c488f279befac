"""Text and note calls, as pages show them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """Text that may be a link: to a page of the site, or to an address on the web."""

    text: str
    target: str | None = None
    address: str | None = None
    emphasis: str = ""
    """The marks of Markdown that emphasise it."""
    hint: str | None = None
    inferred: str = ""
    """What the editor infers, shown in brackets behind the text; a link is on it alone."""
    reason: str = ""
    """The ground of the inference."""

    @property
    def plain(self) -> str:
        """The text in one line without links, the inferred part in square brackets."""
        inferred = f"[{self.inferred}]" if self.inferred else ""
        return " ".join(part for part in (self.text, inferred) if part)

    @property
    def is_strong(self) -> bool:
        """Whether it is set in bold."""
        return "**" in self.emphasis or "__" in self.emphasis

    @property
    def is_emphasised(self) -> bool:
        """Whether it is set in italics."""
        return self.emphasis in ("*", "_")


@dataclass(frozen=True)
class NoteMark:
    """Where a note is called."""

    note: str
