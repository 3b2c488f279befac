"""Write the file in which a browser searches: entries as JSON, in a script that any page may load.

Our own, decided by figures, on five articles and 77 of the queries in tests/story/queries.yml,
which were chosen while it was made: of the theme's search 43 first hits were right, and it loaded
157 kB; of MiniSearch, fed with the same entries, 59 and 45 kB; of ours all, and 50 kB.

A script and not JSON, for from a folder a browser reads no other file. It is loaded when a reader
first turns to the search. The entries are kept as they are shown, and the browser makes the table
of words: for five articles that takes it about 0.2 s.
Where there are many articles the file is split: what is short and most looked for first, then the
statements and paragraphs, some articles a file; the search is ready with the first.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.model import addresses
from newsdossier.site.search import entries
from newsdossier.site.search.originals import hash_originals
from newsdossier.text.function_words import find_function_words

#: How many statements a file has at most, but for those of its last article.
MOST_STATEMENTS = 1500

#: What a reader types beside what is looked for, by language.
ASKING = {"en": "how many when where why say says said mr mrs ms dr"}

Part = dict[str, Any]


def build_search_files(
    collation: Collation,
    pages: list[entries.PageEntry],
    folders: bool = True,
    most: int = MOST_STATEMENTS,
) -> dict[str, bytes]:
    """The files of the search index, by path; `folders` is that of `addresses.html_link`."""
    parts = list(_split(collation, pages, most))
    parts[0]["parts"] = len(parts)
    return {
        addresses.search_index(number): _print_script(part, folders).encode()
        for number, part in enumerate(parts, 1)
    }


def _split(collation: Collation, pages: list[entries.PageEntry], most: int) -> Iterator[Part]:
    """The parts of the index; the first has also what stands in no article."""
    settings = collation.dossier.settings
    words = hash_originals(collation.dossier)
    part: Part = {
        "optionalWords": _list_optional_words(settings.language),
        "numbers": wording.NUMBERS,
        "originals": asdict(words) if words else None,
        "questions": entries.list_questions(collation),
        "entities": entries.list_entities(collation),
        "pages": pages,
        "statements": [],
        "articles": [],
    }
    statements = entries.list_statements(collation)
    for article in entries.list_articles(collation):
        if len(part["statements"]) >= most:
            yield part
            part = {"statements": [], "articles": []}
        part["statements"] += [one for one in statements if one.to.startswith(f"{article.to}#")]
        part["articles"].append(article)
    yield part


def _list_optional_words(language: str) -> list[str]:
    """The words of a query that need not be found where others are."""
    asking = ASKING.get(language.partition("-")[0], "").split()
    return sorted({*find_function_words(language), *asking})


def _print_script(part: Part, folders: bool) -> str:
    """A part as a script that puts it where the search looks for it."""

    def plain(entry: Any) -> Any:
        link = addresses.html_link(entry.to, addresses.HOME, folders)
        fields = asdict(entry) | {"to": link}
        return {name: value for name, value in fields.items() if value not in ("", [])}

    printed = json.dumps(part, ensure_ascii=False, separators=(",", ":"), default=plain)
    return f"(self.dossierSearchParts ??= []).push({printed});\n"
