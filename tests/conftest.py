"""What the tests share: the site built once, a server for it, and a browser."""

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from browser.chromium import find_chromium
from building import NOT_COPIED, ROOT, build
from previewing import Preview

# Nothing is to leave the machine, the browser's own errands included.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


class SiteHandler(SimpleHTTPRequestHandler):
    """Serves a site under the path it has on the web, with its own page for what is not there."""

    def __init__(self, *args: Any, path: str, **kwargs: Any) -> None:
        self.base = path
        super().__init__(*args, **kwargs)

    def translate_path(self, path: str) -> str:
        """Find the file; a path outside the site is sent where nothing is."""
        inside = path.startswith(self.base)
        return super().translate_path(path.removeprefix(self.base) if inside else "/outside")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send the site's 404.html, as hosts of static sites do."""
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Keep the tests' output free of requests."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site."""
    out = tmp_path_factory.mktemp("built") / "site"
    build(out)
    return out


@pytest.fixture(scope="session")
def address(site: Path) -> str:
    """Where the site is to live on the web, as its home page says."""
    canonical = re.search(
        r'<link rel="canonical" href="([^"]+)"', (site / "index.html").read_text()
    )
    assert canonical, "the home page has no canonical address: is site_url set?"
    return canonical[1]


@pytest.fixture(scope="session")
def served(site: Path, address: str) -> Iterator[str]:
    """The address of the site's home page on this machine."""
    path = urlsplit(address).path
    handler = partial(SiteHandler, directory=str(site), path=path)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{path}"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium; a machine that has none fails the tests that ask for it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page, with no memory of other pages."""
    with browser.new_context(reduced_motion="reduce") as context:
        yield context.new_page()


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """A preview of a copy, stopped afterwards."""
    folder = tmp_path / "copy"
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*NOT_COPIED))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", host],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield Preview(folder, f"http://{host}/")
    server.terminate()
    server.wait()
