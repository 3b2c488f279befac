"""The foot of every page: how to cite it, how to report a mistake, and what machines read of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from newsdossier.analysis.collation import Collation
from newsdossier.exports import Download, linked_data
from newsdossier.exports.bibtex import as_bibtex
from newsdossier.exports.citations import Work, cite_article, cite_page
from newsdossier.exports.csl import as_csl
from newsdossier.exports.plain_citation import as_line
from newsdossier.model import Article, Entity, Question, Settings, addresses
from newsdossier.site.former import former_anchors_of
from newsdossier.site.pages.registry import PageSource
from newsdossier.site.parts.page import Citation, CitationFormat, Page
from newsdossier.site.reporting import list_report_ways
from newsdossier.site.repository import Repository


def add_foot(
    source: PageSource,
    page: Page,
    site: str = "",
    folders: bool = True,
    repository: Repository | None = None,
) -> Page:
    """A page with its foot; `site` and `folders` are those of `addresses.LinkBase`."""
    collation = source.collation
    base = addresses.LinkBase(page.path, site, folders)
    page = _add_citation(page, collation.dossier.settings, site, repository)
    itself = [_cite_itself(collation, page.record)] if isinstance(page.record, Article) else []
    return replace(
        page,
        former_anchors=former_anchors_of(collation.dossier).get(page.path, {}),
        citations=[*page.citations, *itself],
        linked=linked_data.as_document(_describe_page(collation, page, base, source.files)),
    )


def build_guide(
    path: str, title: str, settings: Settings, site: str, repository: Repository | None
) -> Page:
    """A page written by hand, for its foot alone: machines read nothing there."""
    return _add_citation(Page(path, title, ""), settings, site, repository)


def _add_citation(page: Page, settings: Settings, site: str, repository: Repository | None) -> Page:
    """A page with how to cite it and how to report a mistake on it."""
    title = _title_in_citations(page)
    address = site + addresses.site_path(page.path) if site else ""
    return replace(
        page,
        cited_as=title,
        citations=[_build_citation("This page", cite_page(settings, page.path, title, site))],
        report=list_report_ways(repository, settings.contact, _name_page(page), address),
    )


def _title_in_citations(page: Page) -> str:
    """The title by which a page is cited; an article's page is not the article itself."""
    if isinstance(page.record, Article):
        return f"{page.title} ({page.record.label}), annotated"
    return page.title


def _cite_itself(collation: Collation, record: Article) -> Citation:
    return _build_citation("The article itself", cite_article(collation, record))


def _build_citation(of: str, work: Work) -> Citation:
    return Citation(
        of,
        as_line(work),
        [
            CitationFormat("BibTeX", as_bibtex(work).splitlines()),
            CitationFormat("CSL-JSON", list(_print_lines(as_csl(work)))),
        ],
    )


def _name_page(page: Page) -> str:
    """The name of a page in a report of a mistake: that of its record, else its title."""
    match page.record:
        case Article() as record:
            return f"article {record.id}"
        case Entity() as record:
            return f"entity {record.id}"
        case Question() as record:
            return f"question {record.id}"
        case _:
            return page.title


def _print_lines(record: dict[str, Any]) -> Iterator[str]:
    """A list of one record as JSON, a field a line."""
    *fields, last = [
        f"  {_print_json(name)}: {_print_json(value)}" for name, value in record.items()
    ]
    yield from ["[{", *(f"{field}," for field in fields), last, "}]"]


def _print_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _describe_page(
    collation: Collation, page: Page, base: addresses.LinkBase, files: Sequence[Download]
) -> list[linked_data.Node]:
    match page.path, page.record:
        case addresses.HOME, _:
            main = None
            about = [linked_data.website_node(collation, base)]
        case addresses.DATA, _:
            main = linked_data.DATASET
            about = [linked_data.dataset_node(collation, files, base)]
        case _, Article() as record:
            main = linked_data.article_target(record)
            about = list(linked_data.article_nodes(collation, record, base))
        case _, Entity() as record:
            main = linked_data.entity_target(record)
            about = [linked_data.entity_node(collation, record, base)]
        case _:
            main, about = None, []
    return [linked_data.page_node(collation, base, page.title, page.description, main), *about]
