"""The repository that holds the data: the addresses of its lines and of its form for mistakes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from newsdossier.problems.problem import Place

_OWNER = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})"
_NAME = r"(?!\.{1,2}(?:/|$))[A-Za-z0-9._-]{1,100}?"
_SHORT = re.compile(rf"{_OWNER}/{_NAME}", re.ASCII)
_FULL = re.compile(
    rf"(?P<home>https://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{{1,5}})?/{_OWNER}/{_NAME})(?:\.git)?"
    r"(?:/tree/(?P<branch>[A-Za-z0-9_][A-Za-z0-9._-]*)"
    r"(?P<folder>(?:/(?!\.{1,2}(?:/|$))[A-Za-z0-9._-]+)*))?/?",
    re.ASCII,
)


@dataclass(frozen=True)
class Repository:
    """A repository on GitHub, or on another host that has GitHub's addresses."""

    home: str
    branch: str = "main"
    folder: str = ""
    """The folder within it that holds the dossier's; a slash before it."""

    def line_address(self, place: Place) -> str:
        """The address that shows a line of a file, marked, with a way to edit the file beside it.

        Not `/edit/…`: that opens an editor, for those alone who are signed in, and GitHub does not
        say that it minds the line. Markdown would be shown as it reads, without lines: hence
        `plain`.
        """
        plain = "?plain=1" if place.path.endswith(".md") else ""
        path = quote(place.path)
        return f"{self.home}/blob/{self.branch}{self.folder}/{path}{plain}#L{place.line}"

    def report_address(self, where: str, page: str = "") -> str:
        """The address of the form for a mistake, filled in with what has it, and on which page."""
        filled = {"where": where, "page": page}
        fields = "".join(
            f"&{name}={quote(value, safe='/:')}" for name, value in filled.items() if value
        )
        return f"{self.home}/issues/new?template=mistake.yml{fields}"


def parse_repository(setting: str) -> Repository | None:
    """The repository that a setting names; none where it is empty.

    It is OWNER/NAME, or the address that the browser shows of the repository, of its branch or of
    the folder that holds the dossier's. Raises ValueError, with what to write, for anything else.
    """
    if not setting:
        return None
    if _SHORT.fullmatch(setting):
        return Repository(f"https://github.com/{setting}")
    if found := _FULL.fullmatch(setting):
        return Repository(found["home"], found["branch"] or "main", found["folder"] or "")
    raise ValueError(
        f"{setting!r} is no repository; write OWNER/NAME, or its address: https://github.com/…"
    )
