"""Text of the data comes out of Python-Markdown as it went in, wherever a template puts it."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from newsdossier.site.render import build_site_environment, escape_text
from tests.support.rendered import html, words

#: Where templates put text: what stands before it and behind it, and the tag or attribute it is in.
PLACES = {
    "paragraph": ("", "", "p"),
    "list item": ("- ", "", "li"),
    "heading": ("## ", "", "h2"),
    "link": ("before [", "](../page.md) behind", "a"),
    "link in a list": ("- [", "](https://example.org/) behind", "a"),
    "HTML": ("<p>", "</p>", "p"),
    "HTML with Markdown": ('<div markdown="1">\n\n### ', "\n\n</div>", "h3"),
    "element in a paragraph": ("before <span>", "</span> behind", "span"),
    "note": ("before[^a]\n\n[^a]:\n    <span>", "</span>\n\n    behind", "span"),
    "table": ("| head |\n|---|\n| ", " |", "td"),
    "attribute": ('before <span title="', '">within</span>', "@title"),
    "attribute of HTML": ('<p title="', '">within</p>', "@title"),
}

#: Every character that YAML can hold, white space and marks above all.
TEXT = st.text(
    st.one_of(
        st.sampled_from(" \n\t\u00a0*_`[](){}<>&|\\#!-+=:.~^\"'$%;/0123456789aZé“”"),
        st.characters(min_codepoint=0x20, exclude_categories=["Cc", "Cs", "Cn", "Co"]),
    ),
    min_size=1,
    max_size=40,
).filter(str.strip)

HARD = [
    "<script>alert(1)</script>",
    "&amp; &#38; &lt;",
    "**strong** _em_ `code` ~~struck~~",
    "[link](https://example.org) [^note] ![image](x.png)",
    "[ref]: https://example.org 'title'",
    "1. one",
    "- item",
    "+ item",
    "# heading #",
    "> quotation",
    "term\n: definition",
    "    code",
    "| a | b |\n|---|---|",
    "***",
    "===",
    "---",
    "```\nfence\n```",
    "::: block",
    "{: #id .class }",
    "*[abbr]: abbreviation",
    "///Footnotes Go Here///",
    "[TOC]",
    "\\* \\\\ \\",
    "a \"quoted\" 'attribute' title=x>",
    "mail@example.org https://example.org",
    "wzxhzdk:0 klzzwxh:0001",
    "two  \nlines\\\nbroken",
    "島 – “words” …",
]


def shown(place: str, text: str) -> str:
    """What a reader reads of a text that a template puts in a place."""
    before, behind, where = PLACES[place]
    tree = html(f"{before}{escape_text(text)}{behind}\n")
    if where.startswith("@"):
        (value,) = [e.get(where[1:], "") for e in tree.iter() if e.get(where[1:]) is not None]
        return " ".join(value.split())
    (element,) = list(tree.iter(where)) if place != "note" else [next(tree.iter(where))]
    assert len(element) == 0, "the text has become elements"
    return words(element)


def written(text: str) -> str:
    """A text as a page is to show it: in one line, with curly apostrophes."""
    return " ".join(text.split()).replace("'", "’")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", HARD)
def test_what_looks_like_markup_is_shown_as_it_is_written(place: str, text: str) -> None:
    """Marks of Markdown and of HTML stay the characters they are."""
    assert shown(place, text) == written(text)


@pytest.mark.parametrize("place", PLACES)
@given(text=TEXT)
@example(text="&#")
@settings(derandomize=True, deadline=None, max_examples=100)
def test_any_text_comes_through_unchanged(place: str, text: str) -> None:
    """Whatever the data hold is what a reader reads, but for white space and apostrophes."""
    assert shown(place, text) == written(text)


def test_a_text_is_one_line() -> None:
    """Line ends become spaces, so that no text can end the block it stands in."""
    assert "\n" not in escape_text("one\n\ntwo\r\nthree\u2028four")


def test_templates_escape_all_that_they_are_given() -> None:
    """A template needs no filter to be safe, and what is markup already is left alone."""
    template = build_site_environment().from_string("{{ text }} {{ markup }} {{ number }}")
    made = template.render(text="<b>*", markup=Markup("<i>x</i>"), number=0.5)
    assert made == "&#60;b&#62;&#42; <i>x</i> 0.5"


@pytest.mark.parametrize("name", ["", "a b", "a.b", 'x" onclick="', "é"])
def test_what_is_no_id_is_never_written_as_one(name: str) -> None:
    """The filter for ids refuses what would need escaping."""
    with pytest.raises(ValueError, match="is no id"):
        build_site_environment().from_string("{{ name | id }}").render(name=name)


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e"),
        ("https://example.org/a(b) c", "https://example.org/a%28b%29%20c"),
        ('https://example.org/"><script>', "https://example.org/%22%3E%3Cscript%3E"),
    ],
)
def test_an_address_stays_within_its_link(address: str, written: str) -> None:
    """Brackets, quotation marks and spaces are written so that they end nothing."""
    template = build_site_environment().from_string("[x]({{ address | address }})")
    (link,) = html(template.render(address=address)).iter("a")
    assert link.get("href") == written
