"""Writes the figures on shared text into the records of dispatches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsdossier.analysis.shared_text import SharedText, list_figures, read_figures
from newsdossier.authoring.draft import DraftRefused
from newsdossier.dossier.dossier import Dossier
from newsdossier.model import Origin, parse
from newsdossier.source import files
from newsdossier.source.located_yaml import read_yaml
from newsdossier.source.rewriting import replace_key


@dataclass(frozen=True)
class Measurement:
    """The figures of a dispatch's record, and its new text, where that differs from the old."""

    path: Path
    figures: list[SharedText]
    text: str | None


def draft_figures(root: Path, dossier: Dossier) -> list[Measurement]:
    """Draft each dispatch's record with the figures that the originals give; nothing is written.

    Raises DraftRefused where a record is written in a way that this cannot change.
    """
    return [_draft_record(root, dossier, origin) for origin in dossier.origins.values()]


def write_figures(measured: list[Measurement]) -> None:
    """Write the records that differ."""
    for one in measured:
        if one.text is not None:
            one.path.write_bytes(one.text.encode())


def _draft_record(root: Path, dossier: Dossier, origin: Origin) -> Measurement:
    path, figures = root / "origins" / f"{origin.id}.yml", list_figures(dossier, origin.id)
    if figures == [read_figures(held) for held in origin.shared_text]:
        return Measurement(path, figures, None)
    lines = [*(["shared_text:"] if figures else []), *_list_lines(figures)]
    try:
        text = replace_key(files.decode_exactly(path.read_bytes()), "shared_text", lines)
    except ValueError as error:
        raise DraftRefused(f"{path}: {error}; nothing was written") from None
    if not _holds(text, origin, figures):
        wrong = "the figures cannot be added at its end"
        raise DraftRefused(f"{path}: {wrong}; end the file with its last key")
    return Measurement(path, figures, text)


def _list_lines(figures: list[SharedText]) -> Iterator[str]:
    """List the lines of YAML that hold the figures."""
    for shared in figures:
        yield f"  - articles: [{', '.join(shared.articles)}]"
        yield f"    percent: [{', '.join(f'{share:.1f}' for share in shared.percent)}]"
        if shared.joined:
            pairs = ", ".join(f"[{one}, {other}]" for one, other in shared.joined)
            yield f"    joined: [{pairs}]"


def _holds(text: str, origin: Origin, figures: list[SharedText]) -> bool:
    """Whether a text is an origin's record with these figures, and otherwise as it was."""
    value, source, problems = read_yaml(text, "")
    record, _ = parse(Origin, value, source, id=origin.id)
    return (
        not problems
        and record is not None
        and [read_figures(held) for held in record.shared_text] == figures
        and record.model_dump(exclude={"shared_text"}) == origin.model_dump(exclude={"shared_text"})
    )
