"""Working with the comparison in a browser: filter, search, open rows, save, send; cards."""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

COMPARISON = "comparison/"
PHONE: ViewportSize = {"width": 390, "height": 844}


@pytest.fixture
def table(page: Page, served: str) -> Page:
    """The comparison, as a reader has it open."""
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(served + COMPARISON)
    return page


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """An empty page on a telephone."""
    with browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True) as context:
        yield context.new_page()


def chip(page: Page, name: str) -> Locator:
    """A filter that one click sets."""
    return page.locator(".chip").filter(has_text=re.compile(rf"^\s*{name}"))


def field(page: Page, label: str) -> Locator:
    """A field of the form."""
    return page.locator("form.filters").get_by_label(label, exact=True)


def rows(page: Page) -> Locator:
    """The rows that are shown."""
    return page.locator("tr.question-row:visible")


def questions(page: Page) -> list[str]:
    """The questions of the rows that are shown, in order."""
    return page.locator("tr.question-row:visible > th > a").all_inner_texts()


def count_rows(page: Page) -> int:
    """How many rows the table has, folded or not."""
    return page.locator("tr.question-row").count()


def test_a_verdict_is_a_filter_with_its_count(table: Page) -> None:
    """One click leaves the rows of a verdict, as many as it says; All brings the others back."""
    contradict = chip(table, "contradict")
    contradict.click()
    expect(contradict).to_have_attribute("aria-pressed", "true")
    left = rows(table).count()
    assert contradict.locator(".chip-count").inner_text() == str(left)
    assert rows(table).filter(has=table.locator(".verdict--contradict")).count() == left
    expect(table.get_by_role("status").first).to_have_text(
        f"{left} of {count_rows(table)} questions shown"
    )
    chip(table, "All").click()
    expect(table).not_to_have_url(re.compile(r"\?"))


def test_rows_with_variants_of_copying_are_found(table: Page) -> None:
    """The filter leaves the rows in which a copy answers differently from its base copy."""
    chip(table, "Copies differ").click()
    assert rows(table).count() > 0
    for row in rows(table).all():
        expect(row.locator(".copies").filter(has_text="differ")).not_to_have_count(0)


def test_rows_are_filtered_by_the_witness_that_answers(table: Page) -> None:
    """Rows on which the witness is silent are left out."""
    choice = field(table, "Answered by")
    choice.select_option(index=1)
    cells = table.locator("tr.question-row:visible > td:nth-of-type(2)")
    assert cells.count() > 0
    assert "silent" not in cells.evaluate_all("cells => cells.map(cell => cell.className)")


def test_rows_are_filtered_by_whom_they_concern(table: Page) -> None:
    """Somebody chosen is in every row that is left: asked about, or speaking there."""
    field(table, "About or by").select_option("dorrin")
    assert 0 < rows(table).count() < count_rows(table)
    entities = rows(table).evaluate_all("rows => rows.map(row => row.dataset.entities)")
    assert all("dorrin" in names.split() for names in entities)


def test_words_are_found_whatever_their_marks(table: Page) -> None:
    """Typing leaves the rows that have the words, capitals and accents aside."""
    words = field(table, "Search the table")
    words.press_sequentially("STÉERING")
    assert rows(table).count() > 0
    assert all("steering" in (row.text_content() or "").lower() for row in rows(table).all())
    words.fill("no such words at all")
    expect(table.get_by_text("No question matches.")).to_be_visible()
    assert table.locator("tr.section-row:visible").count() == 0
    table.get_by_role("button", name="Reset").click()
    expect(table.get_by_text("No question matches.")).to_be_hidden()


def test_only_where_witnesses_disagree_leaves_out_the_rest(table: Page) -> None:
    """Rows in which all agree or one witness answers are left out."""
    field(table, "Only where witnesses disagree").check()
    verdicts = set(rows(table).locator(".verdict").all_inner_texts())
    assert verdicts
    assert verdicts <= {"contradict", "differ", "changed over time"}


def test_rows_of_one_witness_are_folded_until_they_are_wanted(table: Page, served: str) -> None:
    """They open by a click, by a filter that fits them, and by an address that names one."""
    folded = table.locator("tbody.alone tr.question-row").first
    expect(folded).to_be_hidden()
    opener = table.locator(".alone-opener").first
    expect(opener).to_have_attribute("aria-expanded", "false")
    opener.click()
    expect(opener).to_have_attribute("aria-expanded", "true")
    expect(folded).to_be_visible()
    name = folded.get_attribute("id")
    table.reload()
    expect(folded).to_be_hidden()
    chip(table, "one witness").click()
    expect(folded).to_be_visible()
    table.goto(f"{served}{COMPARISON}?verdict=contradict#{name}")
    expect(table.locator(f"#{name}")).to_be_in_viewport()


