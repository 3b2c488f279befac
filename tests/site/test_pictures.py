"""The pictures in a browser: what they show, in signs and in words, wide and narrow."""

import re
from collections.abc import Iterator

import pytest
import yaml
from playwright.sync_api import Browser, Locator, Page, expect

from tests.support.ferry import FERRY

QUESTIONS = FERRY / "questions"


def counted() -> list[str]:
    """The questions that ask for a count."""
    records = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in QUESTIONS.iterdir()}
    return sorted(name for name, record in records.items() if record["type"] == "count")


def counts_of(question: str) -> list[object]:
    """The answers that the articles give to a question."""
    articles = [yaml.safe_load(p.read_text("utf-8")) for p in (FERRY / "articles").glob("*.yml")]
    given = [a for one in articles for s in one["statements"] for a in s.get("answers", [])]
    return [answer for answer in given if answer["question"] == question]


#: Every page that has pictures, one of each kind where there are many.
PICTURED = [
    "timeline/",
    "sources/",
    "coverage/",
    *(f"comparison/{n}/" for n in counted()),
]


@pytest.fixture(scope="module", params=[390, 1440])
def window(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page as wide as a telephone, and one as wide as a desk."""
    with browser.new_context(viewport={"width": request.param, "height": 900}) as context:
        yield context.new_page()


def pictures(page: Page) -> list[Locator]:
    """The pictures that a page shows."""
    return page.locator("svg.drawing:visible").all()


#: The words of a picture that overlap others or leave it, as told by the browser.
ASTRAY = """picture => {
    const boxes = [...picture.querySelectorAll("text")].map(text => {
        const box = text.getBoundingClientRect();
        return {words: text.textContent, left: box.left, right: box.right,
                top: box.top + 2, bottom: box.bottom - 2};
    });
    const frame = picture.getBoundingClientRect();
    const found = boxes.filter(a => a.left < frame.left - 1 || a.right > frame.right + 1
        || a.top < frame.top - 1 || a.bottom > frame.bottom + 1).map(a => a.words);
    boxes.forEach((a, index) => boxes.slice(index + 1).forEach(b => {
        if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom && b.top < a.bottom)
            found.push(`${a.words} | ${b.words}`);
    }));
    return found;
}"""


@pytest.mark.parametrize("path", PICTURED)
def test_the_words_of_a_picture_can_be_read(window: Page, served: str, path: str) -> None:
    """On a telephone and on a desk no words of a picture run into others or out of it."""
    window.goto(served + path)
    assert pictures(window)
    assert [words for picture in pictures(window) for words in picture.evaluate(ASTRAY)] == []


@pytest.mark.parametrize("path", PICTURED)
def test_a_picture_is_told_to_those_who_cannot_see_it(page: Page, served: str, path: str) -> None:
    """Each picture has a title for its name, and a description of what it shows.

    A line of numbers has its number for its name.
    """
    page.goto(served + path)
    for picture in pictures(page):
        if picture.get_attribute("aria-label"):
            expect(picture).to_have_accessible_name(re.compile(r"\d"))
        elif not picture.locator("xpath=ancestor::*[@aria-hidden]").count():
            title = picture.locator("> title").text_content()
            told = picture.locator("> desc").text_content()
            assert title
            assert told
            expect(picture).to_have_accessible_name(title)
            expect(picture).to_have_accessible_description(told)


@pytest.mark.parametrize("question", counted())
def test_every_counted_question_has_its_numbers_as_a_table(
    page: Page, served: str, question: str
) -> None:
    """Beneath the picture stand as many lines of numbers as there are answers."""
    page.goto(f"{served}comparison/{question}/")
    answers = len(counts_of(question))
    page.get_by_text("The picture as a table").click()
    rows = page.locator(".number-line tbody tr")
    expect(rows.first).to_be_visible()
    assert rows.count() == answers


def test_a_withdrawn_figure_is_hollow_struck_and_told(page: Page, served: str) -> None:
    """The figure that was taken back is shown as such in signs, in words and in the table."""
    page.goto(f"{served}comparison/dead/")
    picture = page.locator(".number-line")
    expect(picture.locator(".number-row .withdrawn.sign--struck")).to_have_count(2)
    fill = "it => getComputedStyle(it).fill"
    hollow = picture.locator(".number-row .withdrawn.sign--struck").first.evaluate(fill)
    full = picture.locator(".number-row .held.sign--dot").first.evaluate(fill)
    assert hollow != full
    expect(picture.locator(".number-row", has_text="withdrawn by: Coast guard")).to_have_count(1)
    expect(picture.locator("tbody tr", has_text="withdrawn")).to_contain_text("Courier")


def place(mark: Locator) -> tuple[float, float]:
    """The middle of a sign."""
    box = mark.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_larger_number_lies_further_right(page: Page, served: str) -> None:
    """The counts of all witnesses lie on one scale, each on a line of its witness."""
    page.goto(f"{served}comparison/injured/")
    lines = page.locator(".number-row:has(.held)")
    found = {line.locator("svg.drawing").get_attribute("aria-label"): line for line in lines.all()}
    nine, fourteen = (place(found[name].locator(".held.sign--dot")) for name in ("9", "14"))
    assert nine[0] < fourteen[0]
    expect(found["9"]).to_contain_text("Courier")
    expect(found["14"]).to_contain_text("Coastwire dispatch")


def test_about_reaches_both_ways(page: Page, served: str) -> None:
    """A number that is about right has an end on either side of it."""
    page.goto(f"{served}comparison/aboard/")
    line = page.locator(".number-row", has_text="Courier")
    about = place(line.locator(".held.sign--dot"))
    left, right = sorted(place(end)[0] for end in line.locator(".held.sign--end").all())
    assert left < about[0] < right


def test_more_than_is_an_open_ring_with_an_arrow(page: Page, served: str) -> None:
    """A number that may be higher has an arrow to the right, and a ring: it is excluded."""
    page.goto(f"{served}comparison/aboard/")
    line = page.locator(".number-row", has_text="Coastwire dispatch")
    arrow, ring = line.locator(".held.sign--right"), line.locator(".open.sign--ring")
    assert place(arrow)[0] > place(ring)[0]


#: Points of each line of a picture that lie well inside a box.
INSIDE = """picture => {
    const boxes = [...picture.querySelectorAll("rect")].map(rect => rect.getBBox());
    return [...picture.querySelectorAll("path.edge")].filter(path => {
        const length = path.getTotalLength();
        return [...Array(101).keys()].map(step => path.getPointAtLength(length * step / 100))
            .some(at => boxes.some(box => at.x > box.x + 1 && at.x < box.x + box.width - 1
                && at.y > box.y + 1 && at.y < box.y + box.height - 1));
    }).length;
}"""


def test_no_line_runs_through_a_box(window: Page, served: str) -> None:
    """Who draws on whom is shown in the form that fits the window, its lines beside the boxes."""
    window.goto(f"{served}sources/")
    (picture,) = pictures(window)
    assert picture.locator("path.edge").count() > 0
    assert picture.evaluate(INSIDE) == 0


def test_coverage_is_told_by_form(page: Page, served: str) -> None:
    """Each state has a form of its own, and there are as many signs as the table says."""
    page.goto(f"{served}coverage/")
    sums = [0, 0, 0]
    for row in page.locator(".number-table tbody tr").all():
        sums = [
            total + int(cell)
            for total, cell in zip(sums, row.locator("td").all_inner_texts(), strict=True)
        ]
    states = ("answered", "silent", "unreviewed")
    assert [page.locator(f"svg.drawing .state-{state}").count() for state in states] == sums
    keys = page.locator(".picture-keys path")
    forms = {key.get_attribute("d") for key in keys.all()}
    assert len(forms) == keys.count() == len(states)


def test_on_paper_the_numbers_are_unfolded(page: Page, served: str) -> None:
    """Printed, a picture has its numbers beneath it, though they are folded away on the screen."""
    page.goto(f"{served}comparison/dead/")
    table = page.locator(".number-line table")
    expect(table).not_to_be_visible()
    page.emulate_media(media="print")
    expect(table).to_be_visible()


def test_a_picture_follows_light_and_dark(browser: Browser, served: str) -> None:
    """Words and signs of a picture have other colours in the dark."""
    colours = []
    for scheme in ("light", "dark"):
        with browser.new_context(color_scheme=scheme) as context:
            page = context.new_page()
            page.goto(f"{served}comparison/dead/")
            parts = page.locator("svg.drawing :is(text, .sign)").all()
            colours.append([part.evaluate("it => getComputedStyle(it).fill") for part in parts])
    assert all(light != dark for light, dark in zip(*colours, strict=True) if light != "none")
