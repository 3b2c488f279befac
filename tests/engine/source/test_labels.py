"""Labels of blocks and references say what they mean."""

import pytest

from newsdossier.model import BlockKind, Label, Reference

LABELS = {
    "headline": (BlockKind.HEADLINE, 0, "headline", "headline"),
    "12": (BlockKind.PARAGRAPH, 12, "paragraph 12", "¶ 12"),
    "s1": (BlockKind.SUBHEAD, 1, "sub-head 1", "sub-head 1"),
    "f3": (BlockKind.BOX, 3, "box paragraph 3", "box ¶ 3"),
    "excluded": (BlockKind.EXCLUDED, 0, "excluded text", "excluded text"),
}


@pytest.mark.parametrize("written", LABELS)
def test_label_says_what_its_block_is(written: str) -> None:
    """Kind, number and both wordings come from the label alone."""
    label = Label(written)
    assert (label.kind, label.number, label.long_form, label.short_form) == LABELS[written]


@pytest.mark.parametrize("written", ["12", "s1", "f3"])
def test_label_is_made_of_its_kind_and_number(written: str) -> None:
    """What a label says of its block makes the same label again."""
    assert Label.of(Label(written).kind, Label(written).number) == written


def test_label_is_told_from_other_texts() -> None:
    """A statement's id is no label, nor is `excluded`, which labels no block."""
    assert [one for one in ("headline", "3", "s1", "f2") if not Label.is_label(one)] == []
    assert [one for one in ("excluded", "0", "x1", "aground", "s") if Label.is_label(one)] == []


def test_reference_has_two_parts() -> None:
    """The article stands before the sign, what it holds behind it."""
    reference = Reference("courier#f2")
    assert (reference.article, reference.target) == ("courier", "f2")
    assert Reference.to("courier", "f2") == reference
