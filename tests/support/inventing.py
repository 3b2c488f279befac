"""Dossiers that hypothesis invents: sound by construction, or with things gone wrong."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from newsdossier.analysis.digests import digest_answers
from newsdossier.analysis.rows import rows_of
from newsdossier.analysis.verdicts import allowed_verdicts
from newsdossier.dossier.dossier import Dossier
from newsdossier.model import Kind, Mode, Type
from tests.support.ferry import FERRY

#: A dossier as text by path, its log of changes included.
Files = dict[str, str]
Draw = Callable[[st.SearchStrategy[Any]], Any]

#: Stands in every id and name of an invented dossier, so that several may be laid together.
HERE = "q0x"

#: What text may turn into, if a template, Markdown or HTML took it for its own.
HARD = [
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "{{ 7*7 }}{% raw %}",
    "{# note #}",
    "[x](javascript:alert(1))",
    "[^fn] [a]: b",
    "[^note]: text",
    "| a | b |",
    "| --- |",
    "# heading",
    "- item",
    "1. item",
    "> box",
    "```",
    "~~~ html",
    "$(x) `code` **b** _e_",
    '" onclick="alert(1)',
    "' style='x",
    "{: .c #id onclick=x }",
    "![](x.png)",
    "&lt;b&gt; &amp; &#60;",
    "<!-- comment",
    "<div markdown>",
    "--- a",
    '=== "tab"',
    "!!! note",
    "??? note",
    ":::",
    "*[HTML]: x",
    "///Footnotes Go Here///",
    "[TOC]",
    '--8<-- "file"',
    "\\",
    "entity:nobody",
    "Тоқаев сказал",
    "島 “quoted” ‘so’",
    "می‌خواهم",
    "=1+1",
    "@import",
    "yes",
    "null",
    "0777",
    "2021-05-01",
    "C:\\con",
    "%2e%2e/%00",
    "wzxhzdk:0 klzzwxh:0001",
    "\u00a0",
]

#: A short text as the data have it: marks of every language a page passes through, and letters.
_SIGNS = st.sampled_from(" *_`[](){}<>&|\\#!-+=:.~^\"'$%;/?@,0123456789aZéß“”…島")
TEXT = st.one_of(
    st.just("Words."),
    st.lists(st.sampled_from(HARD), min_size=1, max_size=2).map(" ".join),
    st.text(_SIGNS, min_size=1, max_size=14),
).filter(lambda text: text.strip() != "")

#: Text of the editor's own: tags, links and marks would be a mistake there.
_MARKUP = re.compile(r"</?[a-zA-Z]|<!--|\]\(|\[\^")
PROSE = TEXT.filter(lambda text: not _MARKUP.search(text))

#: Text that a rendition may hold: an opened quotation or a mark would be a mistake there.
_PLAIN = re.compile(r"[\[\]“”„«»‘'\"]")

DATES = st.sampled_from(
    [
        "2021-05-01",
        "2021-05",
        "2021",
        "2021-05-01/2021-05-03",
        "2021-05~",
        "2020-02-29",
        "2021-22",
        "0001-01-01",
        "9998",
    ]
)
COUNTS = st.sampled_from(["0", "1", "7", "12", "118", "120", "999999999999999999999999999999"])


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
            spoken |= self.maybe(via=self.voice, to=self.voice)
        return {
            "id": name,
            "at": at,
            "says": self.text(),
            **spoken,
            "about": [self.entity()],
            **self.maybe(
                when=lambda: {"date": self.draw(DATES), "words": "then", "because": self.text()},
                origin=lambda: self.one("none", *self.origins),
                note=self.text,
            ),
            "answers": [],
        }

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
        plain = _PLAIN.sub("", self.text()).strip() or "word"
        name = self.entity()
        bare = self.names[name] if not _PLAIN.search(self.names[name]) else "word"
        return str(
            self.one(
                _literal(plain),
                _literal(bare),
                f"**{_literal('strong word')}**",
                f"*{_literal('soft word')}*",
                f"“{_literal(plain)}”",
                f"‘{_literal(plain)}’",
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
        articles = {name: self.article(name) for name in self.labels}
        said = [(name, s) for name, article in articles.items() for s in article["statements"]]
        answered: set[tuple[str, str]] = set()
        for question in self.questions:
            for _ in range(self.some(1, 3)):
                name, statement = self.one(*said)
                statement["answers"].append(self.answer(question))
                answered.add((name, question))
        first = said[0][1]
        first["about"] = list(self.entities)
        for name, article in articles.items():
            for question in self.questions:
                if (name, question) not in answered and self.one(True, False):
                    silent = {"question": question, "note": self.text()}
                    article["silent"].append(self.one(question, silent))
            if self.origins:
                article["origin"] = {"origin": self.one(*self.origins), "because": self.text()}
        for origin in self.origins:  # each is gone back to by somebody
            first_of = articles[next(iter(articles))]["statements"]
            first_of[0]["origin"] = {"origin": origin, "because": self.text()}
        used = {articles[name].get("origin", {}).get("origin") for name in articles}
        used |= {_origin_of(statement) for _, statement in said}
        proofs = [f"{name}#1" for name in articles]
        records: dict[str, Any] = {
            "dossier.yml": {
                "title": self.text(),
                "summary": self.text(),
                "updated": "2021-05-12",
                "groups": [{"id": group, "title": self.text()} for group in self.groups],
                "story": [{"text": self.text(), "sources": f"{said[0][0]}#{first['id']}"}],
                **self.maybe(notes=self.text),
            }
        }
        for name, kind in self.entities.items():
            called = [{"name": self.names[name], "in": proofs, **self.maybe(because=self.text)}]
            described = {"name": f"described {self.text()}", "in": proofs, "description": "true"}
            records[f"entities/{kind}/{name}.yml"] = {
                "title": self.text(),
                "names": [*called, *[described] * self.one(True, False)],
                **self.maybe(
                    summary=self.text, search=lambda: f"Zz {self.text()}", notes=self.text
                ),
            }
        for name, asked in self.questions.items():
            records[f"questions/{name}.yml"] = asked
        for name in self.origins:
            if name in used:
                records[f"origins/{name}.yml"] = {"title": self.text(), "because": self.text()}
        for name, article in articles.items():
            records[f"articles/{name}.yml"] = article
        written = {path: _yaml(record) for path, record in records.items()}
        for name, article in articles.items():
            written[f"articles/{name}.md"] = self.rendition(name, article["statements"])
        return written


def _origin_of(statement: Mapping[str, Any]) -> str | None:
    origin = statement.get("origin")
    return origin["origin"] if isinstance(origin, dict) else origin


def _literal(text: str) -> str:
    """Text in Markdown that reads as it is written."""
    return re.sub(r"[!-/:-@\[-`{-~]", r"\\\g<0>", re.sub(r"\s+", " ", text))


def _yaml(record: Any) -> str:
    copied = json.loads(json.dumps(record))  # or what stands twice would be an alias
    return str(yaml.safe_dump(copied, allow_unicode=True, sort_keys=False, width=1000))


class Shelf:
    """A folder for one dossier after another; only what differs from the last one is written."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "dossier"
        self.there: Files = {}

    def put(self, files: Files) -> Path:
        """Put a dossier in the place of the one before it."""
        for path in self.there.keys() - files.keys():
            (self.root / path).unlink()
        for path, text in files.items():
            if self.there.get(path) != text:
                target = self.root / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(text.encode())
        self.there = dict(files)
        return self.root


