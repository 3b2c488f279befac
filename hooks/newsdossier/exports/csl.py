"""Prints a work in CSL-JSON, the input of citation processors."""

from __future__ import annotations

import re
from typing import Any

from newsdossier.analysis import wording
from newsdossier.exports.citations import Work

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def as_csl(work: Work) -> dict[str, Any]:
    """Print a work as an item of CSL-JSON; what is not known is left out."""
    item = {
        "id": work.key,
        "type": work.csl_type,
        "title": work.shown_title,
        "container-title": work.container,
        "issued": _date_variable(work),
        "URL": work.address,
        "language": work.language,
        "note": work.note,
    }
    return {name: value for name, value in item.items() if value}


def _date_variable(work: Work) -> dict[str, Any]:
    """A date variable of CSL: date parts, or a literal where the date has no such parts."""
    parts = [date_parts(end) for end in work.issued.split("/")]
    if not all(parts):
        return {"literal": wording.day(work.issued)}
    return {"date-parts": parts, **({"circa": True} if work.is_approximate else {})}


def date_parts(edtf: str) -> list[int]:
    """Split a date into year, month and day as far as given; none for what is no plain date."""
    match = _DATE.fullmatch(edtf.strip("?~%"))
    parts = [int(part) for part in match.groups() if part] if match else []
    return parts if len(parts) < 2 or parts[1] <= 12 else []
