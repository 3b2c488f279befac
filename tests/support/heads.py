"""What the heads of built pages tell others of them."""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path


def read_head(page: Path) -> dict[str, str]:
    """What a page's head tells others of it, by name."""
    text = page.read_text(encoding="utf-8").partition("</head>")[0]
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', text)
    told = {name: unescape(content) for name, content in found}
    (title,) = re.findall(r"<title>([^<]*)</title>", text)
    canonical = re.findall(r'<link rel="canonical" href="([^"]*)">', text)
    return told | {"title": unescape(title), "canonical": "".join(canonical)}


def leads_on(page: Path) -> bool:
    """Whether a page does nothing but lead to where another has moved."""
    return '<meta http-equiv="refresh"' in page.read_text(encoding="utf-8")


def shared_heads(site: Path) -> Iterator[str]:
    """Titles and descriptions that two pages share, or that are too short or hold markup."""
    pages = [page for page in sorted(site.rglob("*.html")) if page.name != "404.html"]
    heads = [read_head(page) for page in pages if not leads_on(page)]
    for key in ("title", "description"):
        for text, count in Counter(head[key] for head in heads).items():
            if count > 1 or len(text) < 10 or re.search(r"[<>]|\[\^|&#", text):
                yield f"{key} of {count}: {text}"
