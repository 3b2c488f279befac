"""The ways from a page to the lines it is made from, and to the form for a mistake."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from newsdossier.problems.problem import Place
from newsdossier.site.repository import Repository, parse_repository
from tests.support.building import ROOT
from tests.support.ferry import FERRY
from tests.support.serving import serving

SITE = "https://example.org/ferry/"
HOME = "https://github.com/somebody/dossiers"


class Links(HTMLParser):
    """The links of a page that lead to its sources, by their accessible names."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where such a link leads."""
        values = {name: value or "" for name, value in attrs}
        if values.get("class") == "edit-link":
            self.found.append((values["aria-label"], values["href"]))

    def of(self, verb: str) -> list[tuple[str, str]]:
        """What links of one sort are for, and where they lead."""
        return [(name.removeprefix(verb), to) for name, to in self.found if name.startswith(verb)]


def written(dossier: Path, out: Path, *options: str) -> dict[str, str]:
    """The pages that the command writes into a folder, by their paths in it."""
    command = [sys.executable, "-m", "newsdossier", "--dossier", str(dossier), "pages", str(out)]
    subprocess.run([*command, *options], check=True)
    return {
        path.relative_to(out).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(out.rglob("*.md"))
    }


@pytest.fixture(scope="module")
def dossier() -> Path:
    """The invented dossier."""
    return FERRY


