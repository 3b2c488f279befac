"""The story in a few sentences, each with its sources beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdossier.analysis.collation import Collation
from newsdossier.analysis.witnesses import identify_witness
from newsdossier.dossier.dossier import SourcedStatement
from newsdossier.model import Label, Reference, StoryLine, addresses
from newsdossier.site.parts.edit_targets import EditTarget
from newsdossier.site.parts.meter import number_witness
from newsdossier.site.parts.notes import build_note_id
from newsdossier.site.parts.text import NoteMark, Text


@dataclass(frozen=True)
class StoryPlaces:
    """The paragraphs of one article that bear a sentence; each leads to the statement's note."""

    label: str
    """The article; empty where the witness is named so already."""
    places: list[Text]


@dataclass(frozen=True)
class StorySource:
    """A witness that bears a sentence of the story."""

    label: str
    colour: int
    copies: str
    """In how many copies, where it has several."""
    articles: list[StoryPlaces]


@dataclass(frozen=True)
class StoryView:
    """A sentence of the story, or a few, with the sources."""

    text: str
    sources: list[StorySource]
    marks: list[NoteMark]
    """Its notes, where the page has them all."""
    edit_target: EditTarget


def build_story(collation: Collation) -> list[StoryView]:
    """The sentences of the story."""
    return [
        StoryView(
            text=line.text,
            sources=list(_list_sources(collation, line)),
            marks=[
                NoteMark(build_note_id(_find_statement(collation, one))) for one in line.sources
            ],
            edit_target=EditTarget(line.place("text"), "this sentence"),
        )
        for line in collation.dossier.settings.story
    ]


def _call_note(collation: Collation, reference: Reference) -> NoteMark:
    return NoteMark(build_note_id(_find_statement(collation, reference)))


def _find_statement(collation: Collation, reference: Reference) -> SourcedStatement:
    """The statement that a sentence of the story refers to."""
    found = collation.dossier.statement(reference)
    assert found is not None, reference
    return found


def _list_sources(collation: Collation, line: StoryLine) -> Iterator[StorySource]:
    """The witnesses of a sentence, in the order of their columns."""
    found: dict[str, dict[str, list[SourcedStatement]]] = {}
    for reference in line.sources:
        sourced = _find_statement(collation, reference)
        articles = found.setdefault(identify_witness(sourced), {})
        articles.setdefault(sourced.article.id, []).append(sourced)
    for name, witness in collation.witnesses.items():
        if name in found:
            of_all, copies = len(witness.articles), len(found[name])
            counted = f"{copies} copies" if copies == of_all else f"{copies} of {of_all} copies"
            yield StorySource(
                label=witness.label,
                colour=number_witness(collation, name),
                copies=counted if witness.is_shared else "",
                articles=[
                    _build_places(some, is_named=witness.is_shared) for some in found[name].values()
                ],
            )


def _build_places(statements: list[SourcedStatement], *, is_named: bool) -> StoryPlaces:
    article = statements[0].article
    order = {label: index for index, label in enumerate(article.labels)}
    ordered = sorted(statements, key=lambda one: order[one.statement.at[0]])
    places = {
        Label(one.statement.at[0]).short_form: addresses.statement_note(
            article.id, one.statement.id
        )
        for one in reversed(ordered)
    }
    shown = [Text(label, target) for label, target in reversed(places.items())]
    return StoryPlaces(article.label if is_named else "", shown)
