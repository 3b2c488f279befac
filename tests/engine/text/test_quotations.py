"""Quotation marks: ours, of two kinds, and those that originals print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdossier.text.quotations import (
    PrintedQuotations,
    Quotation,
    find_quotations,
    find_stray_mark,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("he said “so” and ‘thus’", [("so", True), ("thus", False)]),
        ("the island’s ‘guard’s boat’, the rescuers’ word", [("guard’s boat", False)]),
        ("‘a “radical” reset’", [("a “radical” reset", False), ("radical", True)]),
        ("“then ‘I’ll go’, he said”", [("then ‘I’ll go’, he said", True)]),
        ("the rescuers’ boats and the island’s, in the ’90s", []),
    ],
)
def test_quotations_of_two_kinds_are_found(text: str, found: list[tuple[str, bool]]) -> None:
    """Double and single marks are told apart, and an apostrophe is neither."""
    assert [(one.words, one.is_double) for one in find_quotations(text)] == found
    assert find_stray_mark(text) is None


@pytest.mark.parametrize(
    ("text", "mark"),
    [("“open", "“"), ("‘open", "‘"), ("closed”", "”"), ('"straight"', '"'), ("'straight'", "'")],
)
def test_a_mark_that_opens_or_closes_nothing_is_found(text: str, mark: str) -> None:
    """So is a straight one, whose kind nobody can tell."""
    assert find_stray_mark(text) == mark


@pytest.mark.parametrize(
    "printed",
    [
        "He said “it was fog” again.",
        'He said "it was fog" again.',
        "He said «it was fog» again.",
        "Captain: ‘it was fog’",
        "Captain: 'it was fog'",
        "– There, it was fog, says the captain.",
        "“There. In the end it was fog\n“and night,” he said.",
        'He said:"it was fog.""So it was," he said.',
    ],
)
def test_printed_quotations_are_known_by_any_marks(printed: str) -> None:
    """Curly, straight, single, pointed marks; a line with a dash; one on from the line before."""
    quotations = PrintedQuotations(dict(enumerate_lines(printed)))
    labels = [label for label, _ in enumerate_lines(printed)]
    assert quotations.always_quote("it was fog", labels)
    assert not quotations.always_quote("He said", labels)


@pytest.mark.parametrize(
    "printed",
    [
        "There it was fog, “he said”.",
        "The island’s word: it was fog. The rescuers’ word as well.",
        "– So, says the captain: it was fog",
        "“One” it was fog “two”",
    ],
)
def test_words_outside_of_printed_marks_are_not_quoted(printed: str) -> None:
    """Words between quotations, behind an apostrophe or behind the speech are the article's own."""
    assert PrintedQuotations({"1": printed}).never_quote("it was fog", ["1"])


def enumerate_lines(text: str) -> list[tuple[str, str]]:
    """The lines of a text as blocks."""
    return [(str(number), line) for number, line in enumerate(text.split("\n"), start=1)]


@given(st.text("a ’‘“”'\".,", max_size=40))
def test_every_mark_belongs_to_a_quotation_or_is_stray(text: str) -> None:
    """A text without a stray mark has only whole quotations, whose words contain no open mark."""
    found = list(find_quotations(text))
    if find_stray_mark(text) is None:
        assert text.count("“") == text.count("”")
        assert sum(one.is_double for one in found) == text.count("“")
    assert all(isinstance(one, Quotation) and not one.words.startswith("”") for one in found)
