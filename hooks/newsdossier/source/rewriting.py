"""Write one key of a YAML file anew, and leave every other character of the file as it is."""

from __future__ import annotations

import yaml

from newsdossier.source.located_yaml import Loader


def replace_key(text: str, key: str, lines: list[str]) -> str:
    """The text with the key and its value written as these lines; without lines, with neither.

    A key that is not there comes at the end. The text is the YAML of a mapping; raises ValueError
    where the mapping stands in braces.
    """
    root = yaml.compose(text, Loader=Loader)
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise ValueError("the keys stand in braces; write each on a line of its own")
    line_end = "\r\n" if "\r\n" in text else "\n"
    written = line_end.join(lines)
    for name, value in root.value:
        if name.value == key:
            start, end = name.start_mark.index, _find_end(text, value)
            # Without lines the end of the last line goes too.
            after = text[end:] if lines else text[end:].partition("\n")[2]
            return text[:start] + written + after
    if not lines:
        return text
    return text + ("" if text.endswith("\n") else line_end) + written + line_end


def _find_end(text: str, value: yaml.Node) -> int:
    """Where a value ends: a list in lines ends before the blank lines and comments that follow."""
    start: int = value.start_mark.index
    lines = text[start : value.end_mark.index].splitlines(keepends=True)
    while lines and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
        lines.pop()
    return start + len("".join(lines).rstrip())
