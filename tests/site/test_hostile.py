"""Whatever the check accepts does nothing on the site, and is shown as it is written.

The payloads of `cases/payloads.yml` that no rule refuses are published, and their sites opened in
Chromium. `make test` publishes an eighth of the combinations of payload and field in one site, each
payload and each field among them, and `make test-long` all.
"""

import csv
import io
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser

from newsdossier.source.changelog import read_changelog
from tests.support.building import ROOT, build
from tests.support.hostile import HostileDossier
from tests.support.payloads import (
    MENTION,
    NAME,
    PAYLOADS,
    PLACES,
    RENDITION,
    Combination,
    flat,
)
from tests.support.refusing import Checked
from tests.support.sharing import find_once
from tests.support.visiting import Findings, visit_site

#: Fields that no page shows: they say how an original is found and cut, or which of its words are
#: quoted, or go into files alone.
UNSEEN = {
    ("article", "original", "file"),
    ("article", "original", "blocks", "[]", "opens"),
    ("article", "statements", "[]", "origin", "because"),
    ("article", "statements", "[]", "quoted", "[]"),
    ("dossier", "licence", "name"),
}

#: A day of a log of changes, and how many lines it may have: a day's list is one paragraph.
DAY, LINES = "## 2026-01-0{}\n\n### Data\n{}\n", 40

SITE = """\
INHERIT: {root}/mkdocs.yml
site_name: Hostile
docs_dir: {root}/docs
hooks: [{root}/hooks/publish.py]
"""


@dataclass(frozen=True)
class Part:
    """A part of the payloads, put together into one site in one of every so many combinations."""

    number: int
    parts: int
    every: int

    def __str__(self) -> str:
        return f"hostile-{self.number}-of-{self.parts}-every-{self.every}"

    @property
    def payloads(self) -> range:
        """The payloads of this part."""
        return range(self.number, len(PAYLOADS), self.parts)

    @property
    def combinations(self) -> set[Combination]:
        """The combinations that are to be published."""
        return {
            (payload, at)
            for payload in self.payloads
            for number, at in enumerate(PLACES)
            if (payload + number) % self.every == 0
        }


@dataclass(frozen=True)
class Published:
    """A site of hostile texts, and which stand in it."""

    site: Path
    combinations: set[Combination]


PARTS = [Part(0, 1, 8), *(pytest.param(Part(n, 6, 1), marks=pytest.mark.long) for n in range(6))]


@pytest.fixture(scope="module", params=PARTS, ids=str)
def part(request: pytest.FixtureRequest) -> Part:
    """An eighth of all combinations, or a sixth of the payloads in every field."""
    part: Part = request.param
    return part


@pytest.fixture(scope="module")
def published(part: Part, checked: Checked, tmp_path_factory: pytest.TempPathFactory) -> Published:
    """A site in which what `check` does not refuse is published."""
    # What no rendition may call an entity cannot be a part of its name, which one has.
    unsaid = {(payload, NAME) for payload, at in checked.refused if at == MENTION}
    left_out = checked.refused.keys() | unsaid | (checked.tried - part.combinations)
    return find_once(tmp_path_factory, str(part), partial(publish, part, left_out))


def hostile_log(part: Part) -> str:
    """A log of changes with the payloads that no rule refuses there."""
    lines = [f"- Told: {flat(PAYLOADS[one])}\n" for one in part.payloads]
    # What the log refuses, it refuses a line at a time.
    fitting = [
        one for one in lines if not read_changelog(f"# Changes\n\n{DAY.format(1, one)}", "")[1]
    ]
    days = ["".join(fitting[first : first + LINES]) for first in range(0, len(fitting), LINES)]
    dated = [DAY.format(len(days) - number, day) for number, day in enumerate(days)]
    return "\n".join(["# Changes\n", *dated])


def publish(part: Part, left_out: set[Combination], folder: Path) -> Published:
    """Write a hostile dossier, with a log of changes, and build its site."""
    dossier = HostileDossier(folder / "dossier", part.payloads, left_out, bundle=part.every)
    dossier.write()
    (folder / "dossier" / "CHANGELOG.md").write_text(hostile_log(part), encoding="utf-8")
    (folder / "mkdocs.yml").write_text(SITE.format(root=ROOT), encoding="utf-8")
    build(folder / "site", folder / "mkdocs.yml", folder)
    return Published(folder / "site", set(dossier.places))