@pytest.fixture(scope="module")
def pages(dossier: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The pages of a dossier, leading to a repository."""
    out = tmp_path_factory.mktemp("with") / "pages"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOSSIER_ORIGINALS", "nowhere")
        return written(dossier, out, "--repository", "somebody/dossiers", "--site", SITE)


def test_without_a_repository_there_are_no_such_links(
    dossier: Path, pages: Mapping[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the setting the links are missing, and nothing else is other than with it."""
    monkeypatch.setenv("DOSSIER_ORIGINALS", "nowhere")
    without = written(dossier, tmp_path / "pages", "--site", SITE)
    link = r' <a class="edit-link"[^>]*>[^<]*</a>'
    whole = r'<p class="page-kind">' + f"(?:{link})+" + "</p>\n\n"
    bare = {path: re.sub(link, "", re.sub(whole, "", text)) for path, text in pages.items()}
    assert [path for path in bare if bare[path] != without.get(path)] == []
    assert bare.keys() == without.keys()
    assert "github.com" not in "".join(without.values())


def line_at(dossier: Path, address: str) -> str:
    """The line of a file that an address on GitHub shows."""
    parts = urlsplit(address)
    assert address.startswith(f"{HOME}/blob/main/{dossier.name}/"), address
    path = unquote(parts.path).partition("/blob/main/")[2]
    assert (parts.query == "plain=1") is path.endswith(".md"), "Markdown has lines as plain text"
    lines = (dossier.parent / path).read_text(encoding="utf-8").splitlines()
    return lines[int(parts.fragment.removeprefix("L")) - 1]


def record(path: Path) -> dict[str, Any]:
    """A file of the data as it is written."""
    loaded: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return loaded


def test_every_note_leads_to_its_statement(dossier: Path, pages: Mapping[str, str]) -> None:
    """On the page of an article each statement has one link, to the line that names it."""
    for path in sorted((dossier / "articles").glob("*.yml")):
        found = Links(pages[f"articles/{path.stem}.md"]).of("edit the note ")
        assert Counter(name for name, _ in found) == Counter(
            statement["id"] for statement in record(path)["statements"]
        )
        for name, address in found:
            assert f"/articles/{path.stem}.yml" in address
            assert re.fullmatch(rf"\s+-?\s*id: {name}", line_at(dossier, address))


def test_every_mistake_is_reported_by_its_name_and_page(
    dossier: Path, pages: Mapping[str, str]
) -> None:
    """The form is filled in with what the mistake is in and with the address that shows it."""
    for path in sorted((dossier / "articles").glob("*.yml")):
        links = Links(pages[f"articles/{path.stem}.md"]).of("report a mistake in ")
        assert len(links) == len(record(path)["statements"]) + 1
        for what, address in links:
            assert address.startswith(f"{HOME}/issues/new?template=mistake.yml&")
            filled = parse_qs(urlsplit(address).query)
            note = what.removeprefix("the note ")
            here = what == "this article"
            name = f"article {path.stem}" if here else f"{path.stem}#{note}"
            page = f"{SITE}articles/{path.stem}/" + ("" if here else f"#fn:{note}")
            assert filled == {"template": ["mistake.yml"], "where": [name], "page": [page]}


def test_every_entity_and_spelling_leads_to_its_line(
    dossier: Path, pages: Mapping[str, str]
) -> None:
    """The page of an entity leads to its title, and each of its names to the line it stands in."""
    for path in sorted((dossier / "entities").rglob("*.yml")):
        entity = record(path)
        links = Links(pages[f"entities/{path.parent.name}/{path.stem}.md"])
        ((_, address),) = links.of("edit this entity")
        assert line_at(dossier, address).startswith("title: ")
        assert address.partition("#")[0].endswith(f"/{path.parent.name}/{path.stem}.yml")
        ((_, report),) = links.of("report a mistake in this entity")
        assert parse_qs(urlsplit(report).query)["where"] == [f"entity {path.stem}"]
        found = links.of("edit the spelling ")
        names = [name["name"] for name in entity["names"]]
        assert sorted(name for name, _ in found) == sorted(names)
        for name, address in found:
            assert name in line_at(dossier, address).replace('\\"', '"').replace("''", "'")


def test_every_cell_leads_to_its_answer_or_silence(dossier: Path, pages: Mapping[str, str]) -> None:
    """Each cell leads to where its answer or its silence stands, or a silence would be written."""
    articles = {path.stem: record(path) for path in (dossier / "articles").glob("*.yml")}
    for path in sorted((dossier / "questions").glob("*.yml")):
        question = record(path)
        links = Links(pages[f"comparison/{path.stem}.md"])
        ((_, address),) = links.of(f"edit the question {question['label']}")
        assert line_at(dossier, address).startswith("asks: ")
        for name, article in articles.items():
            cell = f"{question['label']} in {article['label']}"
            found = links.of(f"edit {cell}")
            given = [a for s in article["statements"] for a in s.get("answers", [])]
            answers = [answer for answer in given if answer["question"] == path.stem]
            assert len(found) == max(1, len(answers)), cell
            for _, address in found:
                assert f"/articles/{name}.yml" in address
                line = line_at(dossier, address)
                asked = re.search(rf"(?<![a-z0-9-]){path.stem}(?![a-z0-9-])", line)
                assert asked if answers else asked or line.startswith("silent:"), line


def test_every_block_leads_to_its_paragraph(dossier: Path, pages: Mapping[str, str]) -> None:
    """Each paragraph retold leads to the line of the retelling in which it begins."""
    for path in sorted((dossier / "articles").glob("*.md")):
        found = Links(pages[f"articles/{path.stem}.md"]).of("edit block ")
        lines = path.read_text(encoding="utf-8").splitlines()
        begun = [a for a, b in zip(lines, ["", *lines], strict=False) if a and not b.strip("> ")]
        begun = [line for line in begun if not line.lstrip("> ").startswith("#") and line != ">"]
        assert [line_at(dossier, address) for _, address in found] == begun


def test_story_silences_and_dispatches_lead_to_their_lines(
    dossier: Path, pages: Mapping[str, str]
) -> None:
    """What else is made from a line of its own leads to it."""
    story = Links(pages["index.md"]).of("edit this sentence")
    assert len(story) == len(record(dossier / "dossier.yml")["story"])
    assert all("text: " in line_at(dossier, address) for _, address in story)
    dispatches = Links(pages["sources.md"]).of("edit the dispatch ")
    assert len(dispatches) == len(list((dossier / "origins").glob("*.yml")))
    for title, address in dispatches:
        assert line_at(dossier, address) == f"title: {title}"
    labels = {path.stem: record(path)["label"] for path in (dossier / "questions").glob("*.yml")}
    for path in (dossier / "articles").glob("*.yml"):
        article = record(path)
        found = dict(Links(pages[f"articles/{path.stem}.md"]).of("edit "))
        for silent in article["silent"]:
            name = silent["question"] if isinstance(silent, dict) else silent
            assert name in line_at(dossier, found[f"{labels[name]} in {article['label']}"])


def test_what_is_printed_has_none(pages: Mapping[str, str]) -> None:
    """The page that is made for printing has no such link."""
    assert Links(pages["printable.md"]).found == []


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("", None),
        ("somebody/dossiers", Repository(HOME)),
        ("https://github.com/somebody/dossiers", Repository(HOME)),
        ("https://github.com/somebody/dossiers.git", Repository(HOME)),
        ("https://github.com/somebody/dossiers/", Repository(HOME)),
        ("https://github.com/somebody/dossiers/tree/draft", Repository(HOME, "draft")),
        (
            "https://github.com/somebody/dossiers/tree/main/a/b.c",
            Repository(HOME, "main", "/a/b.c"),
        ),
    ],
)
def test_a_repository_is_named_in_short_or_by_its_address(
    setting: str, expected: Repository | None
) -> None:
    """OWNER/NAME, and what the browser shows of the repository, a branch or a folder, will do."""
    assert parse_repository(setting) == expected


