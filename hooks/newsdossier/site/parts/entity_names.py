"""What an entity is called: each name with the articles and paragraphs that use it."""

from __future__ import annotations

from dataclasses import dataclass

from slugify import slugify

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.names import find_blocks, search_forms
from newsdossier.model import Article, Entity, Name
from newsdossier.site.parts.edit_targets import EditTarget
from newsdossier.site.parts.links import link_article, link_blocks_briefly
from newsdossier.site.parts.meter import number_witness
from newsdossier.site.parts.speakers import show_voices
from newsdossier.site.parts.text import Text

#: With more articles than this a name's places stand in one cell, as there is no room for columns.
MOST_COLUMNS = 6


@dataclass(frozen=True)
class NamePlaces:
    """Where one article uses a name, and whose word it is; no blocks if it does not."""

    article: Text
    colour: int
    blocks: list[Text]
    callers: list[Text]


@dataclass(frozen=True)
class NameRow:
    """A name or a description of an entity, and which articles use it."""

    name: str
    anchor: str
    places: list[NamePlaces]
    """A place for each column; only those that use it where there are no columns."""
    because: str | None
    edit_target: EditTarget


@dataclass(frozen=True)
class NamesTable:
    """The names and the descriptions of an entity, by article."""

    columns: list[NamePlaces]
    """The articles that call it something; none where they are too many for columns."""
    names: list[NameRow]
    descriptions: list[NameRow]
    search_forms: list[str]
    """Forms that a reader may search for but no article uses."""

    @property
    def told_descriptions(self) -> str:
        """How many descriptions there are, with the first: two in a row might repeat the text."""
        count = wording.plural(len(self.descriptions), "description")
        first = wording.quoted_as_own(self.descriptions[0].name)
        return f"{count}, such as {first}" if len(self.descriptions) > 1 else f"{count}: {first}"


def build_names_table(collation: Collation, entity: Entity) -> NamesTable:
    """The names of an entity, those that most articles use first."""
    using = {reference.article for name in entity.names for reference in name.in_}
    articles = [article for article in collation.articles if article.id in using]
    has_columns = len(articles) <= MOST_COLUMNS
    anchors = _name_anchors(entity.names)

    def build_row(name: Name) -> NameRow:
        places = [_build_places(collation, article, name) for article in articles]
        return NameRow(
            name=name.name,
            anchor=anchors[name.name],
            places=[one for one in places if has_columns or one.blocks],
            because=name.because,
            edit_target=EditTarget(name.place("name"), f"the spelling {name.name}"),
        )

    names = _sort_names(entity, articles)
    return NamesTable(
        columns=[_place_column(collation, one) for one in articles] if has_columns else [],
        names=[build_row(name) for name in names if not name.description],
        descriptions=[build_row(name) for name in names if name.description],
        search_forms=search_forms(entity),
    )


def _sort_names(entity: Entity, articles: list[Article]) -> list[Name]:
    """Sort names by the number of articles that use them, then by the first of these."""

    def place(name: Name) -> tuple[int, int]:
        using = {reference.article for reference in name.in_}
        first = next(i for i, article in enumerate(articles) if article.id in using)
        return -len(using), first

    return sorted(entity.names, key=place)


def _name_anchors(names: list[Name]) -> dict[str, str]:
    """An anchor for each name; names that differ by case or marks alone are told apart."""
    anchors: dict[str, str] = {}
    for name in names:
        slug = f"name-{slugify(name.name)}"
        same = sum(anchor.startswith(slug) for anchor in anchors.values())
        anchors[name.name] = f"{slug}-{same + 1}" if slug in anchors.values() else slug
    return anchors


def _place_column(collation: Collation, article: Article) -> NamePlaces:
    witness = article.dispatch or article.id
    colour = number_witness(collation, witness) if witness in collation.witnesses else 0
    return NamePlaces(link_article(article), colour, [], [])


def _build_places(collation: Collation, article: Article, name: Name) -> NamePlaces:
    references = [one for one in name.in_ if one.article == article.id]
    labels = dict.fromkeys(
        label for one in references for _, label in find_blocks(collation.dossier, one)
    )
    named_in = [one for ref in references if (one := collation.dossier.statement(ref))]
    callers = [voice for one in named_in for voice in show_voices(collation, one.statement)]
    return NamePlaces(
        article=link_article(article),
        colour=_place_column(collation, article).colour,
        blocks=link_blocks_briefly(article, labels),
        callers=list(dict.fromkeys(callers)),
    )
