"""The addresses that were given out lead to the right place."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag, urljoin

from lxml.html import HtmlElement, parse

from newsdossier.dossier.dossier import Dossier
from newsdossier.model import addresses
from tests.support.ferry import REWRITE

#: A line has a page and, behind it, the anchors on it or the pages below it that were given out;
#: `fn:` stands before the anchors of statements. `REWRITE_EXPECTED=1 pytest` adds what is new.
LIST = Path(__file__).parent / "addresses.txt"

#: An address: what it shares with others, and what is its own.
SPLIT = re.compile(r"(.*#(?:fn:|row-|origin-)?|[^#]*/)([^/#]+/?)")

ADVICE = (
    "these addresses were given out and lead nowhere now: write the old id into `formerly` of what "
    "took its place (docs/contributing.md, “Rename or merge”). Where nothing took its place, "
    "remove the id from tests/story/addresses.txt and say so in dossier/CHANGELOG.md"
)


def read_list() -> set[str]:
    """The addresses that were given out."""
    found = set()
    for line in LIST.read_text(encoding="utf-8").splitlines():
        start, *ends = line.split()
        found |= {start + end for end in ends}
    return found


def write_list(given: set[str]) -> None:
    """Write addresses down, those with the same start on a line."""
    lines: dict[str, list[str]] = {}
    for one in sorted(given):
        start, end = SPLIT.fullmatch(one).groups()  # type: ignore[union-attr]
        lines.setdefault(start, []).append(end)
    text = "".join(f"{start} {' '.join(ends)}\n" for start, ends in lines.items())
    LIST.write_text(text, encoding="utf-8")


def list_addresses(dossier: Dossier) -> Iterator[str]:
    """The addresses of today that last: pages, statements, paragraphs, rows and dispatches."""
    for article in dossier.articles.values():
        yield addresses.article_page(article.id)
        yield from (addresses.article_block(article.id, label) for label in article.labels)
        yield from (addresses.statement_note(article.id, one.id) for one in article.statements)
    for question in dossier.questions:
        yield addresses.question_page(question)
        yield addresses.comparison_row(question)
    yield from map(addresses.entity_page, dossier.entities.values())
    yield from map(addresses.origin_section, dossier.origins)


class Site:
    """A built site, in which addresses are followed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pages: dict[str, HtmlElement | None] = {}

    def page(self, path: str) -> HtmlElement | None:
        """A page by its address, if it is there."""
        if path not in self.pages:
            file = self.folder / path / "index.html"
            self.pages[path] = parse(str(file)).getroot() if file.is_file() else None
        return self.pages[path]

    def leads_somewhere(self, address: str) -> bool:
        """Whether a page is there, or leads on to one, and has the anchor."""
        path, anchor = urldefrag(address)
        page = self.page(path)
        if page is None:
            return False
        if on := page.xpath("//meta[@http-equiv='refresh']/@content"):
            target = urljoin(path, on[0].partition("url=")[2])
            return self.leads_somewhere(f"{target}#{anchor}" if anchor else target)
        return not anchor or bool(page.xpath("//*[@id=$anchor]", anchor=anchor))


def test_every_address_given_out_leads_somewhere(dossier: Dossier, story_site: Path) -> None:
    """Each address of the list has its page and its place on it, if need be under another name."""
    given = read_list() if LIST.exists() else set()
    if REWRITE:
        write_list(given | {addresses.site_path(one) for one in list_addresses(dossier)})
    site = Site(story_site)
    lost = sorted(one for one in given if not site.leads_somewhere(one))
    assert not lost, f"{ADVICE}:\n" + "\n".join(lost)


def test_answers_keep_the_address_that_they_had_first(dossier: Dossier, story_site: Path) -> None:
    """What an article gives to a question is found under the article's former names too."""
    site = Site(story_site)
    for question in dossier.questions.values():
        for article in dossier.articles.values():
            for name in (article.id, *article.formerly):
                one = addresses.site_path(addresses.question_answer(question.id, name))
                assert site.leads_somewhere(one), one
