"""The pages of the tests' own dossier, whole and in what they promise.

A page of each kind is compared with its golden file, as `newsdossier pages` writes it.
`REWRITE_EXPECTED=1 pytest tests/engine/site` writes the golden files anew: review their diff.
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from difflib import unified_diff
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from newsdossier.site.build import preview
from tests.support.building import TESTS
from tests.support.ferry import FERRY, REWRITE, change, copied
from tests.support.rendered import body, of_class, told, words

GOLDEN = TESTS / "golden"

#: A page of each kind, by the name of its golden file.
KINDS = {
    "home": "index.md",
    "articles": "articles/index.md",
    "article": "articles/retelling.md",
    "article-published-whole": "articles/courier.md",
    "entities": "entities/index.md",
    "entities-of-a-kind": "entities/organisation/index.md",
    "entity": "entities/organisation/skerrow-line.md",
    "comparison": "comparison/index.md",
    "question": "comparison/dead.md",
    "pair": "comparison/pairs/retelling--courier.md",
    "sources": "sources.md",
    "printable": "printable.md",
    "timeline": "timeline.md",
    "data": "data.md",
    "coverage": "coverage.md",
    "rules": "rules.md",
}


def written(out: Path, originals: Path) -> dict[str, str]:
    """The pages that the command writes into a folder, by their paths in it."""
    subprocess.run(
        [sys.executable, "-m", "newsdossier", "--dossier", FERRY, "pages", out],
        env={**os.environ, "DOSSIER_ORIGINALS": str(originals)},
        check=True,
    )
    files = (path for path in sorted(out.rglob("*")) if path.is_file())
    return {path.relative_to(out).as_posix(): path.read_text(encoding="utf-8") for path in files}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The pages, written with the originals at hand."""
    return written(tmp_path_factory.mktemp("written") / "pages", FERRY / "originals")


@pytest.fixture(scope="module")
def matrix(pages: Mapping[str, str]) -> HtmlElement:
    """The comparison of all questions."""
    return body(pages["comparison/index.md"])


def question(pages: Mapping[str, str], name: str) -> dict[str, HtmlElement]:
    """What each article gives to a question, by the article's label."""
    (answers,) = of_class(body(pages[f"comparison/{name}.md"]), "answers")
    return {words(division[0]): division[1] for division in answers}


def compare(name: str, page: str) -> None:
    """Hold a page against its golden file, or write that anew."""
    golden = GOLDEN / f"{name}.md"
    if REWRITE:
        golden.write_text(page, encoding="utf-8")
    reviewed = golden.read_text(encoding="utf-8")
    assert "".join(unified_diff(reviewed.splitlines(True), page.splitlines(True))) == ""


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_each_kind_is_as_reviewed(kind: str, pages: Mapping[str, str]) -> None:
    """The page is, letter for letter, the golden one."""
    compare(kind, pages[KINDS[kind]])


