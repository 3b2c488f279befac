"""Working with the comparison in a browser: filter, sort, hide, fold, send; cards; pairs."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

COMPARISON = "comparison/"
PAIR = "comparison/pairs/retelling--courier/"
#: A row in which one thing has two wordings.
ALIGNED = "comparison/struck/"
PHONE: ViewportSize = {"width": 390, "height": 844}


@pytest.fixture
def matrix(page: Page, served: str) -> Page:
    """The comparison, as a reader has it open."""
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(served + COMPARISON)
    return page


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """An empty page on a telephone."""
    with browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True) as context:
        yield context.new_page()


def field(page: Page, label: str) -> Locator:
    """A field of the form."""
    return page.locator("form.filters").get_by_label(label, exact=True)


def rows(page: Page) -> Locator:
    """The rows that are shown."""
    return page.locator("tr.question-row:visible")


def questions(page: Page) -> list[str]:
    """The questions of the rows that are shown, in order."""
    return page.locator("tr.question-row:visible > th > a").all_inner_texts()


def heads(page: Page) -> list[str]:
    """The articles whose columns are shown."""
    return page.locator("tr.column-heads a:visible").all_inner_texts()


def shown(page: Page) -> str:
    """What the live region says."""
    return page.get_by_role("status").and_(page.locator(".rows-shown")).inner_text()


def test_rows_are_filtered_by_verdict_and_counted(matrix: Page) -> None:
    """Only rows of the chosen verdict are left, and a live region says how many of how many."""
    every = rows(matrix).count()
    assert shown(matrix) == f"{every} of {every} rows shown"
    field(matrix, "Verdict").select_option("contradict")
    left = rows(matrix).count()
    assert 0 < left < every
    assert rows(matrix).filter(has=matrix.locator(".verdict--contradict")).count() == left
    assert shown(matrix) == f"{left} of {every} rows shown"
    matrix.get_by_role("button", name="Show everything").click()
    expect(rows(matrix)).to_have_count(every)
    assert "?" not in matrix.url


def test_a_section_is_shown_alone(matrix: Page) -> None:
    """Of a section chosen, its heading, its rows and its link are left."""
    option = field(matrix, "Section").locator("option").nth(2).inner_text()
    field(matrix, "Section").select_option(label=option)
    assert matrix.locator("tr.section-row:visible").all_inner_texts() == [option]
    assert matrix.locator('.section-links a[href^="#group-"]:visible').all_inner_texts() == [option]


def test_rows_are_filtered_by_the_article_that_answers(matrix: Page) -> None:
    """Rows on which the article is silent are left out."""
    column = heads(matrix)[0]
    field(matrix, "Answered by").select_option(label=column)
    first = matrix.locator("tr.question-row:visible > td:nth-of-type(1)")
    states = set(first.evaluate_all("cells => cells.map(cell => cell.className)"))
    assert states == {"cell--answered"}


def test_rows_are_filtered_by_whom_they_concern(matrix: Page) -> None:
    """Somebody chosen is in every row that is left: asked about, or speaking there."""
    every = rows(matrix).count()
    field(matrix, "About or by").select_option("dorrin")
    left = rows(matrix).count()
    assert 0 < left < every
    for row in rows(matrix).all():
        expect(row.locator('a[href$="/dorrin/"]').first).to_be_visible()


def test_words_are_found_whatever_their_marks(matrix: Page) -> None:
    """Typing leaves the rows that have the words, capitals and accents aside."""
    words = field(matrix, "Words")
    words.press_sequentially("STÉERING")
    found = questions(matrix)
    assert found
    assert all(
        "steering" in " ".join(row.inner_text().lower().split()) for row in rows(matrix).all()
    )
    words.fill("no such words at all")
    assert shown(matrix).startswith("No row fits what is chosen. 0 of ")
    assert matrix.locator("tr.section-row:visible").count() == 0


def test_a_view_is_sent_by_its_address(matrix: Page, browser: Browser) -> None:
    """Whoever opens the address sees the same rows and columns, and the same choices."""
    field(matrix, "Only where they differ").check()
    field(matrix, "Sort").select_option("verdict")
    field(matrix, "Courier").check()
    field(matrix, "Words").fill("coast")
    expect(matrix).to_have_url(re.compile("coast"))
    sent, seen, columns = matrix.url, questions(matrix), heads(matrix)
    assert seen
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        other = context.new_page()
        other.goto(sent)
        expect(field(other, "Words")).to_have_value("coast")
        assert questions(other) == seen
        assert heads(other) == columns
        expect(field(other, "Only where they differ")).to_be_checked()
        expect(field(other, "Sort")).to_have_value("verdict")
        expect(field(other, "Words")).to_have_value("coast")
        assert other.url == sent
        other.reload()
        assert questions(other) == seen


def test_only_where_they_differ_leaves_out_agreement(matrix: Page) -> None:
    """Rows in which the witnesses agree, and rows that one witness answers, are left out."""
    field(matrix, "Only where they differ").check()
    verdicts = rows(matrix).evaluate_all("rows => rows.map(row => row.dataset.verdicts.trim())")
    assert verdicts
    assert not {"agree", "compatible", "one-witness"} & set(verdicts)


def test_rows_are_sorted_by_verdict_and_back(matrix: Page) -> None:
    """The farthest apart stand first, under their verdict; then the dossier's order again."""
    before = questions(matrix)
    field(matrix, "Sort").select_option("verdict")
    headings = matrix.locator("tr.section-row:visible").all_inner_texts()
    assert headings[0] == "contradict"
    assert len(headings) == len(set(headings))
    assert sorted(questions(matrix)) == sorted(before)
    assert questions(matrix) != before
    field(matrix, "Sort").select_option("")
    assert questions(matrix) == before


