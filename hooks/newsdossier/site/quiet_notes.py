"""Write the calls of notes as briefly as they can be on pages that have many.

Markdown gives each call a class and each note a link back. On an article's page the place that a
note names is that link, and the numbers need no class.
"""

from __future__ import annotations

import re

#: What the template of such a page has.
_MANY = '<details class="note-list"'

_CALL = re.compile(
    r'<sup id="(?P<ref>fnref\d*:[a-z0-9-]+)">'
    r'<a class="footnote-ref" href="(?P<note>#fn:[a-z0-9-]+)">'
    r"(?P<number>\d+)</a></sup>"
)
_BACK = r'<a class="footnote-backref" [^>]*>[^<]*</a>'
#: The links back in a paragraph of their own, or behind the last words of a note.
_LINKS_BACK = re.compile(rf"<p>{_BACK}(?:\s*{_BACK})*</p>\n|(?:&nbsp;|&#160;|\u00a0|\s)*{_BACK}")


def shorten_calls(html: str) -> str:
    """The HTML of a page with its calls shortened, where it has many of them."""
    if _MANY not in html:
        return html
    names: dict[str, str] = {}

    def shorten(call: re.Match[str]) -> str:
        names[call["ref"]] = f"n{len(names) + 1}"
        return f'<sup><a id="{names[call["ref"]]}" href="{call["note"]}">{call["number"]}</a></sup>'

    short = _CALL.sub(shorten, _LINKS_BACK.sub("", html))
    return re.sub(
        r'href="#(fnref:[a-z0-9-]+)"',
        lambda link: f'href="#{names.get(link[1], link[1])}"',
        short,
    )
