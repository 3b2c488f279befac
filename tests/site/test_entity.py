"""An entity's page and the timeline in a browser: the filter by witness, the axis, the widths."""

from itertools import pairwise

from playwright.sync_api import Browser, Page, expect

GUARD = "entities/organisation/coast-guard/"


def shown(page: Page) -> list[str]:
    """The lines that are shown."""
    return page.locator(".told-line:visible").all_inner_texts()


def test_the_statements_of_one_witness_are_shown_alone(page: Page, served: str) -> None:
    """A chip leaves the others out, with the dates that have nothing then; the address keeps it."""
    page.goto(served + GUARD)
    every, dates = shown(page), page.locator(".lane-row:visible").count()
    page.get_by_role("group", name="Witness").get_by_role("button", name="Courier").click()
    assert shown(page) == [one for one in every if "Courier" in one] != []
    assert page.locator(".lane-row:visible").count() < dates
    page.reload()
    assert shown(page) == [one for one in every if "Courier" in one]
    expect(page.get_by_role("button", name="Courier")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="All", exact=True).click()
    assert shown(page) == every
    assert "witness" not in page.url


def test_without_a_script_all_statements_stand_and_no_chips(browser: Browser, served: str) -> None:
    """What does nothing is not there."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(served + GUARD)
        assert len(shown(page)) == page.locator(".told-line").count() > 0
        expect(page.locator(".witness-chips")).to_be_hidden()


def test_a_telling_leads_to_its_note(page: Page, served: str) -> None:
    """The witness of a line leads to the statement in its article."""
    page.goto(served + GUARD)
    line = page.locator(".told-line", has_text="counted nine injured")
    line.get_by_role("link", name="Courier").click()
    page.wait_for_url("**/articles/courier/#fn:nine-injured")


def place(page: Page, date: str, sign: str) -> float:
    """Where on the page the sign of a date lies."""
    row = page.locator(".moment", has=page.get_by_text(date, exact=True))
    box = row.locator(sign).first.bounding_box()
    assert box
    return box["x"] + box["width"] / 2


def test_the_signs_of_the_timeline_lie_in_order_of_time(page: Page, served: str) -> None:
    """A later day lies further right; the words of the axis neither overlap nor leave it."""
    page.goto(f"{served}timeline/")
    first = place(page, "1 May 2021", ".sign--dot")
    second = place(page, "2 May 2021", ".sign--square")
    assert first < second
    boxes = [one.bounding_box() for one in page.locator(".time-head text").all()]
    assert boxes
    for one, other in pairwise(boxes):
        assert one
        assert other
        assert one["x"] + one["width"] <= other["x"]
