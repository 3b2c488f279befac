"""Previewing the site while its data are edited."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from building import NOT_COPIED, ROOT


@dataclass
class Preview:
    """A running `mkdocs serve` of a copy of the repository."""

    folder: Path
    url: str

    def home(self) -> str:
        """What the home page holds now; empty while nothing answers."""
        try:
            with urlopen(self.url, timeout=30) as response:
                text: str = response.read().decode()
                return text
        except (URLError, TimeoutError, ConnectionError):
            return ""

    def wait_for(self, condition: Callable[[str], bool]) -> str:
        """The home page as soon as it is as wanted; fails after two minutes."""
        for _ in range(240):
            if condition(home := self.home()):
                return home
            time.sleep(0.5)
        pytest.fail(f"the preview never showed it; last was:\n{self.home()[:2000]}")


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """A preview of a copy, stopped afterwards."""
    folder = tmp_path / "copy"
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*NOT_COPIED))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", host],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield Preview(folder, f"http://{host}/")
    server.terminate()
    server.wait()


def test_a_preview_follows_every_change(preview: Preview) -> None:
    """An edit is shown, a mistake as a list of problems; mending it brings the site back."""
    settings = preview.folder / "dossier" / "dossier.yml"
    good = settings.read_text(encoding="utf-8")
    preview.wait_for(lambda home: "Where they part ways" in home)

    settings.write_text(good.replace("title:", "title: Edited", 1), encoding="utf-8")
    preview.wait_for(lambda home: "Edited" in home)

    settings.write_text(good.replace("title:", "titel:", 1), encoding="utf-8")
    problems = preview.wait_for(
        lambda home: "Where they part ways" not in home and "problem" in home
    )
    assert "dossier/dossier.yml:2:1" in problems
    assert "did you mean" in problems

    settings.write_text(good, encoding="utf-8")
    preview.wait_for(lambda home: "Where they part ways" in home and "Edited" not in home)


def test_a_preview_follows_the_code(preview: Preview) -> None:
    """An edit of a template, and one of the generator's own code, are shown without a restart."""
    preview.wait_for(lambda home: "Where they part ways" in home)
    package = preview.folder / "hooks" / "newsdossier"
    template = package / "templates" / "home.md.j2"
    template.write_text(template.read_text().replace("Where they part ways", "Where they differ"))
    preview.wait_for(lambda home: "Where they differ" in home)

    code = package / "words.py"
    code.write_text(code.read_text().replace('"more than "', '"over and above "'))
    preview.wait_for(lambda home: "over and above" in home)
