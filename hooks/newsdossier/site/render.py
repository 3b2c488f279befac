"""Render views as Markdown pages, with a Jinja template for each kind and all text escaped."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from html import escape
from typing import Any
from urllib.parse import quote

import yaml
from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from newsdossier.analysis.wording import plural
from newsdossier.model import addresses
from newsdossier.problems.problem import Place, Problem
from newsdossier.site.pages.registry import get_kind
from newsdossier.site.parts.page import Page
from newsdossier.site.repository import Repository
from newsdossier.text.characters import escape_invisible
from newsdossier.text.templates import build_environment

_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")


def typeset(text: str) -> str:
    """Text with curly apostrophes alone, whichever its record has."""
    return text.replace("'", "’")


def escape_text(text: str) -> Markup:
    """Escape plain text so that it reads the same in Markdown, in HTML and in an attribute.

    Every ASCII punctuation mark is written as a numeric character reference, and each run of white
    space as one space, so that no text can start a block, a link, a tag or an attribute.
    """
    flat = re.sub(r"\s+", " ", typeset(text))
    return Markup(_PUNCTUATION.sub(lambda match: f"&#{ord(match.group())};", flat))


def escape_code(text: str) -> Markup:
    """Escape text for the inside of `pre`: spaces are kept, line breaks become references."""
    return Markup(re.sub(r"[!-/:-@\[-`{-~\n]", lambda match: f"&#{ord(match.group())};", text))


def _check_id(name: str) -> Markup:
    """An id, which is no text to escape; raises ValueError for anything else."""
    if not re.fullmatch(r"[a-z0-9-]+", name):
        raise ValueError(f"{name!r} is no id")
    return Markup(name)


def _make_slug(name: str) -> Markup:
    """A name as part of a class: its words joined by hyphens."""
    return _check_id(name.replace(" ", "-"))


def _escape_output(value: Any) -> Any:
    return escape_text(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@pass_context
def _link_markdown(context: Context, target: str) -> Markup:
    return Markup(addresses.markdown_link(target, context["page"].path))


@pass_context
def _link_html(context: Context, target: str) -> Markup:
    return Markup(escape(addresses.html_link(target, context["page"].path, context["folders"])))


@pass_context
def _link_line(context: Context, place: Place) -> Markup:
    """The address of a line in the repository."""
    return Markup(escape(context["repository"].line_address(place)))


@pass_context
def _link_report(context: Context, name: str, target: str) -> Markup:
    """The address of the form for a mistake in what has this name, shown at the target."""
    site = context["site"]
    page = addresses.LinkBase(context["page"].path, site).resolve(target) if site else ""
    return Markup(escape(context["repository"].report_address(name, page)))


def _quote_address(address: str) -> Markup:
    """An address on the web, safe between the brackets of a Markdown link."""
    return Markup(quote(address, safe=":/?#@!$&+,;=%~-._"))


#: What could end a script, or a line in an older reader of JavaScript.
_SCRIPT_ENDS = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}


def _print_json(value: Any) -> Markup:
    """JSON for the inside of a script element: nothing in it can end that."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_SCRIPT_ENDS))


@cache
def build_site_environment(
    folders: bool = True, site: str = "", repository: Repository | None = None
) -> Environment:
    """The environment for the templates of pages, with all output escaped.

    `folders` tells what links lead to: folders that a web server shows, or files. With a repository
    pages lead to the lines they are made from; `site` is then the address that reports name.
    """
    env = build_environment("newsdossier.site", finalize=_escape_output)
    env.filters |= {"md": _link_markdown, "href": _link_html, "address": _quote_address}
    env.filters |= {"id": _check_id, "slug": _make_slug, "json": _print_json}
    env.filters |= {"code": escape_code, "line": _link_line, "report": _link_report}
    env.globals |= {"folders": folders, "addresses": addresses}
    env.globals |= {"site": site, "repository": repository}
    return env


def render(page: Page, env: Environment) -> str:
    """The Markdown of a page, front matter included."""
    kind = get_kind(page)
    told = {"title": page.title, "description": page.description, "cited_as": page.cited_as}
    front = yaml.safe_dump(
        {key: escape(typeset(text)) for key, text in told.items()}
        | {"card": addresses.social_card(page.path)}
        | kind.front_matter,
        allow_unicode=True,
        sort_keys=False,
        width=10_000,
    )
    body = env.get_template(f"{kind.template}.md.j2").render(page=page)
    foot = render_foot(page, env) if page.citations else ""
    return f"---\n{front}---\n\n{body}\n{foot}"


def render_foot(page: Page, env: Environment) -> str:
    """The foot of a page, as HTML."""
    return env.get_template("cite.j2").render(page=page)


def render_problems(problems: list[Problem], env: Environment) -> str:
    """The page that a preview shows instead of the site while there are problems."""
    shown = [replace(problem, message=escape_invisible(problem.message)) for problem in problems]
    return env.get_template("problems.md.j2").render(
        problems=shown, count=plural(len(shown), "problem")
    )
