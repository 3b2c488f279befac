"""Opens the pages of a hostile site in a browser, uses them, and writes down what goes wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial
from html import unescape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request

from newsdossier.site.sanitise import ANYWHERE, ELEMENTS
from tests.support.building import TESTS
from tests.support.payloads import PAYLOADS, PLACES, TAG, At, Combination, written

SCRIPTS = TESTS / "site" / "scripts"
ARGUMENTS = [{name: sorted(own) for name, own in ELEMENTS.items()}, sorted(ANYWHERE)]


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


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder without a word."""

    def log_message(self, format: str, *args: Any) -> None:
        """Keep the tests' output free of requests."""


def visit_site(browser: Browser, site: Path, *, closely: bool) -> Findings:
    """Open every page of a site, and use what can be used; `closely` reads each page too."""
    handler = partial(Handler, directory=str(site))
    with (
        ThreadingHTTPServer(("127.0.0.1", 0), handler) as server,
        browser.new_context(reduced_motion="reduce") as context,
    ):
        Thread(target=server.serve_forever, daemon=True).start()
        home = f"http://127.0.0.1:{server.server_port}/"
        visitor = _Visitor(home, context.new_page())
        visitor.watch()
        for file in sorted(site.rglob("index.html")):
            path = file.relative_to(site).as_posix().removesuffix("index.html")
            visitor.open(path)
            if closely:
                visitor.read()
            if re.fullmatch("articles/[^/]+/", path):
                visitor.open_notes()
        visitor.search()
        visitor.filter()
        server.shutdown()
    return visitor.findings


@dataclass
class _Visitor:
    """Opens the pages of a site, and writes down what it finds."""

    home: str
    page: Page
    findings: Findings = field(default_factory=Findings)

    def watch(self) -> None:
        """Write down whatever a page does that none of ours does."""
        context = self.page.context
        context.expose_binding("__ran", lambda source, *_: self.note("ran", source["page"].url))
        self.page.on("pageerror", lambda error: self.note("error", str(error)))
        self.page.on("console", self.note_error)
        self.page.on("dialog", self.note_dialog)
        self.page.on("request", self.note_request)

    def note(self, what: str, told: str) -> None:
        """Write down that something ran, or tried to."""
        self.findings.ran.append(f"{what}: {told}")

    def note_error(self, message: ConsoleMessage) -> None:
        """Write down an error that the browser tells."""
        if message.type == "error":
            self.note("console", message.text)

    def note_dialog(self, dialog: Dialog) -> None:
        """Write down and close a dialog."""
        self.note("dialog", dialog.message)
        dialog.dismiss()

    def note_request(self, request: Request) -> None:
        """Write down what is asked of another host."""
        if not request.url.startswith((self.home, "data:", "blob:")):
            self.note("request", request.url)

    def open(self, path: str) -> None:
        """Open a page, in a wide window."""
        self.page.set_viewport_size({"width": 1440, "height": 900})
        self.page.goto(self.home + path)

    def read(self) -> None:
        """Look for what is foreign, for what has not come through, and for what stands outside."""
        url = self.page.url
        told = self.page.evaluate(script("scrutiny"), ARGUMENTS)
        # A page written by hand may have what those made from the data have not: a picture.
        if not url.endswith(("/contributing/", "/contributing.html")):
            self.findings.foreign += [f"{url}: {one}" for one in told["found"]]
        self.literal(url, told["words"])
        for text in told["attributes"]:
            # within Markdown, Python-Markdown reads an attribute twice: &amp;lt; ends as &lt;
            self.literal(url, read_out(text), read_out)
        searched = "".join(map(folded, told["searched"]))
        for payload, number in set(TAG.findall(searched)):
            at = PLACES[int(number)]
            if at[-2] == "search" and folded(written(int(payload), at)) not in searched:
                self.findings.garbled.append(f"{url}: {written(int(payload), at)!r}")
            self.findings.seen.add((int(payload), at))
        for width in (1440, 390):
            self.page.set_viewport_size({"width": width, "height": 900})
            outside = self.page.evaluate(script("overflow"))
            self.findings.outside += [f"{url} at {width}: {one}" for one in outside]

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

    def open_notes(self) -> None:
        """Open every note on the page of an article."""
        assert self.page.evaluate(script("notes")) > 0
        self.page.wait_for_timeout(50)

    def search(self) -> None:
        """Search for words of payloads, and scroll through what is found."""
        self.page.goto(self.home)
        self.page.keyboard.press("/")
        field = self.page.locator("input.md-search__input")
        for words in ("script", "onerror", "javascript", "svg style", "evil example", "<img src=x"):
            field.fill(words)
            self.page.locator(".md-search [role=option]").first.wait_for()
            foreign = self.page.evaluate(script("results"))
            self.findings.foreign += [f"search for {words}: {one}" for one in foreign]

    def filter(self) -> None:
        """Choose everything that the comparison's form offers, and open its rows in place."""
        self.page.goto(f"{self.home}comparison/")
        assert self.page.evaluate(script("filters"), PAYLOADS) > 0
        opened = self.page.evaluate(script("scrutiny"), ARGUMENTS)
        self.page.goto(f"{self.home}comparison/?words={quote(PAYLOADS[0])}")
        filtered = self.page.evaluate(script("scrutiny"), ARGUMENTS)
        for told in (opened, filtered):
            self.findings.foreign += [f"filtered {self.page.url}: {one}" for one in told["found"]]


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
    return folded(read(written(payload, at)))
