"""Answer wrong usage that only a look at the files can tell."""

from __future__ import annotations

import sys

NEEDS_ORIGINALS = "the originals are needed for this; name their folder in DOSSIER_ORIGINALS"


def refuse(message: object) -> int:
    """Say on standard error what is wrong; gives the exit code for wrong usage."""
    print(message, file=sys.stderr)
    return 2
