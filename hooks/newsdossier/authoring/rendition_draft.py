"""Drafts the rendition of an article: a line to be written for each block."""

from __future__ import annotations

from collections.abc import Iterable

from newsdossier.model import BlockKind, Label


def draft_rendition(labels: Iterable[str]) -> str:
    """Draft a rendition; a sub-head right before a box becomes the heading of the box."""
    blocks = [label for label in labels if label and label != "headline"]
    text = ""
    for label, following in zip(blocks, [*blocks[1:], ""], strict=True):
        is_before_box = Label(following).kind is BlockKind.BOX
        match Label(label).kind:
            case BlockKind.SUBHEAD if is_before_box:
                text += f"\n> ### TODO: sub-head {label}, in your own words\n>\n"
            case BlockKind.SUBHEAD:
                text += f"\n## TODO: sub-head {label}, in your own words\n"
            case BlockKind.BOX:
                text += f"> TODO: paragraph {label} of the box, in your own words\n"
                text += ">\n" if is_before_box else ""
            case _:
                text += f"\nTODO: paragraph {label}, in your own words\n"
    return text.lstrip("\n")
