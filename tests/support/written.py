"""The pages of the ferry dossier, written into a folder by the command."""

import os
import subprocess
import sys
from pathlib import Path

from tests.support.ferry import FERRY


def written(out: Path, originals: Path) -> dict[str, str]:
    """The pages that the command writes into a folder, by their paths in it."""
    subprocess.run(
        [sys.executable, "-m", "newsdossier", "--dossier", FERRY, "pages", out],
        env={**os.environ, "DOSSIER_ORIGINALS": str(originals)},
        check=True,
    )
    files = (path for path in sorted(out.rglob("*")) if path.is_file())
    return {path.relative_to(out).as_posix(): path.read_text(encoding="utf-8") for path in files}
