"""Pages as a reader gets them: Markdown made HTML as MkDocs makes it, and taken apart."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import markdown
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from mkdocs.config import load_config

from tests.support.building import ROOT

#: Elements that have no end, and how others end.
VOID = {"br", "col", "hr", "img", "input"}
END = re.compile(r"</([a-z][a-z0-9]*)>|<([a-z][a-z0-9]*)(?:\s[^<>]*)?/>")

#: What the parser tells of newer elements, and of ids, which have a test of their own.
NO_MISTAKES = {"HTML_UNKNOWN_TAG", "DTD_ID_REDEFINED"}


@cache
def _converter() -> markdown.Markdown:
    config = load_config(str(ROOT / "mkdocs.yml"))
    config = config.plugins.on_config(config)
    return markdown.Markdown(
        extensions=config.markdown_extensions, extension_configs=config.mdx_configs
    )


def converted(page: str) -> str:
    """A page as HTML, without its front matter."""
    made: str = _converter().reset().convert(page.split("---\n", 2)[2])
    return made


def tree(html: str) -> HtmlElement:
    """HTML as a tree of elements; fails where one is not closed where it should be."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True)
    page: HtmlElement = document_fromstring(f"<body>{html}</body>".encode(), parser=parser)
    mistakes = [one for one in parser.error_log if one.type_name not in NO_MISTAKES]
    assert [f"{one.line}:{one.column}: {one.message}" for one in mistakes] == []
    # What the parser has closed by itself has no end in the text.
    there = Counter(str(element.tag) for element in page.body.iterdescendants())
    closed = Counter(behind or within for behind, within in END.findall(html))
    assert {tag: n for tag, n in there.items() if tag not in VOID and n != closed[tag]} == {}
    return page.body


def html(text: str) -> HtmlElement:
    """Markdown as a tree of elements, by the extensions that the engine sets."""
    return tree(_converter().reset().convert(text))


def body(page: str) -> HtmlElement:
    """A page as a tree of elements, without its front matter."""
    return tree(converted(page))


def of_class(tree: HtmlElement, name: str) -> list[HtmlElement]:
    """The elements that have a class, in order."""
    return [element for element in tree.iter() if name in element.get("class", "").split()]


def words(element: HtmlElement) -> str:
    """What a reader reads in an element, white space made one space; tooltips are not open."""
    return " ".join("".join(_read(element)).split())


def _read(element: HtmlElement) -> Iterator[str]:
    if element.get("role") == "tooltip":
        return
    yield element.text or ""
    for child in element:
        yield from _read(child)
        yield child.tail or ""


def told(tree: HtmlElement, name: str) -> list[str]:
    """What the elements of a class say."""
    return [words(element) for element in of_class(tree, name)]


def canonical(html: str) -> str:
    """HTML as one text, the same for the same tree."""
    return etree.tostring(tree(html), method="c14n").decode()
