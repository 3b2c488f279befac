"""What becomes of each statement of a dispatch in its copies."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from newsdossier.analysis.dispatch_changes import CopyCount, Copying, copyings_of
from newsdossier.analysis.statement_changes import CopiedStatement, CopyKind, SpeakerChange
from newsdossier.text.differences import WordChange
from tests.support.ferry import edited, replaced

RETELLING = "articles/retelling.yml"


def compared(folder: Path, *edits: Mapping[str, str]) -> Copying:
    """The comparison of the ferry's one dispatch."""
    (copying,) = copyings_of(edited(folder, *edits)).values()
    return copying


def arranged(copying: Copying) -> list[tuple[str, list[tuple[str, str | None]]]]:
    """Each passage's block, with the kinds of its statements in the retelling."""
    return [
        (
            f"{passage.article} {passage.label}",
            [
                (
                    next(one for some in line.copied.values() for one in some).sourced.statement.id,
                    line.find_kind("retelling"),
                )
                for line in passage.lines
            ],
        )
        for passage in copying.passages
    ]


def find(copying: Copying, statement: str) -> CopiedStatement:
    """A statement of the retelling."""
    found = [
        one
        for passage in copying.passages
        for line in passage.lines
        for one in line.copied["retelling"]
        if one.sourced.statement.id == statement
    ]
    return found[0]


def marked(one: CopiedStatement) -> list[str]:
    """The printed words that differ, and those that are missing behind a minus."""
    signs = {WordChange.DIFFERS: "", WordChange.MISSING: "-"}
    runs = [run for words in one.words for run in words if run.change in signs]
    return [f"{signs[run.change]}{run.text}" for run in runs]


def test_statements_stand_in_the_passages_of_the_base_copy(tmp_path: Path) -> None:
    """A passage a paragraph, each statement with what the copy makes of it.

    What the copy has alone stands behind what precedes it there; nothing of its box goes back to
    the dispatch.
    """
    assert arranged(compared(tmp_path)) == [
        ("wire-copy 1", [("ashore", "changed"), ("struck", "changed")]),
        ("wire-copy 2", [("steering", "reworded")]),
        ("retelling f1", [("nine-miles", "only here")]),
        ("retelling f2", [("fine", "only here")]),
        ("wire-copy 3", [("fourteen-injured", "left out")]),
        ("wire-copy 4", [("tow", "left out"), ("spare-boat", "left out")]),
        ("wire-copy 5", [("fine", "left out")]),
    ]


def test_statements_of_each_kind_are_counted_by_copy(tmp_path: Path) -> None:
    """The base copy has all of its own statements, in the same words."""
    copying = compared(tmp_path)
    assert copying.base.id == "wire-copy"
    assert copying.counts == {
        "wire-copy": CopyCount(same=7, reworded=0, changed=0, omitted=0, added=0),
        "retelling": CopyCount(same=0, reworded=1, changed=2, omitted=4, added=2),
    }


def test_the_base_is_the_copy_that_the_origin_names_else_the_first(tmp_path: Path) -> None:
    """The first is the earliest."""
    origin = "origins/coastwire-grounding.yml"
    edits = [replaced(origin, "base: wire-copy\n", "")]
    edits += [
        replaced(RETELLING, f"    copy_of: {name}\n", "")
        for name in ("[ashore, struck]", "steering", "ashore")
    ]
    assert compared(tmp_path, *edits).base.id == "retelling"


def test_a_statement_of_two_is_compared_with_both(tmp_path: Path) -> None:
    """It has no words marked that either of them has, and it stands beside each."""
    bench = find(compared(tmp_path), "bench")
    assert [one.statement.id for one in bench.base] == ["ashore", "struck"]
    assert marked(bench) == ["118 humans", "board", "bench"]


def test_words_that_are_equal_but_for_case_and_punctuation_are_the_same(tmp_path: Path) -> None:
    """Then nothing is marked."""
    edit = replaced(
        RETELLING, "quote: The rudder was not obeying", "quote: '“the STEERING had failed”'"
    )
    rudder = find(compared(tmp_path, edit), "rudder")
    assert (rudder.kind, marked(rudder)) == (CopyKind.SAME, [])


