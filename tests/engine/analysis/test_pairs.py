"""How two articles' own answers relate, whatever the others say."""

from pathlib import Path

import pytest

from newsdossier.analysis.pairs import PairVerdict, explain_apart, judge_pair
from newsdossier.analysis.rows import rows_of
from newsdossier.dossier.dossier import Dossier
from newsdossier.dossier.load import load
from tests.support.ferry import FERRY, change, copied


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """The ferry dossier."""
    found, problems = load(FERRY)
    assert found, problems
    return found


@pytest.mark.parametrize(
    ("question", "one", "other", "verdict"),
    [
        ("struck", "wire-copy", "courier", PairVerdict.AGREE),
        ("aboard", "retelling", "courier", PairVerdict.COMPATIBLE),
        ("cause", "wire-copy", "courier", PairVerdict.CONTRADICT),
        ("helpers", "wire-copy", "courier", PairVerdict.DIFFER),
        ("cause", "wire-copy", "retelling", PairVerdict.SAME),
        ("struck", "wire-copy", "retelling", PairVerdict.REWORDED),
        ("aboard", "wire-copy", "retelling", PairVerdict.CHANGED),
        ("dead", "wire-copy", "courier", PairVerdict.ALONE),
    ],
)
def test_a_pair_is_judged_by_its_own_answers(
    question: str, one: str, other: str, verdict: PairVerdict, dossier: Dossier
) -> None:
    """The verdict is that of the two, in either order; copies of a dispatch are told apart."""
    row = rows_of(dossier)[question]
    assert judge_pair(row, one, other) == [verdict]
    assert judge_pair(row, other, one) == [verdict]


OWN_FIGURE = {
    "file": "articles/retelling.yml",
    "replace": "    answers: [{question: fine, value: 8000, bound: lte}]",
    "with": "    answers: [{question: fine, value: 8000, bound: lte}, "
    "{question: aboard, value: 90}]",
}


def test_an_article_with_words_of_its_own_is_judged_as_copy_and_as_witness(tmp_path: Path) -> None:
    """What it copies is compared with the other copy, what its box adds with another witness."""
    root = copied(tmp_path)
    change(root, OWN_FIGURE)
    dossier, problems = load(root)
    assert dossier, problems
    verdicts = judge_pair(rows_of(dossier)["aboard"], "wire-copy", "retelling")
    assert verdicts == [PairVerdict.CHANGED, PairVerdict.CONTRADICT]


EDITORS_VERDICT = {
    "file": "questions/aboard.yml",
    "replace": "verdict: compatible",
    "with": "verdict: differ",
}
WITHDRAWN = {
    "file": "articles/courier.yml",
    "replace": "{question: aboard, value: 120, bound: about}",
    "with": "{question: aboard, value: 120, bound: about, status: retracted}",
}


def test_the_editors_verdict_holds_where_nobody_else_answers(tmp_path: Path) -> None:
    """What the values alone would call compatible is on two articles what the editor calls it."""
    root = copied(tmp_path)
    change(root, EDITORS_VERDICT)
    dossier, problems = load(root)
    assert dossier, problems
    row = rows_of(dossier)["aboard"]
    assert judge_pair(row, "wire-copy", "courier") == [PairVerdict.DIFFER]
    assert judge_pair(row, "retelling", "courier") == [PairVerdict.COMPATIBLE]


def test_why_answers_are_not_comparable_is_told(tmp_path: Path) -> None:
    """An answer that was withdrawn is named as such, and else what the answers are about."""
    root = copied(tmp_path)
    change(root, WITHDRAWN)
    dossier, problems = load(root)
    assert dossier, problems
    row, articles = rows_of(dossier)["aboard"], dossier.articles
    assert judge_pair(row, "wire-copy", "courier") == [PairVerdict.APART]
    told = explain_apart(row, articles["wire-copy"], articles["courier"])
    assert told == "the answer in Courier was withdrawn"
