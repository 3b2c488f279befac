"""The ways from a page to the lines it is made from, and to the form for a mistake."""

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml

from newsdossier.site.build import publish
from newsdossier.site.repository import parse_repository
from tests.support.ferry import FERRY, change, copied
from tests.support.rendered import body, of_class, words
from tests.support.source_links import SourceLinks

SITE = "https://example.org/ferry/"
HOME = "https://github.com/somebody/dossiers"


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
    form = r'(?<=id="report">Found a mistake\? ).*?<a href="mailto'
    kept = r'<div id="edit">.*</div>\n| data-lines="[\d ]+"'
    parts = f"{whole}|{kept}|{link}"
    bare = {path: re.sub(parts, "", text) for path, text in pages.items()}
    bare = {
        path: re.sub(form, '<a href="mailto', text).replace(">write to", ">Write to")
        for path, text in bare.items()
    }
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


def lines_of(page: str, verb: str, of: str) -> list[str]:
    """The addresses of the lines that a page knows of the statements or paragraphs it has.

    They are those of the file to which the link leads that has the verb.
    """
    (address,) = [to for name, to in SourceLinks(page).of("edit ") if name == verb]
    (found,) = re.findall(rf'class="{of}[^>]* data-lines="([\d ]+)"', page)
    return [f"{address.partition('#')[0]}#L{line}" for line in found.split()]


def test_every_note_knows_the_line_of_its_statement(
    dossier: Path, pages: Mapping[str, str]
) -> None:
    """On the page of an article each note has the line that names its statement, in its order."""
    for path in sorted((dossier / "articles").glob("*.yml")):
        lines = lines_of(pages[f"articles/{path.stem}.md"], "the record", "note-list")
        named = [line_at(dossier, line) for line in lines]
        found = [re.fullmatch(r"\s+-?\s*id: (\S+)", line) for line in named]
        assert sorted(one[1] for one in found if one) == sorted(
            statement["id"] for statement in record(path)["statements"]
        )
        assert all(found)


def test_every_entity_and_spelling_leads_to_its_line(
    dossier: Path, pages: Mapping[str, str]
) -> None:
    """The page of an entity leads to its title, and each of its names to the line it stands in."""
    for path in sorted((dossier / "entities").rglob("*.yml")):
        entity = record(path)
        links = SourceLinks(pages[f"entities/{path.parent.name}/{path.stem}.md"])
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
        links = SourceLinks(pages[f"comparison/{path.stem}.md"])
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


def test_every_block_knows_its_line(dossier: Path, pages: Mapping[str, str]) -> None:
    """Each paragraph retold has the line of the retelling in which it begins."""
    for path in sorted((dossier / "articles").glob("*.md")):
        lines = lines_of(pages[f"articles/{path.stem}.md"], "the retelling", "rendition")
        text = path.read_text(encoding="utf-8").splitlines()
        begun = [a for a, b in zip(text, ["", *text], strict=False) if a and not b.strip("> ")]
        begun = [line for line in begun if not line.lstrip("> ").startswith("#") and line != ">"]
        assert [line_at(dossier, line) for line in lines] == begun


def test_story_and_dispatches_lead_to_their_lines(dossier: Path, pages: Mapping[str, str]) -> None:
    """What else is made from a line of its own leads to it."""
    story = SourceLinks(pages["index.md"]).of("edit this sentence")
    assert len(story) == len(record(dossier / "dossier.yml")["story"])
    assert all("text: " in line_at(dossier, address) for _, address in story)
    dispatches = SourceLinks(pages["sources.md"]).of("edit the dispatch ")
    assert len(dispatches) == len(list((dossier / "origins").glob("*.yml")))
    for title, address in dispatches:
        assert line_at(dossier, address) == f"title: {title}"


def test_what_is_printed_has_none(pages: Mapping[str, str]) -> None:
    """The page that is made for printing has no such link."""
    assert SourceLinks(pages["printable.md"]).found == []


@pytest.mark.parametrize(
    ("repository", "contact", "ways"),
    [
        ("somebody/dossiers", "editors@ondrelle.example", ["https", "mailto"]),
        ("somebody/dossiers", "", ["https"]),
        ("", "editors@ondrelle.example", ["mailto"]),
        ("", "", []),
    ],
)
def test_a_page_offers_only_the_ways_to_report_that_there_are(
    repository: str, contact: str, ways: list[str], tmp_path: Path
) -> None:
    """Each way is filled in with the page; where there is none, nothing speaks of a report."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOSSIER_ORIGINALS", "nowhere")
        dossier = copied(tmp_path)
        if not contact:
            line = "contact: editors@ondrelle.example\n"
            change(dossier, {"file": "dossier.yml", "replace": line, "with": ""})
        made = publish(dossier, site=SITE, repository=parse_repository(repository))
    for name in ("comparison/dead", "entities/place/hallow", "data"):
        page = body(made.pages[f"{name}.md"])
        links = [link.get("href", "") for one in of_class(page, "report") for link in one.iter("a")]
        assert [urlsplit(link).scheme for link in links] == ways
        assert ("Report a mistake" in words(page)) is bool(ways)
        for link in links:
            asked = parse_qs(urlsplit(link).query)
            told = asked.get("body", [""])[0] + "".join(asked.get("page", []))
            assert f"{SITE}{name}/" in told
