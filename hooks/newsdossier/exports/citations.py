"""The works that can be cited: the articles, the pages of the site, and its statements."""

from __future__ import annotations

from dataclasses import dataclass, field

from slugify import slugify

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.dates import is_uncertain
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.model import Article, Settings, addresses


@dataclass(frozen=True)
class Work:
    """A work to cite; what is not known of it is empty."""

    key: str
    csl_type: str
    """Its type in CSL, such as webpage."""
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
    def is_approximate(self) -> bool:
        """Whether its date is inferred or uncertain."""
        return self.is_inferred or is_uncertain(self.issued)

    @property
    def note(self) -> str:
        """The notes as one sentence."""
        text = "; ".join(self.notes)
        return text[:1].upper() + text[1:]


def cite_page(settings: Settings, path: str, title: str, site: str) -> Work:
    """Cite a page of the site, as of the last change of the data."""
    home = path == addresses.HOME
    return Work(
        key=slugify(f"{settings.title} {'' if home else addresses.site_path(path)}"),
        csl_type="webpage",
        title=title,
        container=None if home else settings.title,
        issued=settings.updated,
        is_inferred=False,
        language=settings.language,
        address=site + addresses.site_path(path) if site else "",
    )


def cite_statement(collation: Collation, sourced: SourcedStatement, site: str) -> Work:
    """Cite a statement as the site retells it, by its id and its permanent address."""
    settings, article = collation.dossier.settings, sourced.article
    day = wording.day(article.issued.date)
    target = addresses.statement_note(article.id, sourced.statement.id)
    return Work(
        key=slugify(sourced.reference),
        csl_type="webpage",
        title=sourced.statement.says.rstrip("."),
        container=settings.title,
        issued=settings.updated,
        is_inferred=False,
        language=settings.language,
        address=site + addresses.site_path(target) if site else "",
        notes=[
            f"as told by {article.label}, “{article.shown_title}”, {day}",
            f"statement {sourced.reference}",
        ],
    )


def cite_article(collation: Collation, record: Article) -> Work:
    """Cite an article by what its record knows."""
    publisher = collation.dossier.entities[record.publisher].title if record.publisher else None
    return Work(
        key=record.id,
        csl_type="article-newspaper",
        title=record.title,
        container=publisher,
        issued=record.issued.date,
        is_inferred=record.issued.because is not None,
        language=record.language,
        title_supplied=record.title_supplied,
        notes=list_remarks(collation, record),
    )


def list_remarks(collation: Collation, record: Article) -> list[str]:
    """List what is inferred or not known of an article."""
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
