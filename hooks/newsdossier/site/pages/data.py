"""The data page: every file to download, every field, every lasting address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.exports import Download, Field
from newsdossier.model import addresses
from newsdossier.site.pages.registry import PageKind, PageSource
from newsdossier.site.parts.page import Page
from newsdossier.site.parts.text import Text


@dataclass(frozen=True)
class FileView:
    """A file: the link to it, its format and size."""

    file: Text
    format: str
    size: str
    sha256: str


@dataclass(frozen=True)
class DownloadView:
    """The same content in files of several formats, and its fields."""

    title: str
    description: str
    files: list[FileView]
    fields: list[Field]
    count: str


@dataclass(frozen=True)
class AddressView:
    """Something with a lasting address: the pattern of the address, and an example."""

    thing: str
    pattern: str
    example: Text


@dataclass(frozen=True)
class DataPage(Page):
    """Every file to download, and the addresses that last."""

    downloads: list[DownloadView]
    addresses: list[AddressView]
    licence: Text | None


def build_pages(source: PageSource) -> Iterator[DataPage]:
    """The data page."""
    collation = source.collation
    licence = collation.dossier.settings.licence
    yield DataPage(
        path=addresses.DATA,
        title="Data",
        description="Everything in this dossier, to download, with a description of every field.",
        downloads=[
            _build_download(list(same))
            for _, same in groupby(source.files, key=lambda file: file.title)
        ],
        addresses=list(_list_addresses(collation)),
        licence=Text(licence.title, address=licence.address) if licence else None,
    )


def _build_download(files: list[Download]) -> DownloadView:
    first = files[0]
    return DownloadView(
        title=first.title,
        description=first.description,
        files=[
            FileView(
                Text(file.name, addresses.download_file(file.name)),
                file.format,
                wording.size(len(file.content)),
                file.sha256,
            )
            for file in files
        ],
        fields=first.fields,
        count=wording.plural(len(first.fields), "field"),
    )


def _list_addresses(collation: Collation) -> Iterator[AddressView]:
    """List an example of each kind of address that the dossier has."""
    article = next((one for one in collation.articles if one.statements), None)
    row = next((one for one in collation.rows.values() if one.answers), None)
    entity = next(iter(collation.dossier.entities.values()), None)
    if article:
        statement = article.statements[0]
        yield _build_address("an article", "articles/ARTICLE/", addresses.article_page(article.id))
        yield _build_address(
            "a paragraph (p1, p2 …), a sub-head (s1 …), a paragraph of a box (f1 …)",
            "articles/ARTICLE/#pN",
            addresses.article_block(article.id, collation.renditions[article.id].blocks[0].label),
        )
        yield _build_address(
            "a statement, at its note",
            "articles/ARTICLE/#fn:STATEMENT",
            addresses.statement_note(article.id, statement.id),
        )
    if row:
        sourced = row.answers[0]
        yield _build_address(
            "a question", "comparison/QUESTION/", addresses.question_page(row.question.id)
        )
        yield _build_address(
            "what an article gives to a question",
            "comparison/QUESTION/#QUESTION--ARTICLE",
            addresses.question_answer(row.question.id, sourced.article.id),
        )
        yield _build_address(
            "the row of a question in the whole comparison",
            "comparison/#row-QUESTION",
            addresses.comparison_row(row.question.id),
        )
    if entity:
        yield _build_address("an entity", "entities/KIND/ENTITY/", addresses.entity_page(entity))
    for name in list(collation.dossier.origins)[:1]:
        yield _build_address("a dispatch", "sources/#origin-ORIGIN", addresses.origin_section(name))


def _build_address(thing: str, pattern: str, target: str) -> AddressView:
    return AddressView(thing, pattern, Text(addresses.site_path(target), target))


KIND = PageKind(
    view=DataPage,
    build=build_pages,
    template="data",
    position=120,
)
