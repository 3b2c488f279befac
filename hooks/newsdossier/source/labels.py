"""Labels of blocks, and references of the form ARTICLE#TARGET."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler, ValidatorFunctionWrapHandler
from pydantic_core import CoreSchema, core_schema

from newsdossier.source.unfinished import has_todo

LABEL_PATTERN = r"^(headline|[sf]?[1-9][0-9]{0,3})$"
REFERENCE_PATTERN = r"^[a-z0-9-]+#[a-z0-9-]+$"


class BlockKind(StrEnum):
    """What a block is; the value is its name in a sentence."""

    HEADLINE = "headline"
    PARAGRAPH = "paragraph"
    SUBHEAD = "sub-head"
    BOX = "box paragraph"
    EXCLUDED = "excluded"


#: The letter that the numbered labels of a kind begin with.
_LETTERS = {BlockKind.PARAGRAPH: "", BlockKind.SUBHEAD: "s", BlockKind.BOX: "f"}
_KINDS = {
    "headline": BlockKind.HEADLINE,
    "excluded": BlockKind.EXCLUDED,
    **{letter: kind for kind, letter in _LETTERS.items()},
}


class _PatternedText(str):
    """Text that matches a pattern or is a TODO mark."""

    __slots__ = ()

    pattern: ClassVar[str]

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        text = core_schema.str_schema(pattern=cls.pattern)
        return core_schema.no_info_wrap_validator_function(cls._validate, text)

    @classmethod
    def _validate(cls, value: Any, handler: ValidatorFunctionWrapHandler) -> Self:
        return cls(value if isinstance(value, str) and has_todo(value) else handler(value))


class Label(_PatternedText):
    """The label of a block: `headline`, `3` for a paragraph, `s1` for a sub-head, `f1` in a box.

    References also use `excluded`, which means everything that is left out of the body.
    """

    __slots__ = ()

    pattern = LABEL_PATTERN

    @classmethod
    def of(cls, kind: BlockKind, number: int) -> Self:
        """Build the label of a kind's nth block."""
        return cls(f"{_LETTERS[kind]}{number}")

    @staticmethod
    def is_label(text: str) -> bool:
        """Whether a text is the label of a block."""
        return re.fullmatch(LABEL_PATTERN, text) is not None

    @property
    def kind(self) -> BlockKind:
        """What the block is."""
        return _KINDS.get(self.rstrip("0123456789"), BlockKind.PARAGRAPH)

    @property
    def number(self) -> int:
        """The block's number among those of its kind; 0 where it has none."""
        digits = self.lstrip("sf")
        return int(digits) if digits.isdigit() else 0

    @property
    def long_form(self) -> str:
        """The label in a sentence: headline, paragraph 3, sub-head 1, box paragraph 1."""
        if self.kind is BlockKind.EXCLUDED:
            return "excluded text"
        return f"{self.kind} {self.number}" if self.number else str(self.kind)

    @property
    def short_form(self) -> str:
        """The label beside other places: headline, ¶ 3, sub-head 1, box ¶ 1."""
        return self.long_form.replace("paragraph", "¶")


class Reference(_PatternedText):
    """ARTICLE#BLOCK, ARTICLE#STATEMENT or ARTICLE#excluded."""

    __slots__ = ()

    pattern = REFERENCE_PATTERN

    @classmethod
    def to(cls, article: str, target: str) -> Self:
        """The reference to a block or a statement of an article."""
        return cls(f"{article}#{target}")

    @property
    def article(self) -> str:
        """The article's id."""
        return self.partition("#")[0]

    @property
    def target(self) -> str:
        """The block's label or the statement's id."""
        return self.partition("#")[2]
