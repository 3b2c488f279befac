"""What the home page says first: how many articles there are, how many copy, and the ways in."""

from __future__ import annotations

from dataclasses import dataclass

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.model import Verdict, addresses
from newsdossier.site.parts.text import Text


@dataclass(frozen=True)
class WayIn:
    """Where a reader may begin, and what is there."""

    link: Text
    told: str


def describe_articles(collation: Collation) -> str:
    """Say how many articles there are and how many of them are copies: the headline of the site."""
    number = len(collation.articles)
    if number == 1:
        return "One article, statement by statement."
    counted = f"{_capitalise(number)} articles."
    families = [len(collation.of_origin(name)) for name in collation.dossier.origins]
    copies = [size for size in families if size > 1]
    if not copies:
        return f"{counted} They share no dispatch."
    of = "one dispatch" if len(copies) == 1 else f"{wording.spell_number(len(copies))} dispatches"
    if sum(copies) < number:
        return f"{counted} {_capitalise(sum(copies))} are copies of {of}."
    return f"{counted} {'Both' if number == 2 else 'All'} are copies of {of}."


def list_ways_in(collation: Collation) -> list[WayIn]:
    """Reading, and comparing where there are questions, each with what there is."""
    number = len(collation.articles)
    articles = "One article" if number == 1 else f"{_capitalise(number)} articles"
    told = f"{articles}, retold paragraph by paragraph, with a note on every statement."
    ways = [WayIn(Text("Read", addresses.ARTICLES), told)]
    if collation.rows:
        ways.append(WayIn(Text("Compare", addresses.COMPARISON), _describe_rows(collation)))
    return ways


def _describe_rows(collation: Collation) -> str:
    """71 questions, four witnesses. On 43, only one witness answers."""
    number = len(collation.witnesses)
    witnesses = f"{wording.spell_number(number)} {'witness' if number == 1 else 'witnesses'}"
    counted = f"{wording.plural(len(collation.rows), 'question')}, {witnesses}."
    alone = sum(Verdict.ONE_WITNESS in row.question.verdict for row in collation.rows.values())
    return f"{counted} On {alone}, only one witness answers." if alone and number > 1 else counted


def _capitalise(number: int) -> str:
    return wording.spell_number(number).capitalize()
