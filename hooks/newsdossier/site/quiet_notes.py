"""Write the calls of notes as briefly as they can be on pages that have many.

Markdown gives each call a class and an id, and each note a link back to it. On an article's page
the paragraph that a note names is the way back, so that the calls need neither.
"""

from __future__ import annotations

import re

#: What the template of such a page has.
_MANY = '<details class="note-list"'

_CALL = re.compile(
    r'<sup id="fnref\d*:[a-z0-9-]+"><a class="footnote-ref" (href="#fn:[a-z0-9-]+">\d+</a></sup>)'
)
_BACK = r'<a class="footnote-backref" [^>]*>[^<]*</a>'
#: The links back in a paragraph of their own, or behind the last words of a note.
_LINKS_BACK = re.compile(rf"<p>{_BACK}(?:\s*{_BACK})*</p>\n|(?:&nbsp;|&#160;|\u00a0|\s)*{_BACK}")
#: The line ends within a note.
_LINE_ENDS = re.compile(r'(<li id="fn:[a-z0-9-]+">)\n(.*?)\n</li>\n', re.DOTALL)


def shorten_calls(html: str) -> str:
    """The HTML of a page with its calls shortened, where it has many of them."""
    if _MANY not in html:
        return html
    short = _CALL.sub(r"<sup><a \1", _LINKS_BACK.sub("", html))
    return _LINE_ENDS.sub(lambda note: note[1] + note[2].replace(">\n<", "><") + "</li>", short)
