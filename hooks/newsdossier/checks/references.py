"""Rules on ids: what is named exists, stands once, and is used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from newsdossier.analysis.names import fold_name, names_of
from newsdossier.checks.rules import Finding, register_checks
from newsdossier.dossier.dossier import Dossier
from newsdossier.model import (
    Agency,
    Answer,
    Article,
    BlockKind,
    Entity,
    Label,
    Origin,
    OriginalPiece,
    OriginReference,
    Question,
    Record,
    Reference,
    Silent,
    Statement,
    Type,
    Voice,
)
from newsdossier.problems.problem import Place
from newsdossier.problems.rules import RuleGroup
from newsdossier.source.renditions import RenditionLink
from newsdossier.text.nearest import did_you_mean

Named = Iterator[tuple[str, Place]]

rule = register_checks(RuleGroup.RECORDS)


@rule
def unknown_entity(dossier: Dossier) -> Iterator[Finding]:
    """Every entity that a record or a rendition names has a file under entities/."""
    for name, place in named_entities(dossier):
        if name not in dossier.entities and name not in dossier.unread:
            hint = did_you_mean(name, dossier.entities) or "; add its file"
            yield place, f'unknown entity "{name}"{hint}'


def named_entities(dossier: Dossier) -> Named:
    """Every entity named anywhere, with the place that names it."""
    for article in dossier.articles.values():
        if article.publisher:
            yield article.publisher, article.place("publisher")
    for part in dossier.parts:
        yield from _entities_of(part, dossier)
    for question in dossier.questions.values():
        yield from _each(question, "about", question.about)
    for origin in dossier.origins.values():
        if origin.agency:
            yield origin.agency, origin.place("agency")
    for rendition in dossier.renditions.values():
        for block in rendition.blocks:
            for link in block.parts:
                if isinstance(link, RenditionLink) and link.entity is not None:
                    yield link.entity, block.place


def _entities_of(part: Record, dossier: Dossier) -> Named:
    match part:
        case Agency():
            yield part.entity, part.place("entity")
        case Voice() if part.entity_id:
            yield part.entity_id, part.place("entity" if part.entity else "name")
        case OriginalPiece():
            yield from _each(part, "sources", part.sources)
        case Statement():
            yield from _each(part, "about", part.about)
        case Answer():
            yield from _each(part, "by", part.by)
            question = dossier.questions.get(part.question)
            if question and question.type is Type.ENTITIES:
                yield from _each(part, "value", part.value)
        case _:
            pass


def _each(record: Record, key: str, names: Iterable[str]) -> Named:
    for index, name in enumerate(names):
        yield name, record.place(key, index)


@rule
def unknown_question(dossier: Dossier) -> Iterator[Finding]:
    """Every question that is answered, or met with silence, has a file under questions/."""
    known = {*dossier.questions, *dossier.unread}
    for part in dossier.parts:
        if isinstance(part, Answer | Silent) and part.question not in known:
            hint = did_you_mean(part.question, dossier.questions) or "; add its file"
            yield part.place("question"), f'unknown question "{part.question}"{hint}'


@rule
def unknown_origin(dossier: Dossier) -> Iterator[Finding]:
    """Every origin that is named has a file under origins/; a statement may also name `none`."""
    known = {"none", *dossier.origins, *dossier.unread}
    for part in dossier.parts:
        if isinstance(part, OriginReference) and part.origin not in known:
            hint = did_you_mean(part.origin, dossier.origins) or "; add its file"
            yield part.place("origin"), f'unknown origin "{part.origin}"{hint}'


@rule
def unused_origin(dossier: Dossier) -> Iterator[Finding]:
    """Every origin is what some article, or some statement, goes back to."""
    if dossier.unread:
        return
    used = {part.origin for part in dossier.parts if isinstance(part, OriginReference)}
    for name, origin in dossier.origins.items():
        if name not in used:
            yield origin.place(), f'no article goes back to "{name}"; name it in one, or remove it'


@rule
def unknown_group(dossier: Dossier) -> Iterator[Finding]:
    """A question’s group is one of those in dossier.yml."""
    groups = [group.id for group in dossier.settings.groups]
    for question in dossier.questions.values():
        if question.group not in groups:
            hint = did_you_mean(question.group, groups) or f"; the groups are {', '.join(groups)}"
            yield question.place("group"), f'unknown group "{question.group}"{hint}'


@rule
def duplicate_group(dossier: Dossier) -> Iterator[Finding]:
    """A section of the comparison is listed once."""
    times = Counter(group.id for group in dossier.settings.groups)
    for group in dossier.settings.groups:
        if times[group.id] > 1:
            yield group.place("id"), f'"{group.id}" is listed twice; keep one'


@rule
def unknown_block(dossier: Dossier) -> Iterator[Finding]:
    """A statement stands at blocks that its article has."""
    for article in dossier.articles.values():
        labels = article.labels
        for statement in article.statements:
            for index, label in enumerate(statement.at):
                if label not in labels:
                    message = f'the article has no block "{label}"; it has {_list_labels(labels)}'
                    yield statement.place("at", index), message


@rule
def duplicate_label(dossier: Dossier) -> Iterator[Finding]:
    """The label of an article or origin is its own: by it a reader tells columns apart."""
    labelled: list[Article | Origin] = [*dossier.articles.values(), *dossier.origins.values()]
    times = Counter(one.label for one in labelled if one.label)
    for one in labelled:
        if one.label and times[one.label] > 1:
            message = f'"{one.label}" is the label of another too; give one of them another'
            yield one.place("label"), message


def _list_labels(labels: list[Label]) -> str:
    """The labels for a message: paragraphs as a range, then each of the others once."""
    paragraphs = [label for label in labels if label.kind is BlockKind.PARAGRAPH]
    others = [label for label in dict.fromkeys(labels) if label.kind is not BlockKind.PARAGRAPH]
    return ", ".join([*([f"1 to {len(paragraphs)}"] if paragraphs else []), *others])


@rule
def unknown_reference(dossier: Dossier) -> Iterator[Finding]:
    """ARTICLE#BLOCK and ARTICLE#STATEMENT lead to a block or a statement that exists."""
    for entity in dossier.entities.values():
        for name in entity.names:
            for index, reference in enumerate(name.in_):
                if message := _dangling(dossier, reference):
                    yield name.place("in", index), message
        for index, reference in enumerate(entity.sources):
            if message := _dangling(dossier, reference):
                yield entity.place("sources", index), message
    for line in dossier.settings.story:
        for index, reference in enumerate(line.sources):
            message = _dangling(dossier, reference)
            known = reference.article in dossier.articles
            if not message and known and not dossier.statement(reference):
                message = f'"{reference}" is a block; name a statement'
            if message:
                yield line.place("sources", index), message


