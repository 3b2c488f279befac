"""Prints a work in BibTeX."""

from __future__ import annotations

from newsdossier.exports.citations import Work
from newsdossier.exports.csl import date_parts

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "#$%&_"},
}


def as_bibtex(work: Work) -> str:
    """Print a work as an entry of BibTeX, one field a line."""
    first, *more = [date_parts(end) for end in work.issued.split("/")]
    fields = {
        "title": f"{{{_escape(work.shown_title)}}}",
        "howpublished": _escape(work.container or ""),
        "year": str(first[0]) if first and all(end[:1] == first[:1] for end in more) else "",
        "month": _MONTHS[first[1] - 1] if len(first) > 1 and not more else "",
        "url": work.address.translate({ord("{"): "%7B", ord("}"): "%7D"}),
        "language": work.language,
        "note": _escape(work.note),
    }
    lines = [
        f"  {name} = {value if name == 'month' else f'{{{value}}}'},"
        for name, value in fields.items()
        if value
    ]
    return "\n".join([f"@misc{{{work.key},", *lines, "}"])


def _escape(text: str) -> str:
    """Escape what BibTeX and TeX would read as markup."""
    return "".join(_ESCAPES.get(character, character) for character in text)
