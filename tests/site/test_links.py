"""What LinkChecker finds: nothing within the site, and dead links to other hosts."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from tests.support import links


def test_linkchecker_finds_nothing(served: str) -> None:
    """LinkChecker, following every link from the home page, finds no error and no warning."""
    assert links.within(served) == ""


class Elsewhere(BaseHTTPRequestHandler):
    """Another host: one page is there, one is not for programs, and one gives an evil answer."""

    def do_GET(self) -> None:
        """Answer by what is asked for."""
        code = {"/there": 200, "/shy": 403, "/robots.txt": 404}.get(self.path, 410)
        self.send_response(code, "`@everyone` <b>gone</b>" if code == 410 else None)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:
        """Keep the tests' output free of requests."""


def test_dead_links_to_other_hosts_are_told(tmp_path: Path) -> None:
    """What a host no longer has is told with its page, as text; what is there or shy is not."""
    site, found = tmp_path / "site", tmp_path / "dead-links.md"
    (site / "about").mkdir(parents=True)
    with ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere) as host:
        Thread(target=host.serve_forever, daemon=True).start()
        elsewhere = f"http://localhost:{host.server_port}"
        home = '<title>a</title><link rel="canonical" href="http://127.0.0.1:9/"><a href="{}">a</a>'
        (site / "index.html").write_text(home.format("about/"))
        linked = [f'<a href="{elsewhere}/{name}">a</a>' for name in ("there", "shy")]
        page = site / "about" / "index.html"
        page.write_text("<title>a</title>" + "".join(linked))
        assert links.main("out", str(site), str(found)) == 0
        assert not found.exists()

        page.write_text(page.read_text() + f'<a href="{elsewhere}/gone">a</a>')
        assert links.main("out", str(site), str(found)) == 1
        host.shutdown()
    assert found.read_text() == (
        "These links to other hosts lead nowhere any more:\n\n"
        f"- `{elsewhere}/gone`: `410 @everyone <b>gone</b>`; on `about/`\n"
    )
