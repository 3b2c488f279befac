"""Whatever is written into the data does nothing: refused at its line, or shown as it is written.

Every payload of `cases/payloads.yml` is put into every text field of every record, and into
renditions, as hostile.py finds them in the records. Dossiers of one payload each tell what
`newsdossier check` refuses; all else is built into sites that are opened in Chromium. `make test`
publishes a quarter of the combinations, each payload and each field among them, and `make
test-long` all.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from html import unescape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request

from newsdossier.checks.examination import examine
from newsdossier.problems.problem import Problem
from newsdossier.site.sanitise import ANYWHERE, ELEMENTS
from newsdossier.source.changelog import read_changelog
from tests.support import hostile
from tests.support.building import ROOT
from tests.support.hostile import (
    FIELDS,
    HARMLESS,
    PAYLOADS,
    PLACES,
    RENDITION,
    TAG,
    At,
    Combination,
    Dossier,
    Sort,
)

SCRIPTS = Path(__file__).parent / "scripts"
ARGUMENTS = [{name: sorted(own) for name, own in ELEMENTS.items()}, sorted(ANYWHERE)]

#: Fields that no page shows: they say how an original is found and cut, or go into files alone.
UNSEEN = {
    ("article", "original", "file"),
    ("article", "original", "blocks", "[]", "opens"),
    ("article", "statements", "[]", "origin", "because"),
    ("dossier", "licence", "name"),
}

LOG = "# Changes\n\n## 2026-01-01\n\n### Data\n{}\n"

SITE = """\
INHERIT: {root}/mkdocs.yml
site_name: Hostile
docs_dir: {root}/docs
hooks: [{root}/hooks/publish.py]
"""


@dataclass
class Checked:
    """What `check` says of payloads in texts, each in a dossier of its own."""

    tried: set[Combination] = field(default_factory=set)
    refused: dict[Combination, Problem] = field(default_factory=dict)
    astray: list[str] = field(default_factory=list)
    """Problems that stand at no line of a payload."""


#: What follows from a paragraph that is refused, elsewhere in its rendition.
FOLLOWING = {"rendition-blocks", "misplaced-mark"}
PARAGRAPH = ("rendition", "paragraph, raw")


@pytest.fixture(scope="module", autouse=True)
def _without_originals() -> Iterator[None]:
    """No originals are at hand, as on the machine that checks a stranger's change."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DOSSIER_ORIGINALS", raising=False)
        yield


def refused_in_renditions(
    folder: Path, payload: int, other: int, left_out: set[Combination]
) -> dict[Combination, Problem]:
    """What `check` finds where a payload stands in renditions alone."""
    alone = left_out | {(payload, at) for at in FIELDS}
    dossier = Dossier(folder / "dossier", [payload, other], left_out=alone).write()
    problems = {(one.place.path, one.place.line): one for one in examine(folder / "dossier")[1]}
    return {
        combination: problems[place]
        for combination, places in dossier.places.items()
        for place in places & problems.keys()
    }


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """Every payload in every text, as `check` finds it."""
    told = Checked()
    folder = tmp_path_factory.mktemp("checked")
    for payload in range(len(PAYLOADS)):
        other = 0 if payload == HARMLESS else HARMLESS
        root = folder / str(payload) / "dossier"
        both = {(other, at) for at in PLACES}
        dossier = Dossier(root, [payload, other], left_out=both).write()
        told.tried |= dossier.places.keys()
        if examine(root)[0] is None:  # what the records refuse hides what the renditions would
            told.refused |= refused_in_renditions(folder / f"{payload}-told", payload, other, both)
        at_line: dict[tuple[str, int], list[Combination]] = defaultdict(list)
        for combination, places in dossier.places.items():
            for place in places:
                at_line[place].append(combination)
        astray = []
        for problem in examine(root)[1]:
            found = at_line[problem.place.path, problem.place.line]
            if problem.rule in FOLLOWING and (payload, PARAGRAPH) not in found:
                astray.append(problem)
            elif not found:
                told.astray.append(f"{PAYLOADS[payload]!r}: {problem}")
            told.refused |= dict.fromkeys(() if problem in astray else found, problem)
        if astray and (payload, PARAGRAPH) not in told.refused:
            told.astray += [f"{PAYLOADS[payload]!r}: {problem}" for problem in astray]
    return told


def test_every_payload_is_put_into_every_text_field(checked: Checked) -> None:
    """More than a hundred payloads, each in every field that takes text and in each rendition."""
    texts = {at for at, sort in FIELDS.items() if sort is Sort.TEXT}
    assert len(PAYLOADS) > 100
    assert {at for _, at in checked.tried} == texts | set(RENDITION)
    assert len(checked.tried) == len(PAYLOADS) * len(PLACES)


