"""A running preview of a copy of the repository."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

#: What the home page says of every dossier, and a list of problems does not.
ON_HOME = "Where they part ways"


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
