"""The page of a question: its answers first, whose word they are, and what copies make of them."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from newsdossier.site.build import preview
from tests.support.ferry import change, copied
from tests.support.rendered import body, of_class, told, words


def show(pages: Mapping[str, str], question: str) -> HtmlElement:
    """The page of a question."""
    return body(pages[f"comparison/{question}.md"])


def find(page: HtmlElement, name: str) -> HtmlElement:
    """What stands at an address within a page."""
    (found,) = [element for element in page.iter() if element.get("id") == name]
    return found


@pytest.mark.parametrize(
    ("question", "answers", "independence"),
    [
        ("dead", "0 · 3 (withdrawn) · 100 (only imagined)", "1 witness; not confirmed by another"),
        ("aboard", "more than 110 · about 120", "2 witnesses, one of them in 2 copies"),
        ("struck", "‘a sand bank’", "2 witnesses, one of them in 2 copies"),
        ("cause", "the steering · the fog · the steering (denied)", "2 witnesses, one of them in"),
    ],
)
def test_a_question_answers_first_with_how_independent_the_answers_are(
    question: str, answers: str, independence: str, pages: Mapping[str, str]
) -> None:
    """Equal answers stand once, and what was taken back is said to be; copies are one witness."""
    page = show(pages, question)
    assert told(page, "headline-answers") == [answers]
    assert told(page, "independence")[0].startswith(independence)


def test_a_sentence_says_how_many_witnesses_answer_and_how_they_relate(
    pages: Mapping[str, str],
) -> None:
    """It names an only witness, and who withdrew a figure that is not counted."""
    assert told(show(pages, "aboard"), "standfirst") == [
        "Two witnesses answer, and their answers can all hold."
    ]
    assert told(show(pages, "dead"), "standfirst") == [
        "Only one witness answers: Courier. No other confirms it: Coastwire dispatch is silent; "
        "Retelling is not yet reviewed. Courier reports a figure, 3, that was withdrawn on "
        "2 May 2021 (by: Coast guard); it is not counted."
    ]


def test_an_answer_that_all_witnesses_give_is_underlined_for_each(
    pages: Mapping[str, str],
) -> None:
    """The answer stands within a line of each witness's colour."""
    (answers,) = of_class(show(pages, "struck"), "headline-answers")
    colours = [one.get("class", "").split()[-1] for one in of_class(answers, "underlined")]
    assert colours == ["witness-1", "witness-3"]


def test_whose_word_an_answer_is_stands_beside_it(pages: Mapping[str, str]) -> None:
    """Each answer has its chain from speaker to article, how it is said, and its place."""
    row = find(show(pages, "dead"), "dead--courier")
    assert [words(cell) for cell in row] == [
        "Courier2 May 2021",
        "0 people",
        "Coast guard → Courierreported",
        "‘no dead’ ¶ 3 · noteThe coast guard counted no dead.",
    ]


def test_a_retracted_answer_is_struck_through_with_who_withdrew_it(
    pages: Mapping[str, str],
) -> None:
    """The figure is struck through, nothing else is, and by whom and when stands beside it."""
    (detail,) = of_class(show(pages, "dead"), "row-detail")
    assert [words(struck) for struck in detail.iter("s")] == ["3 people"]
    (row,) = [row for row in detail.iter("tr") if row.find(".//s") is not None]
    assert "withdrawn by: Coast guard, 2 May 2021" in told(row, "line-facts")


def test_silence_is_told_from_not_having_looked(pages: Mapping[str, str]) -> None:
    """The page says whether somebody looked and found nothing, or nobody has looked yet."""
    page = show(pages, "dead")
    silent = words(find(page, "dead--wire-copy"))
    assert silent == "Wire copy: silent; only the injured are counted"
    assert words(find(page, "dead--retelling")) == "Retelling: not yet reviewed"


def test_an_artefact_is_shown_as_printed_and_compared_as_read(pages: Mapping[str, str]) -> None:
    """The printed words stand first, then how they are read and why; the reading is compared."""
    page = show(pages, "struck")
    copy = find(page, "struck--retelling")
    assert told(copy, "value") == ["‘a sand bench’ [a sand bank]"]
    (reason,) = of_class(copy, "inferred-reason")
    assert "the wire copy of the same dispatch has “bank”" in "".join(reason.itertext())
    assert told(copy, "variant-kind") == ["reworded · translation"]
    assert "“bench” is a translator’s word for a bank" in told(copy, "line-facts")
    (verdict,) = told(of_class(page, "judged")[0], "verdict")
    assert verdict == "agree"


def test_words_of_a_copy_are_marked_where_they_differ(pages: Mapping[str, str]) -> None:
    """What a copy prints otherwise is marked; the base copy has no marks."""
    (copies,) = of_class(show(pages, "struck"), "copied-answers")
    base, copy = copies
    assert not list(base.iter("mark"))
    assert "bench" in [words(mark) for mark in copy.iter("mark")]
    assert "sand" not in [words(mark) for mark in copy.iter("mark")]


OWN_CAUSE = {
    "file": "articles/retelling.yml",
    "replace": "    copy_of: steering\n",
    "with": "    origin: {origin: none, because: the page says so itself}\n",
}


def test_a_page_that_answers_on_its_own_is_said_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy leaves an answer out where its own words, of no dispatch, give one."""
    dossier = copied(tmp_path)
    monkeypatch.setenv("DOSSIER_ORIGINALS", str(dossier / "originals"))
    change(dossier, OWN_CAUSE)
    page = body(preview(dossier).pages["comparison/cause.md"])
    (copies,) = of_class(page, "copied-answers")
    assert told(copies, "variant-kind")[1] == "left out; the page answers on its own"
    assert find(page, "cause--retelling").tag == "tr"


def test_a_grid_has_the_words_that_witnesses_share_first(pages: Mapping[str, str]) -> None:
    """Each word of the answers has a dot for each witness that uses it; words of grammar none."""
    (grid,) = of_class(show(pages, "struck"), "word-use")
    (body_,) = grid.iter("tbody")
    assert [words(row[0]) for row in body_] == ["sand", "bank"]
    assert [len(of_class(row, "word-dot")) for row in body_] == [2, 2]
    assert of_class(show(pages, "dead"), "word-use") == []


def test_what_a_row_opens_to_has_ids_of_its_own_question_only(pages: Mapping[str, str]) -> None:
    """The comparison shows it in place, beside the same part of other questions."""
    seen: set[str] = set()
    for path, page in pages.items():
        details = of_class(body(page), "row-detail") if path.startswith("comparison/") else []
        for detail in details:
            ids = {one.get("id", "") for one in detail.iter()} - {""}
            assert ids
            assert ids & seen == set()
            seen |= ids


def test_nearby_questions_are_shown_with_their_answers(pages: Mapping[str, str]) -> None:
    """Those of the same section, in its order, each with its answer and meter."""
    (nearby,) = of_class(show(pages, "dead"), "nearby-questions")
    assert [words(next(item.iter("a"))) for item in nearby] == [
        "Who brought the people ashore?",
        "How many people were injured?",
        "How high may the fine be?",
    ]
    assert told(nearby, "nearby-answer")[1] == "14 · 11 (withdrawn) · 9"
    assert len(of_class(nearby, "meter")) == 3
