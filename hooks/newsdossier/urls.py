"""The one place that knows where a page lives, and how one page leads to another."""

from __future__ import annotations

import posixpath

from newsdossier.records import Entity

HOME = "index.md"
ARTICLES = "articles/index.md"
ENTITIES = "entities/index.md"
COMPARISON = "comparison/index.md"
SOURCES = "sources.md"
TIMELINE = "timeline.md"
METHOD = "method.md"
CONTRIBUTING = "contributing.md"


def article(article_id: str) -> str:
    """The page of an article."""
    return f"articles/{article_id}.md"


def block(article_id: str, label: str) -> str:
    """A block on its article's page."""
    return f"{article(article_id)}#{anchor(label)}"


def room(article_id: str) -> str:
    """The reading room of an article, in a preview."""
    return f"reading-room/{article_id}.md"


def anchor(label: str) -> str:
    """The name of a block within its page: p4, s1, f2, headline."""
    return f"p{label}" if label.isdigit() else label


def statement(article_id: str, statement_id: str) -> str:
    """The note of a statement on its article's page."""
    return f"{article(article_id)}#fn:{statement_id}"


def entity(record: Entity) -> str:
    """The page of an entity."""
    return f"entities/{record.kind}/{record.id}.md"


def kind(name: str) -> str:
    """The index of a kind of entity."""
    return f"entities/{name}/index.md"


def question(question_id: str) -> str:
    """The page of a question."""
    return f"comparison/{question_id}.md"


def group(group_id: str) -> str:
    """A section of the comparison."""
    return f"{COMPARISON}#group-{group_id}"


def markdown(target: str, page: str) -> str:
    """A target as a Markdown link on a page has it: a relative path to the Markdown file."""
    path, hash_, name = target.partition("#")
    if path == page and name:
        return f"#{name}"
    return posixpath.relpath(path, posixpath.dirname(page) or ".") + hash_ + name


def href(target: str, page: str) -> str:
    """A target as HTML on a page has it: a relative address, pages being folders."""
    path, hash_, name = target.partition("#")
    if path == page and name:
        return f"#{name}"
    here, there = _folder(page), _folder(path)
    relative = posixpath.relpath(there or ".", here or ".")
    return ("./" if relative == "." else f"{relative}/") + hash_ + name


def _folder(path: str) -> str:
    """The folder that a page becomes."""
    stem = path.removesuffix(".md")
    return stem.removesuffix("index").rstrip("/") if stem.endswith("index") else stem
