"""What verbatim means: which differences of a quotation from its text are none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdossier.text.verbatim import (
    describe_differences,
    find_fragment,
    find_nearest_passage,
    fold,
    is_verbatim_in,
)

TEXT = (
    "“We lost sight,” said Captain O’Dorrin (38). "
    "The coast\u00a0guard\u2009counted\n  nine injured…"
)


def test_letters_with_marks_fold_alike_however_they_are_encoded() -> None:
    """A letter and its mark are the same text as the one composed character."""
    assert fold("Pokoj na me\u0301zi") == fold("Pokoj na m\u00e9zi") != fold("Pokoj na mezi")


@pytest.mark.parametrize(
    "fragment",
    [
        "The coast guard counted nine injured",
        "The\tcoast\u202fguard  counted\r\nnine",
        '"We lost sight,"',
        "«We lost sight,»",
        "„We lost sight,‟ said",
        "Captain O'Dorrin",
        "Captain O‘Dorrin (38)",
        "Dorrin",
        "sight,” said",
        "injured…",
    ],
)
def test_white_space_and_the_shape_of_quotation_marks_do_not_count(fragment: str) -> None:
    """Any run of any white space is one space, and typographic marks equal straight ones."""
    assert is_verbatim_in(fragment, TEXT)


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("the coast guard", TEXT),
        ("captain O'Dorrin", TEXT),
        ("We lost sight said", TEXT),
        ("O Dorrin", TEXT),
        ("'We lost sight,'", TEXT),
        ("nine injured...", TEXT),
        ("coastguard", TEXT),
        ("counted injured", TEXT),
        ("guard coast", TEXT),
        ("sand bank", "a sand-bank"),
        ("sand bank", "a sandbank"),
        ("1914–18", "1914-18"),
        ("cafe", "a café"),
        ("café", "a cafe"),
        ("sand bank", "a sand\u200bbank"),
    ],
)
def test_nothing_else_is_folded(fragment: str, text: str) -> None:
    """Case, accents, punctuation, dashes and the order of words count."""
    assert not is_verbatim_in(fragment, text)


@pytest.mark.parametrize("fragment", ["he coast guard", "coast guar", "Dor", "8", "nine injure"])
def test_no_word_is_cut_in_two(fragment: str) -> None:
    """A fragment that starts or ends within a run of letters and digits does not stand there."""
    assert fragment in fold(TEXT)
    assert not is_verbatim_in(fragment, TEXT)


@pytest.mark.parametrize("fragment", ["bank", "sand", "s", "island"])
def test_a_word_ends_at_a_hyphen_and_at_an_apostrophe(fragment: str) -> None:
    """A word is a run of letters and digits, so these are whole words."""
    assert is_verbatim_in(fragment, "the island’s sand-bank")


@given(
    st.lists(st.sampled_from(["The", "ferry", "(1,5", "“sat”", "o’er", "a.b*c", "é"]), min_size=1),
    st.sampled_from([" ", "\n", "\u00a0", " \t "]),
    st.data(),
)
@settings(derandomize=True, deadline=None, max_examples=100)
def test_a_passage_is_found_where_it_is_printed(
    words: list[str], gap: str, data: st.DataObject
) -> None:
    """The place that is given holds the passage and nothing more."""
    start = data.draw(st.integers(0, len(words) - 1))
    passage = " ".join(words[start : data.draw(st.integers(start + 1, len(words)))])
    text = gap.join(words)
    span = find_fragment(passage, text)
    assert span
    assert fold(text[slice(*span)]) == fold(passage)


def test_the_nearest_candidate_is_whole_words_of_the_text() -> None:
    """A near miss is shown as printed, for a message, and is still not found."""
    text = "On Saturday it counted nine injured and no dead."
    found = find_nearest_passage("counted nin injurd", text)
    assert found
    assert found.words == "counted nine injured"
    assert not is_verbatim_in("counted nin injurd", text)


@pytest.mark.parametrize(
    ("fragment", "text", "words"),
    [
        (
            "a fine of 5,000 crowns",
            "pay a fine of at least 5,000 crowns.",
            "a fine of at least 5,000 crowns",
        ),
        ("as at first counted", "not eleven as first counted, they said", "as first counted"),
        ("It ended there and then in the fog", "It ended", "It ended"),
        ("“lost sight", "We “lost site” of it", '"lost site'),
        ("one two " * 40, "one two " * 50, None),
    ],
)
def test_the_nearest_candidate_has_as_many_words_as_it_needs(
    fragment: str, text: str, words: str | None
) -> None:
    """It begins and ends where the fragment does, whether it has words more or fewer."""
    found = find_nearest_passage(fragment, text)
    assert found is None if words is None else found and found.words == words


@pytest.mark.parametrize(
    ("written", "printed", "told"),
    [
        ("a sandbank on Saturday", "a sand bank on Saturday", 'has "sand bank" for "sandbank"'),
        ("as at first counted", "as first counted", 'has no "at"'),
        ("a fine of 5,000", "a fine of at least 5,000", 'has the extra words "at least"'),
        ("the fog", "The fog", 'has "The" for "the"'),
        ("the  fog", "the fog", ""),
        ("fog", "steam", ""),
    ],
)
def test_differing_words_are_told(written: str, printed: str, told: str) -> None:
    """What the text has instead is named word by word; where nothing is shared, nothing is."""
    assert describe_differences(written, printed) == told


def test_where_nothing_is_near_there_is_no_candidate() -> None:
    """No words are put forward that have nothing of the fragment."""
    assert find_nearest_passage("glimmering lanterns", "No dead.") is None