def _dangling(dossier: Dossier, reference: Reference) -> str | None:
    name, target = reference.article, reference.target
    article = dossier.articles.get(name)
    if name in dossier.unread:
        return None
    if article is None:
        hint = did_you_mean(name, dossier.articles) or "; add its files"
        return f'unknown article "{name}"{hint}'
    excluded = ["excluded"] * any(block.excluded for block in article.original.blocks)
    known = [*article.labels, *excluded, *(one.id for one in article.statements)]
    if target in known:
        return None
    spelt = "" if Label.is_label(target) else did_you_mean(target, known)
    hint = spelt or f"; its blocks are {_list_labels(article.labels)}"
    return f'"{name}" has no block or statement "{target}"{hint}'


@rule
def duplicate_id(dossier: Dossier) -> Iterator[Finding]:
    """A statement’s id stands once in its article, an entity’s once; no origin has an article’s."""
    for article in dossier.articles.values():
        times = Counter(statement.id for statement in article.statements)
        for statement in article.statements:
            if times[statement.id] > 1:
                yield statement.place("id"), f'"{statement.id}" occurs twice; rename one of them'
            if statement.id == "excluded" or Label.is_label(statement.id):
                yield statement.place("id"), f'"{statement.id}" is a block\'s label; rename it'
    for name, origin in dossier.origins.items():
        if name in dossier.articles:
            yield origin.place(), f'"{name}" is also an article; give one of them another name'
    for entity in dossier.namesakes:
        other = dossier.entities[entity.id]
        yield entity.place(), f'"{entity.id}" is also a {other.kind}; give one of them another name'


@rule
def unused_entity(dossier: Dossier) -> Iterator[Finding]:
    """Every entity is named by a record, or mentioned in a rendition."""
    if dossier.unread:
        return
    used = {name for name, _ in named_entities(dossier)} | _mentioned(dossier)
    for name, entity in dossier.entities.items():
        if name not in used:
            yield entity.place(), f'nothing names "{name}"; use it or remove its file'


def _mentioned(dossier: Dossier) -> set[str]:
    names = names_of(dossier)
    return {
        entity
        for article in dossier.articles.values()
        for block in dossier.rendition(article.id).blocks
        for mention in names.find_mentions(block.text, article.id, block.label)
        for entity in mention.entities
    }


@rule
def question_choices(dossier: Dossier) -> Iterator[Finding]:
    """A choice question has choices, and only a choice question has them."""
    for question in dossier.questions.values():
        if (question.type is Type.CHOICE) != bool(question.choices):
            yield _choices_finding(question)


def _choices_finding(question: Question) -> Finding:
    if question.choices:
        message = f"only a choice has choices, and this asks for {question.type}; remove them"
        return question.place("choices"), message
    return question.place("type"), "a choice needs `choices`; list them as ID: TEXT"


@rule
def entity_names(dossier: Dossier) -> Iterator[Finding]:
    """An entity lists each of its names once."""
    for entity in dossier.entities.values():
        yield from _repeated(entity)


@rule
def search_alias(dossier: Dossier) -> Iterator[Finding]:
    """A search alias is none of the entity’s names, nor what the build makes of them by itself."""
    for entity in dossier.entities.values():
        known = {form for name in entity.names for form in _forms(name.name)}
        for index, alias in enumerate(entity.search):
            if alias.casefold() in known:
                message = f'"{alias}" is found without being listed, by a name or alias; remove it'
                yield entity.place("search", index), message
            known |= _forms(alias)


def _forms(name: str) -> set[str]:
    """A name as listed and without marks, in small letters, as search has them."""
    return {name.casefold(), fold_name(name).casefold()}


def _repeated(entity: Entity) -> Iterator[Finding]:
    times = Counter(name.name for name in entity.names)
    for name in entity.names:
        if times[name.name] > 1:
            yield name.place("name"), f'"{name.name}" is listed twice; keep one with all its places'