def test_what_is_refused_is_refused_at_its_line(checked: Checked) -> None:
    """A problem stands at the line of the text that is to be mended, in its file."""
    assert checked.astray == []
    assert checked.refused


def test_plain_words_are_refused_nowhere(checked: Checked) -> None:
    """What is no payload passes in every field, so that no field is refused for something else."""
    refused = {at for payload, at in checked.refused if payload == HARMLESS}
    assert {at for at in refused if "target" not in at[1]} == set()


@pytest.mark.parametrize("sort", [Sort.NAME, Sort.DATE, Sort.LANGUAGE])
def test_names_and_dates_take_no_payload(sort: Sort, tmp_path: Path) -> None:
    """A field that takes an id, a reference, an address or a date refuses all else at its line."""
    accepted = []
    for number, payload in enumerate(PAYLOADS):
        root = tmp_path / str(number) / "dossier"
        dossier = Dossier(root, [0, HARMLESS], foreign=(sort, payload)).write()
        assert dossier.foreign_places.keys() == {at for at in FIELDS if FIELDS[at] is sort}
        refused = {(one.place.path, one.place.line) for one in examine(root)[1]}
        wrong = [at for at, places in dossier.foreign_places.items() if not places & refused]
        accepted += [(payload, at) for at in wrong]
    # Some payloads are addresses, and many may name a file, which leads nowhere and is not shown.
    fitting = {
        ("dossier", "licence", "address"): re.compile(r"https?://\S+"),
        ("article", "original", "file"): re.compile(r"[^./\\:][^/\\:]*"),
    }
    assert [
        (text, at) for text, at in accepted if at not in fitting or not fitting[at].fullmatch(text)
    ] == []


# Published


@dataclass
class Findings:
    """What was found in the pages of a site, each list empty where nothing is wrong."""

    ran: list[str] = field(default_factory=list)
    """Scripts that ran, dialogs, requests to elsewhere, errors on the console."""
    foreign: list[str] = field(default_factory=list)
    """Elements and attributes that none of ours are."""
    garbled: list[str] = field(default_factory=list)
    """Texts that do not stand as they are written."""
    outside: list[str] = field(default_factory=list)
    """Elements that stand out of their place."""
    seen: set[Combination] = field(default_factory=set)
    """What was read on a page."""


@pytest.fixture(
    scope="module",
    params=[
        pytest.param((2, 4), id="a-quarter"),
        pytest.param((6, 1), id="all", marks=pytest.mark.long),
    ],
)
def sites(
    request: pytest.FixtureRequest, checked: Checked, tmp_path_factory: pytest.TempPathFactory
) -> tuple[list[Path], set[Combination]]:
    """Sites in which all that `check` does not refuse is published, and what that is."""
    parts, every = request.param
    folder = tmp_path_factory.mktemp("hostile")
    wanted = {
        (payload, at)
        for payload in range(len(PAYLOADS))
        for number, at in enumerate(PLACES)
        if (payload + number) % every == 0
    }
    left_out = checked.refused.keys() | (checked.tried - wanted)
    published: set[Combination] = set()
    for part in range(parts):
        home = folder / str(part)
        payloads = range(part, len(PAYLOADS), parts)
        published |= Dossier(home / "dossier", payloads, left_out).write().places.keys()
        lines = [f"- Told: {hostile.flat(PAYLOADS[one])}\n" for one in payloads]
        # What the log refuses, it refuses a line at a time.
        log = "".join(line for line in lines if not read_changelog(LOG.format(line), "")[1])
        (home / "dossier" / "CHANGELOG.md").write_text(LOG.format(log), encoding="utf-8")
        (home / "mkdocs.yml").write_text(SITE.format(root=ROOT), encoding="utf-8")
    for pair in range(0, parts, 2):
        builds = [build(folder / str(part)) for part in (pair, pair + 1)]
        for one in builds:
            said, _ = one.communicate()
            assert one.returncode == 0, said[-3000:]
    return [folder / str(part) / "site" for part in range(parts)], published


def build(home: Path) -> subprocess.Popen[str]:
    """Begin to build a site, warnings being errors."""
    return subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", "site"],
        cwd=home,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder without a word."""

    def log_message(self, format: str, *args: Any) -> None:
        """Keep the tests' output free of requests."""


