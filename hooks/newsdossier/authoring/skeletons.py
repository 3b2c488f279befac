"""Begin a record: the files of an article, an entity or a question, with marks where to go on."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from slugify import slugify

from newsdossier.analysis.names import names_of
from newsdossier.authoring import candidates, drafts
from newsdossier.authoring.drafts import Piece
from newsdossier.dossier.dossier import Dossier
from newsdossier.dossier.load import load, no_id
from newsdossier.dossier.originals import originals_folder
from newsdossier.model import ID, BlockKind, Kind, Label, Reference, Type, Verdict, plain_name
from newsdossier.problems import limits
from newsdossier.problems.problem import ProblemsFound
from newsdossier.source import files
from newsdossier.text import characters
from newsdossier.text.templates import build_environment
from newsdossier.text.verbatim import count_words, fold, stands_in


class DraftRefused(Exception):
    """Says why no draft is written; its message is for the contributor."""


@dataclass(frozen=True)
class Draft:
    """The files that begin a record, by path, and what else is to be told.

    Of those that are copies, `copied_from` says of what, and into which folder.
    """

    files: Mapping[Path, bytes]
    remarks: list[str] = field(default_factory=list)
    copied_from: Mapping[Path, str] = field(default_factory=dict)


def draft_article(root: Path, file: Path, name: str | None) -> Draft:
    """An article's record and rendition, made from a raw text, and the text among the originals.

    Raises DraftRefused where the text cannot be read or something is there already.
    """
    dossier = _dossier(root)
    data, text = _text(file)
    there = sorted((root / "articles").glob("*"))
    taken = {path.stem: path for path in there if path.suffix in _ARTICLE}
    name = _free(name or _suggested(file.stem), "article", taken)
    original = _incoming(root) / file.name
    begun = _taken_along(file, data, original)
    named = ", into the folder that DOSSIER_ORIGINALS names" if _named() else ""
    copied = dict.fromkeys(begun, f"{file}{named}")
    remarks = [
        f"{other.id}: made from the same text"
        for other in dossier.articles.values()
        if other.original.sha256 == hashlib.sha256(data).hexdigest()
    ]
    pieces = drafts.propose(text)
    record = root / "articles" / f"{name}.yml"
    given = _seen(dossier, name, pieces) | {
        "schema": _schema(root, record, "article"),
        "file": file.name,
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    begun[record] = _filled("article.yml", **given)
    begun[record.with_suffix(".md")] = _retelling([piece.label for piece in pieces]).encode()
    return Draft(begun, remarks, copied)


#: The endings of an article's two files.
_ARTICLE = (".yml", ".md")


def _text(file: Path) -> tuple[bytes, str]:
    """A raw text, as bytes and as characters."""
    if not file.is_file():
        raise DraftRefused(f"{file}: there is no such file; name the raw text of the article")
    try:
        plain_name(file.name)
        data = files.read_bytes(file, limits.ORIGINAL)
        text = data.decode("utf-8")
        files.decode_text(data)  # refuses what no file of a dossier may hold
    except files.Refused as refused:
        raise DraftRefused(f"{file}: {refused}") from None
    except UnicodeDecodeError as error:
        message = f"{file}: this is not UTF-8 from byte {error.start + 1} on; save it as UTF-8"
        raise DraftRefused(message) from None
    except ValueError as wrong:
        raise DraftRefused(f"{file}: {wrong}; rename the file") from None
    if not text.strip().strip(characters.BOM).strip():
        raise DraftRefused(f"{file}: the file is empty; save the text of the article in it")
    return data, text


def _incoming(root: Path) -> Path:
    """Where a new original goes: the folder they lie in, to be made where there is none yet."""
    folder, named = originals_folder(root), _named()
    if named and folder is None:
        raise DraftRefused(
            f"DOSSIER_ORIGINALS names {named}, which is no folder; make it, or unset it"
        )
    if named and not os.access(named, os.W_OK | os.X_OK):
        message = f"DOSSIER_ORIGINALS names {named}, in which you may not write; name another"
        raise DraftRefused(message)
    return folder or root.parent / "originals"


def _named() -> str | None:
    """The folder of originals that the contributor's own setting names, anywhere he likes."""
    return os.environ.get("DOSSIER_ORIGINALS") or None


def _taken_along(file: Path, data: bytes, original: Path) -> dict[Path, bytes]:
    """The original to be written into its folder; nothing where it lies there already."""
    if not original.exists():
        return {original: data}
    if original.is_file() and original.read_bytes() == data:
        return {}
    raise DraftRefused(f"{original}: another text lies there under this name; rename {file}")


@dataclass(frozen=True)
class _Found:
    """A name of the dossier that a text prints: the files that may list it, and its places."""

    files: list[str]
    name: str
    places: list[str]


def _seen(dossier: Dossier, name: str, pieces: list[Piece]) -> dict[str, Any]:
    """What the pieces hold that a record may need."""
    blocks = {piece.label: piece.text for piece in pieces if piece.label}
    left_out = "\n".join(piece.text for piece in pieces if piece.excluded)
    headline = fold(characters.drop_forbidden(blocks.get("headline", "")))
    is_plain = not any(characters.find_deceptive(headline))
    is_short = count_words(headline) <= dossier.settings.longest_quotation
    return {
        "headline": headline if is_plain and is_short else "",
        "is_headed": "headline" in blocks,
        "pieces": pieces,
        "dates": list(candidates.find_dates(blocks | {"excluded": left_out})),
        "evidence": candidates.guess_language(blocks),
        "quotations": list(candidates.find_quotations(blocks)),
        "numbers": list(candidates.find_numbers(blocks)),
        "names": list(_known(dossier, name, blocks)),
        "questions": list(dossier.questions.values()),
    }


