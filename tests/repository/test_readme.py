"""The first page of the repository: what it shows and leads to is there, and its commands exist."""

import re

import pytest

from tests.support.building import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILES = (
    ROOT / "Makefile",
    ROOT / "hooks" / "newsdossier" / "authoring" / "starter_files" / "Makefile",
)


def test_what_it_leads_to_and_shows_is_there() -> None:
    """Each link and each picture is a file of the repository."""
    named = re.findall(r'\]\(([^)#]+)|(?:src|srcset)="([^"]+)"', README)
    paths = [link or picture for link, picture in named]
    assert len(paths) > 4
    assert [path for path in paths if not (ROOT / path).is_file()] == []


def test_it_has_a_picture_for_each_scheme() -> None:
    """Who reads in the dark sees the site in the dark."""
    assert README.count("prefers-color-scheme: dark") == 1
    light, dark = sorted(re.findall(r'"\.github/screenshot-(\w+)\.png"', README), reverse=True)
    assert (light, dark) == ("light", "dark")


@pytest.mark.parametrize("target", re.findall(r"^    make (\S+)", README, re.MULTILINE))
def test_its_commands_are_targets(target: str) -> None:
    """What it says to run, make knows."""
    known = "\n".join(file.read_text(encoding="utf-8") for file in MAKEFILES)
    assert re.search(rf"^{target}:", known, re.MULTILINE)
