"""Find the known word that a mistyped one is likely to be."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """A hint at the nearest known word, to put behind a message; empty where none is near."""
    near = nearest_word(wrong, known)
    return f': did you mean "{near}"?' if near else ""


def nearest_word(wrong: str, known: Iterable[str]) -> str | None:
    """The known word that a mistyped one is likely to be.

    One slip in three letters is near, two letters that changed places being one slip (optimal
    string alignment); so is a word that shares most letters in their order. A figure has none:
    any other would be as near.
    """
    if wrong.isdigit() or len(wrong) < 2:
        return None
    # Only a mistake needs these, and a check without one is to start soon.
    from rapidfuzz import fuzz
    from rapidfuzz.distance import OSA

    allowed = max(1, len(wrong) // 3)
    ranked = sorted(
        (OSA.distance(wrong, word), -fuzz.ratio(wrong, word), word) for word in set(known)
    )
    return next((word for slips, like, word in ranked if slips <= allowed or -like >= 70), None)
