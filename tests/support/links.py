"""Follows the links of a built site with LinkChecker: those within it, and those to other hosts."""

import csv
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from tests.support.serving import address_of, serving

#: A host that answers so is there, and does not care for programs: no sign of death.
SHY = {"401", "403", "405", "429"}


@dataclass(frozen=True)
class Dead:
    """A link to another host that does not lead anywhere, and where it stands."""

    url: str
    answer: str
    pages: tuple[str, ...]


#: How often a second LinkChecker asks another host, as by default, and this machine's own server.
POLITE, UNTHROTTLED = 10, 10_000


def linkchecker(*words: str, rate: int = POLITE) -> subprocess.CompletedProcess[str]:
    """Run LinkChecker, asking each host so often a second at most."""
    # A configuration of its own, so that nobody's personal one counts.
    with NamedTemporaryFile("w", suffix="rc") as configuration:
        configuration.write(f"[checking]\nmaxrequestspersecond={rate}\n")
        configuration.flush()
        options = ["--config", configuration.name, "--no-status", "--threads", "4"]
        return subprocess.run(
            [sys.executable, "-m", "linkcheck", *options, *words], capture_output=True, text=True
        )


def within(home: str) -> str:
    """What LinkChecker has against the links within a site; empty where that is nothing."""
    checked = linkchecker(home, f"{home}404.html", rate=UNTHROTTLED)
    clean = checked.returncode == 0 and "0 warnings found. 0 errors found" in checked.stdout
    return "" if clean else checked.stdout + checked.stderr


def out(site: Path) -> list[Dead]:
    """The links of a site to other hosts that have died; those to its own address are left out."""
    itself = f"^{re.escape(address_of(site))}"
    with serving(site) as home:
        options = ["--check-extern", "--no-warnings", "--timeout", "30", "--ignore-url", itself]
        checked = linkchecker(*options, "--output", "csv/utf-8", home)
    if checked.returncode not in {0, 1}:
        raise RuntimeError(checked.stdout + checked.stderr)
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for url, answer, page in _wrong(checked.stdout):
        if not url.startswith(home) and answer[:3] not in SHY:
            found[url, answer].add(page.removeprefix(home))
    return [Dead(*key, tuple(sorted(pages))) for key, pages in sorted(found.items())]


def _wrong(table: str) -> Iterator[tuple[str, str, str]]:
    """Each wrong link of LinkChecker's table: its address, the answer, the page it stands on."""
    lines = (line for line in table.splitlines(keepends=True) if not line.startswith("#"))
    for row in csv.DictReader(lines, delimiter=";"):
        if row["valid"] == "False":
            yield row["url"] or row["urlname"], row["result"], row["parentname"]


def report(dead: Sequence[Dead]) -> str:
    """Dead links as Markdown; what other hosts have said stands there as code, and does nothing."""
    lines = [
        f"- {_code(link.url)}: {_code(link.answer)}; on {', '.join(_few(link.pages, 5, _page))}"
        for link in dead
    ]
    heading = "These links to other hosts lead nowhere any more:"
    return "\n".join([heading, "", *_few(lines, 100, str), ""])


def _few(items: Sequence[str], most: int, written: Callable[[str], str]) -> list[str]:
    """The first of many, and how many more there are: an issue holds 65,536 characters."""
    more = [f"and {len(items) - most} more"] if len(items) > most else []
    return [*map(written, items[:most]), *more]


def _page(path: str) -> str:
    return _code(path) if path else "the home page"


def _code(text: str) -> str:
    return f"`{' '.join(text.replace('`', ' ').split())[:300]}`"


def main(what: str, site: str, report_file: str = "") -> int:
    """Check the links `within` a site, or those that lead `out`; 1 where some are wrong."""
    if what == "within":
        with serving(Path(site)) as home:
            wrong = within(home)
        print(wrong or f"{site}: every link within it leads somewhere")
        return 1 if wrong else 0
    dead = out(Path(site))
    if dead:
        Path(report_file).write_text(report(dead), encoding="utf-8")
    else:
        Path(report_file).unlink(missing_ok=True)
    print(report(dead) if dead else f"{site}: no link to another host is dead")
    return 1 if dead else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
