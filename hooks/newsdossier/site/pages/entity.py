"""The page of an entity: who it is, what is said by and about it, and what it is called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.ranking import rank_rows_about
from newsdossier.analysis.timeline import when_said
from newsdossier.model import Entity, addresses
from newsdossier.site.pages.registry import PageKind, PageSource
from newsdossier.site.parts.edit_targets import EditTarget
from newsdossier.site.parts.entity_facts import (
    AskedQuestion,
    EntityFact,
    list_entity_facts,
    list_questions,
)
from newsdossier.site.parts.entity_names import NamesTable, build_names_table
from newsdossier.site.parts.entity_places import (
    ArticlePlaces,
    Carried,
    list_carried,
    list_further_places,
    list_named_articles,
)
from newsdossier.site.parts.lanes import Lanes, build_lanes, when_happened_or_said
from newsdossier.site.parts.links import link_article, link_entities
from newsdossier.site.parts.page import Page
from newsdossier.site.parts.standfirst import Standfirst, build_standfirst
from newsdossier.site.parts.text import Text
from newsdossier.text.sentences import take_first_sentence

#: How many related entities a page names, and how many questions stand open.
RELATED, MOST_ASKED = 12, 8


@dataclass(frozen=True)
class EntityPage(Page):
    """The page of an entity."""

    edit_target: EditTarget
    kind: Text
    standfirst: Standfirst
    facts: list[EntityFact]
    told_title: str
    told: Lanes
    """What it says, and what is said about it."""
    passed_on: Lanes
    """What passes through it, or stands in a box that names it as a source."""
    carried: list[Carried]
    """The articles that it publishes, or whose news agency it is."""
    names: NamesTable
    unnamed_in: list[Text]
    questions: list[AskedQuestion]
    more_questions: list[AskedQuestion]
    further: list[ArticlePlaces]
    """Where else it is mentioned, or spoken to."""
    related: list[Text]
    remarks: list[str]


def build_pages(source: PageSource) -> Iterator[EntityPage]:
    """The page of every entity."""
    for entity in source.collation.dossier.entities.values():
        yield _build_page(source.collation, entity)


def _build_page(collation: Collation, entity: Entity) -> EntityPage:
    """The page of an entity."""
    rows = rank_rows_about(collation, entity.id)
    questions = list_questions(rows)
    told = _build_told(collation, entity)
    naming = list_named_articles(collation, entity)
    return EntityPage(
        path=addresses.entity_page(entity),
        title=entity.title,
        record=entity,
        description=f"{entity.title}: {entity.summary or _describe(entity)}",
        kind_label=entity.kind.capitalize(),
        card_text=take_first_sentence(entity.summary or ""),
        card_foot=wording.plural(collation.statements_on(entity.id), "statement"),
        edit_target=EditTarget(entity.place("title"), "this entity", f"entity {entity.id}"),
        kind=Text(wording.KINDS[entity.kind], addresses.kind_index(entity.kind)),
        standfirst=build_standfirst(collation, entity),
        facts=list_entity_facts(collation, rows),
        told_title=_name_told(entity, told),
        told=told,
        passed_on=_build_passed_on(collation, entity),
        carried=list_carried(collation, entity),
        names=build_names_table(collation, entity),
        unnamed_in=[link_article(a) for a in collation.articles if a not in naming],
        questions=questions[:MOST_ASKED],
        more_questions=questions[MOST_ASKED:],
        further=list_further_places(collation, entity),
        related=link_entities(collation, collation.related.get(entity.id, [])[:RELATED]),
        remarks=entity.notes,
    )


def _build_told(collation: Collation, entity: Entity) -> Lanes:
    """What an entity says and what is said about it; its own words about itself stand once."""
    says = collation.statements_by.get(entity.id, [])
    own = {sourced.reference for sourced in says}
    about = [s for s in collation.statements_about.get(entity.id, []) if s.reference not in own]
    lanes = [
        (f"{entity.title} says", says, when_said),
        (f"Said about {entity.title}", about, when_happened_or_said),
    ]
    return build_lanes(collation, lanes, entity.id)


def _build_passed_on(collation: Collation, entity: Entity) -> Lanes:
    passed_on = collation.statements_from.get(entity.id, [])
    lanes = [(f"Passed on by {entity.title}", passed_on, when_happened_or_said)]
    return build_lanes(collation, lanes, entity.id)


def _name_told(entity: Entity, told: Lanes) -> str:
    """The heading over what an entity says and what is said about it."""
    if len(told.names) == 1:
        return told.names[0]
    return f"What {entity.title} says, and what is said"


def _describe(entity: Entity) -> str:
    """Describe an entity that has no summary."""
    shown = [name.name for name in entity.names if not name.description]
    return f"what the articles say of {wording.joined(shown or [entity.title])}."


KIND = PageKind(
    view=EntityPage,
    build=build_pages,
    template="entity",
    hide=("navigation", "toc"),
    position=50,
)
