"""One key of a file is written anew, and the rest stays letter for letter."""

import pytest
import yaml

from newsdossier.source.rewriting import replace_key

NEW = ["key:", "  - {a: 1}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# top\nother: 'x'  # why\n", "# top\nother: 'x'  # why\nkey:\n  - {a: 1}\n"),
        ("other: x", "other: x\nkey:\n  - {a: 1}\n"),
        ("other: x\r\n", "other: x\r\nkey:\r\n  - {a: 1}\r\n"),
        ("key: [1,\n  2]  # why\nother: x\n", "key:\n  - {a: 1}  # why\nother: x\n"),
        ("key:\n  - b: 2\n\n# about the other\nother: x\n", None),
        ("key:\n- b: 2\n\n# about the other\nother: x\n", None),
        ("key:\n  - b: 2\n\n# at the end\n", "key:\n  - {a: 1}\n\n# at the end\n"),
        ("other: ё 🐎\nkey: [b]\n", "other: ё 🐎\nkey:\n  - {a: 1}\n"),
        ("other: {key: 1}\n", "other: {key: 1}\nkey:\n  - {a: 1}\n"),
    ],
)  # fmt: skip
def test_everything_but_the_key_stays(text: str, expected: str | None) -> None:
    """Comments, quotation marks, order and line ends are those of the file."""
    expected = expected or "key:\n  - {a: 1}\n\n# about the other\nother: x\n"
    assert replace_key(text, "key", NEW) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("other: x\nkey:\n  - b: 2\n# end\n", "other: x\n# end\n"),
        ("key: [b]  # why\nother: x\n", "other: x\n"),
        ("other: x\n", "other: x\n"),
    ],
)
def test_a_key_without_lines_goes(text: str, expected: str) -> None:
    """The key goes with its line; what is not there cannot go."""
    assert replace_key(text, "key", []) == expected


def test_what_is_written_twice_is_as_written_once() -> None:
    """Writing the same again changes nothing."""
    once = replace_key("other: x\n# end\n", "key", NEW)
    assert replace_key(once, "key", NEW) == once
    assert yaml.safe_load(once) == {"other": "x", "key": [{"a": 1}]}


def test_a_mapping_in_braces_is_refused() -> None:
    """A file in braces has no lines of its own for a key."""
    with pytest.raises(ValueError, match="braces"):
        replace_key("{other: x}\n", "key", NEW)