def test_a_figure_that_differs_as_printed_is_a_change(tmp_path: Path) -> None:
    """So is one that has lost its bound, and not one that is only read otherwise."""
    (value,) = find(compared(tmp_path), "bench").values
    assert (value.question.id, value.copy[0].answer.value) == ("aboard", ["118"])
    figure = "{question: aboard, value: 118}"
    bound = replaced(RETELLING, figure, "{question: aboard, value: 110}")
    same = replaced(RETELLING, figure, "{question: aboard, value: 110, bound: gt}")
    assert find(compared(tmp_path / "a", bound), "bench").kind is CopyKind.CHANGED
    assert find(compared(tmp_path / "b", same), "bench").kind is CopyKind.REWORDED


INFERRED = "entity: coast-guard, because: the words are a literal translation"
SPOKEN = f"""\
    speaker: {{words: the guard of the coast, {INFERRED}}}
    mode: indirect
    via: coastwire
"""


@pytest.mark.parametrize(
    ("spoken", "told"),
    [
        (SPOKEN, None),
        ("", SpeakerChange.LOST),
        ("    speaker: nobody\n    mode: indirect\n", SpeakerChange.LOST),
        ("    speaker: dorrin\n    mode: indirect\n", SpeakerChange.OTHER),
        (SPOKEN.replace("the guard of the coast", "somebody there"), SpeakerChange.NAME_LOST),
    ],
    ids=["a name in other words", "none", "nobody", "another", "no name"],
)
def test_a_speaker_who_is_lost_or_another_is_a_change(
    spoken: str, told: SpeakerChange | None, tmp_path: Path
) -> None:
    """A speaker may be called otherwise, as long as it is by a name."""
    rudder = find(compared(tmp_path, replaced(RETELLING, SPOKEN, spoken)), "rudder")
    assert rudder.speaker is told
    assert rudder.kind is (CopyKind.CHANGED if told else CopyKind.REWORDED)


def test_a_speaker_who_is_added_is_a_change(tmp_path: Path) -> None:
    """What the base copy says in its own words, a copy may put into a mouth."""
    at = "copy_of: ashore\n    at: 2\n"
    edit = replaced(RETELLING, at, f"{at}    speaker: dorrin\n    mode: indirect\n")
    assert find(compared(tmp_path, edit), "fetched").speaker is SpeakerChange.ADDED


def test_what_the_article_answers_nowhere_is_lost(tmp_path: Path) -> None:
    """An answer that another of its statements gives is not."""
    bench = find(compared(tmp_path), "bench")
    assert [question.id for question in bench.lost] == []
    answer = "answers: [{question: helpers, value: coast-guard}]"
    gone = compared(tmp_path / "gone", replaced(RETELLING, answer, "answers: []"))
    assert [question.id for question in find(gone, "bench").lost] == ["helpers"]


def test_the_editors_reason_stands_with_the_first_statement_that_differs(tmp_path: Path) -> None:
    """No reason is given twice in a copy."""
    copying = compared(tmp_path)
    assert [reason.because for reason in find(copying, "bench").reasons] == [
        "“bench” is a translator’s word for a bank"
    ]
    again = replaced(
        RETELLING,
        "answers: [{question: cause, value: steering}]",
        "answers: [{question: cause, value: steering}, {question: struck, value: The rudder}]",
    )
    assert find(compared(tmp_path / "again", again), "rudder").reasons == []


def test_a_statement_beside_copied_ones_stands_in_their_passage(tmp_path: Path) -> None:
    """What a copy adds within a paragraph is put behind what it copies there."""
    edits = [
        replaced(RETELLING, "  - id: rudder\n    copy_of: steering\n", "  - id: rudder\n"),
        replaced("articles/wire-copy.yml", "- id: steering", "- id: steering-failed"),
    ]
    passages = dict(arranged(compared(tmp_path, *edits)))
    assert passages["wire-copy 1"][-1] == ("rudder", "only here")


def test_a_statement_with_the_id_of_another_dispatchs_copies_nothing(tmp_path: Path) -> None:
    """The wire copy's fine is the dispatch's; that in the retelling's box is not."""
    assert find(compared(tmp_path), "fine").kind is CopyKind.ADDED


def test_a_dispatch_in_one_copy_is_not_compared(tmp_path: Path) -> None:
    """There is nothing to compare it with."""
    alone = replaced(
        RETELLING,
        "origin: {origin: coastwire-grounding, because: the text credits “Coast Wire”}",
        "origin: {origin: none, because: its own}",
    )
    assert copyings_of(edited(tmp_path, alone)) == {}
