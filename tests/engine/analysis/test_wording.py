"""Values and words as a reader reads them."""

import pytest

from newsdossier.analysis import wording


@pytest.mark.parametrize(
    ("printed", "spoken", "own"),
    [
        ('a "first" count', "“a ‘first’ count”", "‘a “first” count’"),
        ('"all clear" at last', "“‘all clear’ at last”", "‘“all clear” at last’"),
        (
            'the (so-called "safe") one',
            "“the (so-called ‘safe’) one”",
            "‘the (so-called “safe”) one’",
        ),
        ("the “safe” line", "“the ‘safe’ line”", "‘the “safe” line’"),
    ],
)
def test_marks_within_quoted_words_open_and_close(printed: str, spoken: str, own: str) -> None:
    """Straight marks are turned the way they open or close, and made of the other kind."""
    assert wording.quoted(printed) == spoken
    assert wording.quoted_as_own(printed) == own
