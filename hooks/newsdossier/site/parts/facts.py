"""What is known of an article: the lines of its box."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.ranking import pair_articles
from newsdossier.model import Agency, Article, addresses
from newsdossier.site.parts.links import link_article, link_copying, link_entity, link_origin
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.values import show_date


@dataclass(frozen=True)
class Fact:
    """A line of an article's box: a term, its values, and the ground of what is inferred."""

    term: str
    values: list[Text]
    because: str | None = None


def list_facts(collation: Collation, article: Article) -> list[Fact]:
    """Every line of an article's box."""
    facts = [_state_publisher(collation, article), _state_date(article)]
    facts += [_state_agency(collation, agency) for agency in article.agencies]
    facts.append(_state_language(article))
    if article.translated_from:
        language = wording.language(article.translated_from.language)
        because = article.translated_from.because
        value = Text("", inferred=language, reason=because)
        facts.append(Fact("Translated from", [value], because))
    facts.append(_state_origin(collation, article))
    supplied = (
        "supplied by the editor; the text has none" if article.title_supplied else "as printed"
    )
    facts.append(Fact("Headline", [Text(supplied)]))
    beside = list(_link_pairs(collation, article))
    return [*facts, Fact("Side by side with", beside)] if beside else facts


def _link_pairs(collation: Collation, article: Article) -> Iterator[Text]:
    """The other articles, each leading to the page that has the two side by side."""
    for one, other in pair_articles(collation):
        if article in (one, other):
            yield Text(
                (other if article is one else one).label, addresses.pair_page(one.id, other.id)
            )


def _state_publisher(collation: Collation, article: Article) -> Fact:
    if article.publisher:
        return Fact("Published by", [link_entity(collation, article.publisher)])
    return Fact("Published by", [Text("not named in the text")], article.publisher_note)


def _state_date(article: Article) -> Fact:
    shown = show_date(article.issued)
    value = Text(shown.printed, inferred=shown.inferred, reason=shown.reason)
    return Fact("Date", [value], article.issued.because)


def _state_agency(collation: Collation, agency: Agency) -> Fact:
    term = f"Agency of the {agency.of}" if agency.of else "Agency"
    link = link_entity(collation, agency.entity)
    if agency.because and not agency.of:
        link = replace(link, text="", inferred=link.text, reason=agency.because)
    return Fact(term, [link], agency.because)


def _state_language(article: Article) -> Fact:
    return Fact("Language", [Text(wording.language(article.language))])


def _state_origin(collation: Collation, article: Article) -> Fact:
    if article.origin is None or article.origin.origin == "none":
        because = article.origin.because if article.origin else None
        return Fact("Goes back to", [Text("no dispatch that the text shows")], because)
    origin = article.origin.origin
    others = [a for a in collation.of_origin(origin) if a is not article]
    shared = [Text("with"), *map(link_article, others)] if others else []
    copying = link_copying(collation, origin)
    values = [link_origin(collation, origin), *shared, *([copying] if copying else [])]
    return Fact("Goes back to", values, article.origin.because)
