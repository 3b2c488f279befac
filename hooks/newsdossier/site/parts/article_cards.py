"""Articles in a list: the headline, who published it and when, how it begins, whose copy it is."""

from __future__ import annotations

from dataclasses import dataclass

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.model import Article, BlockKind
from newsdossier.site.parts.byline import Byline, build_byline
from newsdossier.site.parts.links import link_title
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.values import ShownValue, show_issued
from newsdossier.text.sentences import take_first_sentence


@dataclass(frozen=True)
class ArticleCard:
    """An article in a list."""

    title: Text
    byline: Byline
    issued: ShownValue
    opening: str
    """The first sentence of its retelling."""
    statements: str


def build_article_card(collation: Collation, article: Article) -> ArticleCard:
    """An article in a list."""
    return ArticleCard(
        title=link_title(article),
        byline=build_byline(collation, article),
        issued=show_issued(article),
        opening=_find_opening(collation, article),
        statements=wording.plural(len(article.statements), "statement"),
    )


def name_publisher(collation: Collation, article: Article) -> str:
    """Who published an article; that it is not named where the text names nobody."""
    publisher = article.publisher
    return collation.dossier.titles[publisher] if publisher else "publisher not named"


def _find_opening(collation: Collation, article: Article) -> str:
    blocks = collation.renditions[article.id].blocks
    texts = [block.text for block in blocks if block.label.kind is BlockKind.PARAGRAPH]
    return take_first_sentence(texts[0]) if texts else ""
