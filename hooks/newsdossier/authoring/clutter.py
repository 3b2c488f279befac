"""Recognises what a page puts around an article: menus, adverts, captions and the like.

The signs are those of pages in English, and marks that pages in any language use.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsdossier.authoring.units import Unit


@dataclass(frozen=True)
class Sign:
    """A pattern that shows that a line is no part of the article, and the reason to exclude it."""

    reason: str
    pattern: re.Pattern[str]
    ends_article: bool = False
    """Whether the article ends where it is found."""
    is_in_prose: bool = False
    """Whether running text may show it too."""


def _sign(reason: str, pattern: str, ends_article: bool = False, is_in_prose: bool = False) -> Sign:
    return Sign(reason, re.compile(pattern, re.IGNORECASE), ends_article, is_in_prose)


_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = rf"(\d{{1,2}}\.? {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}},? \d{{4}}|\d{{4}}-\d\d-\d\d)"
_CREDITED = r"(AP|AFP|dpa|EFE|EPA|Getty( Images)?|Reuters|TT)"
_PICTURE = "caption or credit of a picture"

SIGNS = (
    _sign("comment form", r"^(leave|post|add|write) a (comment|reply)|^\d+ comments?\b", True),
    _sign("comment form", r"\blog in to (reply|comment)|\bakismet\b", True, is_in_prose=True),
    _sign("copyright line", r"©|^\(c\) |\bcopyright\b|all rights reserved", True),
    _sign("imprint", r"^(first )?published in\b", True),
    _sign(
        "links to other stories", r"^(related|recommended|most (read|popular)|you may also)\b", True
    ),
    _sign(
        "links to other stories", r"^(read|see) (also|more|next)\b|^also read\b|^more (on|from)\b"
    ),
    _sign("page tools", r"^(share|print|e-?mail|save|tweet|follow us|sign up|back to top)\b"),
    _sign("advert", r"^(advert|sponsored|promoted)|\bnewsletter\b|\bunlimited\b.*\baccess\b"),
    _sign("advert", r"^(buy|subscribe|donate|contribute|support) |\b(merchandise|magazine)\b"),
    _sign(_PICTURE, rf"\bphotos?( by)?:|[—–] ?{_CREDITED}\W*$", is_in_prose=True),
    _sign(_PICTURE, r"^(photo|picture|image|video|credit)\b ?[:|]", is_in_prose=True),
    _sign("date line", rf"^(published|updated|posted|last (updated|modified))\b|^{_DAY}"),
    _sign("byline", r"^by [^.!?]+$"),
    _sign("navigation", r"^(home|menu|skip to)\b|\S\s+[»›>|•·]\s+\S|^\S+ – \S+ – \S+$"),
    _sign("a figure alone", r"^\W*\d+\W*$"),
)
BOX_HEADING = re.compile(
    r"^(facts?( box)?|fact file|in (short|brief)|background|at a glance)\W*$", re.I
)
BOX_SOURCE = re.compile(r"^sources?\b ?:", re.IGNORECASE)
OTHER = "other stories and whatever else stands under the article"


def find_sign(unit: Unit) -> Sign | None:
    """Find the first sign that a unit shows; long units show signs of prose only."""
    could_be_clutter = unit.words < 8 or (not unit.is_paragraph and unit.words <= 20)
    for sign in SIGNS:
        if (sign.is_in_prose or could_be_clutter) and sign.pattern.search(unit.text):
            return sign
    return None
