"""What `newsdossier check` says of hostile texts, each in a dossier of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from newsdossier.checks.examination import examine
from newsdossier.problems.problem import Problem
from tests.support.hostile import HostileDossier
from tests.support.payloads import FIELDS, HARMLESS, PAYLOADS, PLACES, Combination

#: What follows from a paragraph that is refused, elsewhere in its rendition.
FOLLOWING = {"rendition-blocks", "misplaced-mark"}
PARAGRAPH = ("rendition", "paragraph, raw")

#: File and line.
Line = tuple[str, int]


@dataclass
class Checked:
    """What `check` says of payloads in texts."""

    tried: set[Combination] = field(default_factory=set)
    refused: dict[Combination, Problem] = field(default_factory=dict)
    astray: list[str] = field(default_factory=list)
    """Problems that stand at no line of a payload."""


def check_payloads(folder: Path) -> Checked:
    """Have every payload checked in every text, each in a dossier of its own in the folder."""
    checked = Checked()
    for payload in range(len(PAYLOADS)):
        _check_payload(checked, folder / str(payload), payload)
    return checked


def _check_payload(checked: Checked, folder: Path, payload: int) -> None:
    """Have one payload checked; its dossier holds a second one, which is put nowhere."""
    other = 0 if payload == HARMLESS else HARMLESS
    left_out = {(other, at) for at in PLACES}
    both = [payload, other]
    dossier = HostileDossier(folder / "dossier", both, left_out=left_out).write()
    checked.tried |= dossier.places.keys()
    loaded, problems = examine(folder / "dossier")
    if loaded is None:  # what the records refuse hides what the renditions would
        left_out |= {(payload, at) for at in FIELDS}
        told = HostileDossier(folder / "told" / "dossier", both, left_out=left_out).write()
        found = _by_line(examine(told.folder)[1])
        for combination, lines in told.places.items():
            for line in lines & found.keys():
                checked.refused[combination] = found[line]
    _sort_problems(checked, payload, dossier.places, problems)


def _by_line(problems: list[Problem]) -> dict[Line, Problem]:
    return {(problem.place.path, problem.place.line): problem for problem in problems}


def _sort_problems(
    checked: Checked,
    payload: int,
    places: Mapping[Combination, set[Line]],
    problems: list[Problem],
) -> None:
    """Note for each problem which combination it refuses, or that it stands at no payload."""
    at_line: dict[Line, list[Combination]] = defaultdict(list)
    for combination, lines in places.items():
        for line in lines:
            at_line[line].append(combination)
    following = []
    for problem in problems:
        found = at_line[problem.place.path, problem.place.line]
        if problem.rule in FOLLOWING and (payload, PARAGRAPH) not in found:
            following.append(problem)
        elif found:
            checked.refused |= dict.fromkeys(found, problem)
        else:
            checked.astray.append(f"{PAYLOADS[payload]!r}: {problem}")
    if (payload, PARAGRAPH) not in checked.refused:
        checked.astray += [f"{PAYLOADS[payload]!r}: {problem}" for problem in following]
