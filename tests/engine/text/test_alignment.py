"""Wordings aligned: what variants share, and where they differ."""

from hypothesis import given
from hypothesis import strategies as st

from newsdossier.text.alignment import aligned, find_most_alike

WORDINGS = st.lists(st.text(alphabet="ab c,’", min_size=1, max_size=20).filter(str.strip))


def shown(wordings: list[str]) -> list[list[str]]:
    """Every group's lines, what differs in brackets."""
    return [
        [
            " | ".join(f"[{part.text}]" if part.differs else part.text for part in line)
            for line in group.values()
        ]
        for group in aligned(wordings)
    ]


def test_the_words_that_all_have_stand_beneath_each_other() -> None:
    """Each line has as many stretches as the others, an empty one where it lacks words."""
    assert shown(
        [
            "prevented a coup attempt",
            "has thwarted a coup attempt",
            "stopped a planned coup attempt",
        ]
    ) == [
        [
            "[prevented] | a | [] | coup attempt",
            "[has thwarted] | a | [] | coup attempt",
            "[stopped] | a | [planned] | coup attempt",
        ]
    ]


def test_capitals_and_punctuation_make_no_difference() -> None:
    """A word is the same word with a comma, a capital or another apostrophe."""
    assert shown(["The coup d'etat, foiled", "the coup d’etat thwarted"]) == [
        ["The coup d'etat, | [foiled]", "the coup d’etat | [thwarted]"]
    ]


def test_each_wording_stands_with_those_it_is_most_like() -> None:
    """Long words tell more than short ones; what resembles nothing is left out."""
    wordings = [
        "an exiled opposition figure",
        "a hugely controversial figure",
        "an extremely controversial figure",
        "opposition politician",
        "banker",
    ]
    assert [list(group) for group in aligned(wordings)] == [
        ["an exiled opposition figure", "opposition politician"],
        ["a hugely controversial figure", "an extremely controversial figure"],
    ]


def test_one_wording_alone_has_nothing_to_differ_from() -> None:
    """The same words twice are one wording."""
    assert aligned(["a coup", "a coup"]) == []


@given(WORDINGS)
def test_no_word_is_lost(wordings: list[str]) -> None:
    """The stretches of a line, put together, are the wording; lines are cut alike."""
    for group in aligned(wordings):
        assert len(group) > 1
        cuts = {tuple(part.differs for part in line) for line in group.values()}
        assert len(cuts) == 1
        for wording, line in group.items():
            assert " ".join(part.text for part in line if part.text) == " ".join(wording.split())


def test_a_paragraph_is_put_beside_the_one_that_it_is_most_like() -> None:
    """The ignored words do not count, and one that is like none stands alone."""
    others = ["The ferry struck a sand bank.", "The crew of the ferry is safe.", "It rained."]
    assert find_most_alike("A sand bank was struck by the ferry", others) == 0
    assert find_most_alike("All of the crew are safe", others, {"the", "of", "a"}) == 1
    assert find_most_alike("The fine of the line", others, {"the", "of", "a"}) is None
    assert find_most_alike("Anything", []) is None
