"""The registry of pages: a page is a module and a template, and nothing else has to know of it."""

from inspect import getfile
from pathlib import Path

import pytest

import newsdossier.site
from newsdossier.site import pages
from newsdossier.site.pages.registry import list_page_kinds
from newsdossier.site.parts.page import Page

PAGES = Path(pages.__file__).parent
TEMPLATES = Path(newsdossier.site.__file__).parent / "templates"

MODULE = '''
"""A page that somebody adds."""

from dataclasses import dataclass

from newsdossier.site.pages.registry import PageKind
from newsdossier.site.parts.page import Page


@dataclass(frozen=True)
class GlossaryPage(Page):
    """The page."""


KIND = PageKind(
    view=GlossaryPage,
    build=lambda _: [GlossaryPage("glossary.md", "Glossary", "Words.")],
    template="glossary",
)
'''


def test_every_view_of_a_page_is_registered_once() -> None:
    """A view without a kind would never be built, one with two would be ambiguous."""
    registered = [kind.view for kind in list_page_kinds()]
    views = [view for view in Page.__subclasses__() if Path(getfile(view)).parent == PAGES]
    assert sorted(map(repr, registered)) == sorted(map(repr, views))


def test_every_page_template_belongs_to_a_kind() -> None:
    """No template is left over, and none is missing; problems are shown without a view."""
    templates = {path.name.removesuffix(".md.j2") for path in TEMPLATES.glob("*.md.j2")}
    assert templates == {"problems", *(kind.template for kind in list_page_kinds())}


def test_a_page_is_added_by_a_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new module of the package adds its kind, behind those that have a position."""
    (tmp_path / "glossary.py").write_text(MODULE, encoding="utf-8")
    monkeypatch.setattr(pages, "__path__", [*pages.__path__, str(tmp_path)])
    kinds = list_page_kinds.__wrapped__()
    assert kinds[-1].template in {"glossary", "reading_room"}
    assert [kind.view.__name__ for kind in kinds if kind.template == "glossary"] == ["GlossaryPage"]