@pytest.fixture(scope="module")
def findings(
    part: Part, published: Published, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Findings:
    """What is found on the pages without their policy, which must not be all that holds."""

    def visit(folder: Path) -> Findings:
        bare = folder / "site"
        shutil.copytree(published.site, bare)
        for path in bare.rglob("*.html"):
            text = path.read_text(encoding="utf-8")
            without, number = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
            assert number == 1, path
            path.write_text(without, encoding="utf-8")
        return visit_site(browser, bare, closely=True)

    return find_once(tmp_path_factory, f"{part}-visited", visit)


def test_each_payload_and_each_field_is_published(
    part: Part, published: Published, checked: Checked
) -> None:
    """What the check lets through stands on the site, each payload and each field among it."""
    passed = checked.tried - checked.refused.keys()
    payloads = {payload for payload, _ in passed if payload in part.payloads}
    assert {payload for payload, _ in published.combinations} == payloads
    assert {at for _, at in published.combinations} == {at for _, at in passed}


def test_nothing_runs(findings: Findings) -> None:
    """No script runs, no dialog opens, no other host is asked, no error is told; without policy."""
    assert findings.ran == []


def test_nothing_breaks_out(findings: Findings) -> None:
    """No page has an element, an attribute or an address that none of ours has."""
    assert findings.foreign == []


def test_what_is_written_is_what_is_read(findings: Findings) -> None:
    """Each payload stands on the pages letter for letter."""
    assert findings.garbled == []


def test_everything_published_is_seen(findings: Findings, published: Published) -> None:
    """Every payload in every field is read on some page, but for fields that no page shows."""
    shown = {one for one in published.combinations if one[1] not in UNSEEN | RENDITION.keys()}
    assert sorted(shown - findings.seen) == []


def test_nothing_stands_outside_its_place(findings: Findings) -> None:
    """No text pushes its page wider than the window, or runs over what stands beside it."""
    assert findings.outside == []


def test_the_policy_has_nothing_to_stop(published: Published, browser: Browser) -> None:
    """With the policy nothing runs either, and it is broken nowhere: a breach is an error told."""
    found = visit_site(browser, published.site, closely=False)
    assert found.ran == []
    assert found.foreign == []


def data_files(published: Published, suffix: str) -> Iterator[tuple[Path, str]]:
    """The files to take along that have a suffix, with what they hold."""
    for path in (published.site / "data").glob(f"*{suffix}"):
        yield path, path.read_text(encoding="utf-8")


def test_tables_can_be_read(published: Published) -> None:
    """A table has as many cells a line as fields, and no formula."""
    tables = dict(data_files(published, ".csv"))
    assert tables
    for path, text in tables.items():
        head, *lines = csv.reader(io.StringIO(text, newline=""), strict=True)
        assert {len(line) for line in lines} == {len(head)}, path
        cells = [cell for line in lines for cell in line]
        assert [one for one in cells if one.startswith(("=", "+", "-", "@"))] == []


def test_json_can_be_read(published: Published) -> None:
    """JSON is JSON, and so is every line of JSON Lines."""
    for suffix in (".json", ".jsonld"):
        assert all(json.loads(text) for _, text in data_files(published, suffix))
    for _, text in data_files(published, ".jsonl"):
        assert all(json.loads(line) for line in text.split("\n")[:-1])


def test_the_feed_carries_no_markup_of_others(published: Published) -> None:
    """The feed is XML; what it shows has elements of ours alone, and no address that runs."""
    ((_, text),) = data_files(published, ".atom")
    entries = ElementTree.fromstring(text).findall(".//{*}content")
    assert entries
    shown = "".join(one.text or "" for one in entries)
    own = r"/?(?:a|code|em|h\d|hr|li|ol|p|pre|strong|ul)\b"
    assert not re.search(rf"<(?!{own})[a-z!]", shown)
    assert not re.search(r'href="\s*(?:javascript|vbscript|data):', shown, re.I)
