"""The style sheet that pages load: the theme's and ours in one, without what no page uses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lightningcss import process_stylesheet

_NAMED = re.compile(r'\b(?:class|id)="([^"]*)"')
_IN_SCRIPT = re.compile(r"[\w-]+")
_IN_SHEET = re.compile(r"[.#]([A-Za-z_][\w-]*)")

#: A custom property that is set, and one that is asked for; what is quoted may hold any sign.
_VALUE = r"""(?>"[^"]*"|'[^']*'|url\([^"'][^)]*\)|[^;}"'])*+"""
_PROPERTY = re.compile(rf"(?<=[{{;])(--[\w-]+):{_VALUE}(?:;|(?=\}}))")
_ASKED = re.compile(r"var\((--[\w-]+)")

#: Attributes by which the theme offers what a site chooses once and no script changes.
_CHOSEN = r"(dir|data-md-color-primary|data-md-color-accent)"
_CHOICE = re.compile(rf'\b{_CHOSEN}="([\w-]+)"')
_CHOICE_IN_SHEET = re.compile(rf'\[{_CHOSEN}=(["\']?)([\w-]+)\2\]')


@dataclass
class Sheet:
    """The style sheet of every page, and the names that it has a use for.

    `used` holds the classes and ids of pages, and every word of scripts, which may give a class.
    """

    theme: str
    ours: str
    used: set[str] = field(default_factory=set)

    def read_scripts(self, scripts: Iterable[str]) -> None:
        """Take any word of a script for a name that it gives."""
        for script in scripts:
            self.used.update(_IN_SCRIPT.findall(script))

    def read_page(self, page: str) -> None:
        """Note the names that a page gives its elements."""
        for names in set(_NAMED.findall(page)):
            self.used.update(names.split())
        self.used.update(f"{name}={value}" for name, value in set(_CHOICE.findall(page)))

    def write_whole(self) -> str:
        """Write all of it, for pages that are not known yet."""
        return self.theme + self.ours

    def write_used(self) -> str:
        """Write it without the theme's rules that hold for nothing that was read."""
        theme = _CHOICE_IN_SHEET.sub(self._name_choice, self.theme)
        unused = set(_IN_SHEET.findall(theme)) - self.used
        return self._drop_idle(_shrink(theme, unused) + _shrink(self.ours))

    def _drop_idle(self, css: str) -> str:
        """Leave out the custom properties that no rule and no script asks for."""
        asked = self.used | set(_ASKED.findall(css))
        left = _PROPERTY.sub(lambda one: one[0] if one[1] in asked else "", css)
        # What only these asked for is idle now.
        return self._drop_idle(left) if left != css else _shrink(css)

    def _name_choice(self, found: re.Match[str]) -> str:
        """A choice that no page makes, as a class that no page has: of those rules get rid."""
        name, _, value = found.groups()
        return found[0] if f"{name}={value}" in self.used else f".not-chosen--{name}-{value}"


def _shrink(css: str, unused: Iterable[str] = ()) -> str:
    """Leave out comments, idle space and the rules on names that are not used."""
    return process_stylesheet(css, error_recovery=True, unused_symbols=set(unused), minify=True)
