"""The fonts that the site brings along: every machine draws its pages in the same letters."""

import os
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from playwright.sync_api import Browser, Page, ViewportSize

from newsdossier.site.drawings.lettering import text_width, wrap_text
from newsdossier.site.fonts import cutting
from newsdossier.site.fonts.keeping import keep, read_kept
from tests.support.building import ROOT
from tests.support.chromium import find_chromium
from tests.support.machines import MACHINES, environment

VIEWS = ["", "articles/courier/", "comparison/"]
PICTURED = ["timeline/", "sources/", "coverage/", "comparison/dead/"]
OVERFLOW = (Path(__file__).parent / "scripts" / "overflow.js").read_text("utf-8").strip("; \n")
#: What the first view of a page may load, in bytes.
FIRST_VIEW = 120_000

ONE_FOLDER = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}/fonts</dir><cachedir>{folder}/cache</cachedir></fontconfig>"""

#: Where headings, paragraphs, cells and labels stand, and how large each is; what is folded away
#: is left out, since some of that is code, in the machine's own letters.
PLACES = """() => [...document.querySelectorAll("article :is(h1, h2, p, dd, li, th, td, text)")]
    .filter(it => !it.closest("details:not([open])"))
    .map(it => [it.getBoundingClientRect(), it.textContent.trim().slice(0, 40)])
    .map(([box, text]) => [text, ...[box.x, box.y, box.width, box.height].map(Math.round)])"""

#: How wide the browser draws each text of the pictures.
DRAWN = """() => [...document.querySelectorAll("svg.drawing text:not(.panel-title)")]
    .filter(text => text.checkVisibility()).map(text =>
    [text.getAttribute("class"), text.textContent, text.getComputedTextLength()])"""


#: The widths, out of these, at which some paragraph with code in it is wider than its column.
TOO_WIDE = """() => {
    const withCode = [...document.querySelectorAll("article :is(p, li):has(> code)")];
    const widths = Array.from({ length: 200 }, (_, step) => 200 + step);
    return [withCode.length, widths.filter(width => {
        withCode.forEach(it => { it.style.width = `${width}px`; });
        return withCode.some(it => it.scrollWidth > width);
    })];
}"""


def make_font_of_boxes(path: Path) -> None:
    """Make a font in which every letter is a box, wider than it is high."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for corner in ((0, 700), (1900, 700), (1900, 0)):
        pen.lineTo(corner)
    pen.closePath()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "box"])
    builder.setupCharacterMap(dict.fromkeys(range(32, 592), "box"))
    builder.setupGlyf(dict.fromkeys([".notdef", "box"], pen.glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys([".notdef", "box"], (2000, 0)))
    builder.setupHorizontalHeader(ascent=1500, descent=-800)
    builder.setupNameTable({"familyName": "Boxes", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=1500, usWinAscent=1500, usWinDescent=800)
    builder.setupPost()
    builder.save(path)


@pytest.fixture(scope="module")
def bare_browser(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser on a machine whose one font shows boxes: without any font Chromium ends."""
    folder = tmp_path_factory.mktemp("bare")
    (folder / "fonts").mkdir()
    make_font_of_boxes(folder / "fonts" / "boxes.ttf")
    (folder / "fonts.conf").write_text(ONE_FOLDER.format(folder=folder), encoding="utf-8")
    bare = browser.browser_type.launch(
        executable_path=find_chromium(),
        args=["--disable-gpu"],
        env={**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")},
    )
    yield bare
    bare.close()


def see(browser: Browser, address: str, width: int) -> tuple[list[object], list[str]]:
    """Look at a page in a window of a width: where everything stands, and what overflows."""
    window: ViewportSize = {"width": width, "height": 900}
    with browser.new_context(viewport=window, reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(address)
        page.evaluate("document.fonts.ready")
        return page.evaluate(PLACES), page.evaluate(OVERFLOW)


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("path", [*VIEWS, *PICTURED])
def test_pages_look_the_same_whatever_fonts_a_machine_has(
    browser: Browser, bare_browser: Browser, served: str, path: str, width: int
) -> None:
    """On a machine with no font of use all stands where it stands here, and nothing overflows."""
    here, _ = see(browser, served + path, width)
    there, overflowing = see(bare_browser, served + path, width)
    assert len(here) > 5
    assert there == here
    assert overflowing == []


def test_code_in_a_line_stays_in_its_column(page: Page, served: str) -> None:
    """However wide the column is, code that goes on in the next line does not stand out of it."""
    page.goto(f"{served}rules/")
    paragraphs, too_wide = page.evaluate(TOO_WIDE)
    assert paragraphs > 5
    assert too_wide == []


@pytest.mark.parametrize("path", VIEWS)
def test_a_first_view_loads_few_fonts(page: Page, served: str, path: str) -> None:
    """Opening a page loads fonts in both families, of 120 kB at most, and no other script's."""
    loaded: dict[str, int] = {}
    page.on(
        "response",
        lambda got: (
            loaded.__setitem__(got.url.rpartition("/")[2], len(got.body()))
            if got.url.endswith(".woff2")
            else None
        ),
    )
    page.goto(served + path)
    page.evaluate("document.fonts.ready")
    assert {"serif-latin.woff2", "sans-latin.woff2"} <= set(loaded)
    assert sum(loaded.values()) <= FIRST_VIEW, loaded


def test_another_script_loads_its_own_file(page: Page, served: str) -> None:
    """A page with names in Cyrillic letters loads these letters too, in the same family."""
    with page.expect_response(lambda got: got.url.endswith("-cyrillic.woff2")) as got:
        page.goto(f"{served}entities/organisation/skerrow-line/")
    assert got.value.ok


def test_labels_are_as_wide_as_was_measured(page: Page, served: str) -> None:
    """No text of a picture is drawn wider than the build took it to be."""
    for path in PICTURED:
        page.goto(served + path)
        page.evaluate("document.fonts.ready")
        drawn = page.evaluate(DRAWN)
        assert drawn
        wrong = [
            (role, text, width)
            for role, text, width in drawn
            if not 0.95 <= (width + 1) / (text_width(role, text) + 1) <= 1.02
        ]
        assert wrong == []


@pytest.mark.parametrize("width", [40, 90, 200])
def test_lines_are_no_wider_than_asked_for(width: int) -> None:
    """A text broken into lines loses no letter and fits; a word too long for a line is cut."""
    text = "The Kassym-Jomart unhyphenatedandverylongindeed statement, as of 5 January"
    lines = wrap_text("label", text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert [line for line in lines if text_width("label", line) > width] == []
    assert wrap_text("label", "one two three", 200) == ["one two three"]


def test_the_licence_lies_beside_the_fonts(site: Path) -> None:
    """Each typeface has its licence; a changed font says whose it was, and bears no name of it."""
    folder = site / "assets" / "fonts"
    for key in ("serif", "sans"):
        assert "SIL OPEN FONT LICENSE" in (folder / f"OFL-{key}.txt").read_text("utf-8")
    fonts = sorted(folder.glob("*.woff2"))
    assert len(fonts) == len(cutting.FACES) * len(cutting.SCRIPTS)
    for file in fonts:
        names = TTFont(file)["name"]
        assert "Adobe" in names.getDebugName(0)
        assert [n for n in (1, 4, 6, 16) if "source" in (names.getDebugName(n) or "").lower()] == []


#: Prints a digest of each file of a face, which is named by its number.
CUT = """
import sys
from hashlib import sha256
from newsdossier.site.fonts.cutting import FACES, cut_face
for name, content in cut_face(FACES[int(sys.argv[1])]).items():
    print(name, sha256(content).hexdigest())
"""

#: The last face is the quickest to cut; `make test-long` cuts the others.
LAST = len(cutting.FACES) - 1
NUMBERS = [*(pytest.param(n, marks=pytest.mark.long) for n in range(LAST)), LAST]


@pytest.mark.parametrize("number", NUMBERS)
def test_fonts_are_cut_alike_on_another_machine(number: int, site: Path, tmp_path: Path) -> None:
    """Cut anew in another home, locale and zone, a face is what the site has, byte for byte."""
    machine = environment(MACHINES["east, plain ASCII"], tmp_path)
    cut = subprocess.run(
        [sys.executable, "-c", CUT, str(number)],
        env=os.environ | machine | {"PYTHONPATH": str(ROOT / "hooks")},
        capture_output=True,
        text=True,
        check=True,
    )
    digests = dict(line.split() for line in cut.stdout.splitlines())
    assert len(digests) == len(cutting.SCRIPTS)
    for name, digest in digests.items():
        content = (site / "assets" / "fonts" / name).read_bytes()
        assert digest == sha256(content).hexdigest(), name


def test_half_a_kept_file_is_not_used(tmp_path: Path) -> None:
    """Cut off or changed anywhere, a kept file counts as not there."""
    path = tmp_path / "deep" / "kept.zip"
    contents = {"a.woff2": bytes(range(256)) * 4, "b.woff2": b"letters"}
    assert read_kept(path) is None
    keep(path, contents)
    assert read_kept(path) == contents
    assert list(path.parent.iterdir()) == [path]
    whole = path.read_bytes()
    for end in range(0, len(whole), 97):
        path.write_bytes(whole[:end])
        assert read_kept(path) is None
    path.write_bytes(whole.replace(b"letters", b"lettres"))
    assert read_kept(path) is None


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    """Where no folder can be made nothing is kept, and nothing fails."""
    (tmp_path / "file").write_text("no folder")
    keep(tmp_path / "file" / "kept.zip", {"a": b"a"})
    assert read_kept(tmp_path / "file" / "kept.zip") is None