@pytest.mark.parametrize(
    "setting",
    [
        "dossiers",
        "somebody/",
        "somebody/..",
        "somebody/dossiers/more",
        "-somebody/dossiers",
        "somebody/dossiers\n",
        'somebody/dossiers"onclick="x',
        "javascript:alert(1)",
        "http://github.com/somebody/dossiers",
        "https://github.com",
        "https://somebody@github.com/somebody/dossiers",
        "https://github.com/somebody/dossiers?x",
        "https://github.com/somebody/dossiers/blob/main",
        "https://github.com/somebody/dossiers/tree/main/../..",
        "https://github.com/somebody/dossiers/tree/-x",
    ],
)
def test_a_setting_that_names_no_repository_is_refused(setting: str) -> None:
    """A mistyped or hostile setting says what to write instead, and makes no link."""
    with pytest.raises(ValueError, match="is no repository; write OWNER/NAME"):
        parse_repository(setting)


def test_a_name_in_an_address_cannot_end_it() -> None:
    """What stands in an address of a line or of a report is part of it alone."""
    place = Place('dossier/a b"?#&.yml', 3)
    assert (
        Repository(HOME).line_address(place) == f"{HOME}/blob/main/dossier/a%20b%22%3F%23%26.yml#L3"
    )
    reported = Repository(HOME).report_address("a&template=x#y", "https://example.org/?a=b&c#d")
    assert parse_qs(urlsplit(reported).query) == {
        "template": ["mistake.yml"],
        "where": ["a&template=x#y"],
        "page": ["https://example.org/?a=b&c#d"],
    }


def build_ferry(out: Path, setting: str) -> subprocess.CompletedProcess[str]:
    """Build the tests' own dossier as a site, with the setting in the environment."""
    config = ("--config-file", "tests/ferry.mkdocs.yml", "--site-dir", str(out))
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", *config],
        cwd=ROOT,
        env={
            **os.environ,
            "NO_MKDOCS_2_WARNING": "1",
            "DOSSIER_ORIGINALS": str(FERRY / "originals"),
            "REPOSITORY": setting,
            "SITE_URL": SITE,
        },
        capture_output=True,
        text=True,
    )


def test_a_build_tells_a_wrong_setting_in_one_line(tmp_path: Path) -> None:
    """Nothing is built, and the message names the setting and what to write."""
    built = build_ferry(tmp_path / "site", "somebody/dossiers/more")
    assert built.returncode != 0
    assert not (tmp_path / "site").exists()
    (line,) = [line for line in built.stderr.splitlines() if "extra.repository" in line]
    assert "write OWNER/NAME" in line
    assert "Traceback" not in built.stderr


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the tests' own dossier, which lies in a folder of its repository."""
    out = tmp_path_factory.mktemp("ferry") / "site"
    built = build_ferry(out, f"{HOME}/tree/main/tests")
    assert built.returncode == 0, built.stderr
    return out


