"""Prints a work in RIS, which every reference manager imports; on pages assets/tools.js does."""

from __future__ import annotations

from newsdossier.exports.citations import Work
from newsdossier.exports.csl import date_parts

_TYPES = {"webpage": "ELEC", "article-newspaper": "NEWS"}


def as_ris(work: Work) -> str:
    """Print a work as a record of RIS, one field a line.

    The year of a span is left out where its ends have different ones.
    """
    first, *more = [date_parts(end) for end in work.issued.split("/")]
    year = first[:1] if all(end[:1] == first[:1] for end in more) else []
    fields = {
        "TY": _TYPES[work.csl_type],
        "ID": work.key,
        "TI": work.shown_title,
        "T2": work.container or "",
        "PY": "".join(map(str, year)),
        "DA": "" if more else _print_date(first),
        "LA": work.language,
        "UR": work.address,
        "N1": work.note,
    }
    lines = [f"{tag}  - {' '.join(text.split())}" for tag, text in fields.items() if text]
    return "\n".join([*lines, "ER  - "])


def _print_date(parts: list[int]) -> str:
    """A date as RIS has it: year, month, day and a season, each with a slash behind it."""
    if not parts:
        return ""
    year, month, day = [*(f"{part:02}" for part in parts), "", ""][:3]
    return f"{year}/{month}/{day}/"
