"""`make site` is all or nothing, whenever it is killed, and whoever else runs it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from signal import SIGKILL

import pytest

from tests.support.building import TESTS, contents, copied, make

KILLING = TESTS / "support" / "killing"
TOY = TESTS / "support" / "toy_build.py"

#: What the log of events has where the two sites change places, on Linux and on macOS.
EXCHANGES = {"ctypes.dlsym renameat2", "ctypes.dlsym renamex_np"}


@dataclass(frozen=True)
class Project:
    """A copy of the repository, in which a toy stands for the build, and a site from before."""

    folder: Path
    before: Path
    """A copy of the site from before."""
    log: Path

    @property
    def source(self) -> Path:
        """What the toy build makes the site from."""
        return self.folder / "source"

    @property
    def site(self) -> Path:
        """The site that readers see."""
        return self.folder / "site"

    def start(self, **killing: str) -> subprocess.Popen[str]:
        """Start `make site` in a process group of its own, with its events noted."""
        environment = {
            "PYTHONPATH": f"{KILLING}{os.pathsep}{self.folder / 'hooks'}",
            "PYTHONDONTWRITEBYTECODE": "1",
            "KILLING_LOG": str(self.log),
            "KILLING_IN": str(self.folder),
        }
        return subprocess.Popen(
            make("site", f"BUILD={sys.executable} {TOY} {self.source}"),
            cwd=self.folder,
            env=os.environ | environment | killing,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def restore(self) -> None:
        """Put the site from before back, as if nothing had run since."""
        for folder in (self.site, self.folder / ".site-new"):
            if folder.exists():
                shutil.rmtree(folder)
        shutil.copytree(self.before, self.site)
        self.log.unlink(missing_ok=True)

    def run(self, **killing: str) -> int:
        """Restore and run `make site`; its exit code, or minus the signal that killed it."""
        self.restore()
        run = self.start(**killing)
        said, _ = run.communicate()
        assert "Traceback" not in said, said
        return run.returncode


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project whose source was edited since its site was built."""
    folder = tmp_path_factory.mktemp("killed")
    project = Project(copied(folder / "project"), folder / "before", folder / "events")
    write_source(project.source, "old")
    assert project.start().wait() == 0
    shutil.copytree(project.site, project.before)
    write_source(project.source, "new")
    return project


def write_source(folder: Path, text: str) -> None:
    """Write thirty files in three folders, each holding a text."""
    for number in range(30):
        file = folder / f"{number % 3}" / f"{number}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{text} {number}")


@pytest.fixture(scope="module")
def whole(project: Project) -> tuple[Mapping[str, bytes], list[str]]:
    """The new site, of a run that nothing disturbs, and the events of that run in their order."""
    assert project.run() == 0
    return contents(project.site), project.log.read_text().splitlines()


def exchange(events: list[str]) -> int:
    """The number of the last event before the sites change places, counted from 1."""
    (found,) = [number for number, event in enumerate(events, start=1) if event in EXCHANGES]
    return found


def torn(
    project: Project, new: Mapping[str, bytes], events: list[str], points: Iterable[int]
) -> list[str]:
    """The points at which a killed run leaves anything but the old site, or after it the new."""
    old = contents(project.before)
    assert old != new
    wrong = []
    for point in points:
        code = project.run(KILLING_AT=str(point))
        assert code == -SIGKILL, f"{point}: not killed"
        stands = contents(project.site) if project.site.is_dir() else {}
        if stands != (old if point <= exchange(events) else new):
            wrong.append(f"{point}: {events[point - 1]}")
    return wrong


def spread(events: list[str], before: int, around: int, after: int) -> list[int]:
    """Points over the whole run: so many before and after the exchange, and every one around it."""
    at = exchange(events)
    early = (1 + index * (at - 1) // before for index in range(before))
    late = (at + 1 + index * (len(events) - at - 1) // (after - 1) for index in range(after))
    return sorted({*early, *range(at - around, at + around + 1), *late})


def test_a_killed_run_leaves_a_whole_site(
    project: Project, whole: tuple[Mapping[str, bytes], list[str]]
) -> None:
    """Killed whenever it may be, `make site` leaves the old site or the new, byte for byte.

    It is killed at more than twenty points before the two change places, and at some after. The
    next run clears away what the last has left.
    """
    new, events = whole
    points = spread(events, before=20, around=2, after=3)
    assert torn(project, new, events, points) == []

    assert (project.folder / ".site-new").is_dir()
    assert project.start().wait() == 0
    assert contents(project.site) == new
    assert list(project.folder.glob(".site-*")) == []


@pytest.mark.long
def test_a_run_killed_at_any_of_many_points_leaves_a_whole_site(
    project: Project, whole: tuple[Mapping[str, bytes], list[str]]
) -> None:
    """Killed at some sixty points, `make site` leaves the old site or the new, byte for byte."""
    new, events = whole
    points = spread(events, before=44, around=6, after=8)
    assert torn(project, new, events, points) == []


def test_a_run_whose_builder_is_killed_fails_and_leaves_the_old_site(
    project: Project, whole: tuple[Mapping[str, bytes], list[str]]
) -> None:
    """Where the build alone is killed, `make site` fails and nothing but the old site is left."""
    _, events = whole
    assert project.run(KILLING_AT=str(exchange(events) - 20), KILLING_ONE="1") > 0
    assert contents(project.site) == contents(project.before)
    assert list(project.folder.glob(".site-*")) == []


def test_two_runs_at_once_make_one_whole_site(
    project: Project, whole: tuple[Mapping[str, bytes], list[str]]
) -> None:
    """Two at once wait for each other: both succeed, and the site is whole."""
    new, _ = whole
    project.restore()
    runs = [project.start(), project.start()]
    said = [run.communicate()[0] for run in runs]
    assert [run.returncode for run in runs] == [0, 0], said
    assert contents(project.site) == new
    assert list(project.folder.glob(".site-*")) == []
