"""Pages hold nothing but elements of ours, and the list of these takes nothing from honest ones."""

import shutil
from pathlib import Path

import pytest

from newsdossier.cli import main
from newsdossier.site.build import publish
from newsdossier.site.sanitise import sanitise
from tests.support.building import ROOT, run_build
from tests.support.ferry import FERRY
from tests.support.rendered import canonical, converted

#: What no page of ours has, and what is told of it.
FOREIGN = [
    ("<script>x()</script>", ["<script>"]),
    ('<script type="module">x()</script>', ["<script>", '<script type="module">']),
    ("<img src=x>", ["<img>", '<img src="x">']),
    ('<a href="javascript:x()">y</a>', ['<a href="javascript:x()">']),
    ('<a href="data:text/html,y">y</a>', ['<a href="data:text/html,y">']),
    ('<p onclick="x()">y</p>', ['<p onclick="x()">']),
    ('<p style="color:red">y</p>', ['<p style="color:red">']),
    ("<p>y<!-- z --></p>", ["<!-- z -->"]),
    ("<svg><style>y</style></svg>", ["<style>"]),
    ("<iframe></iframe>", ["<iframe>"]),
    ("<base href=//x>", ["<base>", '<base href="//x">']),
]


def test_honest_pages_stay_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tree of every page is the same before and after, and nothing is taken out."""
    monkeypatch.delenv("DOSSIER_ORIGINALS", raising=False)
    pages = publish(FERRY).pages
    assert pages
    for path, page in pages.items():
        before = converted(page)
        after, taken = sanitise(before)
        assert taken == [], path
        assert canonical(after) == canonical(before), path


@pytest.mark.parametrize(("html", "told"), FOREIGN, ids=[html for html, _ in FOREIGN])
def test_what_is_foreign_is_taken_out_and_told(html: str, told: list[str]) -> None:
    """Elements, attributes and addresses that are not on the list go, and each is named."""
    clean, taken = sanitise(f"<p>before</p>{html}")
    assert taken == told
    assert clean.startswith("<p>before</p>")
    assert sanitise(clean)[1] == []


def test_linked_data_cannot_carry_markup() -> None:
    """A script of linked data in which markup stands is none."""
    linked = '<script type="application/ld+json">{"a": "b"}</script>'
    assert sanitise(linked) == (linked, [])
    assert "<script>" in sanitise(linked.replace("b", "<b>"))[1]


def test_a_build_refuses_a_page_that_holds_more(tmp_path: Path) -> None:
    """Where a template lets something through the build fails, naming page and element."""
    hooks = shutil.copytree(ROOT / "hooks", tmp_path / "hooks")
    template = hooks / "newsdossier" / "site" / "templates" / "timeline.md.j2"
    template.write_text(template.read_text() + '\n<img src="x" onerror="y()">\n')
    folder = tmp_path / "kell"
    assert main(["init", str(folder)]) == 0
    own = {"PYTHONPATH": str(hooks)}
    built = run_build(tmp_path / "site", folder / "mkdocs.yml", folder, own)
    assert built.returncode == 1
    assert 'timeline.md: <img onerror="y()"> has no place in a page' in built.stdout
    assert "Traceback" not in built.stdout
