"""Dossiers that hypothesis invents, sound by construction whatever their texts hold."""

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import yaml
from hypothesis import strategies as st

from newsdossier.model import Kind, Mode, Type
from tests.support.invented_texts import COUNTS, DATES, PROSE, QUOTING, TEXT, escaped

#: A dossier as text by path, its log of changes included.
Files = dict[str, str]
Draw = Callable[[st.SearchStrategy[Any]], Any]

#: Stands in every id and name of an invented dossier, so that several may be laid together.
HERE = "q0x"


def sound(draw: Draw) -> Files:
    """A small dossier that keeps every rule that needs no originals, whatever its texts hold."""
    return _Invention(draw).files()


@st.composite
def sound_dossiers(draw: Draw) -> Files:
    """Small dossiers that keep every rule."""
    return sound(draw)


#: Strategies are costly to make; those that come again are kept.
_integers = cache(st.integers)


def _sampled_from(choices: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    return _integers(0, len(choices) - 1).map(choices.__getitem__)


class _Invention:
    """One dossier in the making: what there is to name is settled before what names it."""

    def __init__(self, draw: Draw) -> None:
        self.draw = draw
        self.entities = {f"{HERE}e{n}": draw(st.sampled_from(Kind)) for n in range(self.some(1, 3))}
        self.origins = [f"{HERE}o{n}" for n in range(self.some(0, 2))]
        self.groups = [f"{HERE}g{n}" for n in range(self.some(1, 2))]
        self.questions = {f"{HERE}k{n}": self.question() for n in range(self.some(1, 3))}
        self.labels = {f"{HERE}a{n}": self.body() for n in range(self.some(1, 3))}
        self.names = {name: f"Nn{name} {draw(TEXT)}".strip() for name in self.entities}

    def some(self, low: int, high: int) -> int:
        return int(self.draw(_integers(low, high)))

    def one(self, *choices: Any) -> Any:
        return self.draw(_sampled_from(choices))

    def text(self) -> str:
        return str(self.draw(PROSE))

    def printed(self) -> str:
        """Words as an article has them."""
        return str(self.draw(TEXT))

    def maybe(self, **given: Callable[[], Any]) -> dict[str, Any]:
        """Some of the fields."""
        return {key: make() for key, make in given.items() if self.one(False, False, True)}

    def entity(self) -> str:
        return str(self.one(*self.entities))

    def body(self) -> list[str]:
        """The labels of an article's blocks, headline first where there is one."""
        numbers = {"": 0, "s": 0, "f": 0}
        labels = ["headline"] * self.one(True, False)
        for prefix in ["", *self.draw(st.lists(st.sampled_from(["", "", "s", "f"]), max_size=3))]:
            numbers[prefix] += 1
            labels.append(f"{prefix}{numbers[prefix]}")
        return labels

    def question(self) -> dict[str, Any]:
        kind = self.one(*Type)
        choices = {"one": self.text(), "two": self.text()} if kind is Type.CHOICE else None
        return {
            "asks": self.text(),
            "label": self.text(),
            "type": str(kind),
            **({"choices": choices} if choices else {}),
            "scope": self.text(),
            "about": self.entity(),
            "group": self.one(*self.groups),
            "verdict": "differ",
            "because": self.text(),
            **({"unit": self.text(), "tolerance": 0.05} if kind is Type.COUNT else {}),
            **(self.maybe(exclusive=lambda: ["one", "two"]) if kind is Type.CHOICE else {}),
            **self.maybe(order=lambda: self.some(0, 99), notes=self.text),
        }

    def voice(self) -> Any:
        words = self.printed()
        inferred = {"words": words, "entity": self.entity(), "because": self.text()}
        return self.one(self.entity(), "nobody", {"words": words}, inferred)

    def answer(self, question: str) -> dict[str, Any]:
        value: dict[str, Any]
        match self.questions[question]["type"]:
            case "count":
                value = {
                    "value": self.draw(COUNTS),
                    "bound": self.one("eq", "gt", "gte", "lt", "lte", "nearly", "about"),
                }
            case "date":
                value = {"value": self.draw(DATES)}
            case "choice":
                value = {"value": self.one("one", "two")}
            case "entities":
                value = {"value": list(dict.fromkeys([self.entity(), self.entity()]))}
            case _:
                value = {"value": self.printed()}
        status = self.one("asserted", "asserted", "denied", "retracted", "superseded")
        return {
            "question": question,
            **value,
            "status": status,
            **({"by": self.entity()} if status != "asserted" else {}),
            **(self.maybe(on=lambda: self.draw(DATES)) if status != "asserted" else {}),
            **self.maybe(
                of=self.text,
                as_of=lambda: self.draw(DATES),
                because=self.text,
                read_as=lambda: {**value, "because": self.text()},
            ),
        }

    def statement(self, name: str, article: str) -> dict[str, Any]:
        labels = self.labels[article]
        at = self.draw(st.lists(st.sampled_from(labels), min_size=1, max_size=2, unique=True))
        spoken: dict[str, Any] = {}
        if self.one(True, False):
            mode = str(self.one(*Mode))
            spoken = {"speaker": self.voice(), "mode": mode, "quote": self.printed()}
            spoken |= self.maybe(via=self.voice, to=self.voice, said=self.dated)
        return {
            "id": name,
            "at": at,
            "says": self.text(),
            **spoken,
            "about": [self.entity()],
            **self.maybe(
                when=self.dated,
                origin=lambda: self.one("none", *self.origins),
                note=self.text,
            ),
            "answers": [],
        }

    def dated(self) -> dict[str, Any]:
        return {"date": self.draw(DATES), "words": "then", "because": self.text()}

    def article(self, name: str) -> dict[str, Any]:
        statements = [self.statement(f"{HERE}st{n}", name) for n in range(self.some(1, 3))]
        return {
            "title": self.text(),
            "label": f"{name} {self.text()}",
            "issued": {"date": self.draw(DATES)},
            "language": self.one("en", "ru", "und"),
            **self.maybe(
                title_supplied=lambda: "true",
                publisher=self.entity,
                agencies=lambda: [{"entity": self.entity(), "because": self.text()}],
                translated_from=lambda: {"language": "no", "because": self.text()},
                rights=lambda: "full",
                notes=self.text,
            ),
            "original": {
                "file": f"{name}.txt",
                "sha256": "0" * 64,
                "blocks": [
                    *[{"excluded": self.text(), "opens": "Menu"}] * self.one(True, False),
                    *({"block": label, "opens": self.printed()} for label in self.labels[name]),
                ],
            },
            "silent": [],
            "statements": statements,
        }

    def words(self, article: str) -> str:
        """A few words of a rendition, in Markdown: text, a name, a quotation or a link."""
        plain = QUOTING.sub("", self.text()).strip() or "word"
        name = self.entity()
        bare = self.names[name] if not QUOTING.search(self.names[name]) else "word"
        return str(
            self.one(
                escaped(plain),
                escaped(bare),
                f"**{escaped('strong word')}**",
                f"*{escaped('soft word')}*",
                f"“{escaped(plain)}”",
                f"‘{escaped(plain)}’",
                f"[some *soft* words](entity:{name})",
                "[elsewhere](https://example.org/a?b=c&d=%22#e)",
            )
        )

    def rendition(self, article: str, statements: list[dict[str, Any]]) -> str:
        blocks = []
        marks: dict[str, list[str]] = {}
        for statement in statements:
            labels = [label for label in statement["at"] if label != "headline"]
            for label in labels[: self.one(1, len(labels))] if labels else []:
                marks.setdefault(label, []).append(statement["id"])
        for label in self.labels[article]:
            if label == "headline":
                continue
            words = " ".join(self.words(article) for _ in range(self.some(1, 3)))
            text = f"Here {words}" + "".join(f"[^{mark}]" for mark in marks.get(label, []))
            blocks.append({"s": "## ", "f": "> "}.get(label[0], "") + text)
        return "\n\n".join(blocks) + "\n"

    def files(self) -> Files:
        """All files: what articles say is settled before what is made of it."""
        articles = {name: self.article(name) for name in self.labels}
        self.answer_questions(articles)
        first_article, first = next(iter(articles.items()))
        first["statements"][0]["about"] = list(self.entities)
        self.go_back_to_origins(articles)
        source = f"{first_article}#{first['statements'][0]['id']}"
        records: dict[str, Any] = {"dossier.yml": self.settings(source)}
        for name, kind in self.entities.items():
            records[f"entities/{kind}/{name}.yml"] = self.entity_record(name)
        for name, asked in self.questions.items():
            records[f"questions/{name}.yml"] = asked
        used = _origins_of(articles)
        for name in (name for name in self.origins if name in used):
            records[f"origins/{name}.yml"] = {"title": self.text(), "because": self.text()}
        for name, article in articles.items():
            records[f"articles/{name}.yml"] = article
        written = {path: as_yaml(record) for path, record in records.items()}
        for name, article in articles.items():
            written[f"articles/{name}.md"] = self.rendition(name, article["statements"])
        return written

    def answer_questions(self, articles: dict[str, Any]) -> None:
        """Have each question answered by some statements; an article may be silent on others."""
        said = [(name, one) for name, article in articles.items() for one in article["statements"]]
        answered: set[tuple[str, str]] = set()
        for question in self.questions:
            for _ in range(self.some(1, 3)):
                name, statement = self.one(*said)
                statement["answers"].append(self.answer(question))
                answered.add((name, question))
        for name, article in articles.items():
            for question in self.questions:
                if (name, question) not in answered and self.one(True, False):
                    silent = {"question": question, "note": self.text()}
                    article["silent"].append(self.one(question, silent))

    def go_back_to_origins(self, articles: dict[str, Any]) -> None:
        """Have each article go back to an origin where there are some, and the last to be used."""
        if self.origins:
            for article in articles.values():
                article["origin"] = {"origin": self.one(*self.origins), "because": self.text()}
            last = {"origin": self.origins[-1], "because": self.text()}
            next(iter(articles.values()))["statements"][0]["origin"] = last

    def settings(self, source: str) -> dict[str, Any]:
        """The settings, with a story that rests on one statement."""
        return {
            "title": self.text(),
            "summary": self.text(),
            "updated": "2021-05-12",
            "groups": [{"id": group, "title": self.text()} for group in self.groups],
            "story": [{"text": self.text(), "sources": source}],
            **self.maybe(notes=self.text),
        }

    def entity_record(self, name: str) -> dict[str, Any]:
        """An entity with its name, and perhaps a description, in every article."""
        proofs = [f"{article}#1" for article in self.labels]
        called = {"name": self.names[name], "in": proofs, **self.maybe(because=self.text)}
        described = {"name": f"described {self.text()}", "in": proofs, "description": "true"}
        return {
            "title": self.text(),
            "names": [called, *[described] * self.one(True, False)],
            **self.maybe(summary=self.text, search=lambda: f"Zz {self.text()}", notes=self.text),
        }


def _origins_of(articles: Mapping[str, Any]) -> set[str]:
    """The origins to which articles and statements go back."""
    statements = [one for article in articles.values() for one in article["statements"]]
    named = [one.get("origin") for one in [*articles.values(), *statements]]
    return {one["origin"] if isinstance(one, dict) else one for one in named if one}


def as_yaml(record: Any) -> str:
    """A record as a file has it."""
    copied = json.loads(json.dumps(record))  # or what stands twice would be an alias
    return str(yaml.safe_dump(copied, allow_unicode=True, sort_keys=False, width=1000))
