"""The one style sheet: what of the theme's stays in it, and what of ours."""

import pytest

from newsdossier.site.styles.sheet import Sheet

PAGE = (
    '<body dir="ltr" data-md-color-primary="custom"><p class="seen also also--seen" id="here"></p>'
)


def write(theme: str, ours: str = "", page: str = PAGE, script: str = "") -> str:
    """The sheet for one page and one script."""
    sheet = Sheet(theme, ours)
    sheet.read_page(page)
    sheet.read_scripts([script])
    return sheet.write_used()


@pytest.mark.parametrize(
    "selector",
    [
        ".seen",
        "#here .also",
        "p",
        "p:not(.unseen)",
        ".also--seen:not(.unseen)",
        ".unseen,.seen",
        "[dir=ltr] .seen",
        "[data-md-color-primary=custom]",
        "[data-md-toggle=search]:checked~.seen",
    ],
)
def test_a_rule_of_the_theme_that_may_hold_stays(selector: str) -> None:
    """A rule stays that is about something on a page, whatever else it is about."""
    assert "color:red" in write(f"{selector} {{ color: red }}")


@pytest.mark.parametrize(
    "selector",
    [".unseen", ".seen .unseen", "#there", "[dir=rtl] .seen", "[data-md-color-primary=pink]"],
)
def test_a_rule_of_the_theme_that_cannot_hold_is_left_out(selector: str) -> None:
    """A rule goes that needs a class, an id or a choice that no page has; in a query too."""
    assert write(f"@media print {{ {selector} {{ color: red }} }}") == ""


def test_a_class_that_a_script_gives_is_known() -> None:
    """What a script adds to a page is no less there than what the page has from the start."""
    script = 'link.classList.add("is-marked");'
    assert "color:red" in write(".is-marked { color: red }", script=script)
    assert write(".is-marked { color: red }") == ""


def test_a_property_that_nothing_asks_for_is_left_out() -> None:
    """With it goes what only it asked for; data between quotes is not mistaken for the next one."""
    idle = """:root { --a: url("data:x;y}z"); --b: var(--a); --c: red; --d: 1px }"""
    asking = ".seen { color: var(--c) }"
    written = write(idle, asking, script="""style.getPropertyValue("--d")""")
    assert written == ":root{--c:red;--d:1px}.seen{color:var(--c)}"


def test_our_own_rules_stay_and_come_last() -> None:
    """Of ours nothing is left out but what says nothing."""
    written = write(".seen { color: red }", "/* Why. */\n.unseen {\n  color: blue;\n}\n")
    assert written.endswith(".unseen{color:#00f}")
    assert written.startswith(".seen{color:red}")


def test_a_broken_rule_does_not_stop_the_build() -> None:
    """Somebody's own sheet may have a mistake in it, as a browser bears with it."""
    assert "color:red" in write("", "p { color: red }\n} a { b\n")
