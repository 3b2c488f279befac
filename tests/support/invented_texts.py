"""Texts, dates and counts as hypothesis invents them: nasty, but right where they stand."""

import re

from hypothesis import strategies as st

#: What text may turn into, if a template, Markdown or HTML took it for its own.
HARD = [
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "{{ 7*7 }}{% raw %}",
    "{# note #}",
    "[x](javascript:alert(1))",
    "[^fn] [a]: b",
    "[^note]: text",
    "| a | b |",
    "| --- |",
    "# heading",
    "- item",
    "1. item",
    "> box",
    "```",
    "~~~ html",
    "$(x) `code` **b** _e_",
    '" onclick="alert(1)',
    "' style='x",
    "{: .c #id onclick=x }",
    "![](x.png)",
    "&lt;b&gt; &amp; &#60;",
    "<!-- comment",
    "<div markdown>",
    "--- a",
    '=== "tab"',
    "!!! note",
    "??? note",
    ":::",
    "*[HTML]: x",
    "///Footnotes Go Here///",
    "[TOC]",
    '--8<-- "file"',
    "\\",
    "entity:nobody",
    "Тоқаев сказал",
    "島 “quoted” ‘so’",
    "می‌خواهم",
    "=1+1",
    "@import",
    "yes",
    "null",
    "0777",
    "2021-05-01",
    "C:\\con",
    "%2e%2e/%00",
    "wzxhzdk:0 klzzwxh:0001",
    "\u00a0",
]

#: A short text as the data have it: marks of every language a page passes through, and letters.
_SIGNS = st.sampled_from(" *_`[](){}<>&|\\#!-+=:.~^\"'$%;/?@,0123456789aZéß“”…島")
TEXT = st.one_of(
    st.just("Words."),
    st.lists(st.sampled_from(HARD), min_size=1, max_size=2).map(" ".join),
    st.text(_SIGNS, min_size=1, max_size=14),
).filter(lambda text: text.strip() != "")

#: Text of the editor's own: tags, links and marks would be a mistake there.
_MARKUP = re.compile(r"</?[a-zA-Z]|<!--|\]\(|\[\^")
PROSE = TEXT.filter(lambda text: not _MARKUP.search(text))

#: Text that a rendition may hold: an opened quotation or a mark would be a mistake there.
QUOTING = re.compile(r"[\[\]“”„«»‘'\"]")

DATES = st.sampled_from(
    [
        "2021-05-01",
        "2021-05",
        "2021",
        "2021-05-01/2021-05-03",
        "2021-05~",
        "2020-02-29",
        "2021-22",
        "0001-01-01",
        "9998",
    ]
)
COUNTS = st.sampled_from(["0", "1", "7", "12", "118", "120", "999999999999999999999999999999"])


def escaped(text: str) -> str:
    """Text in Markdown that reads as it is written."""
    return re.sub(r"[!-/:-@\[-`{-~]", r"\\\g<0>", re.sub(r"\s+", " ", text))