def _known(dossier: Dossier, name: str, blocks: Mapping[str, str]) -> Iterable[_Found]:
    """The names of the dossier that stand in the blocks."""
    names = names_of(dossier)
    found: dict[str, _Found] = {}
    for label, text in blocks.items():
        for mention in names.find_mentions(text, name, label):
            kinds = [dossier.entities[entity].kind for entity in mention.entities]
            listing = [
                f"entities/{kind}/{entity}.yml"
                for kind, entity in zip(kinds, mention.entities, strict=True)
            ]
            places = found.setdefault(mention.name, _Found(listing, mention.name, [])).places
            if (place := Reference.to(name, label)) not in places:
                places.append(place)
    return found.values()


def _retelling(labels: list[str]) -> str:
    """A rendition that is still to be told, block by block; a sub-head before a box is its own."""
    blocks = [label for label in labels if label and label != "headline"]
    told = ""
    for label, following in zip(blocks, [*blocks[1:], ""], strict=True):
        is_before_box = Label(following).kind is BlockKind.BOX
        match Label(label).kind:
            case BlockKind.SUBHEAD if is_before_box:
                told += f"\n> ### TODO: sub-head {label}, in your own words\n>\n"
            case BlockKind.SUBHEAD:
                told += f"\n## TODO: sub-head {label}, in your own words\n"
            case BlockKind.BOX:
                told += f"> TODO: paragraph {label} of the box, in your own words\n"
                told += ">\n" if is_before_box else ""
            case _:
                told += f"\nTODO: paragraph {label}, in your own words\n"
    return told.lstrip("\n")


def draft_entity(
    root: Path, kind: Kind, words: str, name: str | None, originals: Path | None
) -> Draft:
    """An entity's record; with the originals, the places that print its title are filled in."""
    dossier = _dossier(root, originals)
    title = "" if re.fullmatch(ID, words) else fold(words)
    name = _free(
        name or (_suggested(title) if title else words),
        kind,
        {path.stem: path for path in (root / "entities").glob("*/*.yml")},
    )
    record = root / "entities" / kind / f"{name}.yml"
    places = [
        Reference.to(article, label)
        for article, body in (dossier.bodies or {}).items()
        for label, text in {**body.blocks, "excluded": body.excluded}.items()
        if title and stands_in(title, text)
    ]
    remarks = [
        f"{other.id}: “{title}” is a name of this {other.kind} too"
        for other in dossier.entities.values()
        if title in [listed.name for listed in other.names]
    ]
    schema = _schema(root, record, "entity")
    written = _filled("entity.yml", schema=schema, title=title, places=places)
    return Draft({record: written}, remarks)


def draft_question(root: Path, name: str, asks: str) -> Draft:
    """A question's record."""
    dossier = _dossier(root)
    name = _free(name, "question", {p.stem: p for p in (root / "questions").glob("*.yml")})
    record = root / "questions" / f"{name}.yml"
    given = {
        "schema": _schema(root, record, "question"),
        "asks": fold(asks),
        "types": list(Type),
        "groups": [group.id for group in dossier.settings.groups],
        "verdicts": list(Verdict),
    }
    return Draft({record: _filled("question.yml", **given)})


def _dossier(root: Path, originals: Path | None = None) -> Dossier:
    if not (root / "dossier.yml").is_file():
        raise DraftRefused(f"{root}: no dossier lies here; name its folder with --dossier FOLDER")
    dossier, problems = load(root, originals)
    if dossier is None:
        raise ProblemsFound(problems)
    return dossier


def _suggested(words: str) -> str:
    """An id made from words."""
    return str(slugify(words, max_length=60, word_boundary=True))


def _free(name: str, what: str, taken: Mapping[str, Path]) -> str:
    """An id that may be given to something new; raises DraftRefused for any other."""
    if not name:
        raise DraftRefused("nothing to make an id from; give one with --id")
    if wrong := no_id(name):
        better = _suggested(name)
        better = f"{name}-{what}" if better == name else better
        hint = f", such as {better}" if better and not no_id(better) else ""
        raise DraftRefused(f"{wrong}; take another{hint}")
    if name in taken:
        raise DraftRefused(f"{taken[name]} exists; take another id than {name}")
    return name


def _schema(root: Path, record: Path, kind: str) -> str:
    """The way from a record to its schema, which lies where that of the settings does."""
    settings = root / "dossier.yml"
    first, _, _ = settings.read_text(encoding="utf-8").partition("\n")
    named = re.search(r"\$schema=(\S+)/dossier\.json\s*$", first)
    folder = root / (named[1] if named else "schema")
    return Path(os.path.relpath(folder / f"{kind}.json", record.parent)).as_posix()


# Writing YAML ------------------------------------------------------------------------------------


def _scalar(text: str) -> str:
    """A text as YAML has it anywhere, on one line and in quotation marks where it needs them."""
    style = '"' if "\n" in text else None
    flow = yaml.safe_dump(
        [text], default_style=style, default_flow_style=True, allow_unicode=True, width=10**6
    )
    return flow.strip()[1:-1]


def _comment(text: str) -> str:
    """A text as a comment may hold it: on one line, of characters that can be seen."""
    return "".join(mark if mark.isprintable() else " " for mark in fold(text))


def _filled(template: str, **given: Any) -> bytes:
    """A template with what is known."""
    # What is written here is YAML: nothing is escaped, and each text goes through a filter.
    env = build_environment("newsdossier.authoring")
    env.filters |= {"scalar": _scalar, "comment": _comment}
    return env.get_template(f"new/{template}.j2").render(**given).encode()
