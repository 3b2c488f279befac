"""The pages of entities: who it is and what that rests on, what is told by date, the index."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from newsdossier.site.build import publish
from tests.support.ferry import change, copied, replaced
from tests.support.rendered import body, of_class, told, words

COURIER, RETELLING = (f"articles/{name}.yml" for name in ("courier", "retelling"))
GUARD, LINE = (f"entities/organisation/{name}.md" for name in ("coast-guard", "skerrow-line"))


def built(folder: Path, *edits: Mapping[str, str]) -> dict[str, str]:
    """The pages of the ferry dossier with some edits."""
    dossier = copied(folder)
    for edit in edits:
        change(dossier, edit)
    return publish(dossier).pages


@pytest.fixture(autouse=True)
def _without_originals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DOSSIER_ORIGINALS", raising=False)


def find(page: HtmlElement, start: str) -> str:
    """The one line of an entity's page that tells something."""
    (line,) = [one for one in told(page, "told-line") if one.startswith(start)]
    return line


def test_a_telling_has_one_line_of_source(pages: Mapping[str, str]) -> None:
    """Whose word it is, how it is given, which witness has it, and where."""
    page = body(pages[GUARD])
    assert find(page, "The coast guard counted nine").endswith(
        "Saturday night.reported → Courier ¶ 3"
    )
    assert find(page, "The coast guard took everybody off").endswith("off.Courier ¶ 3")


def test_a_speaker_whom_the_editor_infers_is_named_in_the_text_s_words(
    pages: Mapping[str, str],
) -> None:
    """On the page of the one who is taken to speak, the text's words are shown all the same."""
    line = find(body(pages[GUARD]), "The rescuers said that by Monday")
    assert "‘the island’s rescuers’ [Coast guard], reported → Coastwire dispatch" in line


def test_copies_stand_once_with_their_number(pages: Mapping[str, str]) -> None:
    """What two copies of a dispatch tell is one line, which leads to what became of it."""
    page = body(pages[GUARD])
    assert find(page, "Coast guard and crews").endswith("Coastwire dispatch, 2 copies")
    assert not [one for one in told(page, "told-line") if one.startswith("The coast guard fetched")]
    (line,) = [
        one for one in of_class(page, "told-line") if words(one).startswith("Coast guard and")
    ]
    links = [link.attrib["href"] for link in line.iter("a")]
    assert links[-1].endswith("copying/coastwire-grounding/#wire-copy--ashore")


def test_an_addressee_is_not_what_a_statement_is_about(pages: Mapping[str, str]) -> None:
    """Who is spoken to has a place among the mentions, and no statement about it."""
    page = body(pages["entities/publication/courier.md"])
    assert told(page, "told-line") == []
    assert told(page, "further-places") == ["Courier: spoken to in ¶ 2"]


def test_the_day_of_saying_dates_what_somebody_says(tmp_path: Path) -> None:
    """What has no day of its own stands under the date of the report, and is said to."""
    edit = replaced(
        COURIER,
        "    quote: it counted nine injured\n",
        "    quote: it counted nine injured\n    said: {date: 2021-05-01}\n",
    )
    page = body(built(tmp_path, edit)[GUARD])
    rows = {words(of_class(row, "lane-date")[0]): words(row) for row in of_class(page, "lane-row")}
    assert "counted nine injured" in rows["1 May 2021"]
    assert "counted no dead" in rows["2 May 2021 date of the report"]


def test_a_summary_names_what_it_rests_on(tmp_path: Path) -> None:
    """A statement or a block of an article; without either it is in the editor's words."""
    line = "summary: The line that runs the ferry.\n"
    named = f"{line}sources: [wire-copy#spare-boat, courier#4]\n"
    file = "entities/organisation/skerrow-line.yml"
    (before,) = told(body(built(tmp_path / "before")[LINE]), "entity-presence")
    (after,) = told(
        body(built(tmp_path / "after", replaced(file, line, named))[LINE]), "entity-presence"
    )
    assert before.startswith("In the editor’s words. Named in")
    assert after.startswith("Rests on Wire copy ¶ 4, Courier ¶ 4. Named in")


