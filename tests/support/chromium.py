"""Finds the Chromium that the tests drive, and installs one where apt-get can."""

import os
import shutil
import subprocess
import sys

# The shell without windows comes first: it opens a page in half the time.
PROGRAMS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
ADVICE = """\
The tests need Chromium or Chrome, and none was found. Install one:
  Debian           sudo apt-get install chromium-headless-shell
  Fedora           sudo dnf install chromium
  macOS            brew install --cask chromium
or say where it is: CHROMIUM=/path/to/chromium make test"""


def find_chromium() -> str:
    """Say where the browser is; one that `CHROMIUM` names goes before what the machine has."""
    named = os.environ.get("CHROMIUM")
    for program in [named] if named else PROGRAMS:
        if path := shutil.which(program):
            return path
    raise FileNotFoundError(ADVICE)


def install() -> None:
    """Install Debian's Chromium: the shell without windows, or the whole where there is none."""
    _run_apt("update")
    try:
        _run_apt("install", "--yes", "--no-install-recommends", "chromium-headless-shell")
    except subprocess.CalledProcessError:
        _run_apt("install", "--yes", "--no-install-recommends", "chromium")


def _run_apt(*arguments: str) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(
        ["apt-get", "-qq", *arguments], env=environment, stdout=subprocess.DEVNULL, check=True
    )


def main() -> int:
    """Print where the browser is, having installed it if need be and possible."""
    try:
        print(find_chromium())
    except FileNotFoundError as problem:
        if os.geteuid() != 0 or not shutil.which("apt-get") or os.environ.get("CHROMIUM"):
            print(problem, file=sys.stderr)
            return 1
        install()
        print(find_chromium())
    return 0


if __name__ == "__main__":
    sys.exit(main())