@dataclass
class Visitor:
    """Opens the pages of a site, and writes down what it finds."""

    browser: Browser
    site: Path
    findings: Findings = field(default_factory=Findings)

    def visit(self, *, closely: bool) -> None:
        """Open every page, and use what can be used; `closely` reads each page too."""
        handler = partial(Handler, directory=str(self.site))
        with (
            ThreadingHTTPServer(("127.0.0.1", 0), handler) as server,
            self.browser.new_context(reduced_motion="reduce") as context,
        ):
            Thread(target=server.serve_forever, daemon=True).start()
            home = f"http://127.0.0.1:{server.server_port}/"
            context.expose_binding(
                "__ran", lambda source, *_: self.noted("ran", source["page"].url)
            )
            page = context.new_page()
            self.watch(page, home)
            for path in sorted(self.site.rglob("index.html")):
                page.set_viewport_size({"width": 1440, "height": 900})
                page.goto(home + path.relative_to(self.site).as_posix().removesuffix("index.html"))
                if closely:
                    self.read(page)
            for use in (self.open_cards, self.search, self.filter):
                use(page, home)
            server.shutdown()

    def watch(self, page: Page, home: str) -> None:
        """Write down whatever a page does that none of ours does."""

        def heard(message: ConsoleMessage) -> None:
            if message.type == "error":
                self.noted("console", message.text)

        page.on("console", heard)
        page.on("pageerror", lambda error: self.noted("error", str(error)))

        def opened(dialog: Dialog) -> None:
            self.noted("dialog", dialog.message)
            dialog.dismiss()

        def asked(request: Request) -> None:
            if not request.url.startswith((home, "data:", "blob:")):
                self.noted("request", request.url)

        page.on("dialog", opened)
        page.on("request", asked)

    def ran(self, url: str) -> None:
        """A payload has run."""
        self.noted("ran", url)

    def noted(self, what: str, told: str) -> None:
        self.findings.ran.append(f"{what}: {told}")

    def read(self, page: Page) -> None:
        """Look for what is foreign, for what has not come through, and for what stands outside."""
        told = page.evaluate(script("scrutiny"), ARGUMENTS)
        # A page written by hand may have what those made from the data have not: a picture.
        if not page.url.endswith(("/contributing/", "/contributing.html")):
            self.findings.foreign += [f"{page.url}: {one}" for one in told["found"]]
        self.literal(page.url, told["words"])
        for text in told["attributes"]:
            # within Markdown, Python-Markdown reads an attribute twice: &amp;lt; ends as &lt;
            self.literal(page.url, read_out(text), read_out)
        searched = "".join(map(folded, told["searched"]))
        for payload, number in set(TAG.findall(searched)):
            at = PLACES[int(number)]
            if at[-2] == "search" and folded(hostile.written(int(payload), at)) not in searched:
                self.findings.garbled.append(f"{page.url}: {hostile.written(int(payload), at)!r}")
            self.findings.seen.add((int(payload), at))
        for width in (1440, 390):
            page.set_viewport_size({"width": width, "height": 900})
            outside = page.evaluate(script("overflow"))
            self.findings.outside += [f"{page.url} at {width}: {one}" for one in outside]

    def literal(self, url: str, text: str, read: Callable[[str], str] = str) -> None:
        """Hold every payload in a text against what was written."""
        text = folded(text)
        for match in TAG.finditer(text):
            payload, at = int(match[1]), PLACES[int(match[2])]
            self.findings.seen.add((payload, at))
            if at[-1].endswith("raw"):
                continue  # Markdown, read as such
            wanted = expected(payload, at, read)
            stands = (
                text.endswith(wanted, 0, match.end())
                if wanted.endswith(match[0])
                else text.startswith(wanted, match.start())
            )
            if not stands:
                near = text[max(0, match.start() - 80) : match.end() + 80]
                self.findings.garbled.append(f"{url}: {wanted!r} of {at} as {near!r}")

    def open_cards(self, page: Page, home: str) -> None:
        """Open the card of every name and note on an article's page."""
        page.goto(f"{home}articles/a0/")
        opened = page.evaluate(script("cards"))
        assert opened > 10
        page.wait_for_timeout(50)

    def search(self, page: Page, home: str) -> None:
        """Search for words of payloads, and scroll through what is found."""
        page.goto(home)
        page.keyboard.press("/")
        field = page.locator("input.md-search__input")
        for words in ("script", "onerror", "javascript", "svg style", "evil example", "<img src=x"):
            field.fill(words)
            page.locator("li.md-search-result__item").first.wait_for()
            foreign = page.evaluate(script("results"))
            self.findings.foreign += [f"search for {words}: {one}" for one in foreign]

    def filter(self, page: Page, home: str) -> None:
        """Choose everything that the comparison's form offers, one after the other."""
        page.goto(f"{home}comparison/")
        page.evaluate(script("filters"), PAYLOADS)
        page.reload()
        told = page.evaluate(script("scrutiny"), ARGUMENTS)
        self.findings.foreign += [f"filtered {page.url}: {one}" for one in told["found"]]