def test_names_stand_by_article_and_paragraph(pages: Mapping[str, str]) -> None:
    """A cell has the paragraphs, a dash where an article does not use the name."""
    page = body(pages[LINE])
    rows = [[words(cell) for cell in row] for row in page.iter("tr")]
    assert ["Skerrow Line", "Wire copy ¶ 1", "–"] in [row[:3] for row in rows]
    assert ["Skerrow", "Wire copy ¶ 4", "Courier ¶ 2, 4"] in [row[:3] for row in rows]
    (fold,) = [one for one in page.iter("summary") if "description" in words(one)]
    assert words(fold) == "1 description: ‘the safest line on the coast’"


def test_an_agency_s_page_leads_to_the_articles_that_carry_it(pages: Mapping[str, str]) -> None:
    """Each with what the agency is to it, and the ground where that is inferred."""
    (listed,) = told(body(pages["entities/organisation/coastwire.md"]), "carried-texts")
    assert "Wire copy: a copy of its dispatch, Coastwire’s dispatch on the grounding" in listed
    assert "the text credits “Coast Wire”" in listed
    (listed,) = told(body(pages["entities/publication/courier.md"]), "carried-texts")
    assert listed == "Courier: its publisher"


def test_facts_are_the_answers_of_few_words(pages: Mapping[str, str]) -> None:
    """At most four questions about it, each with its verdict and its meter."""
    page = body(pages["entities/event/grounding.md"])
    labels = told(page, "fact-label")
    assert 0 < len(labels) <= 4
    assert len(told(page, "fact-answers")) == len(labels)
    (facts,) = of_class(page, "entity-facts")
    assert len(of_class(facts, "meter")) == len(labels)


def test_the_index_is_by_weight(pages: Mapping[str, str]) -> None:
    """Those of whom most is said stand first, each with the witnesses that speak of them."""
    page = body(pages["entities/organisation/index.md"])
    counts = [int(one.split()[0]) for one in told(page, "count")]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1]
    meters = [one.get("aria-label") for one in of_class(page, "meter")]
    assert meters[0] == "2 of 3 witnesses: Coastwire dispatch in 2 copies and Courier"


def test_an_entity_that_nobody_speaks_of_has_a_page(tmp_path: Path) -> None:
    """Named by a photograph's credit alone, it is named in no witness's words."""
    edits = [
        {
            "file": "entities/organisation/agency.yml",
            "content": "title: An agency\nnames:\n  - {name: Photo, in: wire-copy#excluded}\n",
        },
        replaced(
            "articles/wire-copy.yml", "agencies: [coastwire]", "agencies: [coastwire, agency]"
        ),
    ]
    made = built(tmp_path, *edits)
    assert words(next(body(made["entities/organisation/agency.md"]).iter("h1"))) == "An agency"
    index = body(made["entities/organisation/index.md"])
    (row,) = [one for one in index.iter("li") if "An agency" in words(one)]
    assert [one.get("aria-label") for one in of_class(row, "meter")] == ["0 of 3 witnesses: none"]


def test_many_lines_of_one_date_are_folded(tmp_path: Path) -> None:
    """A lane has six lines open under a date, and the others in a fold."""
    lines = "".join(
        f"  - id: more-{number}\n    at: 3\n    says: It did a thing, number {number}.\n"
        "    quote: The coast guard took everybody off\n    about: dorrin\n"
        for number in range(9)
    )
    page = built(
        tmp_path,
        replaced(COURIER, "  - id: nine-injured\n", f"{lines}  - id: nine-injured\n"),
    )["entities/person/dorrin.md"]
    (fold,) = of_class(body(page), "lane-more")
    assert words(fold).startswith("3 more")
    assert len(of_class(fold, "told-line")) == 3
    assert len(told(body(page), "told-line")) == 10
