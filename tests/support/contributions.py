"""Right contributions to a dossier: each keeps every rule, whatever the dossier holds already.

They are made from the data as they are found, so that no contribution of somebody else breaks them.
What they quote is what statements quote already, or stands in an original that they bring along.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from newsdossier.analysis.digests import digest_answers
from newsdossier.analysis.rows import rows_of
from newsdossier.dossier.load import load
from tests.support.building import TESTS
from tests.support.core_yaml import read_core

#: An invented article; it names nobody that a dossier may know.
BEACON = TESTS / "cases" / "contributions" / "beacon.txt"

BLOCKS = [
    {"excluded": "navigation", "opens": "Menu"},
    {"block": "headline", "opens": "The beacon on"},
    {"excluded": "date line", "opens": "Posted"},
    {"block": 1, "opens": "The beacon on Gull Rock has been"},
    {"block": 2, "opens": "“The lamp wants"},
    {"excluded": "comments", "opens": "Leave a comment"},
]

RETOLD = """\
Since Tuesday no light has shone from the rock, the woman who keeps it is reported to say.[^dark]

She puts it down to the lamp, which “wants a new wick”.[^wick]
"""


@dataclass(frozen=True)
class Quoted:
    """A statement that quotes one passage, and where it stands."""

    article: str
    statement: dict[str, Any]

    @property
    def block(self) -> str:
        """The block that it stands in."""
        return str(self.statement["at"])

    @property
    def about(self) -> list[str]:
        """The entities that it is about."""
        about = self.statement["about"]
        return about if isinstance(about, list) else [about]

    def fragment(self, words: int) -> str:
        """The first words of what it quotes."""
        return " ".join(self.statement["quote"].split()[:words])


class Contributor:
    """Somebody who edits the records of a dossier."""

    def __init__(self, root: Path, originals: Path) -> None:
        self.root = root
        self.originals = originals

    def read(self, path: str) -> dict[str, Any]:
        """A record."""
        record: dict[str, Any] = read_core((self.root / path).read_text(encoding="utf-8"))
        return record

    def write(self, path: str, record: dict[str, Any]) -> None:
        """Write a record behind the line that names its schema."""
        kind = {"articles": "article", "entities": "entity", "questions": "question"}
        top, *rest = path.split("/")
        schema = f"{'../' * len(rest)}schema/{kind[top]}.json"
        text = yaml.safe_dump(record, allow_unicode=True, sort_keys=False, width=100)
        lines = f"# yaml-language-server: $schema={schema}\n{text}"
        (self.root / path).write_text(lines, encoding="utf-8")

    def ids(self, folder: str) -> list[str]:
        """The ids of the records of a folder."""
        return sorted(path.stem for path in (self.root / folder).glob("*.yml"))

    def entity(self, name: str) -> str:
        """The path of an entity's record."""
        (path,) = self.root.glob(f"entities/*/{name}.yml")
        return path.relative_to(self.root).as_posix()

    def quoted(self) -> Iterator[Quoted]:
        """Statements that quote one passage of one paragraph, and answer nothing."""
        for article in self.ids("articles"):
            for statement in self.read(f"articles/{article}.yml")["statements"]:
                simple = isinstance(statement.get("quote"), str) and "about" in statement
                if simple and isinstance(statement["at"], int) and "answers" not in statement:
                    yield Quoted(article, statement)

    def names(self) -> set[str]:
        """Every name of every entity."""
        paths = self.root.glob("entities/*/*.yml")
        records = [self.read(path.relative_to(self.root).as_posix()) for path in paths]
        return {name["name"] for record in records for name in record["names"]}

    def unnamed(self, words: int) -> tuple[Quoted, str]:
        """A statement whose first words are no name yet, and these words."""
        names = self.names()
        return next(
            (one, one.fragment(words))
            for one in self.quoted()
            if len(one.statement["quote"].split()) > words and one.fragment(words) not in names
        )


def add_spelling(contributor: Contributor) -> None:
    """What an article calls an entity, with the place that proves it."""
    quoted, words = contributor.unnamed(3)
    path = contributor.entity(quoted.about[0])
    record = contributor.read(path)
    place = f"{quoted.article}#{quoted.block}"
    record["names"].append({"name": words, "in": place})
    contributor.write(path, record)


