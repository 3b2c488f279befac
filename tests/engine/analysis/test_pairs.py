"""How two articles' own answers relate, whatever the others say."""

from pathlib import Path

import pytest

from newsdossier.analysis.pairs import PairVerdict, judge_pair
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
        ("struck", "wire-copy", "courier", PairVerdict.EQUAL),
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
