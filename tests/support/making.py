"""Records made for a test, with no more in them than it asks for."""

from typing import Any

from newsdossier.model import Article, Question


def article(name: str = "a", **given: Any) -> Article:
    """An article of which only what is given matters."""
    plain = {
        "title": name,
        "label": name,
        "issued": {"date": "2021-05-02"},
        "language": "en",
        "original": {
            "file": f"{name}.txt",
            "sha256": "0" * 64,
            "blocks": [{"excluded": "all", "opens": name}],
        },
    }
    return Article.model_validate({"id": name, **plain, **given})


def question(kind: str, **given: Any) -> Question:
    """A question of a type of which only what is given matters."""
    plain = {
        "asks": "What?",
        "label": "What",
        "type": kind,
        "scope": "All.",
        "about": "thing",
        "group": "group",
        "verdict": "differ",
        "because": "So it is.",
        "tolerance": 0.05,
        "choices": {"fog": "the fog", "steering": "the steering"} if kind == "choice" else {},
    }
    return Question.model_validate({"id": "what", **plain, **given})