def add_statement(contributor: Contributor) -> None:
    """A statement, with its mark behind the mark of one that stands in the same paragraph."""
    quoted = next(contributor.quoted())
    path = f"articles/{quoted.article}.yml"
    record = contributor.read(path)
    said = "Something that the paragraph says was noted by nobody until now."
    record["statements"].append({**quoted.statement, "id": "noted-late", "says": said})
    contributor.write(path, record)
    retold = contributor.root / "articles" / f"{quoted.article}.md"
    mark = f"[^{quoted.statement['id']}]"
    text = retold.read_text(encoding="utf-8")
    retold.write_text(text.replace(mark, f"{mark}[^noted-late]", 1), encoding="utf-8")


def add_entity(contributor: Contributor) -> None:
    """An entity with a name that an article proves, and a statement that is about it."""
    quoted, words = contributor.unnamed(4)
    named = {"name": words, "in": f"{quoted.article}#{quoted.block}", "description": True}
    record = {"title": "Somebody new", "summary": "Newly noted.", "names": [named]}
    contributor.write("entities/organisation/somebody-new.yml", record)
    path = f"articles/{quoted.article}.yml"
    article = contributor.read(path)
    statement = next(s for s in article["statements"] if s["id"] == quoted.statement["id"])
    statement["about"] = [*quoted.about, "somebody-new"]
    contributor.write(path, article)


def add_question(contributor: Contributor) -> None:
    """A question that one article answers, and on which the others are silent."""
    quoted = next(contributor.quoted())
    settings = contributor.read("dossier.yml")
    question = {
        "asks": "In which words is it put?",
        "label": "Newly asked",
        "type": "wording",
        "scope": "The words of the articles.",
        "about": quoted.about,
        "group": settings["groups"][0]["id"],
        "order": 999,
        "verdict": "one witness",
        "because": "One article alone puts it so.",
    }
    contributor.write("questions/newly-asked.yml", question)
    for article in contributor.ids("articles"):
        path = f"articles/{article}.yml"
        record = contributor.read(path)
        if article == quoted.article:
            statement = next(s for s in record["statements"] if s["id"] == quoted.statement["id"])
            statement["answers"] = [{"question": "newly-asked", "value": quoted.fragment(4)}]
        else:
            record["silent"] = [*record.get("silent", []), "newly-asked"]
        contributor.write(path, record)
    dossier, _ = load(contributor.root)
    assert dossier
    question["answers_read"] = digest_answers(rows_of(dossier)["newly-asked"])
    contributor.write("questions/newly-asked.yml", question)


TOLD = [
    {
        "id": "dark",
        "at": 1,
        "says": "The beacon has shone on no night since Tuesday.",
        "quote": "has been dark since Tuesday",
        "about": ["gull-rock"],
    },
    {
        "id": "wick",
        "at": 2,
        "says": "The lamp lacks a wick.",
        "quote": "wants a new wick",
        "speaker": "the keeper",
        "mode": "direct",
        "about": ["gull-rock"],
    },
]


def add_article(contributor: Contributor) -> None:
    """A small article, with its original, its retelling, and its silence on every question."""
    text = BEACON.read_bytes()
    (contributor.originals / BEACON.name).write_bytes(text)
    record = {
        "title": "The beacon on Gull Rock is dark",
        "label": "Beacon",
        "publisher_note": "The page names no publisher.",
        "issued": {"date": "2022-06-07"},
        "language": "en",
        "origin": {"origin": "none", "because": "it has its own reporter speak to the keeper"},
        "original": {"file": BEACON.name, "sha256": sha256(text).hexdigest(), "blocks": BLOCKS},
        "silent": contributor.ids("questions"),
        "statements": TOLD,
    }
    contributor.write("articles/beacon.yml", record)
    retold = contributor.root / "articles" / "beacon.md"
    retold.write_text(RETOLD, encoding="utf-8")
    names = [{"name": "Gull Rock", "in": ["beacon#headline", "beacon#1"]}]
    contributor.write("entities/place/gull-rock.yml", {"title": "Gull Rock", "names": names})


Contribution = Callable[[Contributor], None]

CONTRIBUTIONS: dict[str, Contribution] = {
    "a spelling": add_spelling,
    "a statement": add_statement,
    "an entity": add_entity,
    "a question": add_question,
    "an article": add_article,
}


def add_all(contributor: Contributor, contributions: list[Contribution]) -> None:
    """Make one contribution after the other."""
    for contribution in contributions:
        contribution(contributor)


CONTRIBUTIONS["all together"] = partial(
    add_all, contributions=[add_article, add_statement, add_question, add_spelling, add_entity]
)
