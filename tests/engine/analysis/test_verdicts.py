"""Which verdicts the answers of a row allow, and why they do not allow the others."""

import re
from typing import Any

import pytest
import yaml

from newsdossier.analysis.rows import Row, rows_of
from newsdossier.analysis.verdicts import allowed_verdicts, explain_exclusion
from newsdossier.dossier.dossier import Dossier
from newsdossier.model import Settings, Verdict
from tests.support.building import TESTS
from tests.support.making import article, question

DATA = TESTS / "cases" / "verdicts.yml"
CASES: list[dict[str, Any]] = yaml.load(DATA.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)

SETTINGS = {"title": "T", "summary": "S", "updated": "2021-05-12", "groups": [], "story": []}


def row_of(case: dict[str, Any]) -> Row:
    """The row that a case's answers make, each answer in a statement of its own."""
    statements: dict[str, list[dict[str, Any]]] = {}
    for number, answer in enumerate(case["answers"]):
        given = {key: value for key, value in answer.items() if key != "article"}
        statement = {"id": f"s-{number}", "at": "1", "says": "It.", "about": "thing"}
        statements.setdefault(answer["article"], []).append(
            {**statement, "answers": [{"question": "what", **given}]}
        )
    asked = question(
        case["type"],
        verdict=case.get("stated", "differ"),
        exclusive=case.get("exclusive", []),
    )
    copies = {name: {"origin": "dispatch"} for name in case.get("copies", [])}
    dossier = Dossier(
        Settings.model_validate(SETTINGS),
        articles={
            name: article(name, statements=said, origin=copies.get(name))
            for name, said in statements.items()
        },
        questions={"what": asked},
    )
    return rows_of(dossier)["what"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["row"])
def test_the_values_of_a_row_decide_which_verdicts_it_may_have(case: dict[str, Any]) -> None:
    """Each verdict is allowed, or ruled out by the reason that the case gives."""
    row = row_of(case)
    assert len(row.answers) == len(case["answers"]), "an answer has no value"
    reasons = {verdict: explain_exclusion(row, verdict) for verdict in Verdict}
    places = re.compile(r" \(:\d+:\d+\)")
    told = {verdict: places.sub("", reason) for verdict, reason in reasons.items() if reason}
    assert told == case["ruled out"], case["row"]
    assert {verdict for verdict, reason in reasons.items() if not reason} == set(case["allowed"])
    assert set(allowed_verdicts(row)) == set(case["allowed"])


def test_every_verdict_is_allowed_by_one_row_and_ruled_out_by_another() -> None:
    """The cases leave no verdict out."""
    assert {verdict for case in CASES for verdict in case["allowed"]} == set(Verdict)
    assert {verdict for case in CASES for verdict in case["ruled out"]} == set(Verdict)
