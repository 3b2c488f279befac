"""What the tests share: the site built once, a server for it, and a browser."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.support.building import FERRY_ORIGINALS, build_ferry, copied_ferry, environment, make_all
from tests.support.chromium import find_chromium
from tests.support.previewing import Preview
from tests.support.refusing import Checked, check_payloads
from tests.support.serving import address_of, serving
from tests.support.sharing import find_once, make_once

# Many tests start Python anew, some in copies of the code: what one has compiled the next can use.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# Nothing is to leave the machine, the browser's own errands included.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the invented dossier."""
    return make_once(tmp_path_factory, "ferry", build_ferry)


@pytest.fixture(scope="session")
def made_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository with all that it makes of the invented dossier; to look at only."""
    return make_once(tmp_path_factory, "made", lambda folder: make_all(copied_ferry(folder)))


@pytest.fixture(scope="session")
def address(site: Path) -> str:
    """Where the site is to live on the web, as its home page says."""
    return address_of(site)


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address of the site's home page on this machine."""
    with serving(site) as home:
        yield home


@pytest.fixture(scope="session")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """Every hostile text in every field that takes text, as `check` finds it without originals."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DOSSIER_ORIGINALS", raising=False)
        return find_once(tmp_path_factory, "checked", check_payloads)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium; a machine that has none fails the tests that ask for it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page, with no memory of other pages."""
    with browser.new_context(reduced_motion="reduce") as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview of a copy, stopped afterwards; each test of a module leaves it as it was."""
    folder = copied_ferry(tmp_path_factory.mktemp("previewed") / "copy")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", host],
        cwd=folder,
        env=environment(**FERRY_ORIGINALS, PYTHONPATH=str(folder / "hooks")),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield Preview(folder, f"http://{host}/")
    server.terminate()
    server.wait()
