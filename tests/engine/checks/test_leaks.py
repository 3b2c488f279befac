"""No more of an original gets out than a quotation, wherever and however it is written."""

import shutil
from pathlib import Path

import pytest

from newsdossier.checks.examination import examine
from tests.support.ferry import FERRY
from tests.support.hostile import HostileDossier
from tests.support.payloads import FIELDS, NAME, PLACES, RENDITION, TARGETS, At, Sort, flat

#: Sixteen words of the tests' wire copy, one more than a quotation has, as they may be written.
RUNS = {
    "as printed": """
        By Monday fourteen people were injured, not eleven as first counted, the island’s rescuers
        said. The""",
    "in capitals": """
        BY MONDAY FOURTEEN PEOPLE WERE INJURED NOT ELEVEN AS FIRST COUNTED THE ISLAND’S RESCUERS
        SAID THE""",
    "with other marks": """
        By Monday: fourteen <people> were *injured* – (not) “eleven” as/first
        counted, the island's rescuers said! The""",
    "in wide letters": """
        Ｂｙ Ｍｏｎｄａｙ fourteen people were injured not eleven as first counted the
        island’s rescuers said the""",
}

#: What a rendition may put between and into the words.
MARKED = {
    "emphasis": """
        By *Monday fourteen* people were **injured, not** eleven as first counted, the island’s
        rescuers said. The""",
    "link": """
        By Monday [fourteen people](https://example.org/) were injured, not eleven as first counted,
        the island’s rescuers said. The""",
    "mark": """
        By Monday fourteen[^x] people were injured, not eleven[^x] as first counted, the
        island’s rescuers said. The""",
    "within a word": """
        By Monday four*teen* people were injured, not ele[^x]ven as first counted, the island’s
        rescuers said. The""",
    "reference to a character": """
        By Monday &#102;ourteen people were injured\\, not eleven as first counted, the island’s
        rescuers said. The""",
}

TEXTS = {at for at, sort in FIELDS.items() if sort is Sort.TEXT}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which one article's original is at hand."""
    for name in ("articles", "originals"):
        (tmp_path / "dossier" / name).mkdir(parents=True)
    for name in ("articles/wire-copy.yml", "articles/wire-copy.md", "originals/wire-copy.txt"):
        shutil.copy(FERRY / name, tmp_path / "dossier" / name)
    monkeypatch.setenv("DOSSIER_ORIGINALS", str(tmp_path / "dossier" / "originals"))
    return tmp_path / "dossier"


def leaks(folder: Path) -> set[tuple[str, int]]:
    """Where `check` finds words of an original."""
    found = [one.place for one in examine(folder)[1] if one.rule == "leak"]
    return {(place.path, place.line) for place in found}


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_a_run_of_words_is_refused_in_every_field(run: str, folder: Path) -> None:
    """Each text of each record that repeats sixteen words is named with its line."""
    texts = [run.strip(), "plain words"]
    left_out = {(1, at) for at in PLACES} | {(0, at) for at in RENDITION}
    dossier = HostileDossier(folder, [0, 1], left_out, texts=texts).write()
    assert {at for _, at in dossier.places} == TEXTS
    assert leaks(folder) == set().union(*dossier.places.values())


@pytest.mark.parametrize("at", sorted(RENDITION.keys() - TARGETS), ids=lambda at: at[1])
def test_a_run_of_words_is_refused_in_every_part_of_a_rendition(at: At, folder: Path) -> None:
    """Emphasised, linked or quoted, the block that repeats sixteen words is named."""
    texts = [RUNS["as printed"].strip(), "plain words"]
    name = {(0, NAME)} if "name" in at[1] else set()
    left_out = {(n, other) for n in (0, 1) for other in PLACES} - {(0, at)} - name
    dossier = HostileDossier(folder, [0, 1], left_out, texts=texts).write()
    assert leaks(folder) == set().union(*dossier.places.values())


@pytest.mark.parametrize("text", MARKED.values(), ids=MARKED)
def test_what_stands_between_the_words_hides_nothing(text: str, folder: Path) -> None:
    """Emphasis, links, marks and references to characters within the run do not break it."""
    (folder / "articles" / "wire-copy.md").write_text(f"So.\n\n{flat(text)}\n", encoding="utf-8")
    shutil.copy(FERRY / "dossier.yml", folder)
    assert leaks(folder) == {("dossier/articles/wire-copy.md", 3)}


def test_a_quotation_is_no_leak(folder: Path) -> None:
    """Fifteen words may be quoted, in every field."""
    quotation = " ".join(RUNS["as printed"].split()[:14])
    HostileDossier(folder, [0, 1], texts=[quotation, "plain words"]).write()
    assert leaks(folder) == set()
