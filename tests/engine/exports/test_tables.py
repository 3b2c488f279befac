"""The tables read back are the records, as a program that reads tables finds them."""

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

import pytest

from newsdossier.dossier.dossier import Dossier
from newsdossier.model import Record, Statement
from newsdossier.site.build import BuiltSite
from tests.support.exported import (
    read_export,
    read_table,
)


def plain(value: Any) -> Any:
    """A record's value as JSON has it; what is empty is nothing."""
    if isinstance(value, list):
        value = [one.model_dump() if isinstance(one, Record) else one for one in value]
    return json.loads(json.dumps(value)) if value not in ([], {}) else None


def told(statement: Statement, line: Mapping[str, Any], field: str) -> None:
    """Hold the voices of a line against those of the statement."""
    voices = getattr(statement, field)
    columns = [line[field], line[f"{field}_entity"], line[f"{field}_because"]]
    read = zip(*[column or [None] * len(voices) for column in columns], strict=True)
    assert list(read) == [(one.name or one.words, one.entity, one.because) for one in voices]


def test_the_statements_read_back_are_the_records(
    made: BuiltSite, package: Mapping[str, Any], dossier: Dossier
) -> None:
    """Each line of the CSV has all that its statement's record has, and none is missing."""
    lines = read_table(made, package, "statements.csv")
    records = {(a.id, s.id): s for a in dossier.articles.values() for s in a.statements}
    assert len(lines) == len(records)
    for line in lines:
        record = records.pop((line["article"], line["id"]))
        for field in ("at", "says", "quote", "mode", "about", "note"):
            assert line[field] == plain(getattr(record, field))
        for field in ("speaker", "via", "to"):
            told(record, line, field)
        when = record.when
        shown = (line["when_date"], line["when_words"], line["when_because"])
        assert shown == ((when.date, when.words, when.because) if when else (None, None, None))
    assert records == {}


def test_no_cell_is_a_formula(made: BuiltSite) -> None:
    """A spreadsheet shows what a text says instead of reckoning or fetching something for it."""
    tables = {name: text for name, text in made.files.items() if name.endswith(".csv")}
    cells = [
        cell
        for text in tables.values()
        for line in csv.reader(io.StringIO(text.decode(), newline=""))
        for cell in line
    ]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    for shown in ("'=HYPERLINK(A1)", "'-1+cmd", "''+1 is what it says"):
        assert shown in cells


@pytest.mark.parametrize(
    ("name", "left_out"),
    [
        ("articles", {"agencies", "issued", "translated_from", "origin", "original"}),
        ("questions", set()),
        ("entities", {"names"}),
    ],
)
def test_the_other_tables_read_back_are_the_records(
    name: str, left_out: set[str], made: BuiltSite, package: Mapping[str, Any], dossier: Dossier
) -> None:
    """Each line has what its record has in fields of one value; the rest has fields of its own."""
    records = dict(getattr(dossier, name))
    for line in read_table(made, package, f"{name}.csv"):
        record = records.pop(line["id"])
        fields = set(type(record).model_fields) - left_out - {"silent", "statements"}
        assert {field: line[field] for field in fields} == {
            field: plain(getattr(record, field)) for field in fields
        }
    assert records == {}


def test_inferred_values_of_an_article_have_their_grounds_beside_them(
    made: BuiltSite, package: Mapping[str, Any], dossier: Dossier
) -> None:
    """Date, origin, agencies and language come with what they were inferred from."""
    lines = {line["id"]: line for line in read_table(made, package, "articles.csv")}
    line, record = lines["retelling"], dossier.articles["retelling"]
    assert record.origin
    assert record.translated_from
    assert line["issued_date"] == record.issued.date
    assert line["issued_because"] == record.issued.because
    assert (line["origin"], line["origin_because"]) == (record.origin.origin, record.origin.because)
    assert line["translated_because"] == record.translated_from.because
    assert line["agencies_because"] == [agency.because for agency in record.agencies]


