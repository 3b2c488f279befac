"""The records of the real dossier keep every rule; none of them is counted here.

What a change does to the dossier, and what goes missing with it, `newsdossier diff` tells.
"""

from pathlib import Path

import pytest

from newsdossier.checks.examination import examine
from newsdossier.dossier.dossier import Dossier
from tests.support.building import ROOT
from tests.support.schemas import schema_faults

DATA = sorted((ROOT / "dossier").rglob("*.yml"))


def test_the_dossier_keeps_every_rule() -> None:
    """`newsdossier check` finds nothing; with the originals at hand it proves quotations too."""
    assert list(map(str, examine(ROOT / "dossier")[1])) == []


def test_the_story_is_told_in_under_200_words(dossier: Dossier) -> None:
    """The home page tells the story briefly, each sentence with its source."""
    story = dossier.settings.story
    assert sum(len(line.text.split()) for line in story) < 200
    assert all(line.sources for line in story)


def test_every_question_is_answered(dossier: Dossier) -> None:
    """A row of the comparison has an answer in at least one article."""
    answered = {
        answer.question
        for article in dossier.articles.values()
        for statement in article.statements
        for answer in statement.answers
    }
    assert dossier.questions.keys() - answered == set()


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_is_what_the_schema_that_it_names_asks_for(path: Path) -> None:
    """Each data file names the schema of its kind, and an editor finds nothing wrong in it."""
    assert schema_faults(path, ROOT / "dossier") == []
