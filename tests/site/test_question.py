"""A question's page in a browser: its answers come first, its part of the tables is saved."""

import csv
import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

QUESTION = "comparison/dead/"


def test_the_answers_stand_in_the_first_screen(page: Page, served: str) -> None:
    """On a desk the answers, the verdict and the number line are seen without scrolling."""
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(served + QUESTION)
    expect(page.locator(".headline-answers")).to_be_in_viewport(ratio=1)
    expect(page.locator(".judged .verdict")).to_be_in_viewport(ratio=1)
    expect(page.locator(".number-row").first).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_a_question_fits_every_window(width: int, page: Page, served: str) -> None:
    """Nothing stands to the side, neither on a telephone nor on a desk."""
    page.set_viewport_size({"width": width, "height": 900})
    for question in ("dead", "struck", "cause"):
        page.goto(f"{served}comparison/{question}/")
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width


def test_a_figure_stands_in_one_line_on_a_telephone(page: Page, served: str) -> None:
    """Its words are not divided, and what became of it stands beside or below it."""
    page.set_viewport_size({"width": 390, "height": 900})
    for question in ("dead", "aboard"):
        page.goto(f"{served}comparison/{question}/")
        answers = page.locator(".headline-answers .kept-together")
        assert answers.count() > 1
        for answer in answers.all():
            value = answer.locator(".value")
            assert value.evaluate("one => one.getClientRects().length") == 1
            lines = answer.evaluate("one => one.getBoundingClientRect().height")
            assert lines < 3 * value.evaluate("one => one.getBoundingClientRect().height")


@pytest.mark.parametrize("width", [390, 1440])
def test_every_label_of_the_number_line_is_read(page: Page, served: str, width: int) -> None:
    """Where a figure was withdrawn the sign is struck, not its label; the grid fills each row."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(served + QUESTION)
    label = page.locator(".number-row .label-withdrawn").first
    assert label.evaluate("one => getComputedStyle(one).textDecorationLine") == "none"
    expect(page.locator(".number-row .sign--struck").first).to_be_visible()
    for row in page.locator(".number-row:not([aria-hidden])").all():
        plot = row.locator(".number-plot").bounding_box()
        grid = row.locator(".grid").first.bounding_box()
        assert plot
        assert grid
        assert grid["y"] <= plot["y"] + 1
        assert grid["y"] + grid["height"] >= plot["y"] + plot["height"]


def test_a_questions_part_of_the_tables_is_saved(page: Page, served: str, tmp_path: Path) -> None:
    """What is saved has the head of the table and this question's lines, and no others."""
    page.goto(served + QUESTION)
    saved: dict[str, Path] = {}
    for form in ("CSV", "JSON"):
        with page.expect_download() as started:
            page.locator(".question-tools").get_by_role("link", name=form, exact=True).click()
        saved[form] = tmp_path / started.value.suggested_filename
        started.value.save_as(saved[form])
    assert {path.name for path in saved.values()} == {"dead.csv", "dead.json"}
    with saved["CSV"].open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    records = json.loads(saved["JSON"].read_text(encoding="utf-8"))
    assert {one["question"] for one in lines} == {one["question"] for one in records} == {"dead"}
    assert [one["article"] for one in lines] == [one["article"] for one in records]


def test_without_scripts_the_links_lead_to_the_whole_tables(browser: Browser, served: str) -> None:
    """The page says that it is the comparison which is downloaded, and links to the file."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(served + QUESTION)
        tools = page.locator(".question-tools")
        expect(tools).to_contain_text("Download the comparison: CSV, JSON")
        assert context.request.get(served + "data/comparison.csv").ok, (
            "the file that the link names is there"
        )
        expect(tools.get_by_role("link", name="CSV")).to_have_attribute(
            "href", "../../data/comparison.csv"
        )
