"""Where an entity stands apart from what is said of it: articles of its own, further mentions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdossier.analysis.collation import Collation
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.model import Agency, Article, Entity
from newsdossier.site.parts.links import link_article, link_blocks_briefly, link_origin
from newsdossier.site.parts.text import Text


@dataclass(frozen=True)
class Carried:
    """An article that an entity publishes, or whose news agency it is."""

    article: Text
    role: str
    dispatch: Text | None
    """The dispatch of the agency that the article goes back to."""
    because: str | None


@dataclass(frozen=True)
class ArticlePlaces:
    """Paragraphs of one article."""

    article: Text
    named: list[Text]
    """Where it is named, and nothing is said of it."""
    spoken_to: list[Text]


def list_carried(collation: Collation, entity: Entity) -> list[Carried]:
    """The articles that an entity publishes, or whose news agency it is."""
    return [
        one for article in collation.articles for one in _find_roles(collation, article, entity)
    ]


def _find_roles(collation: Collation, article: Article, entity: Entity) -> Iterator[Carried]:
    if article.publisher == entity.id:
        yield Carried(link_article(article), "its publisher", None, None)
    origin = collation.dossier.origins.get(article.dispatch or "")
    for agency in article.agencies:
        if agency.entity == entity.id:
            is_its = origin is not None and origin.agency == entity.id and not agency.of
            yield Carried(
                article=link_article(article),
                role=_name_role(agency, is_its),
                dispatch=link_origin(collation, origin.id) if origin and is_its else None,
                because=agency.because,
            )


def _name_role(agency: Agency, is_dispatch: bool) -> str:
    """What an agency is to an article: the origin of its text, or of a part of it."""
    if agency.of:
        return f"agency of the {agency.of}"
    return "a copy of its dispatch" if is_dispatch else "its news agency"


def list_named_articles(collation: Collation, entity: Entity) -> list[Article]:
    """The articles that name an entity, describe it, or have a statement on it."""
    naming = {reference.article for name in entity.names for reference in name.in_}
    naming |= {sentence.article.id for sentence in collation.mentions.get(entity.id, [])}
    naming |= {one.article.id for one in _list_statements(collation, entity)}
    return [article for article in collation.articles if article.id in naming]


def list_further_places(collation: Collation, entity: Entity) -> list[ArticlePlaces]:
    """Where an entity is named without being spoken of, and where it is spoken to."""
    told = {
        (one.article.id, label)
        for one in _list_statements(collation, entity)
        for label in one.statement.at
    }
    spoken_to: dict[str, dict[str, None]] = {}
    for one in collation.statements_to.get(entity.id, []):
        spoken_to.setdefault(one.article.id, {}).update(dict.fromkeys(one.statement.at))
        told |= {(one.article.id, label) for label in one.statement.at}
    named: dict[str, dict[str, None]] = {}
    for sentence in collation.mentions.get(entity.id, []):
        if (sentence.article.id, sentence.label) not in told:
            named.setdefault(sentence.article.id, {})[sentence.label] = None
    return [
        ArticlePlaces(
            article=link_article(article),
            named=link_blocks_briefly(article, named.get(article.id, {})),
            spoken_to=link_blocks_briefly(article, spoken_to.get(article.id, {})),
        )
        for article in collation.articles
        if article.id in named or article.id in spoken_to
    ]


def _list_statements(collation: Collation, entity: Entity) -> list[SourcedStatement]:
    """The statements by an entity, about it, or from it as a source."""
    tables = (collation.statements_by, collation.statements_about, collation.statements_from)
    return [one for table in tables for one in table.get(entity.id, [])]
