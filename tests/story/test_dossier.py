"""The dossier itself: complete, and nothing of it vanishing unnoticed."""

from collections import Counter

import pytest

from newsdossier.analysis.rows import rows
from newsdossier.dossier.dossier import Dossier
from newsdossier.dossier.load import load
from tests.support.building import ROOT

#: Of each article: its statements, their answers, and the questions it is silent on.
ARTICLES = {
    "afp-reprint-2022": (55, 57, 28),
    "dawn-2022-01-11": (43, 44, 49),
    "efe-2022-03-12": (47, 42, 47),
    "france-press-2022": (33, 40, 39),
    "tt-page-2022": (50, 51, 30),
}
ENTITIES = {
    "event": 9,
    "law": 3,
    "organisation": 22,
    "person": 15,
    "place": 15,
    "publication": 3,
}
NAMES = 238
QUESTIONS = 71


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """The real dossier."""
    loaded, problems = load(ROOT / "dossier")
    assert loaded
    assert problems == []
    return loaded


def test_every_article_keeps_its_statements_answers_and_silences(dossier: Dossier) -> None:
    """A statement, an answer or a silence that goes missing is noticed; one that is added too."""
    found = {
        article.id: (
            len(article.statements),
            sum(len(statement.answers) for statement in article.statements),
            len(article.silent),
        )
        for article in dossier.articles.values()
    }
    assert found == ARTICLES


def test_every_entity_keeps_its_names(dossier: Dossier) -> None:
    """An entity, or a spelling of one, that goes missing is noticed; one that is added too."""
    assert Counter(entity.kind for entity in dossier.entities.values()) == ENTITIES
    assert sum(len(entity.names) for entity in dossier.entities.values()) == NAMES


def test_every_question_has_been_put_to_every_article(dossier: Dossier) -> None:
    """Each article answers each question, or is silent on it as somebody found who looked."""
    assert len(dossier.questions) == QUESTIONS
    assert [(r.question.id, r.unreviewed) for r in rows(dossier).values() if r.unreviewed] == []


def test_the_story_is_told_in_under_200_words(dossier: Dossier) -> None:
    """The home page tells the story briefly, each sentence with its source."""
    story = dossier.settings.story
    assert sum(len(line.text.split()) for line in story) < 200
    assert all(line.sources for line in story)
