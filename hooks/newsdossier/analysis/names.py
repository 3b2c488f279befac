"""Which entity a name means where it stands; what the proofs leave open is a problem."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from anyascii import anyascii

from newsdossier.dossier.dossier import Dossier
from newsdossier.model import Article, Entity, Name, Reference
from newsdossier.source.renditions import Block, Part, RenditionLink, TextRun


@dataclass(frozen=True)
class Mention:
    """A name in a text, and the entities that it may mean there: one, when all is well."""

    start: int
    end: int
    name: str
    entities: tuple[str, ...]


def folded(name: str) -> str:
    """A name as it is typed without marks, in Latin letters: Tókaev and Токаев are Tokaev."""
    return anyascii(name)


def search_forms(entity: Entity) -> list[str]:
    """What else finds an entity: its search aliases, and the folded forms of these and its names.

    What differs from another form by case alone is left out.
    """
    names = [name.name for name in entity.names if not name.description]
    known = {name.casefold() for name in names}
    found: dict[str, str] = {}
    for form in [*entity.search, *map(folded, [entity.title, *names, *entity.search])]:
        if form.replace("'", "’").casefold() not in known and form.casefold() not in known:
            found.setdefault(form.casefold(), form)
    return list(found.values())


def blocks_of(dossier: Dossier, reference: Reference) -> list[tuple[str, str]]:
    """The article and block that ARTICLE#BLOCK means, or those of the statement it names."""
    if statement := dossier.statement(reference):
        return [(reference.article, label) for label in statement.at]
    return [(reference.article, reference.target)]


class Names:
    """All names of a dossier's entities, and where each is proved."""

    def __init__(self, dossier: Dossier) -> None:
        self.claims: dict[str, dict[str, set[tuple[str, str]]]] = defaultdict(dict)
        for entity in dossier.entities.values():
            for name in entity.names:
                if not name.description:
                    self._claim(dossier, entity, name)
        longest_first = sorted(self.claims, key=lambda name: (-len(name), name))
        either = "|".join(re.escape(name) for name in longest_first) or r"(?!)"
        self.pattern = re.compile(rf"(?<![^\W_])(?:{either})(?![^\W_])")

    def _claim(self, dossier: Dossier, entity: Entity, name: Name) -> None:
        places = self.claims[name.name].setdefault(entity.id, set())
        for reference in name.in_:
            places.update(blocks_of(dossier, reference))

    def meant(self, name: str, article: str, label: str) -> tuple[str, ...]:
        """The entities a name may mean in a block: those proved there, else in the article."""
        claims = self.claims[name]
        here = [e for e, places in claims.items() if (article, label) in places]
        near = [e for e, places in claims.items() if any(a == article for a, _ in places)]
        return tuple(sorted(here or near or claims))

    def is_proved(self, name: str, entity: str, article: str) -> bool:
        """Whether the article itself is named among the proofs of a name."""
        return any(a == article for a, _ in self.claims.get(name, {}).get(entity, ()))

    def of(self, entity: str, article: str) -> list[str]:
        """The names by which an article is proved to call an entity."""
        return [name for name in self.claims if self.is_proved(name, entity, article)]

    def find_mentions(self, text: str, article: str, label: str) -> Iterator[Mention]:
        """Every name in a text of a block, the longest first where they overlap; case counts."""
        for match in self.pattern.finditer(text):
            entities = self.meant(match.group(), article, label)
            yield Mention(match.start(), match.end(), match.group(), entities)

    def linked(self, block: Block, article: Article) -> Iterator[tuple[Part, str | None]]:
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