def test_the_page_of_problems_is_as_reviewed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a preview with mistakes one page stands in the place of all, and lists them."""
    dossier = copied(tmp_path)
    monkeypatch.setenv("DOSSIER_ORIGINALS", str(dossier / "originals"))
    about = {"file": "questions/struck.yml", "replace": "about: grounding", "with": "about: <reef>"}
    change(dossier, about)
    change(dossier, {"file": "articles/wire-copy.md", "replace": "[^tow]", "with": "[^*tug*]"})
    made = preview(dossier)
    assert list(made.pages) == ["index.md"]
    compare("problems", made.pages["index.md"])


def test_every_golden_file_is_compared() -> None:
    """No golden file is left over from a kind of page that is gone."""
    assert {path.stem for path in GOLDEN.iterdir()} == {*KINDS, "problems"}


def test_pages_are_the_same_without_the_originals(pages: Mapping[str, str], tmp_path: Path) -> None:
    """The originals prove what is written, and are no part of it."""
    assert written(tmp_path / "pages", tmp_path / "nowhere") == pages


def test_a_retracted_answer_is_struck_through_with_who_withdrew_it(
    pages: Mapping[str, str],
) -> None:
    """The figure is struck through, nothing else is, and by whom and when stands beside it."""
    page = body(pages["comparison/dead.md"])
    assert [words(struck) for struck in page.iter("s")] == ["3 people"]
    (withdrawn,) = of_class(page, "answer--withdrawn")
    assert words(next(withdrawn.iter("s"))) == "3 people"
    assert told(withdrawn, "answer-status") == ["withdrawn by Coast guard, 2 May 2021"]


def test_only_what_is_held_up_counts_as_an_answer(pages: Mapping[str, str]) -> None:
    """What is retracted or only imagined is shown as such, and has no witnesses."""
    dead = body(pages["comparison/dead.md"])
    assert told(of_class(dead, "witness-lines")[0], "answer-value") == ["0 people"]
    statuses = [told(answer, "answer-status") for answer in of_class(dead, "answer")]
    assert statuses == [[], ["withdrawn by Coast guard, 2 May 2021"], ["only imagined"]]


def test_silence_is_told_from_not_having_looked(
    pages: Mapping[str, str], matrix: HtmlElement
) -> None:
    """A cell says whether somebody looked and found nothing, or nobody has looked yet."""
    dead = question(pages, "dead")
    assert words(dead["Wire copy"]) == "silent only the injured are counted"
    assert words(dead["Retelling"]) == "not yet reviewed"
    row = next(row for row in matrix.iter("tr") if "How many people died?" in words(row))
    cells = [cell.get("class") for cell in row.iter("td")]
    assert cells == ["judged", "silent", "silent unreviewed", "witness-3"]


def test_an_article_lists_its_silences_and_what_is_not_reviewed(pages: Mapping[str, str]) -> None:
    """An article's page has the two apart, under headings of their own."""
    sections: dict[str, list[str]] = {}
    for element in body(pages["articles/retelling.md"]):
        if element.tag == "h2":
            title = words(element)
        elif element.tag == "ul":
            sections[title] = [words(item) for item in element.iter("li")]
    assert sections["What this article is silent on"] == ["How many people were injured?"]
    assert sections["Not yet reviewed"] == ["How many people died?"]


def test_an_artefact_is_shown_as_printed_and_compared_as_read(pages: Mapping[str, str]) -> None:
    """The printed words stand first, then how they are read and why; the reading is compared."""
    answer = question(pages, "struck")["Retelling"]
    assert told(answer, "answer-value") == ["‘a sand bench’ [a sand bank]"]
    assert told(answer, "ground") == [
        "the wire copy of the same dispatch has “bank”",
        "reworded from the same dispatch (translation): “bench” is a translator’s word for a bank",
    ]
    (lines,) = of_class(body(pages["comparison/struck.md"]), "witness-lines")
    assert told(lines, "count") == ["2 witnesses, 3 articles, 2 voices"]


def test_witnesses_stand_behind_the_value_that_is_compared(pages: Mapping[str, str]) -> None:
    """Articles that print the words themselves are not said to print an artefact of another."""
    (lines,) = of_class(body(pages["comparison/struck.md"]), "witness-lines")
    assert set(told(lines, "answer-value")) == {"‘a sand bank’"}


@pytest.mark.parametrize(
    ("statement", "status"),
    [("three-dead-withdrawn", "withdrawn"), ("steering-denied", "denied")],
)
def test_a_note_shows_what_is_taken_back_for_what_it_is(
    statement: str, status: str, pages: Mapping[str, str]
) -> None:
    """Where a note gives its statement's own answer, it says that it is not held up."""
    page = body(pages["articles/courier.md"])
    note = next(item for item in page.iter("li") if item.get("id") == f"fn:{statement}")
    (own,) = [words(row) for row in note.iter("li") if "Here:" in words(row) and row is not note]
    answer, _, _ = own.partition("Here:")[2].partition("Retelling:")
    assert status in answer


