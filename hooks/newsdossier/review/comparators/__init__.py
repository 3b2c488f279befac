"""The comparators: each module here compares the records of one sort.

A comparator is a module with a function `compare(before, after)` that yields differences. A new
one is found as soon as its file is here.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from newsdossier.dossier.dossier import Dossier
from newsdossier.review.difference import Difference


def compare_records(before: Dossier, after: Dossier) -> Iterator[Difference]:
    """Run every comparator, in the order of their names."""
    for module in sorted(module.name for module in iter_modules(__path__)):
        yield from import_module(f"{__name__}.{module}").compare(before, after)
