"""Whatever a dossier holds, it is checked with problems that have a place, or it renders whole.

The dossiers are those that hypothesis invents, the same ones in every run. `make test-long` tries
many more of them than `make test`.
"""

import os
import posixpath
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml.html import HtmlElement

from newsdossier.checks import catalogue, examination
from newsdossier.dossier.load import load
from newsdossier.problems.problem import Problem
from newsdossier.site import build
from tests.support.building import ROOT
from tests.support.built_pages import dead_links, double_ids, loose_notes, read_pages
from tests.support.inventing import HERE, Files, sound_dossiers
from tests.support.judging import Shelf, judge, signed, together
from tests.support.mutating import WHOLE, mutated, nearly_sound_dossiers
from tests.support.rendered import body

QUIET = settings(
    derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck)
)

#: Pages written by hand, to which others lead.
DOCS = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.*")}

#: How many dossiers go through the check: ferries gone wrong, and invented ones.
FERRIES, NEARLY = 120, 25

#: How many are rendered page by page, and how many together are built as one site.
SHOWN, BUILT = 4, 6

#: Where the site that is built is to live.
ADDRESS = "https://dossier.example/"

#: How many times as many the long run tries.
LONG = 70


@pytest.fixture(autouse=True)
def without_originals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Invented dossiers go back to no originals."""
    monkeypatch.delenv("DOSSIER_ORIGINALS", raising=False)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """Where one dossier after the other is written."""
    return Shelf(tmp_path_factory.mktemp("invented"))


#: The rules that a problem may name.
KNOWN = {rule.name for rule in catalogue.list_rules()}


def misplaced(problem: Problem, files: Files) -> str | None:
    """What is wrong with a problem as such: its file, its line, its column, its rule, its words."""
    path = problem.place.path.removeprefix("dossier/")
    missing = problem.rule == "file-missing"
    lines = files.get(path, "").split("\n")
    line, column = problem.place.line, problem.place.column
    if path not in files and not missing:
        return f"no such file: {problem}"
    if not (1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1):
        return f"no such place: {problem}"
    if problem.rule not in KNOWN:
        return f"no such rule: {problem}"
    return None if problem.message.strip() else f"no words: {problem}"


def check_examined(files: Files, shelf: Shelf) -> bool:
    """Whether nothing is found; what is found has a place and a rule."""
    _, problems = examination.examine(shelf.put(files))
    assert [wrong for problem in problems if (wrong := misplaced(problem, files))] == []
    return not problems


def judged(files: Files, shelf: Shelf, pick: int) -> Files:
    """A dossier with verdicts that fit, which keeps every rule."""
    dossier, problems = load(shelf.put(files))
    assert dossier
    assert problems == []
    return judge(files, dossier, pick)


@pytest.mark.parametrize("times", [1, pytest.param(LONG, marks=pytest.mark.long)])
def test_a_ferry_with_things_gone_wrong_has_problems_with_places(times: int, shelf: Shelf) -> None:
    """Lines lost, doubled, swapped or nasty: the check raises nothing and knows where."""

    @settings(QUIET, max_examples=FERRIES * times)
    @given(files=mutated(WHOLE))
    def examine(files: Files) -> None:
        check_examined(WHOLE | files, shelf)

    examine()


@pytest.mark.parametrize("times", [1, pytest.param(LONG, marks=pytest.mark.long)])
def test_a_dossier_that_is_nearly_sound_has_problems_with_places(times: int, shelf: Shelf) -> None:
    """The same of invented ones, nasty to begin with; where nothing is wrong, pages are made."""

    @settings(QUIET, max_examples=NEARLY * times)
    @given(files=nearly_sound_dossiers())
    def examine(files: Files) -> None:
        if check_examined(files, shelf):
            build.publish(shelf.root)

    examine()


@pytest.mark.parametrize("times", [1, pytest.param(LONG, marks=pytest.mark.long)])
def test_a_sound_dossier_keeps_every_rule_and_renders_whole(times: int, shelf: Shelf) -> None:
    """Every link leads somewhere, every note leads back, no id stands twice, no text runs."""

    @settings(QUIET, max_examples=SHOWN * times)
    @given(files=sound_dossiers(), pick=st.integers(0, 6))
    def show(files: Files, pick: int) -> None:
        root = shelf.put(judged(files, shelf, pick))
        made = build.publish(root)
        assert list(broken(made.pages, set(made.files))) == []

    show()


def test_sound_dossiers_together_are_built_into_a_site(shelf: Shelf, tmp_path: Path) -> None:
    """MkDocs finds nothing to warn of, and its pages are as whole as those it is given."""
    drawn: list[Files] = []

    @settings(QUIET, max_examples=BUILT)
    @given(files=sound_dossiers(), pick=st.integers(0, 6))
    def draw(files: Files, pick: int) -> None:
        drawn.append(judged(files, shelf, pick))

    draw()
    files, whole = together(drawn), Shelf(tmp_path)
    dossier, _ = load(whole.put(files))
    assert dossier
    whole.put(signed(files, dossier))
    configuration = (ROOT / "tests" / "ferry.mkdocs.yml").read_text(encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(configuration.replace("../", f"{ROOT}/"), encoding="utf-8")
    site = tmp_path / "site"
    made = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", site],
        cwd=tmp_path,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": ADDRESS},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert made.returncode == 0, made.stdout
    pages = read_pages(site, ADDRESS)
    assert list(dead_links(site, ADDRESS, pages)) == []
    assert double_ids(pages) == []
    for path, page in pages.items():
        assert [mark for mark in page.marks if "[^q" in mark] == [], path  # texts have others
        assert list(loose_notes(page)) == [], path
        text = (site / path).read_text(encoding="utf-8")
        assert "onerror=alert(1)>" not in text, path
        assert "<script>alert(1)" not in text, path


def broken(pages: dict[str, str], files: set[str]) -> Iterator[str]:
    """What a reader would find broken on pages, as Markdown makes them."""
    trees = {path: body(page) for path, page in pages.items()}
    ids = {
        path: Counter(name for element in tree.iter() if (name := element.get("id")))
        for path, tree in trees.items()
    }
    for path, tree in trees.items():
        yield from (f"{path}: the id {name} stands twice" for name, n in ids[path].items() if n > 1)
        yield from (f"{path}: {wrong}" for wrong in unsafe(tree, pages[path]))
        yield from (f"{path}: {wrong}" for wrong in one_way(tree))
        for link in tree.iter("a"):
            target, _, name = (link.get("href") or "").partition("#")
            if target.startswith(("https://", "http://")):
                continue
            found = [there for there in led_to(path, target) if there in [*pages, *files, *DOCS]]
            if not found:
                yield f"{path}: {link.get('href')} leads to nothing"
            elif name and found[0] in ids and name not in ids[found[0]]:
                yield f"{path}: {link.get('href')} leads to no place on {found[0]}"


def led_to(path: str, target: str) -> list[str]:
    """What a link may lead to: a path beside the page's file, or an address of the site."""
    if not target:
        return [path]
    stem = path.removesuffix(".md")
    here = stem.removesuffix("index") if stem.endswith("index") else f"{stem}/"
    address = posixpath.normpath(posixpath.join("/", here, target)).lstrip("/")
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
    if target.endswith(".md"):
        return [beside]
    return [f"{address}.md", posixpath.join(address, "index.md"), address, beside]


