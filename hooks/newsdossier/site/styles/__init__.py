"""The style sheets: one for each component, joined to the one that pages load."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent
STYLESHEET = "assets/dossier.css"

#: In the order in which they are read: of two rules as particular, the later one holds.
SHEETS = (
    *("tokens", "theme", "frame", "contents"),
    *("text", "plain-table", "folds", "verdict", "witnesses", "values"),
    *("facts", "article", "margin", "notes", "meter", "note-card", "reading-room"),
    *("home", "articles", "source-tree", "renderings", "answer-cards"),
    *("entity", "lanes", "entities", "timeline", "edit-links", "pictures"),
    *("compare", "row-folds", "filters", "rows-as-cards", "answers", "row-detail"),
    *("headlines", "number-line", "question", "pair"),
    *("survival", "copying"),
    *("tools", "foot", "data", "rules", "search", "print"),
)


def join_sheets() -> str:
    """Join the style sheets in their order."""
    return "\n".join((FOLDER / f"{name}.css").read_text(encoding="utf-8") for name in SHEETS)
