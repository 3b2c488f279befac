"""The words by which a copy differs from what it copies."""

from hypothesis import given
from hypothesis import strategies as st

from newsdossier.text.differences import WordChange, are_same_words, mark_differences
from newsdossier.text.function_words import find_function_words

SIGNS = {WordChange.KEPT: "{}", WordChange.DIFFERS: "[{}]", WordChange.MISSING: "-{}-"}
FRAGMENTS = st.lists(st.text(alphabet="ab c,’", max_size=20), max_size=3)


def mark(base: list[str], copy: list[str]) -> list[str]:
    """Each fragment of the copy: what differs in brackets, what is missing between hyphens."""
    found = mark_differences(base, copy, find_function_words("en"))
    return [" ".join(SIGNS[one.change].format(one.text) for one in line) for line in found]


def test_words_that_only_the_copy_has_are_marked() -> None:
    """A word for another word is marked, and the one that it replaces is not shown."""
    assert mark(["struck a sand bank"], ["has struck a mud bank"]) == ["has struck a [mud] bank"]


def test_words_that_the_copy_lacks_stand_at_their_place() -> None:
    """They are shown where they stood, unless other words stand there."""
    assert mark(["left more than 110 people wet"], ["left 110 people dry"]) == [
        "left -more than- 110 people [dry]"
    ]


def test_function_words_are_ignored() -> None:
    """Neither another article nor a lost one is a difference; a lost number or doubt is one."""
    assert mark(["the crew of the ferry"], ["a crew on that ferry"]) == ["a crew on that ferry"]
    assert mark(["nearly all of the crew"], ["all the crew"]) == ["-nearly- all the crew"]


def test_case_punctuation_and_order_are_no_difference() -> None:
    """A word that stands elsewhere in the copy is neither marked nor missing."""
    assert mark(["On Sunday, the ferry sails"], ["The ferry sails on Sunday."]) == [
        "The ferry sails on Sunday."
    ]
    assert are_same_words(["“Struck", "a bank”"], ["struck a bank"])
    assert not are_same_words(["struck a bank"], ["a bank struck"])


def test_a_genitive_and_a_compound_have_the_same_words() -> None:
    """Neither a genitive's ending nor a hyphen makes other words of them."""
    assert mark(["role of the president"], ["the president’s role."]) == ["the president’s role."]
    assert mark(["dependent on the sea"], ["sea-dependent"]) == ["sea-dependent"]
    assert mark(["aged 69"], ["69-year-old"]) == ["[69-year-old]"]


def test_what_is_missing_of_two_fragments_stands_apart() -> None:
    """Words of two quotations are not run together into one."""
    assert mark(["the captain, a sailor", "the oldest ferry"], ["the captain"]) == [
        "the captain -sailor- -oldest ferry-"
    ]


def test_a_language_without_a_list_has_no_function_words() -> None:
    """Then every word counts."""
    assert find_function_words("und") == frozenset()
    assert find_function_words("en-GB") == find_function_words("en") != frozenset()
    assert mark_differences(["das Schiff"], ["ein Schiff"])[0][0].change is WordChange.DIFFERS


@given(FRAGMENTS, FRAGMENTS)
def test_a_copy_keeps_its_words_in_order(base: list[str], copy: list[str]) -> None:
    """But for what is missing, each fragment's runs are its words; copied whole, all are kept."""
    for fragment, line in zip(copy, mark_differences(base, copy), strict=True):
        own = [one.text for one in line if one.change is not WordChange.MISSING]
        assert " ".join(own) == " ".join(fragment.split())
    assert {one.change for line in mark_differences(copy, copy) for one in line} <= {
        WordChange.KEPT
    }