def script(name: str) -> str:
    """A function to run in a page."""
    lines = (SCRIPTS / f"{name}.js").read_text(encoding="utf-8").rstrip().removesuffix(";")
    return lines.partition("\n")[2]


def read_out(text: str) -> str:
    """A text in which no reference to a character is left."""
    while (read := unescape(text)) != text:
        text = read
    return text


#: Quotation marks within a quotation are written as others; lines of a picture are broken anywhere.
QUOTES = str.maketrans(dict.fromkeys('“”„‟«»‘’‚‛"', "'"))


def folded(text: str) -> str:
    """A text as far as it must come through: but for white space and kinds of quotation marks."""
    return "".join(text.split()).translate(QUOTES)


@cache
def expected(payload: int, at: At, read: Callable[[str], str]) -> str:
    """A payload as it must be found in a field, folded."""
    return folded(read(hostile.written(payload, at)))


@pytest.fixture(scope="module")
def findings(
    sites: tuple[list[Path], set[Combination]],
    browser: Browser,
    tmp_path_factory: pytest.TempPathFactory,
) -> Findings:
    """What is found on the pages without their policy, which must not be all that holds."""
    found = Findings()
    for site in sites[0]:
        bare = tmp_path_factory.mktemp("bare") / "site"
        shutil.copytree(site, bare)
        for path in bare.rglob("*.html"):
            text = path.read_text(encoding="utf-8")
            without, number = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
            assert number == 1, path
            path.write_text(without, encoding="utf-8")
        Visitor(browser, bare, found).visit(closely=True)
    return found


def test_nothing_runs(findings: Findings) -> None:
    """No script runs, no dialog opens, no other host is asked, no error is told; without policy."""
    assert findings.ran == []


def test_nothing_breaks_out(findings: Findings) -> None:
    """No page has an element, an attribute or an address that none of ours has."""
    assert findings.foreign == []


def test_what_is_written_is_what_is_read(findings: Findings) -> None:
    """Each payload stands on the pages letter for letter."""
    assert findings.garbled == []


def test_everything_published_is_seen(
    findings: Findings, sites: tuple[list[Path], set[Combination]]
) -> None:
    """Every payload in every field is read on some page, but for fields that no page shows."""
    shown = {(payload, at) for payload, at in sites[1] if at not in UNSEEN and at[0] != "rendition"}
    assert sorted(shown - findings.seen) == []


def test_nothing_stands_outside_its_place(findings: Findings) -> None:
    """No text pushes its page wider than the window, or runs over what stands beside it."""
    assert findings.outside == []


def test_the_policy_has_nothing_to_stop(
    sites: tuple[list[Path], set[Combination]], browser: Browser
) -> None:
    """With the policy nothing runs either, and it is broken nowhere: a breach is an error told."""
    found = Findings()
    for site in sites[0]:
        Visitor(browser, site, found).visit(closely=False)
    assert found.ran == []
    assert found.foreign == []


def test_files_to_take_along_can_be_read(sites: tuple[list[Path], set[Combination]]) -> None:
    """JSON is JSON, tables have as many cells a line as fields and no formula, XML is XML."""
    for site in sites[0]:
        for path in (site / "data").iterdir():
            if path.suffix in {"", ".html"}:
                continue
            text = path.read_text(encoding="utf-8")
            if path.suffix == ".csv":
                head, *lines = csv.reader(io.StringIO(text, newline=""), strict=True)
                assert {len(line) for line in lines} == {len(head)}, path
                cells = [cell for line in lines for cell in line]
                assert [one for one in cells if one.startswith(("=", "+", "-", "@"))] == []
            elif path.suffix == ".jsonl":
                assert all(json.loads(line) for line in text.split("\n")[:-1])
            elif path.suffix == ".atom":
                tree = ElementTree.fromstring(text)
                own = r"/?(?:a|code|em|h\d|hr|li|ol|p|pre|strong|ul)\b"
                shown = "".join(one.text or "" for one in tree.iter("{*}content"))
                assert not re.search(rf"<(?!{own})[a-z!]", shown)
                assert not re.search(r'href="\s*(?:javascript|vbscript|data):', shown, re.I)
            else:
                json.loads(text)
