"""Pages as a reader gets them: Markdown made HTML as MkDocs makes it, and taken apart."""

from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, TreeBuilder

import markdown
from mkdocs.config import load_config

from tests.support.building import ROOT

VOID = {"br", "col", "hr", "img", "input"}


class _Tree(HTMLParser):
    """Builds a tree of elements; what is not closed where it should be fails."""

    def __init__(self) -> None:
        super().__init__()
        self.builder = TreeBuilder()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        self.open.append(tag)
        if tag in VOID:
            self.handle_endtag(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> at {self.getpos()} closes another element"
        self.builder.end(tag)

    def handle_data(self, data: str) -> None:
        self.builder.data(data)


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


def tree(html: str) -> Element:
    """HTML as a tree of elements."""
    reader = _Tree()
    reader.feed(f"<body>{html}</body>")
    reader.close()
    assert reader.open == []
    return reader.builder.close()


def html(text: str) -> Element:
    """Markdown as a tree of elements, by the extensions that the engine sets."""
    return tree(_converter().reset().convert(text))


def body(page: str) -> Element:
    """A page as a tree of elements, without its front matter."""
    return tree(converted(page))


def of_class(tree: Element, name: str) -> list[Element]:
    """The elements that have a class, in order."""
    return [element for element in tree.iter() if name in element.get("class", "").split()]


def words(element: Element) -> str:
    """What a reader reads in an element, white space made one space; tooltips are not open."""
    return " ".join("".join(_read(element)).split())


def _read(element: Element) -> Iterator[str]:
    if element.get("role") == "tooltip":
        return
    yield element.text or ""
    for child in element:
        yield from _read(child)
        yield child.tail or ""


def told(tree: Element, name: str) -> list[str]:
    """What the elements of a class say."""
    return [words(element) for element in of_class(tree, name)]


def canonical(html: str) -> str:
    """HTML as one text, the same for the same tree."""
    return ElementTree.canonicalize(ElementTree.tostring(tree(html), "unicode"))