def test_rows_are_sorted_by_how_many_answer(matrix: Page) -> None:
    """Sorted by answers, rows that all articles answer stand first."""
    field(matrix, "Sort").select_option("answers")
    counts = rows(matrix).evaluate_all(
        "rows => rows.map(row => row.querySelectorAll('.cell--answered').length)"
    )
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1]
    first = matrix.locator("tr.section-row:visible").first
    expect(first).to_have_text(f"{counts[0]} articles answer")


def test_a_column_is_hidden(matrix: Page) -> None:
    """A column hidden is gone from the heads and from every row, and comes back."""
    every = heads(matrix)
    hide = matrix.get_by_role("group", name="Hide the column of").get_by_label(every[1], exact=True)
    hide.check()
    assert heads(matrix) == [every[0], *every[2:]]
    widths = rows(matrix).evaluate_all(
        "rows => rows.map(row => [...row.cells].filter(cell => !cell.hidden).length)"
    )
    assert set(widths) == {len(every)}
    hide.uncheck()
    assert heads(matrix) == every


def test_articles_of_one_dispatch_are_folded_into_one_column(matrix: Page) -> None:
    """Folded, they are one witness, each answer under its article's name; unfolded, as before."""
    before = matrix.locator(".matrix").inner_text()
    column = matrix.locator("tr.column-heads th:visible")
    wide = column.count()
    witness = matrix.locator("th.one-witness")
    joined = int(witness.get_attribute("colspan") or 0)
    assert joined > 1
    fold = field(matrix, "Fold articles of one dispatch into one column")
    fold.check()
    assert column.count() == wide - joined + 1
    expect(witness).to_contain_text("One witness:")
    expect(witness).to_have_attribute("colspan", "1")
    folded = matrix.locator("#row-struck td.folded")
    whose = folded.locator(".cell-article:visible").all_inner_texts()
    assert len(whose) == joined
    assert whose == [name for name in heads(matrix) if name in whose]
    assert len(folded.locator(".answer-value").all()) >= joined
    fold.uncheck()
    assert matrix.locator(".matrix").inner_text() == before


def test_a_hidden_article_is_hidden_in_its_fold_too(matrix: Page) -> None:
    """Hiding and folding go together."""
    field(matrix, "Fold articles of one dispatch into one column").check()
    hidden = matrix.locator("td.folded .cell-article:visible").first.inner_text()
    matrix.get_by_role("group", name="Hide the column of").get_by_label(hidden, exact=True).check()
    names = matrix.locator("td.folded .cell-article:visible").all_inner_texts()
    assert names
    assert hidden not in names


