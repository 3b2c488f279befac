"""The pages of the tests' own dossier, whole and in what they promise.

A page of each kind is compared with its golden file, as `newsdossier pages` writes it.
`REWRITE_EXPECTED=1 pytest tests/engine/site` writes the golden files anew: review their diff.
"""

from collections.abc import Mapping
from difflib import unified_diff
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from newsdossier.site.build import preview
from tests.support.building import TESTS
from tests.support.ferry import REWRITE, change, copied
from tests.support.rendered import body, of_class, told, words
from tests.support.written import written

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
    "copying": "copying/coastwire-grounding.md",
    "printable": "printable.md",
    "timeline": "timeline.md",
    "data": "data.md",
    "coverage": "coverage.md",
    "rules": "rules.md",
    "search": "search.md",
}


@pytest.fixture(scope="module")
def matrix(pages: Mapping[str, str]) -> HtmlElement:
    """The comparison of all questions."""
    return body(pages["comparison/index.md"])


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


def test_an_article_lists_its_silences_and_what_is_not_reviewed(pages: Mapping[str, str]) -> None:
    """An article's page has the two apart, each question by its short name."""
    sections: dict[str, list[str]] = {}
    for element in body(pages["articles/retelling.md"]):
        if element.tag == "h2":
            title = words(element)
            sections[title] = []
        elif element.tag == "p" and sections:
            sections[title].append(words(element))
    silent, unreviewed = sections["What Retelling does not say"]
    assert silent.startswith(
        "An editor put 8 questions to this text. It does not answer 1 of them: Injured."
    )
    assert unreviewed == "Not yet reviewed: Dead."


def find_note(page: HtmlElement, statement: str) -> HtmlElement:
    """The note of a statement."""
    return next(item for item in page.iter("li") if item.get("id") == f"fn:{statement}")


@pytest.mark.parametrize(
    ("statement", "status"),
    [("three-dead-withdrawn", "withdrawn"), ("steering-denied", "denied")],
)
def test_a_note_shows_what_is_taken_back_for_what_it_is(
    statement: str, status: str, pages: Mapping[str, str]
) -> None:
    """Beside the row of its answer a note says that the answer is not held up."""
    note = find_note(body(pages["articles/courier.md"]), statement)
    (row,) = [words(one) for one in note.iter("p") if "comparison/" in str(links_of(one))]
    assert f"({status})" in row


def links_of(element: HtmlElement) -> list[str]:
    """Where the links in an element lead."""
    return [link.get("href", "") for link in element.iter("a")]


def test_a_note_does_not_print_the_answers_of_other_articles(pages: Mapping[str, str]) -> None:
    """It says how a row's witnesses compare, of how many, and leads to the row; no more."""
    note = find_note(body(pages["articles/courier.md"]), "aground")
    text = words(note)
    assert "agree, 2 of 3" in text
    assert any("comparison/" in one for one in links_of(note))
    for other in ("Retelling", "Wire copy", "sand bench"):
        assert other not in text


def marked(block: HtmlElement) -> str:
    """The words of a block with its notes called by name: `aboard[aboard]`."""
    for reference in of_class(block, "footnote-ref"):
        reference.text = f"[{reference.get('href', '').removeprefix('#fn:')}]"
    return words(block)


