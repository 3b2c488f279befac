"""The fonts that the site brings along: every machine draws its pages in the same letters."""

import os
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from browser.chromium import find_chromium
from newsdossier.site.drawings.lettering import shorten_text, text_width, wrap_text
from newsdossier.site.fonts.keeping import keep, read_kept

PAGES = ["", "articles/dawn-2022-01-11/", "comparison/", "timeline/", "sources/", "coverage/"]
PHONE: ViewportSize = {"width": 390, "height": 844}
OVERFLOW = Path(__file__).parent / "browser" / "overflow.js"

#: No folder of fonts but an empty one.
NO_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}/empty</dir><cachedir>{folder}/cache</cachedir></fontconfig>"""

#: Where each paragraph, heading, cell and label stands, and how large it is.
PLACES = """() => [...document.querySelectorAll("article :is(h1, h2, p, dd, li, th, td, text)")]
    .map(it => [it.getBoundingClientRect(), it.textContent.trim().slice(0, 40)])
    .map(([box, text]) => [text, ...[box.x, box.y, box.width, box.height].map(Math.round)])"""


@pytest.fixture(scope="module")
def fontless(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A second Chromium, which finds no font on the machine: where it can be reached."""
    folder = tmp_path_factory.mktemp("fonts")
    (folder / "empty").mkdir()
    config = folder / "fonts.conf"
    config.write_text(NO_FONTS.format(folder=folder), encoding="utf-8")
    profile, port = folder / "profile", folder / "profile" / "DevToolsActivePort"
    flags = ["--headless", "--disable-gpu", "--no-sandbox", "--no-first-run"]
    flags += ["--remote-debugging-port=0", f"--user-data-dir={profile}"]
    process = subprocess.Popen(
        [find_chromium(), *flags, "about:blank"],
        env={**os.environ, "FONTCONFIG_FILE": str(config)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while process.poll() is None and not port.exists():
        pass
    yield port.read_text().split()[0]
    process.terminate()
    process.wait()
