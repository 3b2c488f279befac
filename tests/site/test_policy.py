"""What a browser is told that it may run and load: the site's own, and nothing written into it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Route, expect

from newsdossier.site.policy import add_policy, list_script_shapes
from tests.support.searching import HIT

HEAD = '<head><meta charset="utf-8"></head>'
THEME = '<script>root=new URL("{}",location)</script>'

#: Told where a policy is broken, whatever it is broken by.
LISTEN = (
    'addEventListener("securitypolicyviolation", (one) => console.error(one.violatedDirective))'
)


def hashes(page: str) -> list[str]:
    """The hashes that the policy of a page names."""
    return re.findall(r"'sha256-[^']+'", page)


@pytest.fixture
def errors() -> list[str]:
    """What a page says is wrong."""
    return []


@pytest.fixture
def watched(browser: Browser, errors: list[str]) -> Iterator[Page]:
    """A page whose errors and breaches of policy are written down."""

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(message.text)

    with browser.new_context(reduced_motion="reduce") as context:
        context.add_init_script(LISTEN)
        page = context.new_page()
        page.on("console", heard)
        page.on("pageerror", lambda error: errors.append(str(error)))
        yield page


def test_the_themes_scripts_are_named_whatever_root_they_lead_to() -> None:
    """A script of the theme differs by the depth of its page; each page names its own."""
    known = list_script_shapes(THEME.format("/"))
    deep, deeper = (add_policy(HEAD + THEME.format(root), known) for root in ("..", "../.."))
    assert len(hashes(deep)) == len(hashes(deeper)) == 1
    assert hashes(deep) != hashes(deeper)


def test_a_script_that_is_not_the_themes_is_not_named() -> None:
    """Whatever else got into a page has no hash in its policy."""
    known = list_script_shapes(THEME.format("/"))
    page = add_policy(HEAD + THEME.format("..") + "<script>other()</script>", known)
    assert hashes(page) == hashes(add_policy(HEAD + THEME.format(".."), known))


def test_the_policy_stands_before_all_else() -> None:
    """It holds for everything behind it, so it stands first, right behind the charset."""
    page = add_policy(HEAD, [])
    assert page.startswith('<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy"')
    with pytest.raises(ValueError, match="charset"):
        add_policy("<head></head>", [])


def test_every_published_page_has_its_policy(site: Path) -> None:
    """Each page, and the page for what is not there, names three scripts and allows no other.

    A page that leads on to where it has moved has a file of the site's as its only script.
    """
    pages = sorted(site.rglob("*.html"))
    assert pages
    for path in pages:
        text = path.read_text(encoding="utf-8")
        (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
        own = 0 if "<title>Moved: " in text else 3
        assert len(hashes(policy)) == len(re.findall(r"<script>", text)) == own, path
        assert policy.startswith("default-src 'none'; script-src 'self'")
        assert "unsafe" not in policy


def test_all_that_can_be_used_works_under_the_policy(
    watched: Page, served: str, errors: list[str]
) -> None:
    """Search, colours, filters, notes and the printable page break nothing that it says."""
    watched.goto(served)
    watched.keyboard.press("/")
    watched.keyboard.type("Ilva Dorrin")
    expect(watched.locator(HIT).first).to_contain_text("Ilva Dorrin")
    watched.keyboard.press("Enter")
    expect(watched).to_have_url(re.compile("entities/person/dorrin"))
    watched.locator("label.md-header__button[for^=__palette]:visible").click()
    expect(watched.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    watched.goto(f"{served}comparison/")
    watched.locator(".chip", has_text="contradict").click()
    expect(watched.locator(".rows-shown")).to_contain_text("questions shown")
    watched.locator("tr.question-row:visible .opener").click()
    expect(watched.locator("tr.opened")).to_be_visible()
    watched.goto(f"{served}articles/courier/")
    watched.locator(".rendition sup a").first.click()
    expect(watched.locator(".note-card")).to_be_visible()
    watched.goto(f"{served}printable/")
    watched.emulate_media(media="print")
    watched.goto(f"{served}no/such/page/")
    assert [one for one in errors if "404" not in one] == []


def test_what_gets_in_does_not_run(watched: Page, served: str, errors: list[str]) -> None:
    """A script, a handler, a style or a frame written into a page does nothing, and is told."""
    foreign = (
        "<script>document.title = 'ran'</script><img src=x onerror=\"document.title = 'ran'\">"
    )
    foreign += "<style>h1 { display: none }</style><iframe src='about:blank'></iframe>"

    def put_in(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace("<h1", f"{foreign}<h1", 1))

    watched.route(f"{served}timeline/", put_in)
    watched.goto(f"{served}timeline/")
    assert watched.title() != "ran"
    assert watched.locator("h1").is_visible()
    broken = {one for one in errors if one.endswith(("-src", "-elem", "-attr"))}
    assert {"script-src-elem", "script-src-attr", "style-src-elem"} <= broken
