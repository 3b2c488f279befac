"""Fragments of one text, joined where they contain or overlap each other."""

from newsdossier.text.fragments import join_fragments


def test_a_fragment_within_another_is_left_out() -> None:
    """The longer one stands in the place of all that it contains."""
    assert join_fragments(
        ["a sand bank", "on Saturday", "Struck a sand bank, on Saturday"], 15
    ) == ["Struck a sand bank, on Saturday"]
    assert join_fragments(["struck a sand bank", "a sand bank"], 15) == ["struck a sand bank"]


def test_a_part_of_a_word_is_not_within_it() -> None:
    """Whole words are compared."""
    assert join_fragments(["the aftermath", "after"], 15) == ["the aftermath", "after"]


def test_overlapping_fragments_are_joined() -> None:
    """Whichever comes first, no word stands twice."""
    joined = ["the ferry struck a sand bank on Saturday"]
    assert (
        join_fragments(["the ferry struck a sand", "struck a sand bank on Saturday"], 15) == joined
    )
    assert (
        join_fragments(["struck a sand bank on Saturday", "the ferry struck a sand"], 15) == joined
    )


def test_a_fragment_may_contain_one_and_overlap_another() -> None:
    """Both are joined with it."""
    assert join_fragments(
        ["the ferry struck a sand", "on Saturday", "struck a sand bank on Saturday"], 15
    ) == ["the ferry struck a sand bank on Saturday"]


def test_two_words_in_common_are_no_overlap() -> None:
    """So few may stand in two places of a text."""
    apart = ["pulled off a sand bank", "sand bank and rock"]
    assert join_fragments(apart, 15) == apart


def test_a_fragment_never_grows_beyond_a_quotation() -> None:
    """What would be too long is left as it was."""
    assert join_fragments(["the ferry struck a sand", "struck a sand bank on Saturday"], 7) == [
        "the ferry struck a sand"
    ]