def marked(block: HtmlElement) -> str:
    """The words of a block with its notes called by name: `aboard[aboard]`."""
    for reference in of_class(block, "footnote-ref"):
        reference.text = f"[{reference.get('href', '').removeprefix('#fn:')}]"
    return words(block)


def test_an_article_with_full_rights_is_published_whole(pages: Mapping[str, str]) -> None:
    """Every block stands as received, and each note is called right behind the words it rests on.

    A statement of the headline is called there too.
    """
    (text,) = of_class(body(pages["articles/courier.md"]), "rendition")
    assert [marked(block) for block in text] == [
        "H The headline, as printed above.[aground]",
        "1 The ferry Ondrelle ran onto a sand bank off Skerrow on Saturday[aground], 1 May, "
        "with about 120 people aboard[aboard].",
        "2 “We lost sight of everything in the fog[fog],” Captain Ilva Dorrin told the Courier. "
        "Skerrow denied that the steering had failed[steering-denied].",
        "3 The coast guard took everybody off[taken-off]. "
        "On Saturday night it counted nine injured[nine-injured] and no dead[nobody-died], "
        "and on Sunday withdrew its report of three dead[three-dead-withdrawn].",
        "What the law says",
        "4 Under the Pilotage Act the line must pay a fine of at least 5,000 crowns[fine]. "
        "Skerrow presents itself as the safest line on the coast[safest].",
        "5 “At night a hundred would have drowned[at-night],” a passenger said.",
    ]


def test_articles_of_one_origin_are_marked_as_one_witness(
    pages: Mapping[str, str], matrix: HtmlElement
) -> None:
    """They have one column, and in every count they are one witness.

    A copy that names the agency's report beside the speaker is listed by itself.
    """
    columns = [words(link) for link in next(matrix.iter("thead")).iter("a")]
    assert columns == ["Coastwire dispatch", "Retelling", "Courier"]
    assert told(next(matrix.iter("thead")), "witness-facts")[0] == "2 copies"
    page = body(pages["comparison/cause.md"])
    assert told(page, "count")[-1] == "1 witness, 1 article, 1 voice"
    (lines,) = of_class(page, "witness-lines")
    assert list(zip(told(lines, "answer-value"), told(lines, "count"), strict=True)) == [
        ("the steering", "1 witness, 1 article, 1 voice"),
        ("the steering", "1 witness, 1 article, 1 voice"),
        ("the fog", "1 witness, 1 article, 1 voice"),
    ]


def test_an_inferred_date_is_shown_with_its_ground(pages: Mapping[str, str]) -> None:
    """The timeline says how sure each date is, what is printed, and why it is read so."""
    moments = of_class(body(pages["timeline.md"]), "timeline-entry")
    shown = [(*told(moment, "entry-date"), *told(moment, "ground")) for moment in moments]
    saturday = "the Saturday to which the Courier gives a date"
    assert shown == [
        ("1 May 2021 as printed",),
        ("1 May 2021 inferred printed: ‘Saturday’", saturday),
        (
            "May 2021 date range, inferred",
            "it tells of the same Saturday as the wire copy and gives no date",
        ),
        ("2 May 2021 as printed",),
        ("3 May 2021 inferred printed: ‘Monday’", f"the first Monday after {saturday}"),
    ]


def test_a_note_gives_the_whole_chain_of_attribution(pages: Mapping[str, str]) -> None:
    """Who says it, on whose report, in which article, where and in which words."""
    page = body(pages["articles/retelling.md"])
    note = next(element for element in page.iter("li") if element.get("id") == "fn:rudder")
    assert told(note, "note-chain") == [
        "‘the guard of the coast’ (read as Coast guard) → Coastwire → Retelling"
    ]
    assert told(note, "speech-mode") == ["reported"]
    assert told(note, "note-paragraphs") == ["¶ 2"]
    assert told(note, "quoted-words") == ["‘The rudder was not obeying’"]
    assert told(note, "ground") == ["Inferred: the words are a literal translation"]


