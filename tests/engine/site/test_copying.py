"""Which pages there are on copies, and where the navigation leads."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from newsdossier.model import addresses
from newsdossier.site.build import publish
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.versions import VersionHead, VersionsView
from tests.support.ferry import change, copied, replaced
from tests.support.rendered import body, of_class, told, words

WIRE, RETELLING, COURIER = (
    f"articles/{name}.yml" for name in ("wire-copy", "retelling", "courier")
)
PAGE = "copying/coastwire-grounding.md"

#: What makes the wire copy's tow and the courier's fine copies of a second dispatch.
SECOND = [
    {"file": "origins/telegram.yml", "content": "title: A telegram\nbecause: Both name it.\n"},
    replaced(WIRE, "- id: tow\n", "- id: tow\n    origin: telegram\n"),
    replaced(
        COURIER,
        "- id: safest\n    at: 4\n",
        "- id: safest\n    copy_of: tow\n    origin: telegram\n    at: 4\n",
    ),
    {"file": "origins/telegram.yml", "replace": "because:", "with": "base: wire-copy\nbecause:"},
]


def built(folder: Path, *edits: Mapping[str, str]) -> dict[str, str]:
    """The pages of the ferry dossier with some edits."""
    dossier = copied(folder)
    for edit in edits:
        change(dossier, edit)
    return publish(dossier).pages


@pytest.fixture(autouse=True)
def _without_originals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DOSSIER_ORIGINALS", raising=False)


def test_the_navigation_leads_to_the_only_dispatch_in_copies(tmp_path: Path) -> None:
    """The list that has it alone is there for those who cut the address."""
    pages = built(tmp_path)
    assert {path for path in pages if "copying" in path} == {addresses.COPYING, PAGE}
    assert addresses.choose_copying_entry(pages) == PAGE


def test_several_dispatches_in_copies_are_listed(tmp_path: Path) -> None:
    """Each page is called by its dispatch, and the navigation leads to the list."""
    pages = built(tmp_path, *SECOND)
    assert addresses.choose_copying_entry(pages) == addresses.COPYING
    listed = [words(item) for item in body(pages[addresses.COPYING]).iter("li")]
    assert [item.partition(" One dispatch")[0] for item in listed] == [
        "Coastwire dispatch",
        "A telegram",
    ]
    (title,) = body(pages["copying/telegram.md"]).iter("h1")
    assert words(title) == "What changed in copying: A telegram"


def test_a_dossier_without_copies_has_no_such_page(tmp_path: Path) -> None:
    """Nor is there any entry in the navigation."""
    reason = "“bench” is a translator’s word for a bank"
    variant = f"variants:\n  - {{article: retelling, cause: translation, because: {reason}}}\n"
    dispatch = "title: A dispatch\nagency: coastwire\nbecause: The wire copy names it.\n"
    edits = [
        replaced(RETELLING, "{origin: coastwire-grounding, because:", "{origin: none, because:"),
        replaced(RETELLING, "    copy_of: [ashore, struck]\n", ""),
        replaced(RETELLING, "    copy_of: steering\n", ""),
        replaced(RETELLING, "    copy_of: ashore\n", ""),
        replaced("questions/struck.yml", variant, ""),
        {"file": "origins/coastwire-grounding.yml", "content": dispatch},
    ]
    pages = built(tmp_path, *edits)
    assert [path for path in pages if "copying" in path] == []
    assert addresses.choose_copying_entry(pages) is None


def test_a_copy_leads_to_what_changed_in_it(tmp_path: Path) -> None:
    """So do the sources; an article that copies nothing does not."""
    pages = built(tmp_path)
    leading = [
        path
        for path in (
            "articles/wire-copy.md",
            "articles/retelling.md",
            "articles/courier.md",
            "sources.md",
        )
        if any(
            link.get("href", "").endswith("copying/coastwire-grounding/")
            for link in body(pages[path]).iter("a")
        )
    ]
    assert leading == ["articles/wire-copy.md", "articles/retelling.md", "sources.md"]


def test_many_versions_stand_below_each_other() -> None:
    """Six columns would be too narrow to read."""
    head = VersionHead(Text("A copy"), "2 paragraphs")
    assert VersionsView([head] * 5, []).columns == "5"
    assert VersionsView([head] * 6, []).columns == "many"


def test_a_version_shows_what_is_left_out_and_what_is_told_above(tmp_path: Path) -> None:
    """A statement that copies two is shown with the first, and the second leads there."""
    page = body(built(tmp_path)[PAGE])
    assert told(page, "left-out") == ["left out"] * 4
    (struck,) = [line for line in of_class(page, "passage-line") if "Saturday" in words(line)]
    (link,) = [one for one in struck.iter("a") if "above" in words(one)]
    assert link.get("href") == "#retelling--bench"
