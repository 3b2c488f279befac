"""Leave out of a page the white space that only its templates need."""

from __future__ import annotations

import re

#: Where every space counts.
_KEPT = re.compile(r"(<pre\b.*?</pre>|<script\b.*?</script>|<textarea\b.*?</textarea>)", re.DOTALL)
#: A line's end with the blank lines and the indentation around it; no space but ASCII's is ours.
_LINE_END = re.compile(r"[ \t\r\f]*\n[ \t\r\f\n]*")


def compact(page: str) -> str:
    """A page whose lines are neither indented nor blank, but in preformatted text and scripts."""
    pieces = _KEPT.split(page)
    pieces[::2] = [_LINE_END.sub("\n", piece) for piece in pieces[::2]]
    return "".join(pieces)
