"""Shared text and common origins: what satisfies the rules, and what they know without originals.

What breaks them stands in the examples and cases that `test_checks.py` runs.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdossier.checks import catalogue, check
from newsdossier.dossier.load import load
from tests.support.cases import broken_by
from tests.support.ferry import change, copied

ORIGIN = "origins/coastwire-grounding.yml"
RULES = {"common-origin", "little-shared", "shared-text", "shared-text-pair"}


@pytest.fixture
def sharing(tmp_path: Path) -> Path:
    """A copy in which the retelling repeats a sentence of the Courier."""
    dossier = copied(tmp_path)
    for edit in broken_by(catalogue.EXAMPLES / "common-origin.yml").edits:
        change(dossier, edit)
    return dossier


def name_dispatch(dossier: Path) -> None:
    """Let a statement of the Courier go back to the dispatch."""
    statement = "- id: nobody-died"
    named = f"{statement}\n    origin: coastwire-grounding"
    change(dossier, {"file": "articles/courier.yml", "replace": statement, "with": named})


def find_broken(dossier: Path, *, originals: bool = True) -> Iterator[str]:
    """The rules on shared text that a dossier breaks."""
    read, problems = load(dossier, dossier / "originals" if originals else None)
    assert read
    assert problems == []
    return (problem.rule for problem in check(read) if problem.rule in RULES)


def test_a_statement_may_name_the_common_dispatch(sharing: Path) -> None:
    """An article that has one sentence from a dispatch names it there; it is measured then."""
    assert list(find_broken(sharing)) == ["common-origin"]
    name_dispatch(sharing)
    assert set(find_broken(sharing)) == {"shared-text"}


@pytest.mark.parametrize(("threshold", "broken"), [("9.4", []), ("9.3", ["common-origin"])])
def test_the_dossier_states_the_threshold(sharing: Path, threshold: str, broken: list[str]) -> None:
    """Sharing more than the threshold asks for a common dispatch, sharing as much does not."""
    setting = f"shared_text_threshold: {threshold}\ngroups:"
    change(sharing, {"file": "dossier.yml", "replace": "groups:", "with": setting})
    assert list(find_broken(sharing)) == broken


@pytest.mark.parametrize(("share", "broken"), [("1.0", ["little-shared"]), ("1.1", [])])
def test_copies_above_the_threshold_need_no_reason(
    tmp_path: Path, share: str, broken: list[str]
) -> None:
    """One of the two shares is enough, by the recorded figures, where no original is at hand."""
    dossier = copied(tmp_path)
    text = (dossier / ORIGIN).read_text()
    reason = text[text.index("shares_little:") : text.index("shared_text:")]
    change(dossier, {"file": ORIGIN, "replace": reason, "with": ""})
    change(dossier, {"file": ORIGIN, "replace": "[0.0, 0.0]", "with": f"[0.0, {share}]"})
    assert list(find_broken(dossier, originals=False)) == broken


def test_figures_may_name_the_articles_in_either_order(sharing: Path) -> None:
    """The figures are held against those of the articles in the record's order."""
    name_dispatch(sharing)
    figures = """\
shared_text:
  - articles: [retelling, courier]
    percent: [9.4, 7.4]
    joined: [[f1, 5]]
  - articles: [wire-copy, courier]
    percent: [0.0, 0.0]"""
    change(sharing, {"file": ORIGIN, "replace": "shared_text:", "with": figures})
    assert list(find_broken(sharing)) == ["little-shared"]  # the wire copy and the Courier
    change(sharing, {"file": ORIGIN, "replace": "[9.4, 7.4]", "with": "[7.4, 9.4]"})
    assert set(find_broken(sharing)) == {"little-shared", "shared-text"}


def test_an_article_with_a_misspelt_dispatch_is_told_of_that_alone(tmp_path: Path) -> None:
    """What follows from the misspelling is not told too."""
    dossier = copied(tmp_path)
    old = "{origin: coastwire-grounding, because: Coastwire"
    new = "{origin: coastwire-groundings, because: Coastwire"
    change(dossier, {"file": "articles/wire-copy.yml", "replace": old, "with": new})
    assert list(find_broken(dossier)) == []
