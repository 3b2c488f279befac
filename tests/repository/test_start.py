"""Another dossier is begun with the engine alone, as the page "Start your own dossier" says."""

import os
import re
import socket
import subprocess
import sys
import sysconfig
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from newsdossier.authoring import starter
from newsdossier.cli import main
from tests.support.building import ROOT, contents, copied

PAGE = (ROOT / "docs" / "start-your-own.md").read_text(encoding="utf-8")

#: The commands of the page, in their order.
COMMANDS = re.findall(r"^    (\S.*)$", PAGE, re.MULTILINE)

STEPS = [
    "make wheel",
    "python3 -m venv engine",
    "engine/bin/python -m pip install wheels/newsdossier-0.1.0-py3-none-any.whl",
    "engine/bin/newsdossier init kell",
    "cd kell",
    "make check",
    "make serve",
    "make site",
]


#: Variables of the run of these tests: its originals, and what make tells a make within it.
NOT_INHERITED = ("DOSSIER_ORIGINALS", "MAKEFLAGS", "MAKELEVEL", "MFLAGS")


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command without the code of this repository; gives what it prints."""
    own = {name: value for name, value in os.environ.items() if name not in NOT_INHERITED}
    ran = subprocess.run(command, cwd=cwd, env=own, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout + ran.stderr


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an environment into which the engine's wheel has been installed.

    What the engine needs is not fetched anew: the environment of the tests lends its packages, but
    not the engine, whose place there a `.pth` file names, and such files count in their own folder
    alone.
    """
    folder = tmp_path_factory.mktemp("start")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    options = ("--no-deps", "--no-build-isolation", "--wheel-dir", folder / "wheels")
    run(*pip, "wheel", *options, copied(folder / "repository"), cwd=folder)
    run(sys.executable, "-m", "venv", "--without-pip", "engine", cwd=folder)
    (lib,) = (folder / "engine" / "lib").glob("python*/site-packages")
    (lib / "lent.pth").write_text(f"{sysconfig.get_path('purelib')}\n")
    (wheel,) = (folder / "wheels").iterdir()
    installing = ("install", "--no-deps", "--no-index", wheel)
    run(*pip, "--python", "engine/bin/python", *installing, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def kell(place: Path) -> Path:
    """A folder begun with the engine."""
    told = run("engine/bin/newsdossier", "init", "kell", cwd=place)
    assert "cd kell && make serve" in told
    return place / "kell"


def make(target: str) -> list[str]:
    """The command that runs a target of the new folder in the environment with the engine."""
    return ["make", target, "VENV=../engine", "--old-file=../engine/run.stamp"]


def test_the_page_tells_these_steps() -> None:
    """The tests below follow the commands of the page, all of them and in their order."""
    assert COMMANDS == STEPS


def test_the_engine_runs_from_its_wheel(place: Path) -> None:
    """What is tried here is the package, not the code of this repository."""
    code = "import newsdossier; print(newsdossier.__file__)"
    assert str(place) in run("engine/bin/python", "-c", code, cwd=place)


def test_a_new_dossier_has_no_problems(kell: Path) -> None:
    """The invented article passes the check, and is proved against its original."""
    assert run(*make("check"), cwd=kell) == (
        "dossier: no problems, 1 article, 2 statements, 1 question\n"
    )


def test_a_new_dossier_becomes_a_site(kell: Path) -> None:
    """The site is built with warnings as errors, with theme, styles and scripts."""
    run(*make("site"), cwd=kell)
    home = (kell / "site" / "index.html").read_text(encoding="utf-8")
    assert "<title>The bell of Kell</title>" in home
    named = re.findall(r'(?:href|src)="(assets/[^"?]+)"', home)
    assert named
    assert [name for name in named if not (kell / "site" / name).is_file()] == []


def test_a_new_dossier_is_previewed(kell: Path) -> None:
    """`make serve` shows the site."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    command = [*make("serve"), f"SERVE_FLAGS=--dev-addr {host}"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen(command, cwd=kell, start_new_session=True, **quiet)  # type: ignore[call-overload]
    try:
        assert "The bell of Kell" in fetch(f"http://{host}/")
    finally:
        os.killpg(server.pid, 15)
        server.wait()


def fetch(address: str) -> str:
    """A page, as soon as something answers; fails after two minutes."""
    for _ in range(240):
        try:
            with urlopen(address, timeout=30) as response:
                text: str = response.read().decode()
                return text
        except (URLError, ConnectionError):
            time.sleep(0.5)
    pytest.fail(f"nothing answers at {address}")


def test_nothing_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where a file is there already it is named, and no file is written."""
    (tmp_path / "kell").mkdir()
    own = tmp_path / "kell" / "mkdocs.yml"
    own.write_text("mine\n")
    assert main(["init", str(tmp_path / "kell")]) == 2
    assert f"{own} exists\n" in capsys.readouterr().err
    assert contents(tmp_path) == {"kell/mkdocs.yml": b"mine\n"}


def test_what_a_new_dossier_shares_with_this_repository_is_the_same() -> None:
    """Its hook is ours, its pins are ours, and its workflows use the actions that ours use."""
    files = starter.draft_folder()
    for path in ("hooks/publish.py", "requirements.txt", ".github/preview.md"):
        assert files[path] == (ROOT / path).read_bytes(), path
    ours = "".join(file.read_text() for file in (ROOT / ".github" / "workflows").iterdir())
    used = [
        line.strip()
        for path, content in files.items()
        if path.startswith(".github/workflows/")
        for line in content.decode().splitlines()
        if "uses:" in line
    ]
    assert used
    assert [line for line in used if line not in ours] == []


def test_to_check_takes_nothing_that_only_publishing_needs(tmp_path: Path) -> None:
    """`check` and `init` work without MkDocs, its theme, and what draws or cuts fonts."""
    banned = ("mkdocs", "material", "PIL", "nh3", "fontTools", "brotli", "platformdirs")
    code = (
        f"import sys; sys.modules.update(dict.fromkeys({banned!r})); "
        "from newsdossier.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    run(sys.executable, "-c", code, "init", "kell", cwd=tmp_path)
    run(sys.executable, "-c", code, "check", cwd=tmp_path / "kell")
