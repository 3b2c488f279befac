"""Tables that are computed from a dossier once, whoever asks for them first."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from newsdossier.dossier.dossier import Dossier

T = TypeVar("T")


def derived(build: Callable[[Dossier], T]) -> Callable[[Dossier], T]:
    """Keep what a function computes from a dossier with the dossier.

    The records do not change once they are read, so neither does the table; nobody may change it.
    """

    @wraps(build)
    def get(dossier: Dossier) -> T:
        if build not in dossier.derived:
            dossier.derived[build] = build(dossier)
        found: T = dossier.derived[build]
        return found

    return get