def test_text_of_the_data_cannot_become_markup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A title full of marks of HTML and of Markdown is shown as it is written."""
    title = "**Ferry** <b onclick='x'>aground</b> [^1] `off` {: #id } &amp; [S](k) | *y*"
    dossier = copied(tmp_path)
    monkeypatch.delenv("DOSSIER_ORIGINALS", raising=False)
    edit = {"file": "articles/courier.yml", "replace": "title: Ferry aground off Skerrow"}
    change(dossier, {**edit, "with": f'title: "{title}"'})
    made = preview(dossier).pages
    page = body(made["articles/courier.md"])
    assert words(next(page.iter("h1"))) == title
    assert title in told(body(made["index.md"]), "card-title")


def test_shared_text_is_shown_with_links_to_the_paragraphs_and_the_pair(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever article the record names first, each figure is its own, and every link leads on."""
    dossier = copied(tmp_path)
    monkeypatch.delenv("DOSSIER_ORIGINALS", raising=False)
    record = (
        "articles: [wire-copy, retelling]\n    percent: [2.5, 4.0]\n    joined: [[4, f1], [1, 2]]"
    )
    plain = "articles: [retelling, wire-copy]\n    percent: [0.0, 0.0]"
    edit = {"file": "origins/coastwire-grounding.yml", "replace": plain, "with": record}
    change(dossier, edit)
    reason = (dossier / edit["file"]).read_text()
    reason = reason[reason.index("shares_little:") : reason.index("shared_text:")]
    change(dossier, {"file": edit["file"], "replace": reason, "with": ""})
    made = preview(dossier)
    (table,) = of_class(body(made.pages["sources.md"]), "shared-text")
    (row,) = list(table.iter("tr"))[1:]
    assert [words(cell) for cell in row] == [
        "Retelling and Wire copy",
        "4.0 % of Retelling2.5 % of Wire copy",
        "box ¶ 1 and ¶ 4; ¶ 2 and ¶ 1",
    ]
    links = [link.attrib["href"] for link in row.iter("a")]
    assert links == [
        "../comparison/pairs/retelling--wire-copy/",
        "../articles/retelling/#f1",
        "../articles/wire-copy/#p4",
        "../articles/retelling/#p2",
        "../articles/wire-copy/#p1",
    ]
    assert "comparison/pairs/retelling--wire-copy.md" in made.pages


BOX = "box · sources given: Coastwire"


def test_a_box_with_sources_names_them_in_notes_cells_and_grouped_answers(
    pages: Mapping[str, str], matrix: HtmlElement
) -> None:
    """What a box says is not called the article's own words: its source line goes along with it."""
    page = body(pages["articles/retelling.md"])
    note = next(item for item in page.iter("li") if item.get("id") == "fn:fine")
    assert told(note, "note-chain") == [f"Retelling, {BOX}"]
    assert told(note, "speech-mode") == []
    for cell in (question(pages, "fine")["Retelling"], *of_class(matrix, "cell")):
        if "at most 8,000 crowns" in words(cell):
            assert told(cell, "speakers")[0].startswith(BOX)
    (lines,) = of_class(body(pages["comparison/fine.md"]), "witness-lines")
    assert f"{BOX}, in Retelling" in told(lines, "speakers")


def test_the_page_of_a_source_lists_what_its_boxes_say(pages: Mapping[str, str]) -> None:
    """The statements of a box stand on the page of each source that its source line names."""
    page = body(pages["entities/organisation/coastwire.md"])
    items = [words(item) for item in page.iter("li")]
    assert [item for item in items if item.startswith("Skerrow lies nine miles") and BOX in item]