def test_the_comparison_read_back_is_every_answer_and_every_silence(
    made: BuiltSite, package: Mapping[str, Any], dossier: Dossier
) -> None:
    """A line for each answer, with its value, bound, status and reading, and one for each gap."""
    lines = read_table(made, package, "comparison.csv")
    answers = [
        (a.id, s.id, plain(answer.model_dump(exclude={"read_as"})), answer.read_as)
        for a in dossier.articles.values()
        for s in a.statements
        for answer in s.answers
    ]
    same = ("question", "value", "bound", "of", "as_of", "status", "by", "on", "because")
    for line in (line for line in lines if line["state"] == "answered"):
        (found,) = [
            one
            for one in answers
            if one[:2] == (line["article"], line["statement"])
            and {key: one[2][key] or None for key in same} == {key: line[key] for key in same}
        ]
        reading = found[3]
        assert line["read_as_value"] == (reading.value if reading else None)
        assert line["read_as_because"] == (reading.because if reading else None)
        answers.remove(found)
    assert answers == []
    silent = {(one["article"], one["question"]) for one in lines if one["state"] == "silent"}
    assert silent == {(a.id, one.question) for a in dossier.articles.values() for one in a.silent}
    assert [one["nearest"] for one in lines if one["nearest"]] == ["only the injured are counted"]
    cells = {(line["article"], line["question"]) for line in lines}
    assert len(cells) == len(dossier.articles) * len(dossier.questions)


def test_the_comparison_says_which_witness_answers_and_what_its_copies_make_of_it(
    made: BuiltSite, package: Mapping[str, Any]
) -> None:
    """Each answer has its witness; a copy has how it differs from the base copy, and why."""
    columns = ("article", "witness", "variation", "cause", "cause_because")
    found = {
        question: [
            tuple(line[name] for name in columns)
            for line in read_table(made, package, "comparison.csv")
            if line["question"] == question
        ]
        for question in ("struck", "fine")
    }
    because = "“bench” is a translator’s word for a bank"
    assert found == {
        "struck": [
            ("retelling", "coastwire-grounding", "reworded", "translation", because),
            ("wire-copy", "coastwire-grounding", None, None, None),
            ("courier", "courier", None, None, None),
        ],
        "fine": [
            ("retelling", "retelling", None, None, None),
            ("wire-copy", "coastwire-grounding", None, None, None),
            ("courier", "courier", None, None, None),
        ],
    }


def test_a_table_says_the_same_in_each_format(made: BuiltSite, package: Mapping[str, Any]) -> None:
    """CSV, JSON and JSON Lines have the same lines, values and all."""
    assert read_table(made, package, "comparison.csv") == read_export(made, "comparison.json")
    text = made.files["data/statements.jsonl"].decode()
    lines = [json.loads(line) for line in text.splitlines()]
    assert read_table(made, package, "statements.csv") == lines


def test_what_is_inferred_is_in_a_column_with_its_reason(made: BuiltSite) -> None:
    """Articles, statements and answers say what the editor infers; what is printed has nothing."""

    def column(name: str, *keys: str) -> dict[tuple[str, ...], str]:
        rows = csv.DictReader(io.StringIO(made.files[f"data/{name}.csv"].decode()))
        return {tuple(row[key] for key in keys): row["inferred"] for row in rows}

    articles = column("articles", "id")
    assert articles["courier",] == ""
    assert "title [Coast guard says the steering failed]" in articles["wire-copy",]
    assert "issued [2021-05-03]: the first Monday after" in articles["wire-copy",]
    statements = column("statements", "article", "id")
    assert "speaker [coast-guard]: the words are a literal" in statements["retelling", "rudder"]
    answers = column("comparison", "question", "article")
    assert "read_as [a sand bank]: the wire copy" in answers["struck", "retelling"]
    assert "value [2021-05-01]: the Saturday" in answers["when", "wire-copy"]
    assert answers["when", "courier"] == ""
