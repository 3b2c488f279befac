"""Drafts the record and the rendition of an article from its raw text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsdossier.analysis.names import names_of
from newsdossier.authoring import candidates
from newsdossier.authoring.draft import (
    Draft,
    claim_id,
    fill_template,
    load_dossier,
    locate_schema,
    suggest_id,
)
from newsdossier.authoring.pieces import Piece, propose_pieces
from newsdossier.authoring.raw_text import copy_to_originals, read_raw_text
from newsdossier.authoring.rendition_draft import draft_rendition
from newsdossier.dossier.dossier import Dossier
from newsdossier.model import Reference
from newsdossier.text import characters
from newsdossier.text.verbatim import fold
from newsdossier.text.words import count_words


def draft_article(root: Path, file: Path, name: str | None) -> Draft:
    """Draft an article's record and rendition, and copy the raw text to the originals.

    Raises DraftRefused where the text cannot be used, or one of the files exists.
    """
    dossier = load_dossier(root)
    raw = read_raw_text(file)
    present = sorted((root / "articles").glob("*"))
    taken = {path.stem: path for path in present if path.suffix in (".yml", ".md")}
    name = claim_id(name or suggest_id(file.stem), "article", taken)
    copies, source = copy_to_originals(raw, root)
    remarks = [
        f"{other.id}: made from the same text"
        for other in dossier.articles.values()
        if other.original.sha256 == raw.sha256
    ]
    pieces = propose_pieces(raw.text)
    record = root / "articles" / f"{name}.yml"
    content = fill_template(
        "article.yml",
        schema=locate_schema(root, record, "article"),
        file=file.name,
        sha256=raw.sha256,
        **_collect_hints(dossier, name, pieces),
    )
    rendition = draft_rendition(piece.label for piece in pieces).encode()
    files = {**copies, record: content, record.with_suffix(".md"): rendition}
    return Draft(files, remarks, dict.fromkeys(copies, source))


def _collect_hints(dossier: Dossier, name: str, pieces: list[Piece]) -> dict[str, Any]:
    """Collect what the pieces print that the record may need."""
    blocks = {piece.label: piece.text for piece in pieces if piece.label}
    excluded = "\n".join(piece.text for piece in pieces if piece.excluded)
    headline = fold(characters.drop_forbidden(blocks.get("headline", "")))
    is_plain = not any(characters.find_deceptive(headline))
    is_short = count_words(headline) <= dossier.settings.longest_quotation
    return {
        "headline": headline if is_plain and is_short else "",
        "has_headline": "headline" in blocks,
        "pieces": pieces,
        "dates": list(candidates.find_dates(blocks | {"excluded": excluded})),
        "evidence": candidates.guess_language(blocks),
        "quotations": list(candidates.find_quotations(blocks)),
        "numbers": list(candidates.find_numbers(blocks)),
        "names": list(_find_names(dossier, name, blocks)),
        "questions": list(dossier.questions.values()),
    }


@dataclass(frozen=True)
class _PrintedName:
    """A name of the dossier that the text prints, the files that may list it, and its places."""

    files: list[str]
    name: str
    places: list[str]


def _find_names(
    dossier: Dossier, article: str, blocks: Mapping[str, str]
) -> Iterable[_PrintedName]:
    """Find the names of the dossier's entities in the blocks."""
    names = names_of(dossier)
    found: dict[str, _PrintedName] = {}
    for label, text in blocks.items():
        for mention in names.find_mentions(text, article, label):
            files = [
                f"entities/{dossier.entities[entity].kind}/{entity}.yml"
                for entity in mention.entities
            ]
            printed = found.setdefault(mention.name, _PrintedName(files, mention.name, []))
            if (place := Reference.to(article, label)) not in printed.places:
                printed.places.append(place)
    return found.values()
