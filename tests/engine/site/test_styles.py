"""The style sheets: every class has a rule and a use, and every size and token is one of ours."""

import re
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import pytest

from newsdossier.site import styles
from newsdossier.site.drawings import lettering

SITE = styles.FOLDER.parent
SHEETS = {path.stem: path for path in sorted(styles.FOLDER.glob("*.css"))}
LIMIT = 300

#: What Markdown, the theme and the browser's search give their elements.
THEIRS = re.compile(r"no-js|md-[\w-]+|footnote(-ref|-backref)?")
#: What a template puts into a class from the data: a kind, a state, a role of a drawing.
FILLED = re.compile(r"\{\{.*?\}\}")
DRAWN = re.compile(r'"([a-z]+(?:-[a-z]+)*)"')
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
CLASS = re.compile(r"\.([a-z][\w-]*)")


def read(paths: Iterable[Path]) -> str:
    """The text of files, one behind the other."""
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def list_selected(css: str) -> set[str]:
    """The classes that a style sheet's selectors speak of."""
    bare = re.sub(r'"[^"]*"', "", COMMENT.sub("", css))
    return set(chain.from_iterable(map(CLASS.findall, re.findall(r"([^{};]+)\{", bare))))


def list_written() -> set[str]:
    """The classes that templates give, with `*` for what the data fills in."""
    templates = [*(SITE / "templates").iterdir(), *(SITE / "theme").rglob("*.html")]
    attributes = re.findall(r'(?<![\w-])class="([^"]*)"', read(templates))
    attributes += re.findall(r'link\([^()]*, "([\w-]+)"\)', read((SITE / "templates").iterdir()))
    plain = (re.sub(r"\{%.*?%\}", " ", FILLED.sub("*", one)) for one in attributes)
    return set(chain.from_iterable(map(str.split, plain)))


def list_in_scripts() -> set[str]:
    """The classes that scripts give or look for."""
    text = read((SITE / "assets").glob("*.js"))
    given = re.findall(r'(?:className(?: =|:) |classList\.\w+\()"([\w-]+)"', text)
    given += re.findall(r'element\(\s*"\w+",\s*"([\w-]+)"', text)
    strings = re.findall(r'"[^"\n]*"|\'[^\'\n]*\'', text)
    return {*given, *chain.from_iterable(map(CLASS.findall, strings))}


def list_roles() -> set[str]:
    """The words with which drawings call their shapes, among others."""
    return set(DRAWN.findall(read((SITE / "drawings").glob("*.py"))))


def is_made(name: str, patterns: set[str]) -> bool:
    """Whether a class comes of a template that fills in its end."""
    return any(name.startswith(one[:-1]) for one in patterns)


def test_each_class_in_a_sheet_is_used() -> None:
    """No rule is about a class that no template, script or drawing gives."""
    written = list_written()
    patterns = {one for one in written if one.endswith("*") and one != "*"}
    used = written | list_in_scripts() | list_roles()
    kinds = {"box", "boxhead", "state-answered", "state-silent", "state-unreviewed"}
    selected = list_selected(read(SHEETS.values()))
    dead = {one for one in selected - used - kinds if not is_made(one, patterns)}
    assert {one for one in dead if not THEIRS.fullmatch(one)} == set()


def test_each_class_given_is_spoken_of() -> None:
    """No template or script gives a class that neither a rule nor a script speaks of."""
    spoken_of = list_selected(read(SHEETS.values())) | list_in_scripts()
    given = list_written() | set(
        re.findall(r'className(?: =|:) "([\w-]+)"', read((SITE / "assets").glob("*.js")))
    )
    idle = {one for one in given if not one.endswith("*")} - spoken_of
    assert {one for one in idle if not THEIRS.fullmatch(one)} == set()
    patterns = {one[:-1] for one in given if one.endswith("*") and one != "*"}
    assert {one for one in patterns if not any(n.startswith(one) for n in spoken_of)} == set()


def test_every_size_of_letters_is_a_token() -> None:
    """Six sizes at most, and what is drawn; no rule has one of its own."""
    text = COMMENT.sub("", read(path for name, path in SHEETS.items() if name != "tokens"))
    sizes = set(re.findall(r"(?<![\w-])font-size: ([^;]+);", text))
    tokens = set(re.findall(r"(--text-[\w-]+):", SHEETS["tokens"].read_text(encoding="utf-8")))
    own = {f"var({token})" for token in tokens}
    # those in % are the root's; 0 hides a label that is true only where scripts run
    assert sizes - own <= {"inherit", "100%", "125%", "0"}
    assert len(tokens - {"--text-drawn"}) <= 6


def test_every_colour_is_a_token() -> None:
    """Colours are named in one sheet; on paper, which has no schemes, in the one for printing."""
    named = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|lab)\(", re.IGNORECASE)
    sheets = {
        name: COMMENT.sub("", path.read_text(encoding="utf-8")) for name, path in SHEETS.items()
    }
    assert {name for name, css in sheets.items() if named.search(css)} <= {"tokens", "print"}


def test_windows_have_the_limits_that_the_tokens_name() -> None:
    """A sheet asks for no width of the window but those of the system, and the pixel below each."""
    limits = re.findall(r"([\d.]+)em\b", read([SHEETS["tokens"]]).partition("*/")[0])
    assert limits
    allowed = {float(one) - below for one in limits for below in (0, 1 / 16)}
    asked = re.findall(r"(?:min|max)-width: ([\d.]+r?em)\)", read(SHEETS.values()))
    assert asked
    wrong = {one for one in asked if one.endswith("rem") or float(one[:-2]) not in allowed}
    assert wrong == set()


def test_every_token_is_used() -> None:
    """No token stands there for nothing, and no rule asks for one that is not there."""
    text = COMMENT.sub("", styles.join_sheets())
    named = set(re.findall(r"(?m)(?:^ +|[{;] )(--[\w-]+):", text))
    asked = set(re.findall(r"var\((--[\w-]+)[,)]", text))
    ours = {one for one in named if not one.startswith("--md-")}
    assert ours == asked - {"--reading", "--telling"}


def test_drawn_letters_are_as_large_as_measured() -> None:
    """The size by which texts of drawings are broken is the size that they are drawn in."""
    (size,) = re.findall(r"--text-drawn: (\d+)px", SHEETS["tokens"].read_text(encoding="utf-8"))
    assert int(size) == lettering.SIZE


def test_every_sheet_is_joined_once() -> None:
    """What lies in the folder is read, in an order that is written down."""
    assert sorted(styles.SHEETS) == list(SHEETS)


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_short(name: str) -> None:
    """One component a sheet, of 300 lines at most, which says first what it is of."""
    text = SHEETS[name].read_text(encoding="utf-8")
    assert text.count("\n") <= LIMIT
    assert text.startswith("/* ")