def test_every_cell_has_an_address(matrix: Page, served: str) -> None:
    """A cell is QUESTION--ARTICLE; its address shows it even where a filter would leave it out."""
    cells = matrix.locator("tr.question-row td")
    names = matrix.locator("tr.question-row td .cell").evaluate_all(
        "cells => cells.map(cell => cell.id)"
    )
    assert len(names) == cells.count() == len(set(names))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*--[a-z0-9]+(-[a-z0-9]+)*", n) for n in names)
    last = names[-1]
    matrix.goto(f"{served}{COMPARISON}?verdict=contradict&hide={last.split('--')[1]}#{last}")
    expect(matrix.locator(f"[id='{last}']")).to_be_in_viewport()


def test_the_filters_do_not_move_the_page(matrix: Page) -> None:
    """Room is kept for the form, so that nothing is pushed down when the script starts."""
    moved = matrix.evaluate(
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


def test_without_scripts_the_whole_table_stands_and_no_form(browser: Browser, served: str) -> None:
    """Without JavaScript there is nothing to filter with, and every row to read."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(served + COMPARISON)
        expect(page.locator("form.filters")).to_be_hidden()
        assert rows(page).count() == page.locator("tr.question-row").count() > 0


def test_the_form_waits_for_its_script(page: Page, served: str) -> None:
    """A form whose script does not arrive is not shown."""
    page.route("**/comparison.js", lambda route: route.abort())
    page.goto(served + COMPARISON)
    expect(page.locator("form.filters")).to_be_hidden()
    assert rows(page).count() > 0


def test_it_works_from_a_folder(page: Page, site: Path) -> None:
    """Opened from a folder, rows are filtered and the address keeps what is chosen."""
    page.goto((site / COMPARISON / "index.html").as_uri())
    field(page, "Verdict").select_option("contradict")
    seen = questions(page)
    assert "verdict=contradict" in page.url
    page.reload()
    assert questions(page) == seen
    expect(field(page, "Verdict")).to_have_value("contradict")


def test_the_filters_are_worked_by_keyboard(matrix: Page) -> None:
    """Tab leads through the form; keys type, choose and check."""
    field(matrix, "Words").focus()
    matrix.keyboard.type("coast")
    matrix.keyboard.press("Tab")
    expect(field(matrix, "Section")).to_be_focused()
    matrix.keyboard.press("Tab")
    matrix.keyboard.type("differ")
    expect(field(matrix, "Verdict")).to_have_value("differ")
    for _ in range(4):
        matrix.keyboard.press("Tab")
    matrix.keyboard.press("Space")
    expect(field(matrix, "Only where they differ")).to_be_checked()
    assert matrix.url.endswith("?words=coast&verdict=differ&differ=1")


def test_on_a_telephone_rows_are_cards(phone: Page, served: str) -> None:
    """The question with its verdict on top, then each article under its name; no scrolling."""
    phone.goto(served + COMPARISON)
    assert phone.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"]
    assert phone.locator(".matrix").evaluate("box => box.scrollWidth <= box.clientWidth")
    card = phone.locator("#row-dead")
    boxes = [part.bounding_box() for part in card.locator("> *").all()]
    tops = [box["y"] for box in boxes if box]
    assert tops == sorted(tops)
    assert len(set(tops)) == len(tops) == 1 + card.locator("td").count()
    expect(card.locator("th .verdict").first).to_be_visible()
    names = [cell.inner_text().split("\n")[0] for cell in card.locator("td").all()]
    columns = phone.locator("tr.column-heads a").all_text_contents()
    assert all(name.startswith(column) for name, column in zip(names, columns, strict=True))


def test_on_a_telephone_it_is_still_a_table(phone: Page, served: str) -> None:
    """Who listens finds a table with a caption, rows with their heads, and cells."""
    phone.goto(served + COMPARISON)
    table = phone.get_by_role("table", name=re.compile("One row per question"))
    row = table.get_by_role("row").filter(has=phone.locator("a[href='dead/']"))
    expect(row.get_by_role("rowheader")).to_have_count(1)
    expect(row.get_by_role("cell")).to_have_count(phone.locator("tr.column-heads a").count())


def test_on_a_telephone_the_filters_open_by_touch(phone: Page, served: str) -> None:
    """A button opens the form, whose room is not taken before; a filter narrows the cards."""
    phone.goto(served + COMPARISON)
    expect(field(phone, "Verdict")).to_be_hidden()
    button = phone.get_by_role("button", name="Filter, sort, choose columns")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.tap()
    expect(button).to_have_attribute("aria-expanded", "true")
    field(phone, "Verdict").select_option("contradict")
    every = phone.locator("tr.question-row").count()
    assert shown(phone) == f"{rows(phone).count()} of {every} rows shown"
    assert rows(phone).count() < every
    field(phone, "Fold articles of one dispatch into one column").tap()
    expect(phone.locator(".folded-heading:visible").first).to_contain_text("One witness:")
    assert phone.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"]


def test_wordings_stand_word_beneath_word(page: Page, served: str) -> None:
    """What the renderings share stands in one column and is plain; what differs is marked."""
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(served + ALIGNED)
    table = page.get_by_role("table", name="Variants of one wording").first
    lines = table.locator("tr")
    assert lines.count() == 2
    columns = lines.evaluate_all(
        "lines => lines.map(line => [...line.cells].slice(1).map(cell => ({"
        "text: cell.textContent.trim(), marked: Boolean(cell.querySelector('mark')),"
        "left: cell.getBoundingClientRect().left})))"
    )
    for column in zip(*columns, strict=True):
        assert len({cell["left"] for cell in column}) == 1
        marked = {cell["marked"] for cell in column if cell["text"]}
        alike = len({cell["text"].lower() for cell in column}) == 1
        assert marked == {not alike}


def test_on_a_telephone_wordings_stand_one_beneath_the_other(phone: Page, served: str) -> None:
    """Too narrow for columns, each rendering is a line of text with its differing words marked."""
    phone.goto(served + ALIGNED)
    assert phone.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"]
    line = phone.locator(".aligned-wordings tr").first
    expect(line.locator("mark").first).to_be_visible()
    assert "a sand bench" in " ".join(line.inner_text().split())


def test_cells_mark_the_words_that_differ(matrix: Page) -> None:
    """In the matrix a wording has the same marks; a count has none."""
    expect(matrix.locator("#row-struck mark").first).to_be_visible()
    expect(matrix.locator("#row-dead mark")).to_have_count(0)
    expect(matrix.locator(".verdict-legend mark")).to_be_visible()


def test_two_articles_are_found_side_by_side(matrix: Page, served: str) -> None:
    """The comparison and both articles lead to the page that has the two side by side."""
    matrix.locator(".pairs").get_by_role("link", name="Retelling and Courier").click()
    expect(matrix.get_by_role("heading", level=1)).to_have_text(
        "Retelling and Courier, side by side"
    )
    for article in ("retelling", "courier"):
        matrix.goto(f"{served}articles/{article}/")
        expect(matrix.locator(f'.facts a[href="../../{PAIR}"]')).to_be_visible()


def test_a_pair_has_the_rows_of_both_and_of_one(page: Page, served: str) -> None:
    """First the rows both answer, with verdicts, then those that one alone answers."""
    page.goto(served + PAIR)
    titles = page.locator("tr.section-row").all_inner_texts()
    kinds = [re.sub(r"\s+\d+ questions?$", "", title) for title in titles]
    assert kinds == ["Both answer", "Only Courier answers"]
    answered = {"both": [True, True], "only-courier": [False, True]}
    for section, expected in answered.items():
        for row in page.locator(f"tbody#{section} tr.question-row").all():
            expect(row.locator(".verdict").first).to_be_visible()
            states = row.locator("td").evaluate_all("cells => cells.map(cell => cell.className)")
            assert [state == "cell--answered" for state in states] == expected


def test_the_texts_of_a_pair_stand_in_two_columns(page: Page, served: str) -> None:
    """Both renditions begin at one height, and a note's number leads to the note of that number."""
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(served + PAIR)
    left, right = (side.bounding_box() for side in page.locator(".side").all())
    assert left
    assert right
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] <= right["x"]
    call = page.locator(".side").last.locator(".note-calls a").nth(4)
    number = call.inner_text()
    call.click()
    note = page.locator(".footnote li:target")
    expect(note).to_be_visible()
    assert note.evaluate("note => [...note.parentElement.children].indexOf(note) + 1") == int(
        number
    )


def test_on_a_telephone_the_texts_of_a_pair_are_stacked(phone: Page, served: str) -> None:
    """One text stands beneath the other, each as wide as the window."""
    phone.goto(served + PAIR)
    assert phone.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"]
    first, second = (side.bounding_box() for side in phone.locator(".side").all())
    assert first
    assert second
    assert first["y"] + first["height"] <= second["y"]
    assert first["x"] == second["x"]