def judge(files: Files, dossier: Dossier, pick: int) -> Files:
    """The same dossier with verdicts that its rows allow, and reasons that fit its answers.

    `pick` says which of the verdicts.
    """
    judged = dict(files)
    for name, row in rows_of(dossier).items():
        allowed = allowed_verdicts(row)
        path = f"questions/{name}.yml"
        verdict = allowed[pick % len(allowed)]
        judged[path] = files[path].replace("verdict: differ", f"verdict: {verdict}")
    return signed(judged, dossier)


def signed(files: Files, dossier: Dossier) -> Files:
    """The same dossier, each reason said to be written for the answers that are there."""
    read = dict(files)
    for name, row in rows_of(dossier).items():
        path = f"questions/{name}.yml"
        unsigned = re.sub(r"^answers_read: .*\n", "", files[path], flags=re.MULTILINE)
        read[path] = f"{unsigned}answers_read: '{digest_answers(row)}'\n"
    return read


def together(dossiers: Sequence[Files]) -> Files:
    """One dossier of several, the ids and names of each having a number of their own."""
    files: Files = {}
    settings: dict[str, Any] = {"groups": [], "story": []}
    for number, dossier in enumerate(dossiers):
        own = {
            path.replace(HERE, f"q{number}x"): text.replace(HERE, f"q{number}x")
            for path, text in dossier.items()
        }
        read = yaml.safe_load(own.pop("dossier.yml"))
        joined = {key: settings[key] + read[key] for key in ("groups", "story")}
        settings = {**read, **joined}
        files |= own
    return files | {"dossier.yml": _yaml(settings)}


