"""The social cards: what is shown where somebody shares a page's address."""

from dataclasses import replace
from io import BytesIO
from itertools import cycle
from pathlib import Path

import pytest
from PIL import Image

from newsdossier.model import Kind
from newsdossier.site import cards
from newsdossier.site.parts.page import Page
from tests.support.heads import leads_on, read_head

SITE = "The Ondrelle aground"
#: How bright the paper is on which a card is drawn.
PAPER = 252

QUESTION = Page(
    "comparison/dead.md",
    "How many people died?",
    "",
    kind_label="Question",
    card_title="0\n3 (withdrawn)\n100 (only imagined)",
    card_text="How many people died?",
    card_foot="One witness · not confirmed by another",
)
ARTICLE = Page(
    "articles/courier.md",
    "Ferry aground off Skerrow",
    "",
    kind_label="Article",
    card_text="Courier · 2 May 2021",
    card_foot="11 statements",
)
ENTITY = Page(
    "entities/event/grounding.md",
    "The grounding of the Ondrelle",
    "",
    kind_label="Event",
    card_text="The ferry ran aground on a Saturday in May.",
    card_foot="14 statements",
)
HOME = Page(
    "index.md",
    SITE,
    "",
    card_title="Three articles. Two are copies of one dispatch.",
    card_text="Who says what about a ferry that ran aground, in three invented articles.",
    card_foot="3 articles · 23 statements · 8 questions · 9 entities",
)


def test_a_shared_address_shows_a_card(site: Path, address: str) -> None:
    """Every page names a title, a description and a picture of its own, which is there."""
    pictures = set()
    for page in site.rglob("*.html"):
        if page.name == "404.html" or leads_on(page):
            continue
        told = read_head(page)
        assert told["og:title"] in told["title"]
        assert told["og:url"] == told["canonical"]
        assert told["og:description"] == told["description"]
        picture = site / told["og:image"].removeprefix(address)
        assert picture.is_file(), f"{page}: {picture}"
        pictures.add(picture)
    assert {*site.glob("cards/**/*.png")} == pictures
    for picture in pictures:
        assert picture.stat().st_size < 25_000, picture
        with Image.open(picture) as image:
            assert image.size == (1200, 630)


@pytest.mark.parametrize(
    "card", [QUESTION, ARTICLE, ENTITY, HOME], ids=lambda card: card.kind_label.casefold()
)
def test_a_card_says_first_what_its_page_answers(card: Page, site: Path) -> None:
    """A question's has the answers large, with what was withdrawn; others a title and who it is."""
    file = card.path.removesuffix(".md")
    built = (site / f"cards/{file}.png").read_bytes()
    assert built == cards.draw_card(card, SITE)
    others = [
        replace(card, card_title="Another"),
        replace(card, card_text="Another"),
        replace(card, card_foot="Another"),
    ]
    assert built not in [cards.draw_card(one, SITE) for one in others]


def test_a_card_is_drawn_from_its_texts_alone() -> None:
    """The same texts give the same bytes, other texts others; a text of any length fits."""
    titles = ("Ilva Dorrin", "Қасым-Жомарт Тоқаев", "a long title " * 40, "unbroken" * 40)
    pages = [
        Page("a.md", title, title, kind_label=kind.capitalize(), card_foot=title)
        for kind, title in zip(Kind, cycle(titles), strict=False)
    ]
    drawn = [cards.draw_card(page, "Ferry aground") for page in pages]
    assert drawn == [cards.draw_card(page, "Ferry aground") for page in pages]
    assert len(set(drawn)) == len(pages)
    for card in drawn:
        with Image.open(BytesIO(card)) as image:
            light = image.convert("L")
        right = light.crop((cards.WIDTH - 40, 0, cards.WIDTH, cards.HEIGHT))
        assert right.getextrema() == (PAPER, PAPER), "the letters reach the card's edge"
        above = light.crop((cards.MARGIN, cards.RULE_TOP - 12, cards.WIDTH, cards.RULE_TOP - 2))
        assert above.getextrema() == (PAPER, PAPER), "the title reaches the line beneath it"