def test_a_view_is_sent_by_its_address(table: Page, browser: Browser) -> None:
    """Whoever opens the address sees the same rows and the same choices."""
    chip(table, "differ").click()
    field(table, "Answered by").select_option(index=1)
    word = re.findall(r"\w+", questions(table)[0])[-1]
    field(table, "Search the table").fill(word)
    expect(table).to_have_url(re.compile(f"words={word}"))
    sent, seen = table.url, questions(table)
    assert seen
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        other = context.new_page()
        other.goto(sent)
        expect(field(other, "Search the table")).to_have_value(word)
        expect(chip(other, "differ")).to_have_attribute("aria-pressed", "true")
        assert questions(other) == seen
        assert other.url == sent


def test_a_row_opens_in_place_and_closes(table: Page) -> None:
    """What the page of the question says stands under its row; links in it lead where they did."""
    row = table.locator("tr.question-row:visible").first
    opener = row.get_by_role("button", name=re.compile("All answers to"))
    opener.click()
    opened = table.locator("tr.opened")
    expect(opened).to_be_visible()
    expect(opener).to_have_attribute("aria-expanded", "true")
    expect(opener).to_be_focused()
    targets = opened.locator("a").evaluate_all("links => links.map(link => link.href)")
    assert targets
    for target in dict.fromkeys(target.partition("#")[0] for target in targets):
        answer = table.request.get(target)
        assert answer.ok, target
    assert opened.locator("[id]").count() == 0
    opener.click()
    expect(opened).to_have_count(0)


def test_a_row_that_cannot_be_fetched_leads_to_its_page(table: Page) -> None:
    """Where the page does not come, the click is a link to it."""
    row = table.locator("tr.question-row:visible").first
    address = row.locator("th a").evaluate("link => link.href")
    table.route(address, lambda route: route.abort(), times=1)
    row.get_by_role("button", name=re.compile("All answers to")).focus()
    table.keyboard.press("Enter")
    expect(table).to_have_url(address)


def test_the_view_is_saved_as_tables(table: Page, tmp_path: Path) -> None:
    """CSV and JSON hold the rows shown, with each witness's answer, and no formula."""
    chip(table, "contradict").click()
    heads = ["question", "verdict", *table.locator(".column-heads th a").all_inner_texts()]
    for kind in ("CSV", "JSON"):
        with table.expect_download() as saved:
            table.get_by_role("link", name=kind).click()
        saved.value.save_as(tmp_path / kind)
    with (tmp_path / "CSV").open(encoding="utf-8", newline="") as file:
        first, *lines = csv.reader(file, strict=True)
    assert first == heads
    assert [line[0] for line in lines] == questions(table)
    assert not [cell for line in lines for cell in line if cell.startswith(("=", "+", "-", "@"))]
    objects = json.loads((tmp_path / "JSON").read_text(encoding="utf-8"))
    assert [one["question"] for one in objects] == questions(table)


def test_heads_stay_in_sight_after_every_jump(table: Page) -> None:
    """Below the site's header the heads of the columns stand, and under them what was jumped to."""
    for link in table.locator('.section-links a[href^="#group-"]').all():
        link.click()
        head = table.locator(".column-heads th").last.bounding_box()
        section = table.locator(f"{link.get_attribute('href')} .section-row h2").bounding_box()
        header = table.locator(".md-header").bounding_box()
        assert head
        assert section
        assert header
        assert head["y"] >= header["y"] + header["height"] - 1
        if table.evaluate("scrollY + innerHeight < document.body.scrollHeight - 1"):
            assert section["y"] + 1 >= head["y"] + head["height"]


@pytest.mark.parametrize("width", [1000, 1440])
def test_no_heading_is_cut_after_a_jump_to_a_row(page: Page, served: str, width: int) -> None:
    """The row stands below the heads, and its section's heading is seen whole or not at all."""
    page.set_viewport_size({"width": width, "height": 400})
    page.goto(served + COMPARISON)
    for name in page.locator("tbody:not(.alone) tr.question-row").evaluate_all(
        "rows => rows.map(row => row.id)"
    ):
        page.goto(f"{served}{COMPARISON}#{name}")
        row, heads, heading = (
            page.locator(selector).bounding_box()
            for selector in (
                f"#{name} > th",
                ".column-heads th:last-child",
                f"tbody:has(#{name}) .section-row h2",
            )
        )
        assert row
        assert heads
        assert heading
        bottom = heads["y"] + heads["height"]
        assert row["y"] + 1 >= bottom
        if page.evaluate("scrollY + innerHeight < document.body.scrollHeight - 1"):
            assert heading["y"] >= bottom or heading["y"] + heading["height"] <= bottom + 1