#: The ferry's own files, in which things go wrong.
WHOLE: Files = {
    path.relative_to(FERRY).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(FERRY.rglob("*"))
    if path.suffix in (".yml", ".md")
}

#: Values that make something of what they stand in.
NASTY = [
    *HARD,
    "", "''", '"', "'", "[", "]", "{", "}", "[]", "{}", "[[]]", "{a: {b: c}}", "- a", "a: b", "? a",
    "&a", "*a", "!!python/object:os.system x", "!!binary aGk=", "<<: *a", "---", "...", "%YAML 9.9",
    "|", ">", "|9", "|+\n  a", "~", ".nan", "-.inf", "1e999", "9" * 40, "-1", "0x1F", "12:30:00",
    "\t", "\x00", "\x07", "\x85", "\u2028", "\u202e", "\ufeff", "\ue000", "é", "\U000e0041",
    "0000-00-00", "0000", "9999-12-31", "2021-02-30", "../2021", "y-17e7", "2021-24~%",
    "2021-05-01/..", "a--b", "-", "a-", "A", "index", "con", "headline", "f1", "s9", "99999",
    "excluded", "nobody", "courier#1", "courier#fog", "#", "a#", "none", "und", "klingon", "a" * 90,
    "word " * 20, "[^fog]", "[^]", "[^ fog]", "[x](entity:skerrow)", "[x](entity:)", "[](x)", "<b>",
    "<br>", "![a](b)", "”",
    "# h", "####### h", "> > > a", "***", "- - -", "    code", "a\\", "``", "&#0;", "&#x202e;", "“",
]  # fmt: skip


def nearly_sound_dossiers() -> st.SearchStrategy[Files]:
    """Invented dossiers in which things have gone wrong."""
    return sound_dossiers().flatmap(lambda files: mutated(files).map(lambda wrong: files | wrong))


@st.composite
def mutated(draw: Draw, files: Files) -> Files:
    """The files that have changed: lines are lost, doubled, swapped, or have other values."""
    wrong = dict(files)
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(sorted(wrong)))
        lines = wrong[path].split("\n")
        at = draw(st.integers(0, len(lines) - 1))
        other = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["value", "value", "key", "lose", "double", "swap", "splice",
                                    "indent", "cut", "within", "file"])):  # fmt: skip
            case "value":
                head, colon, _ = lines[at].partition(": ")
                lines[at] = head + colon + draw(st.sampled_from(NASTY))
            case "within":
                words = lines[at].split(" ")
                words[other % len(words)] = draw(st.sampled_from(NASTY))
                lines[at] = " ".join(words)
            case "key":
                lines[at] = lines[at].replace("e", draw(st.sampled_from(["", "E", "ee", ":"])), 1)
            case "lose":
                del lines[at]
            case "double":
                lines.insert(at, lines[at])
            case "swap":
                lines[at], lines[other] = lines[other], lines[at]
            case "splice":
                lines[at:at] = draw(st.sampled_from(NASTY)).split("\n")
            case "indent":
                lines[at] = draw(st.sampled_from(["  ", " ", "- ", "\t", "> "])) + lines[at]
            case "cut":
                lines = lines[:at]
            case _:
                wrong[draw(st.sampled_from(sorted(wrong)))] = "\n".join(lines)
        wrong[path] = "\n".join(lines)
    return {path: text for path, text in wrong.items() if files[path] != text}
