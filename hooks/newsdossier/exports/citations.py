"""How a page of the dossier, or an article, is cited: CSL-JSON, BibTeX and one line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from slugify import slugify

from newsdossier.analysis import wording
from newsdossier.analysis.collate import Collation
from newsdossier.analysis.values import is_uncertain
from newsdossier.model import Article, addresses

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "#$%&_"},
}


@dataclass(frozen=True)
class Work:
    """What is cited. What is not known of it is left out."""

    key: str
    kind: str
    """Its type in CSL."""
    title: str
    container: str | None
    issued: str
    """A date in EDTF."""
    is_inferred: bool
    language: str
    address: str = ""
    title_supplied: bool = False
    notes: list[str] = field(default_factory=list)

    @property
    def shown_title(self) -> str:
        """The title, in square brackets where the editor supplied it."""
        return f"[{self.title}]" if self.title_supplied else self.title

    @property
    def is_about(self) -> bool:
        """Whether its date is not certain."""
        return self.is_inferred or is_uncertain(self.issued)


def cite_page(collation: Collation, path: str, title: str, site: str) -> Work:
    """A page of the dossier, as of the last change of the data."""
    settings = collation.dossier.settings
    home = path == addresses.HOME
    return Work(
        key=slugify(f"{settings.title} {'' if home else addresses.site_path(path)}"),
        kind="webpage",
        title=title,
        container=None if home else settings.title,
        issued=settings.updated,
        is_inferred=False,
        language=settings.language,
        address=site + addresses.site_path(path) if site else "",
    )


def cite_article(collation: Collation, record: Article) -> Work:
    """An article, by what its record knows."""
    publisher = collation.dossier.entities[record.publisher].title if record.publisher else None
    return Work(
        key=record.id,
        kind="article-newspaper",
        title=record.title,
        container=publisher,
        issued=record.issued.date,
        is_inferred=record.issued.because is not None,
        language=record.language,
        title_supplied=record.title_supplied,
        notes=list_remarks(collation, record),
    )


def list_remarks(collation: Collation, record: Article) -> list[str]:
    """What is not known of an article, or inferred."""
    entities = collation.dossier.entities
    found = []
    if record.title_supplied:
        found.append("title supplied by the editor")
    if record.publisher is None:
        found.append("publisher not named in the text")
    if record.issued.because:
        found.append(f"date inferred: {wording.day(record.issued.date)}")
    for agency in record.agencies:
        title = entities[agency.entity].title
        inferred = " (inferred)" if agency.because else ""
        found.append(
            f"{agency.of}: {title}" if agency.of else f"carries material of {title}{inferred}"
        )
    if record.translated_from:
        language = wording.language(record.translated_from.language)
        found.append(f"translated from {language} (inferred)")
    return found


def as_csl(work: Work) -> dict[str, Any]:
    """A work in CSL-JSON, the input of citation processors."""
    given = {
        "id": work.key,
        "type": work.kind,
        "title": work.shown_title,
        "container-title": work.container,
        "issued": _csl_date(work),
        "URL": work.address,
        "language": work.language,
        "note": _note(work),
    }
    return {name: value for name, value in given.items() if value}


def _csl_date(work: Work) -> dict[str, Any]:
    parts = [_parts(end) for end in work.issued.split("/")]
    if not all(parts):
        return {"literal": wording.day(work.issued)}
    return {"date-parts": parts, **({"circa": True} if work.is_about else {})}


def _parts(edtf: str) -> list[int]:
    """Year, month and day, as far as they are given; none for what is no plain date."""
    match = _DATE.fullmatch(edtf.strip("?~%"))
    parts = [int(part) for part in match.groups() if part] if match else []
    return parts if len(parts) < 2 or parts[1] <= 12 else []


def _note(work: Work) -> str:
    text = "; ".join(work.notes)
    return text[:1].upper() + text[1:]


def as_bibtex(work: Work) -> str:
    """A work in BibTeX, a field a line."""
    first, *more = [_parts(end) for end in work.issued.split("/")]
    fields = {
        "title": f"{{{_tex(work.shown_title)}}}",
        "howpublished": _tex(work.container or ""),
        "year": str(first[0]) if first and all(end[:1] == first[:1] for end in more) else "",
        "month": _MONTHS[first[1] - 1] if len(first) > 1 and not more else "",
        "url": work.address.translate({ord("{"): "%7B", ord("}"): "%7D"}),
        "language": work.language,
        "note": _tex(_note(work)),
    }
    lines = [
        f"  {name} = {value if name == 'month' else f'{{{value}}}'},"
        for name, value in fields.items()
        if value
    ]
    return "\n".join([f"@misc{{{work.key},", *lines, "}"])


def _tex(text: str) -> str:
    """A text that is itself in BibTeX, whatever braces it has."""
    return "".join(_TEX.get(character, character) for character in text)


def as_line(work: Work) -> str:
    """A work in one line, to be pasted into a text."""
    when = wording.day(work.issued)
    if work.kind == "webpage":
        title = wording.quoted(work.title) if work.container else work.title
        parts = [title, work.container, f"updated {when}"]
        return f"{_listed(parts)}. {work.address}".strip()
    parts = [wording.quoted(work.shown_title), work.container or "publisher not named"]
    return _listed([*parts, f"{when} (inferred)" if work.is_inferred else when]) + "."


def _listed(parts: list[str | None]) -> str:
    return ", ".join(part for part in parts if part)
