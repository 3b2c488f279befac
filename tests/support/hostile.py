"""Dossiers whose every text is hostile: payloads are put into each field of each record."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import yaml

from newsdossier.analysis.digests import digest_answers
from newsdossier.analysis.rows import Row, rows_of
from newsdossier.analysis.verdicts import allowed_verdicts
from newsdossier.dossier.load import load
from newsdossier.model import (
    ONE_OR_MANY,
    Article,
    Entity,
    Origin,
    Question,
    Record,
    Settings,
    Voice,
)
from newsdossier.source.located_yaml import read_yaml
from tests.support.payloads import (
    ADDRESS,
    FIELDS,
    NAME,
    PAYLOADS,
    PLACES,
    RECORDS,
    RENDITION,
    TAG,
    TARGETS,
    At,
    Combination,
    Sort,
    escaped,
    flat,
    hints,
    tag,
    written,
)

#: Records that are written in one of several ways: the fields of each.
WRITTEN_AS: dict[type[Record], list[dict[str, Any]]] = {
    Voice: [{"only": ["name"]}, {"only": ["words", "entity", "because"], "entity": "e0"}],
}

#: A value in a record that is given rather than text: the items of a list each with its payloads.
Given = Any


@dataclass
class HostileDossier:
    """A dossier in a folder whose texts are payloads.

    A field that is there once for many payloads, as a title is, holds them one after the other.
    """

    folder: Path
    payloads: Sequence[int]
    left_out: Container[Combination] = ()
    """What is not put where."""
    foreign: tuple[Sort, str] | None = None
    """What is put into every field of another sort than text; nothing is then put into texts."""
    texts: Sequence[str] = PAYLOADS
    """What the payloads are, by their numbers."""
    bundle: int = 1
    """How many payloads share a statement, a name and the like; it goes by the first of them."""
    places: dict[Combination, set[tuple[str, int]]] = field(
        default_factory=lambda: defaultdict(set)
    )
    """Where each payload stands, files and lines, once written: a field may be there more often."""
    foreign_places: dict[At, set[tuple[str, int]]] = field(default_factory=dict)
    """Where the fields of another sort stand, once written."""

    # How many there are: articles are few, since each is a column, and half of many pairs.

    @property
    def articles(self) -> int:
        return min(6, len(self.heads))

    @property
    def things(self) -> int:
        """Entities, questions of each type, groups."""
        return max(2, -(-len(self.heads) // 10))

    @property
    def origins(self) -> int:
        return -(-len(self.heads) // 9)

    @property
    def heads(self) -> Sequence[int]:
        """The first payload of each bundle."""
        return self.payloads[:: self.bundle]

    def bundled(self, head: int) -> list[int]:
        """The payloads of a bundle that may be put somewhere."""
        first = self.payloads.index(head)
        return list(self.payloads[first : first + self.bundle]) if not self.foreign else []

    def share(self, number: int, parts: int) -> list[int]:
        """The bundles of one of so many parts."""
        return list(self.heads[number::parts])

    def nth(self, head: int, parts: int) -> int:
        """Which of so many parts a bundle belongs to."""
        return self.heads.index(head) % parts

    def text(self, heads: Sequence[int], at: At) -> str:
        """The text of a field: the payloads of these bundles, in each field another one first."""
        own = [one for head in heads for one in self.bundled(head)]
        shown = [one for one in own if (one, at) not in self.left_out]
        first = PLACES.index(at) % max(1, len(shown))
        texts = [written(one, at, self.texts) for one in shown[first:] + shown[:first]]
        return " · ".join(texts or [f"Plain {PLACES.index(at)} of {heads[:1]}"])

    def value(self, annotation: Any, at: At, heads: Sequence[int], given: Given) -> Any:
        """What stands in a field: what is given for it, else text where it takes some."""
        inner = get_args(annotation)
        if get_origin(annotation) is Annotated and inner[0] is not str:
            value = self.value(inner[0], at, heads, given)
            is_one = ONE_OR_MANY in inner and len(value) == 1
            return value[0] if is_one else value
        if get_origin(annotation) in (Union, UnionType):
            (one,) = [one for one in inner if one is not type(None)]
            return self.value(one, at, heads, given)
        if get_origin(annotation) is list:
            return self.items(inner[0], (*at, "[]"), heads, given)
        if get_origin(annotation) is dict:
            return self.choices(at, heads) if given else None
        if is_record(annotation):
            return self.record(annotation, at, heads, given or {})
        sort = FIELDS.get(at)
        if self.foreign and sort is self.foreign[0]:
            return self.foreign[1]
        return self.text(heads, at) if sort is Sort.TEXT and given is None else given

    def items(self, annotation: Any, at: At, heads: Sequence[int], given: Given) -> list[Any]:
        """The items of a list: those given, one a bundle where they are text, else one a form."""
        if given is not None:
            return [self.value(annotation, at, own, one) for own, one in given]
        if is_record(annotation):
            forms = WRITTEN_AS.get(annotation, [{}])
            return [self.record(annotation, at, heads, form) for form in forms]
        if FIELDS.get(at) is Sort.TEXT:
            return [self.text([one], at) for one in heads]
        return [one for one in [self.value(annotation, at, heads, None)] if one]

    def choices(self, at: At, heads: Sequence[int]) -> dict[str, str]:
        if self.foreign and self.foreign[0] is Sort.NAME:
            return {self.foreign[1]: "Plain."}
        return {f"c{one}": self.text([one], (*at, "{}")) for one in heads}

    def record(self, model: Any, at: At, heads: Sequence[int], given: Given) -> dict[str, Any]:
        """A record with text in every field that takes text, and elsewhere what is given."""
        made = {
            name: self.value(annotation, (*at, name), heads, given.get(name))
            for name, annotation in hints(model)
            if name in given.get("only", [name])
        }
        return {name: value for name, value in made.items() if value not in (None, [], {})}

    def write(self) -> HostileDossier:
        """Write every file, and note where each payload stands."""
        self.settings()
        for number in range(self.things):
            self.entity(number)
            self.questions(number)
        for number in range(self.origins):
            self.origin(number)
        for number in range(self.articles):
            self.article(number)
        self.judge()
        return self

    def judge(self) -> None:
        """Write the questions again with what their answers ask for: verdicts, reasons, variants.

        Nothing is judged where a record is refused.
        """
        dossier, _ = load(self.folder)
        if dossier and not dossier.unread:
            for number in range(self.things):
                self.questions(number, rows_of(dossier))

    def settings(self) -> None:
        source = f"a0#said-{self.heads[0]}"
        given: Given = {
            "language": "en",
            "updated": "2026-01-01",
            "licence": {"address": ADDRESS},
            "groups": [(self.share(n, self.things), {"id": f"g{n}"}) for n in range(self.things)],
            "story": [([one], {"sources": [([], source)]}) for one in self.heads],
        }
        self.file("dossier.yml", Settings, self.heads, given)

    def entity(self, number: int) -> None:
        own = self.share(number, self.things)
        blocks = {one: f"a{self.nth(one, self.articles)}#1" for one in own}
        names: Given = [([one], {"in": [([], at)]}) for one, at in blocks.items()]
        given: Given = {"names": names, "sources": [([], "a0#1")]}
        self.file(f"entities/law/e{number}.yml", Entity, own, given)

    def origin(self, number: int) -> None:
        """One to which statements go back; all articles go back to the first, two and two alike."""
        heads = self.heads if number == 0 else []
        alike: Given = {
            "percent": [([], "0.0"), ([], "0.0")],
            "joined": [([], [([], "1"), ([], "1")])],
        }
        pairs = [(one, (one + 1) % self.articles) for one in range(0, self.articles, 2)]
        given: Given = {
            "shared_text": [
                ([], {"articles": [([], f"a{one}") for one in sorted(pair)]} | alike)
                for pair in pairs
                if number == 0 and len(set(pair)) > 1
            ],
            "shares_little": [
                ([one], {"article": f"a{self.nth(one, self.articles)}"}) for one in heads
            ],
        }
        self.file(f"origins/o{number}.yml", Origin, self.share(number, self.origins), given)

    def questions(self, number: int, rows: Mapping[str, Row] | None = None) -> None:
        """One that asks for a wording, one for a choice, one for a count."""
        own = self.share(number, self.things)
        common: Given = {"about": [([], f"e{number}")], "group": f"g{number}"}
        for kind in ("wording", "choice", "count"):
            given = common | {"type": kind, "choices": kind == "choice"}
            given["unit"] = None if kind == "count" else []
            row = rows[f"{kind}-{number}"] if rows else None
            given |= self.judgement(row, own)
            self.file(f"questions/{kind}-{number}.yml", Question, own, given)

    def judgement(self, row: Row | None, own: Sequence[int]) -> Given:
        """A verdict, what the reason was written for, and why one of the copies differs."""
        verdict = allowed_verdicts(row)[0] if row and row.answers else "differ"
        copies = [copy.article for one in row.witnesses for copy in one.variants] if row else ["a0"]
        return {
            "verdict": [([], str(verdict))],
            "answers_read": digest_answers(row) if row else None,
            "variants": [(own, {"article": one, "cause": "editing"}) for one in copies[:1]],
        }

    def article(self, number: int) -> None:
        own = self.share(number, self.articles)
        told = [*self.rendition(own), (None, "The end." + "".join(f"[^said-{one}]" for one in own))]
        left = set(range(self.things)) - {self.nth(one, self.things) for one in own}
        pieces = [([one], {"only": ["excluded", "opens"]}) for one in own]
        block = {"only": ["block", "opens", "sources"]}
        blocks: Given = [([], {"block": f"{n + 1}", **block}) for n in range(len(told))]
        given = {
            "title_supplied": "true",
            "issued": {"date": f"2026-01-0{number + 1}"},
            "language": "en",
            "rights": "full",
            "agencies": [([one], {"entity": "e0"}) for one in own],
            "translated_from": {"language": "und"},
            "origin": {"origin": "o0"},
            "original": {"file": "a.txt", "sha256": "0" * 64, "blocks": [*pieces, *blocks]},
            "silent": [
                ([one], {"question": f"wording-{n}"})
                for one, n in zip(own, sorted(left), strict=False)
            ],
            "statements": [([one], self.statement(one, f"{len(told)}")) for one in own],
        }
        self.file(f"articles/a{number}.yml", Article, own, given)
        path = f"articles/a{number}.md"
        for line, (combination, _) in enumerate(told):
            if combination:
                self.places[combination].add((f"dossier/{path}", 2 * line + 1))
        (self.folder / path).write_text("\n\n".join(text for _, text in told), encoding="utf-8")

    def statement(self, head: int, block: str) -> Given:
        thing = self.nth(head, self.things)
        values = {f"choice-{thing}": f"c{head}", f"count-{thing}": "7"}
        typed = {"only": ["question", "value", "words", "because"]}
        return {
            "id": f"said-{head}",
            "at": [([], block)],
            "mode": "mixed",
            "when": {"date": "2026-01-01"},
            "said": {"date": "2026-01-01"},
            "about": [([], f"e{thing}")],
            "origin": {"origin": f"o{self.nth(head, self.origins)}"},
            "answers": [
                ([head], {"question": f"wording-{thing}"}),
                *(
                    ([head], {"question": one, "value": [([], value)], **typed})
                    for one, value in values.items()
                ),
            ],
        }

    def rendition(self, own: Sequence[int]) -> Iterator[tuple[Combination | None, str]]:
        """The paragraphs, each with what it puts to the test."""
        for at, form in RENDITION.items():
            for head, one in [(bundle, one) for bundle in own for one in self.bundled(bundle)]:
                if (one, at) in self.left_out:
                    continue
                raw = self.texts[one] if at in TARGETS else written(one, at, self.texts)
                forms = {
                    "raw": flat(raw),
                    "tag": tag(one, at),
                    "written": escaped(flat(written(one, at, self.texts))),
                    "name": escaped(flat(self.text([head], NAME))),
                }
                yield (one, at), form.format_map(forms)

    def file(self, path: str, model: type[Record], heads: Sequence[int], given: Given) -> None:
        """Write a record's file, and note where each payload stands in it."""
        kind = next(name for name, record in RECORDS.items() if record is model)
        data = self.record(model, (kind,), heads, given)
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        text = yaml.safe_dump(data, allow_unicode=True, width=10**9, sort_keys=False)
        target.write_text(text, encoding="utf-8")
        # Where some end a line and others do not, nothing is read, and only the places are wanted.
        for places in self.places.values():  # of what was written here before
            places.difference_update([place for place in places if place[0] == f"dossier/{path}"])
        readable = re.sub("[\x85\u2028\u2029]", "?", text)
        value, source, problems = read_yaml(readable, f"dossier/{path}")
        assert {one.rule for one in problems} <= {"text-characters"}, problems
        for keys, leaf in leaves(value):
            place = (source.path, source.place(*keys).line)
            for one, number in TAG.findall(leaf):
                self.places[int(one), PLACES[int(number)]].add(place)
            at = (kind, *("[]" if isinstance(key, int) else key for key in keys))
            written_as = [at, (*at, "[]"), (*at[:-1], "{key}")]
            at = next((one for one in written_as if one in FIELDS), at)
            if self.foreign and FIELDS.get(at) is self.foreign[0]:
                # A key that is long or strange stands on the line before its value.
                self.foreign_places[at] = {place, (source.path, source.key_place(*keys).line)}


def is_record(annotation: Any) -> bool:
    """Whether a field holds a record of its own."""
    return isinstance(annotation, type) and issubclass(annotation, Record)


def leaves(value: Any, keys: tuple[str | int, ...] = ()) -> Iterator[tuple[Any, str]]:
    """Every text of a YAML document, and the keys that lead to it."""
    if isinstance(value, str):
        yield keys, value
        return
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        yield from leaves(inner, (*keys, key))
