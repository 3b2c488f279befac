"""Words are counted."""

import pytest

from newsdossier.text.words import count_words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("… – “”", 0),
        ("nine injured", 2),
        ("the island’s rescuers", 4),
        ("more than 5,000 crowns", 5),
        ("sand-bank", 2),
        ("Ä1b Ωmega 島", 3),
        ("snake_case", 2),
    ],
)
def test_a_word_is_a_run_of_letters_and_digits(text: str, count: int) -> None:
    """Whatever stands between two runs parts them, be it an apostrophe or a comma."""
    assert count_words(text) == count
