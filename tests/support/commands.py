"""Runs the installed command, as a contributor does in a shell."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from tests.support.building import ROOT


def run_command(
    *arguments: str | Path,
    cwd: Path = ROOT,
    originals: Path | None = None,
    variables: Mapping[str, str] = MappingProxyType({}),
) -> subprocess.CompletedProcess[str]:
    """Run the installed command as a contributor does."""
    environment = {name: value for name, value in os.environ.items() if name != "DOSSIER_ORIGINALS"}
    if originals:
        environment["DOSSIER_ORIGINALS"] = str(originals)
    environment |= variables
    return subprocess.run(
        [Path(sys.executable).with_name("newsdossier"), *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
    )
