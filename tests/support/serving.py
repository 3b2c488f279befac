"""Serves a built site on this machine, under the path that it has on the web."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit


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

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a file; whoever has seen enough of it may hang up."""
        with suppress(BrokenPipeError, ConnectionResetError):
            super().copyfile(source, outputfile)

    def log_message(self, format: str, *args: Any) -> None:
        """Keep what is printed free of requests."""


def address_of(site: Path) -> str:
    """Where a site is to live on the web, as its home page says."""
    home = (site / "index.html").read_text(encoding="utf-8")
    canonical = re.search(r'<link rel="canonical" href="([^"]+)"', home)
    if not canonical:
        raise ValueError(f"{site} does not say where it lives: is site_url set?")
    return canonical[1]


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve a site; gives the address of its home page on this machine."""
    path = urlsplit(address_of(site)).path
    handler = partial(SiteHandler, directory=str(site), path=path)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{path}"
        server.shutdown()
