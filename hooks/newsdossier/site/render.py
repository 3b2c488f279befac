"""Write views as Markdown pages: one Jinja template a kind of page, all text escaped."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from newsdossier.model import addresses
from newsdossier.problems.problem import Place, Problem
from newsdossier.site.pages import Page
from newsdossier.site.pages.articles import ArticlePage, ArticlesPage
from newsdossier.site.pages.comparison import ComparisonPage, QuestionPage
from newsdossier.site.pages.coverage import CoveragePage
from newsdossier.site.pages.data import DataPage
from newsdossier.site.pages.entities import EntitiesPage, EntityPage
from newsdossier.site.pages.overview import HomePage, SourcesPage, TimelinePage
from newsdossier.site.pages.pairs import PairPage
from newsdossier.site.pages.printable import PrintablePage
from newsdossier.site.pages.reading_room import ReadingRoomPage
from newsdossier.site.pages.rules import RulesPage
from newsdossier.site.repository import Repository
from newsdossier.text.visible import visible

TEMPLATES = Path(__file__).parent / "templates"

#: The template of each kind of page, and what its front matter says beside title and description.
KINDS: dict[type[Page], tuple[str, dict[str, Any]]] = {
    HomePage: ("home", {"hide": ["navigation", "toc"]}),
    ArticlesPage: ("articles", {"hide": ["navigation", "toc"]}),
    ArticlePage: ("article", {"hide": ["navigation"]}),
    EntitiesPage: ("entities", {"hide": ["navigation"]}),
    EntityPage: ("entity", {"hide": ["navigation"]}),
    ComparisonPage: ("comparison", {"hide": ["navigation", "toc"]}),
    QuestionPage: ("question", {"hide": ["navigation", "toc"]}),
    # What a pair shows stands on other pages too; the search leads to those.
    PairPage: ("pair", {"hide": ["navigation", "toc"], "search": {"exclude": True}}),
    CoveragePage: ("coverage", {"hide": ["navigation"]}),
    SourcesPage: ("sources", {"hide": ["navigation"]}),
    TimelinePage: ("timeline", {"hide": ["navigation"]}),
    DataPage: ("data", {"hide": ["navigation"]}),
    RulesPage: ("rules", {"hide": ["navigation"]}),
    PrintablePage: ("printable", {"hide": ["navigation", "toc"], "search": {"exclude": True}}),
    ReadingRoomPage: ("reading_room", {"hide": ["navigation", "toc"], "search": {"exclude": True}}),
}

_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")


def escaped(text: str) -> Markup:
    """Plain text that is itself in Markdown, in HTML and in an attribute alike.

    Every ASCII punctuation mark is written as a numeric character reference, and each run of white
    space as one space, so that no text can start a block, a link, a tag or an attribute.
    """
    flat = re.sub(r"\s+", " ", text)
    return Markup(_PUNCTUATION.sub(lambda match: f"&#{ord(match.group())};", flat))


def code(text: str) -> Markup:
    """Text for the inside of `pre`: escaped, its spaces and lines kept, and itself in one line."""
    return Markup(re.sub(r"[!-/:-@\[-`{-~\n]", lambda match: f"&#{ord(match.group())};", text))


def _id(name: str) -> Markup:
    """An id, which is no text to escape; raises ValueError for anything else."""
    if not re.fullmatch(r"[a-z0-9-]+", name):
        raise ValueError(f"{name!r} is no id")
    return Markup(name)


def _output(value: Any) -> Any:
    return escaped(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@pass_context
def _markdown(context: Context, target: str) -> Markup:
    return Markup(addresses.markdown_link(target, context["page"].path))


@pass_context
def _href(context: Context, target: str) -> Markup:
    return Markup(escape(addresses.html_link(target, context["page"].path, context["folders"])))


@pass_context
def _line(context: Context, place: Place) -> Markup:
    """The address of a line in the repository."""
    return Markup(escape(context["repository"].line(place)))


@pass_context
def _report(context: Context, name: str, target: str) -> Markup:
    """The address of the form for a mistake in what has this name, and is shown at the target."""
    site = context["site"]
    page = addresses.LinkBase(context["page"].path, site).resolve(target) if site else ""
    return Markup(escape(context["repository"].report(name, page)))


def _address(address: str) -> Markup:
    """An address on the web, safe between the brackets of a Markdown link."""
    return Markup(quote(address, safe=":/?#@!$&+,;=%~-._"))


#: What could end a script, or a line in an older reader of JavaScript.
_ENDING = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}


def _json(value: Any) -> Markup:
    """JSON for the inside of a script element: nothing in it can end that."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_ENDING))


@cache
def environment(
    folders: bool = True, site: str = "", repository: Repository | None = None
) -> Environment:
    """The templates, undefined names being errors and all output escaped.

    `folders` tells what links lead to: folders that a web server shows, or files. With a repository
    pages lead to the lines they are made from; `site` is then the address that reports name.
    """
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_output,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters |= {"md": _markdown, "href": _href, "address": _address, "id": _id, "json": _json}
    env.filters |= {"code": code, "line": _line, "report": _report}
    env.globals |= {"folders": folders, "addresses": addresses}
    env.globals |= {"site": site, "repository": repository}
    return env


def render(page: Page, env: Environment) -> str:
    """The Markdown of a page, front matter included."""
    template, extra = KINDS[type(page)]
    boost = {"search": {"boost": page.boost}} if page.boost != 1 else {}
    told = {"title": page.title, "description": page.description}
    front = yaml.safe_dump(
        {key: escape(text) for key, text in told.items()}
        | {"tags": [page.kind_label], "card": addresses.social_card(page.path), **boost}
        | extra,
        allow_unicode=True,
        sort_keys=False,
        width=10_000,
    )
    body = env.get_template(f"{template}.md.j2").render(page=page)
    foot = env.get_template("cite.j2").render(page=page) if page.citations else ""
    return f"---\n{front}---\n\n{body}\n{foot}"


def render_problems(problems: list[Problem], env: Environment) -> str:
    """The page that a preview shows instead of the site while there are problems."""
    shown = [replace(problem, message=visible(problem.message)) for problem in problems]
    return env.get_template("problems.md.j2").render(problems=shown)