def test_a_built_site_leads_into_the_folder_of_the_repository(ferry: Path) -> None:
    """A dossier that does not lie at the top of its repository is found where it lies."""
    links = [
        (name, to)
        for path in ferry.rglob("*.html")
        for name, to in Links(path.read_text(encoding="utf-8")).of("edit ")
    ]
    assert links
    for _, address in links:
        path = unquote(urlsplit(address).path).partition("/blob/main/")[2]
        assert path.startswith("tests/dossier/"), address
        assert (ROOT / path).is_file(), address


def test_search_does_not_find_the_links(ferry: Path) -> None:
    """No hit shows the words of the links."""
    index = json.loads((ferry / "search" / "search_index.json").read_text(encoding="utf-8"))
    words = re.compile(r"\bedit\b|report a mistake")
    made = [entry for entry in index["docs"] if "Guide" not in entry["tags"]]
    assert [entry["location"] for entry in made if words.search(entry["text"])] == []


@pytest.fixture(scope="module")
def ferry_served(ferry: Path) -> Iterator[str]:
    """The address of that site's home page on this machine."""
    with serving(ferry) as address:
        yield address


OPACITY = "link => getComputedStyle(link).opacity"


def test_in_a_row_a_link_is_seen_where_one_looks(page: Page, ferry_served: str) -> None:
    """It is seen under the pointer, and when the focus comes by keyboard, and else is not."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{ferry_served}comparison/dead/")
    cell = page.locator("[id='dead--courier'] td").last
    link = cell.get_by_role("link", name="edit Dead in Courier").first
    assert link.evaluate(OPACITY) == "0"
    cell.hover()
    assert link.evaluate(OPACITY) == "1"
    page.mouse.move(0, 0)
    assert link.evaluate(OPACITY) == "0"
    cell.get_by_role("link", name="note").first.focus()
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    assert link.evaluate(OPACITY) == "1"
    assert [url for url in asked if not url.startswith((ferry_served, "data:", "blob:"))] == []


def test_by_touch_a_link_is_always_seen(browser: Browser, ferry_served: str) -> None:
    """Where nothing can hover nothing is hidden, and no paragraph is covered."""
    with browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    ) as context:
        page = context.new_page()
        page.goto(f"{ferry_served}comparison/dead/")
        link = page.get_by_role("link", name="edit Dead in Courier").first
        assert link.evaluate(OPACITY) == "1"
        page.goto(f"{ferry_served}articles/courier/")
        beside = page.locator("#p3 .edit-link")
        assert beside.evaluate(OPACITY) == "1"
        assert beside.evaluate("link => getComputedStyle(link).position") == "static"


def test_a_card_and_paper_go_without(page: Page, ferry_served: str) -> None:
    """The card of a note shows the note alone, and paper has no use for links to edit."""
    page.goto(f"{ferry_served}articles/courier/")
    page.locator('.rendition a.footnote-ref[href="#fn:fog"]').first.hover()
    card = page.locator(".aside-card")
    expect(card).to_contain_text("We lost sight")
    expect(card.locator(".edit-link:visible")).to_have_count(0)
    note = page.locator("[id='fn:fog']")
    expect(note.get_by_role("link", name="edit the note fog")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".edit-link:visible")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["articles/courier/", "comparison/dead/"])
def test_pages_with_links_are_accessible(
    path: str, scheme: Any, browser: Browser, ferry_served: str
) -> None:
    """With the links shown a page breaks none of axe-core's rules."""
    with browser.new_context(
        color_scheme=scheme, reduced_motion="reduce", bypass_csp=True
    ) as context:
        page = context.new_page()
        page.goto(ferry_served + path, wait_until="networkidle")
        page.add_style_tag(content=".edit-link { opacity: 1 !important }")
        assert [found["id"] for found in Axe().run(page).response["violations"]] == []