def unsafe(tree: HtmlElement, page: str) -> Iterator[str]:
    """What runs, or would be run by a template."""
    for element in tree.iter():
        if element.tag == "script" and element.get("type") != "application/ld+json":
            yield "a script"
        if element.tag in ("iframe", "object", "embed", "base", "meta", "link"):
            yield f"an element {element.tag}"
        yield from (f"{name}=" for name in element.attrib if name.startswith("on"))
        for name in ("href", "src"):
            if re.match(r"\s*(javascript|data|vbscript):", element.get(name, ""), re.IGNORECASE):
                yield f"{name}={element.get(name)}"
    text = page.split("---\n", 2)[2]
    prose = re.sub(r"<script[^>]*>.*?</script>", "", text, flags=re.DOTALL)
    if "{{" in prose or "{%" in prose:
        yield "a template"
    if f"[^{HERE}" in "".join(tree.itertext()):
        yield "a mark without a note"


def one_way(tree: HtmlElement) -> Iterator[str]:
    """Notes without a way back, and references without a note."""
    references = [e.get("href", "")[1:] for e in tree.iter("a") if e.get("class") == "footnote-ref"]
    notes = {e.get("id") for e in tree.iter("li") if (e.get("id") or "").startswith("fn:")}
    marks = {e.get("id") for e in tree.iter("sup") if (e.get("id") or "").startswith("fnref")}
    backs = {to for e in tree.iter("a") if (to := e.get("href", "")[1:]) in marks}
    if set(references) != notes:
        yield f"notes {sorted(map(str, notes ^ set(references)))} have no reference, or no note"
    if backs != marks:
        yield f"ways back {sorted(map(str, marks ^ backs))} are missing"
