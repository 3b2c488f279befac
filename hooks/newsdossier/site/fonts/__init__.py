"""The fonts that the site brings along: its files, by path."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from newsdossier.site.fonts.cutting import FACES, Face, cut_face
from newsdossier.site.fonts.keeping import cache_folder, keep, read_kept
from newsdossier.site.fonts.stylesheet import write_stylesheet
from newsdossier.site.fonts.typefaces import TYPEFACES

FOLDER = "assets/fonts"

__all__ = ["FOLDER", "font_files", "write_stylesheet"]

CUTTING = "cutting the fonts: this takes a minute, once for each version of them"


def font_files(say: Callable[[str], None] = lambda message: None) -> dict[str, bytes]:
    """Give the fonts and their licences, by path.

    What was cut by an earlier build is taken from the user's cache; `say` is told where nothing is.
    """
    fonts = {name: content for files in _cut_or_kept(FACES, say) for name, content in files.items()}
    licences = {f"OFL-{one.key}.txt": one.read_licence() for one in TYPEFACES}
    return {f"{FOLDER}/{name}": content for name, content in (fonts | licences).items()}


def _cut_or_kept(faces: Sequence[Face], say: Callable[[str], None]) -> list[dict[str, bytes]]:
    """The files of each face, cut only where they are not kept."""
    paths = {face: cache_folder() / f"{face.key}-{face.recipe()}.zip" for face in faces}
    found = {face: files for face, path in paths.items() if (files := read_kept(path))}
    if missing := [face for face in faces if face not in found]:
        say(CUTTING)
        found |= dict(zip(missing, _cut(missing), strict=True))
        for face in missing:
            keep(paths[face], found[face])
    return [found[face] for face in faces]


def _cut(faces: Sequence[Face]) -> list[dict[str, bytes]]:
    """Cut faces side by side, on as many processors as there are."""
    workers = min(len(faces), os.cpu_count() or 1)
    # Started anew: a copy of a process with threads, as a preview is one, may stand still.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        return list(pool.map(cut_face, faces))
