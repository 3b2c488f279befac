"""Find pages and files that are made from the data and are also written by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from newsdossier.problems.problem import Place, Problem
from newsdossier.problems.rules import RuleGroup, declare_rule

PAGE_COLLISION = declare_rule(
    RuleGroup.PAGES,
    __name__,
    "page-collision",
    "No page written by hand lives where one is made from the data; "
    "the build of the pages tells it.",
)

_PAGE = re.compile(r"(/?(index|readme))?\.(md|html)$", re.ASCII)


def find_collisions(docs: Path, made: Iterable[str]) -> Iterator[Problem]:
    """Each file in a folder of pages that would live where one of those made lives.

    A page lives in a folder of its name, whether it is written as NAME.md or NAME/index.md, and
    some file systems do not tell capitals from small letters.
    """
    addresses = {_address(path): path for path in made}
    for file in sorted(docs.rglob("*")) if docs.is_dir() else ():
        path = file.relative_to(docs).as_posix()
        if file.is_file() and (own := addresses.get(_address(path))):
            message = f"{own} is generated from the data; rename this file, or remove it"
            yield PAGE_COLLISION.problem(Place(f"{docs.name}/{path}"), message)


def _address(path: str) -> str:
    return _PAGE.sub("", path.lower())
