"""Prints a page of a built site into a PDF, with the Chromium that the tests drive."""

import mimetypes
import sys
from pathlib import Path

from playwright.sync_api import Browser, Route, sync_playwright

from tests.support.chromium import find_chromium
from tests.support.serving import address_of


def print_page(browser: Browser, site: Path, path: str, out: Path) -> None:
    """Print the page at a path of the site, at the address that it has on the web.

    The files come from the site's folder; links in the PDF lead to the web.
    """
    home = address_of(site)

    def answer(route: Route) -> None:
        file = site / route.request.url.removeprefix(home).partition("?")[0]
        file = file / "index.html" if file.is_dir() else file
        kind = mimetypes.guess_type(file.name)[0]
        if file.is_file():
            route.fulfill(body=file.read_bytes(), content_type=kind)
        else:
            route.abort()

    with browser.new_context(color_scheme="light") as context:
        context.route("**/*", answer)
        page = context.new_page()
        page.goto(home + path, wait_until="load")
        page.pdf(path=out, format="A4", prefer_css_page_size=True, outline=True, tagged=True)


def main(site: str, path: str, out: str) -> None:
    """Print one page."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium())
        print_page(browser, Path(site), path, Path(out))
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
