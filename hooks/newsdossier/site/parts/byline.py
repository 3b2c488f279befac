"""The line under an article's title: who published it, when, and whether it is its own witness."""

from __future__ import annotations

from dataclasses import dataclass

from newsdossier.analysis import wording
from newsdossier.analysis.collation import Collation
from newsdossier.analysis.dispatch_changes import copyings_of
from newsdossier.analysis.witnesses import Witness
from newsdossier.model import Article, addresses
from newsdossier.site.parts.meter import COLOURS, Dot, DotState, Meter, number_witness
from newsdossier.site.parts.text import Text
from newsdossier.site.parts.values import show_date


@dataclass(frozen=True)
class Byline:
    """Who published an article, when, and whether it is its own witness."""

    label: str
    colour: int
    """The number of its witness's colour."""
    issued: str
    publisher: str
    """That the text names none, where that is so."""
    independence: Text | None
    """Of which dispatch it is a copy, or that it copies nothing; None where nothing is compared."""
    meter: Meter


def build_byline(collation: Collation, article: Article) -> Byline:
    """Build the line under the title of an article."""
    witness = _find_witness(collation, article)
    independence = _describe_independence(collation, witness) if witness else None
    return Byline(
        label=article.label,
        colour=number_witness(collation, witness.id) if witness else 1,
        issued=show_date(article.issued).plain,
        publisher="" if article.publisher else "publisher not named",
        independence=independence,
        meter=_build_meter(collation, witness),
    )


def _find_witness(collation: Collation, article: Article) -> Witness | None:
    """The witness that an article belongs to: its dispatch, else itself."""
    own = collation.witnesses.get(article.dispatch or article.id)
    others = (one for one in collation.witnesses.values() if article.id in one.articles)
    return own or next(others, None)


def _describe_independence(collation: Collation, witness: Witness) -> Text | None:
    if witness.is_shared:
        copies = wording.spell_number(len(witness.articles))
        is_compared = witness.id in copyings_of(collation.dossier)
        target = addresses.copying_page(witness.id) if is_compared else None
        return Text(f"{witness.label}, one of {copies} copies", target)
    return Text("a witness of its own") if len(collation.articles) > 1 else None


def _build_meter(collation: Collation, witness: Witness | None) -> Meter:
    """A dot for each witness, that of this article filled."""
    dots = [
        Dot(
            number_witness(collation, one.id),
            DotState.ANSWERS if one is witness else DotState.SILENT,
            min(2, len(one.articles) - 1) if one is witness else 0,
        )
        for one in collation.witnesses.values()
    ]
    return Meter(dots if len(dots) <= COLOURS else [], "", "", "")