def test_an_article_with_full_rights_is_published_whole(pages: Mapping[str, str]) -> None:
    """Every block stands as received, and each note is called right behind the words it rests on.

    A statement of the headline is called there too.
    """
    page = body(pages["articles/courier.md"])
    (text,) = of_class(page, "rendition")
    assert marked(next(page.iter("h1"))) == "Ferry aground off Skerrow[aground]"
    assert [marked(block) for block in text if block.tag != "div"] == [
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


def spoken(element: HtmlElement) -> str:
    """All that an element says, even where it is not open."""
    return " ".join("".join(element.itertext()).split())


def test_an_inferred_date_is_shown_with_its_ground(pages: Mapping[str, str]) -> None:
    """The timeline says how sure each date is, what is printed, and why it is read so."""
    moments = of_class(body(pages["timeline.md"]), "moment")
    dates = [date for moment in moments for date in of_class(moment, "moment-date")]
    shown = [(words(date), *map(spoken, of_class(date, "inferred-reason"))) for date in dates]
    assert shown == [
        ("1 May 2021",),
        (
            "[May 2021] published",
            "Inferred: it tells of the same Saturday as the wire copy and gives no date",
        ),
        ("2 May 2021 published",),
        (
            "[3 May 2021] published",
            "Inferred: the first Monday after the Saturday to which the Courier gives a date",
        ),
    ]


def test_a_supplied_title_stands_in_brackets_wherever_it_is_shown(
    pages: Mapping[str, str],
) -> None:
    """The title of the page, its heading, cards, lists and the timeline mark it; no other is."""
    title = "[Coast guard says the steering failed]"
    page = pages["articles/wire-copy.md"]
    assert f"title: '{title}'" in page.split("---")[1]
    assert words(next(body(page).iter("h1"))) == title
    titles = told(body(pages["articles/index.md"]), "article-title")
    assert sorted(titles) == ["Ferry aground off Skerrow", "Ferry sat on a bench", title]
    assert f"Wire copy: {title}" in words(body(pages["timeline.md"]))
    assert title in told(body(pages["comparison/pairs/retelling--wire-copy.md"]), "side-title")


def test_an_inferred_value_gives_its_reason_without_a_script(pages: Mapping[str, str]) -> None:
    """Whatever stands in brackets can be pointed at or focused, and then shows the reason."""
    found = [body(page) for name, page in pages.items() if name.endswith(".md")]
    assert any(of_class(page, "inferred") for page in found)
    for page in found:
        for mark in of_class(page, "inferred"):
            (reason,) = of_class(mark, "inferred-reason")
            assert "".join(reason.itertext()).startswith("Inferred: ")
            assert mark.get("tabindex") == "0" or next(mark.iter("a")) is not None
            assert words(mark).startswith("[")


def test_a_note_gives_the_whole_chain_of_attribution(pages: Mapping[str, str]) -> None:
    """Who says it, on whose report, in which article, where and in which words."""
    page = body(pages["articles/retelling.md"])
    chain, ground, row = [words(one) for one in find_note(page, "rudder").iter("p")]
    assert chain.startswith(
        "‘the guard of the coast’ [Coast guard] → Coastwire → Retelling · reported · ¶ 2 "
        "‘The rudder was not obeying’"
    )
    assert ground == "Inferred: the words are a literal translation"
    assert row.startswith("Cause contradict, 2 of 3")


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
    title = title.replace("'", "’")
    assert marked(next(page.iter("h1"))) == f"{title}[aground]"
    assert title in told(body(made["articles/index.md"]), "article-title")


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


def test_a_box_with_sources_names_them_in_notes_and_cells(
    pages: Mapping[str, str], matrix: HtmlElement
) -> None:
    """What a box says is not called the article's own words: its source line goes along with it."""
    page = body(pages["articles/retelling.md"])
    assert words(find_note(page, "fine")).startswith(f"Retelling, {BOX} · box ¶ 2")
    fine = body(pages["comparison/fine.md"])
    box = next(one for one in fine.iter("tr") if one.get("id") == "fine--retelling")
    assert BOX in words(box)
    cells = [cell for cell in matrix.iter("td") if "at most 8,000 crowns" in words(cell)]
    assert [told(cell, "whose") for cell in cells] == [[BOX]]


def test_the_page_of_a_source_lists_what_its_boxes_say(pages: Mapping[str, str]) -> None:
    """The statements of a box stand on the page of each source that its source line names."""
    page = body(pages["entities/organisation/coastwire.md"])
    items = [words(item) for item in page.iter("li")]
    assert [
        item
        for item in items
        if item.startswith("Skerrow lies nine miles") and item.endswith("Retelling box ¶ 1")
    ]


def test_articles_of_one_origin_have_one_column(matrix: HtmlElement) -> None:
    """A dispatch has a column with its copies; what an article has of its own has another."""
    (head,) = matrix.iter("thead")
    columns = [words(link) for link in head.iter("a")]
    assert columns == ["Coastwire dispatch", "Retelling", "Courier"]
    assert told(head, "witness-facts")[0] == "2 copies"


def test_a_cell_tells_silence_from_not_having_looked(matrix: HtmlElement) -> None:
    """A dash is silence, and what nobody has looked at is told apart from it."""
    row = next(row for row in matrix.iter("tr") if "How many people died?" in words(row))
    cells = [cell.get("class") for cell in row.iter("td")]
    assert cells == ["verdict-cell", "silent", "silent unreviewed", "witness-3"]
