"""Reading YAML: every scalar is the text that was written, and every value knows its place."""

import pytest

from newsdossier.problems.problem import Place
from newsdossier.source.located_yaml import read_yaml

NESTED = """\
title: Ferry
statements:
  - id: one
    at: [headline, 1]
    quote: >
      a sand
      bank
  - {id: two, answers: [{question: aboard, value: 118}]}
"""


@pytest.mark.parametrize(
    "written",
    ["no", "true", "null", "~", "007", "0x1F", "1_000", "1e3", "12:30", "2021-05-01", ".inf", "="],
)
def test_every_scalar_stays_the_text_that_was_written(written: str) -> None:
    """No figure, date or yes is guessed at, neither as a value nor as a key."""
    value, _, problems = read_yaml(f"{written}: [{written}]\n", "x.yml")
    assert (value, problems) == ({written: [written]}, [])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("'it''s'", "it's"),
        ('"a\\tb"', "a\tb"),
        ("''", ""),
        ("|\n  two\n  lines\n", "two\nlines\n"),
        (">-\n  one\n  line\n", "one line"),
    ],
)
def test_quoting_and_folding_are_those_of_yaml(written: str, meant: str) -> None:
    """What YAML says of the writing of a scalar holds; what it says of its type does not."""
    value, _, problems = read_yaml(f"a: {written}\n", "x.yml")
    assert (value, problems) == ({"a": meant}, [])


@pytest.mark.parametrize(
    ("keys", "line", "column"),
    [
        (("title",), 1, 8),
        (("statements", 0, "id"), 3, 9),
        (("statements", 0, "at", 0), 4, 10),
        (("statements", 0, "at", 1), 4, 20),
        (("statements", 0, "quote"), 5, 12),
        (("statements", 1), 8, 5),
        (("statements", 1, "id"), 8, 10),
        (("statements", 1, "answers", 0, "value"), 8, 51),
    ],
)
def test_every_value_knows_its_line_and_column(
    keys: tuple[str | int, ...], line: int, column: int
) -> None:
    """Both count from one, as editors do, at whatever depth."""
    _, source, _ = read_yaml(NESTED, "x.yml")
    assert source.place(*keys) == Place("x.yml", line, column)
    assert source.inside(*keys[:-1]).place(keys[-1]) == Place("x.yml", line, column)


def test_a_key_that_is_missing_stands_where_it_would_be_added() -> None:
    """What is not there is placed at the nearest thing around it."""
    _, source, _ = read_yaml(NESTED, "x.yml")
    assert source.place("statements", 1, "speaker") == source.place("statements", 1)
    assert source.place("statements", 0, "at", 7) == source.place("statements", 0, "at")
    assert source.place("nothing", "of", "it") == source.place()


def test_a_key_has_a_place_of_its_own() -> None:
    """What is wrong with a key is told at the key, not at its value."""
    _, source, _ = read_yaml(NESTED, "x.yml")
    assert source.key_place("statements", 0, "quote") == Place("x.yml", 5, 5)


def test_what_can_be_read_is_read_in_spite_of_mistakes() -> None:
    """All mistakes of a file come together, with all values that stand beside them."""
    text = "a: 1\na: 2\nb: &x [3]\nc: *x\nd:\n? [e]\n: f\ng: 4\n"
    value, _, problems = read_yaml(text, "x.yml")
    assert value == {"a": "1", "b": ["3"], "c": "", "d": "", "g": "4"}
    assert [problem.rule for problem in problems] == [
        "yaml-duplicate-key",
        "yaml-alias",
        "yaml-alias",
        "yaml-empty",
        "yaml-key",
    ]


def test_an_alias_bomb_is_a_problem_and_not_a_long_wait() -> None:
    """Ten anchors, and nine levels of nine aliases each, are told and never written out."""
    levels = ["a0: &a0 [x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    _, _, problems = read_yaml("\n".join(levels), "x.yml")
    assert {problem.rule for problem in problems} == {"yaml-alias"}
    assert len(problems) == 10 + 9 * 9


def test_a_file_that_is_no_yaml_is_one_problem_and_no_values() -> None:
    """The place is where the reader stumbled."""
    value, _, (problem,) = read_yaml("a: 1\n b: 2\n", "x.yml")
    assert value == {}
    assert (problem.place, problem.rule) == (Place("x.yml", 2, 3), "yaml-syntax")


def test_lists_upon_lists_are_a_problem_and_no_traceback() -> None:
    """A file that is nested beyond reason is told like any other mistake."""
    _, _, problems = read_yaml("[" * 999 + "]" * 999, "x.yml")
    assert problems


@pytest.mark.parametrize(
    "written", ["a: {", "a: 1\nb", "a: [b,", "a: 1\nb: 'c", "- a\n-", "a: 1\n? b"]
)
def test_what_is_missing_at_the_end_is_told_within_the_file(written: str) -> None:
    """A file that ends in the middle, even without a line end, has its problem at a line it has."""
    lines = written.split("\n")
    _, _, (problem,) = read_yaml(written, "x.yml")
    assert problem.place.line <= len(lines)
    assert problem.place.column <= len(lines[problem.place.line - 1]) + 1


def test_a_second_document_does_not_hide_what_is_wrong_in_the_first() -> None:
    """What is told of a file is told together."""
    _, _, problems = read_yaml("a: 1\na: 2\n---\nb: 1\n", "x.yml")
    assert [problem.rule for problem in problems] == ["yaml-duplicate-key", "yaml-syntax"]