def test_words_of_statements_find_their_row(table: Page) -> None:
    """Words that stand in no cell are found in what the statements behind the row say."""
    field(table, "Search the table").press_sequentially("rudder obeyed")
    expect(rows(table)).to_have_count(1)
    expect(rows(table)).to_contain_text("What was the cause?")
    assert "rudder" not in rows(table).inner_text()


def test_words_without_a_row_lead_to_the_search(table: Page) -> None:
    """Where no question matches, the site's search is offered with the same words."""
    field(table, "Search the table").fill("no such words")
    link = table.get_by_role("link", name="Search the whole site for “no such words”")
    expect(link).to_be_visible()
    link.click()
    expect(table).to_have_url(re.compile(r"/search/\?q=no"))


def test_rows_of_one_witness_are_named_before_they_open(table: Page) -> None:
    """The line that stands for them has their topics, and each says that none confirms it."""
    for head in table.locator(".alone-row").all():
        assert head.locator(".alone-topics").inner_text()
    chip(table, "one witness").click()
    for row in rows(table).all():
        expect(row).to_contain_text("no other confirms it")


def test_a_meter_names_the_witnesses_that_answer(table: Page) -> None:
    """Its text names as many witnesses as have an answer that stands."""
    for row in rows(table).all():
        told = row.locator(".meter").get_attribute("aria-label") or ""
        answers = row.locator("td[data-witness]").filter(has_not=table.locator("s"))
        names = answers.evaluate_all("cells => cells.map(cell => cell.dataset.witness)")
        assert told.startswith(f"{len(names)} of ")
        assert all(name in told for name in names)


def test_the_filters_do_not_move_the_page(table: Page) -> None:
    """Room is kept for the form, so that nothing is pushed down when the script starts."""
    moved = table.evaluate(
        """() => new Promise(tell => {
            let sum = 0;
            const watch = new PerformanceObserver(list => {
                for (const entry of list.getEntries()) sum += entry.value;
            });
            watch.observe({ type: "layout-shift", buffered: true });
            setTimeout(() => tell(sum), 500);
        })"""
    )
    assert moved < 0.01


def test_without_scripts_every_row_is_read_and_leads_to_its_page(
    browser: Browser, served: str
) -> None:
    """Without JavaScript there is no form; rows of one witness are open, files are linked whole."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(served + COMPARISON)
        expect(page.locator("form.filters")).to_be_hidden()
        assert rows(page).count() == count_rows(page) > 0
        for name in ("CSV", "JSON"):
            target = page.get_by_role("link", name=name).get_attribute("href") or ""
            assert page.request.get(f"{served}{COMPARISON}{target}").ok


def test_the_form_waits_for_its_script(page: Page, served: str) -> None:
    """A form whose script does not arrive is not shown, and no row is folded."""
    page.route("**/pages.js", lambda route: route.abort())
    page.goto(served + COMPARISON)
    expect(page.locator("form.filters")).to_be_hidden()
    assert rows(page).count() == count_rows(page) > 0


def test_it_works_from_a_folder(page: Page, site: Path) -> None:
    """Opened from a folder, rows are filtered, and a row leads to the page of its question."""
    page.goto((site / COMPARISON / "index.html").as_uri())
    chip(page, "contradict").click()
    seen = questions(page)
    expect(page).to_have_url(re.compile("verdict=contradict"))
    page.reload()
    assert questions(page) == seen
    link = rows(page).first.locator("th a")
    address = link.evaluate("link => link.href")
    rows(page).first.get_by_role("button", name=re.compile("All answers to")).click()
    expect(page).to_have_url(address)


def test_on_a_telephone_rows_are_cards_that_answer_first(phone: Page, served: str) -> None:
    """The question, its verdict, then each answer with its witness; silence takes no room."""
    phone.goto(served + COMPARISON)
    assert phone.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"]
    card = rows(phone).first
    boxes = [part.bounding_box() for part in card.locator("> :visible").all()]
    tops = [box["y"] for box in boxes if box]
    assert tops == sorted(tops)
    assert len(set(tops)) == len(tops) > 2
    expect(card.locator("td.silent").first).to_be_hidden()
    expect(card.get_by_role("rowheader")).to_have_count(1)


@pytest.mark.parametrize("width", [390, 820, 960, 1200, 1440])
def test_nothing_stands_to_the_side(page: Page, served: str, width: int) -> None:
    """The page is no wider than its window, at any width."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(served + COMPARISON)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
