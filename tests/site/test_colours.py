"""The colours of the pages: those of the tokens, none of the theme's or of a browser's own."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from newsdossier.site import styles
from tests.support.sweep import KINDS, Scheme, largest, visit_page
from tests.support.visiting import script

TOKENS = (styles.FOLDER / "tokens.css").read_text(encoding="utf-8")
SCHEMES: dict[Scheme, str] = {"light": "default", "dark": "slate"}
PLAIN = re.compile(r"rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)")
MIXED = re.compile(r"color\(srgb ([\d.]+) ([\d.]+) ([\d.]+)(?: / [\d.]+)?\)")

Colour = tuple[int, ...]


def list_tokens(scheme: Scheme) -> set[Colour]:
    """The colours that the tokens name in a scheme."""
    (block,) = re.findall(rf'\[data-md-color-scheme="{SCHEMES[scheme]}"\] {{(.*?)}}', TOKENS, re.S)
    found = re.findall(r"#([0-9a-f]{6})\b", block)
    return {tuple(bytes.fromhex(one)) for one in found}


def read_colour(painted: str) -> Colour | None:
    """A colour as a browser names it, however much of it is let through; none where all is."""
    if mixed := MIXED.fullmatch(painted):
        return tuple(round(float(part) * 255) for part in mixed.groups())
    plain = PLAIN.fullmatch(painted)
    assert plain, painted
    return None if plain[4] == "0" else tuple(map(int, plain.groups()[:3]))


def is_mixed(colour: Colour, tokens: set[Colour], paper: Colour) -> bool:
    """Whether a colour is one of the tokens, let into the paper."""
    return any(_is_between(colour, paper, token) for token in tokens - {paper})


def _is_between(colour: Colour, start: Colour, end: Colour) -> bool:
    steps = [(b - a, c - a) for a, b, c in zip(start, end, colour, strict=True)]
    whole, part = max(steps, key=lambda step: abs(step[0]))
    share = part / whole
    return 0 <= share <= 1 and all(abs(part - share * whole) < 1.5 for whole, part in steps)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_colour_is_a_token(
    kind: str, scheme: Scheme, browser: Browser, site: Path, served: str
) -> None:
    """What a page paints has a colour of the tokens, whole or let into the paper."""
    with visit_page(browser, served + largest(site, kind), 1440, scheme) as visit:
        painted: dict[str, str] = visit.page.evaluate(script("colours"))
        paper = read_colour(visit.page.evaluate("getComputedStyle(document.body).backgroundColor"))
    tokens = list_tokens(scheme)
    assert paper in tokens
    wrong = {}
    for colour, where in painted.items():
        one = read_colour(colour)
        if one and one not in tokens and not is_mixed(one, tokens, paper):
            wrong[colour] = where
    assert len(painted) > 3
    assert wrong == {}
