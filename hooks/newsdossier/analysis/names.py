"""Which entity a name means where it stands; what the proofs leave open is a problem."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from anyascii import anyascii

from newsdossier.dossier.derived import derived
from newsdossier.dossier.dossier import Dossier
from newsdossier.model import Article, Entity, Name, Reference
from newsdossier.source.renditions import Block, Part, RenditionLink, TextRun

_QUOTATION_MARKS = dict.fromkeys(map(ord, '"“”„«»'))


@dataclass(frozen=True)
class Mention:
    """A name in a text, and the entities that it may mean there: one, when all is well."""

    start: int
    end: int
    name: str
    entities: tuple[str, ...]


def fold_name(name: str) -> str:
    """A name as it is typed without marks, in Latin letters: Tókaev and Токаев are Tokaev."""
    return anyascii(name)


def search_forms(entity: Entity) -> list[str]:
    """What else finds an entity: its search aliases, and the folded forms of these and its names.

    What differs from the title or another form by case or quotation marks alone is left out.
    """
    names = [name.name for name in entity.names if not name.description]
    known = {_fold_marks(name) for name in [entity.title, *names]}
    found: dict[str, str] = {}
    for form in [*entity.search, *map(fold_name, [entity.title, *names, *entity.search])]:
        if _fold_marks(form) not in known:
            found.setdefault(_fold_marks(form), form)
    return list(found.values())


def _fold_marks(name: str) -> str:
    """A name without case and quotation marks, its apostrophes all of one kind."""
    return name.replace("’", "'").translate(_QUOTATION_MARKS).casefold()


def find_blocks(dossier: Dossier, reference: Reference) -> list[tuple[str, str]]:
    """The article and block that ARTICLE#BLOCK means, or those of the statement it names."""
    if sourced := dossier.statement(reference):
        return [(reference.article, label) for label in sourced.statement.at]
    return [(reference.article, reference.target)]


#: Where a name may start: at a word, or at a sign that stands behind no letter or digit.
_START = re.compile(r"(?<![^\W_])(?:[^\W_]+|[\W_])")


class Names:
    """All names of a dossier's entities, and where each is proved."""

    def __init__(self, dossier: Dossier) -> None:
        #: By name and entity, the blocks that prove it, as article and label.
        self._proofs: dict[str, dict[str, set[tuple[str, str]]]] = defaultdict(dict)
        for entity in dossier.entities.values():
            for name in entity.names:
                if not name.description:
                    self._add(dossier, entity, name)
        #: By name and entity, the articles that prove it.
        self._articles = {
            name: {entity: {article for article, _ in places} for entity, places in claims.items()}
            for name, claims in self._proofs.items()
        }
        #: By entity and article, the names that are proved there.
        self._used: dict[tuple[str, str], list[str]] = defaultdict(list)
        #: By what a name starts with, the longest name first: so a text is compared at each of
        #: its words with the few names that start so, and not with all there are.
        self._starting: dict[str, list[str]] = defaultdict(list)
        self._index()

    def _index(self) -> None:
        for name, claims in self._articles.items():
            for entity, articles in claims.items():
                for article in articles:
                    self._used[entity, article].append(name)
        for name in sorted(self._proofs, key=lambda name: (-len(name), name)):
            if start := _START.match(name):
                self._starting[start.group()].append(name)

    def _add(self, dossier: Dossier, entity: Entity, name: Name) -> None:
        places = self._proofs[name.name].setdefault(entity.id, set())
        for reference in name.in_:
            places.update(find_blocks(dossier, reference))

    def find_meant(self, name: str, article: str, label: str) -> tuple[str, ...]:
        """The entities a name may mean in a block: those proved there, else in the article."""
        claims = self._proofs[name]
        here = [entity for entity, places in claims.items() if (article, label) in places]
        near = [one for one, articles in self._articles[name].items() if article in articles]
        return tuple(sorted(here or near or claims))

    def is_proved(self, name: str, entity: str, article: str) -> bool:
        """Whether the article itself is named among the proofs of a name."""
        return article in self._articles.get(name, {}).get(entity, ())

    def of(self, entity: str, article: str) -> list[str]:
        """The names by which an article is proved to call an entity."""
        return self._used.get((entity, article), [])

    def find_mentions(self, text: str, article: str, label: str) -> Iterator[Mention]:
        """Find every name in a text of a block, the longest where they overlap; case counts."""
        reached = 0
        for start in _START.finditer(text):
            if start.start() >= reached and (name := self._name_at(text, start)):
                reached = start.start() + len(name)
                entities = self.find_meant(name, article, label)
                yield Mention(start.start(), reached, name, entities)

    def _name_at(self, text: str, start: re.Match[str]) -> str | None:
        """The longest name that stands in a text where a word starts, and ends with a word."""
        for name in self._starting.get(start.group(), ()):
            end = start.start() + len(name)
            if text.startswith(name, start.start()) and not text[end : end + 1].isalnum():
                return name
        return None

    def link_mentions(self, block: Block, article: Article) -> Iterator[tuple[Part, str | None]]:
        """The parts of a block with its names cut out, each with the entity it means or None."""
        for part in block.parts:
            if isinstance(part, TextRun):
                yield from self._split(part, article.id, block.label)
            else:
                yield part, part.entity if isinstance(part, RenditionLink) else None

    def _split(self, words: TextRun, article: str, label: str) -> Iterator[tuple[Part, str | None]]:
        reached = 0
        for mention in self.find_mentions(words.text, article, label):
            if mention.start > reached:
                yield TextRun(words.text[reached : mention.start], words.emphasis), None
            yield TextRun(mention.name, words.emphasis), mention.entities[0]
            reached = mention.end
        if reached < len(words.text):
            yield TextRun(words.text[reached:], words.emphasis), None


@derived
def names_of(dossier: Dossier) -> Names:
    """The names of a dossier's entities."""
    return Names(dossier)
