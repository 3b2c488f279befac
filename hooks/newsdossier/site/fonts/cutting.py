"""Cut the fonts of the site out of the typefaces: the weights in use, a file for each script."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from newsdossier.site.fonts.typefaces import SANS, SERIF, TEXT_SIZE, Typeface

#: Marks that stand over or under the letter before them, in whatever script that is.
_MARKS = "300-304 306-30C 31B 323 326-328 331"
#: The code points of each file, as hexadecimal ranges.
SCRIPTS = {
    "latin": "20-7E A0-FF 131 152-153 2BB-2BC 2C6-2C7 2DA 2DC 2000-206F 20AC 2116 2122 2190-2193 "
    "2212 2248 2260 2264-2265",
    "latin-extended": "100-130 132-151 154-24F 2B0-2BA 2BD-2C5 2C8-2D9 2DB 2DD-2FF 1E00-1EFF "
    f"20A0-20AB 20AD-20C0 {_MARKS}",
    "cyrillic": f"400-52F 1C80-1C8F 2DE0-2DFF A640-A69F {_MARKS}",
    "greek": f"370-3FF 1F00-1FFF {_MARKS}",
}

#: Kerning, marks over letters, forms for a language, figures of one width. Ligatures are left out:
#: what is printed with them cannot always be copied out of the PDF.
_FEATURES = ["ccmp", "kern", "locl", "mark", "mkmk", "tnum"]
#: Family, style, identifier, full name, PostScript name.
_FAMILY, _STYLE, _UNIQUE, _FULL, _POSTSCRIPT = 1, 2, 3, 4, 6
#: Copyright, trademark, licence and its address stay in the files, as the licence asks.
_LEGAL = [0, 7, 13, 14]


@dataclass(frozen=True)
class Face:
    """A typeface in one style, with the weights that the style sheets ask for."""

    typeface: Typeface
    italic: bool
    weights: tuple[int, int]

    @property
    def key(self) -> str:
        """What the names of its files begin with."""
        return f"{self.typeface.key}-italic" if self.italic else self.typeface.key

    def recipe(self) -> str:
        """A digest of everything that the files depend on."""
        versions = [version(n) for n in (self.typeface.distribution, "fonttools", "brotli")]
        source = Path(__file__).read_text(encoding="utf-8")
        return sha256("\n".join([repr(self), *versions, source]).encode()).hexdigest()[:16]


#: Italics stand in light text only: printed words, descriptions, and what is not said.
FACES = (
    Face(SERIF, italic=False, weights=(400, 700)),
    Face(SERIF, italic=True, weights=(400, 400)),
    Face(SANS, italic=False, weights=(400, 700)),
    Face(SANS, italic=True, weights=(400, 400)),
)


def cut_face(face: Face) -> dict[str, bytes]:
    """Cut a face into a WOFF2 file for each script, by the name of the file.

    It takes some ten seconds. The same versions make the same bytes.
    """
    logging.getLogger("fontTools").setLevel(logging.ERROR)  # it tells what it leaves out
    every = sorted({point for ranges in SCRIPTS.values() for point in code_points(ranges)})
    whole = _load(face.typeface.read_file(face.italic))
    # Each step works on a font that was saved and loaded again; on others fontTools stumbles.
    limited = _load(_save(_subset(whole, every)))
    instancer.instantiateVariableFont(limited, _limits(face), inplace=True, optimize=False)
    _rename(limited, face)
    data = _save(limited)
    return {
        f"{face.key}-{script}.woff2": _save(_subset(_load(data), code_points(ranges)), "woff2")
        for script, ranges in SCRIPTS.items()
    }


def code_points(ranges: str) -> list[int]:
    """List the code points of hexadecimal ranges."""
    found: list[int] = []
    for piece in ranges.split():
        first, _, last = piece.partition("-")
        found += range(int(first, 16), int(last or first, 16) + 1)
    return found


def _limits(face: Face) -> dict[str, Any]:
    low, high = face.weights
    limits: dict[str, Any] = {"wght": low if low == high else (low, high)}
    return limits | ({"opsz": TEXT_SIZE} if "opsz" in face.typeface.axes else {})


def _load(data: bytes) -> TTFont:
    return TTFont(BytesIO(data), recalcTimestamp=False)


def _save(font: TTFont, flavor: str | None = None) -> bytes:
    out = BytesIO()
    font.flavor = flavor
    font.save(out)
    return out.getvalue()


def _subset(font: TTFont, points: list[int]) -> TTFont:
    """Leave in a font the glyphs of code points, and what draws these well."""
    options = subset.Options()
    options.layout_features = _FEATURES
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [*_LEGAL, _FAMILY, _STYLE, _UNIQUE, _FULL, _POSTSCRIPT]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    return font


def _rename(font: TTFont, face: Face) -> None:
    """Give a changed font a name of its own: the licence reserves that of the unchanged one."""
    family, style = face.typeface.family, "Italic" if face.italic else "Regular"
    postscript = f"{family.replace(' ', '')}-{style}"
    names = {
        _FAMILY: family,
        _STYLE: style,
        _UNIQUE: f"{version(face.typeface.distribution)};{postscript}",
        _FULL: f"{family} {style}",
        _POSTSCRIPT: postscript,
    }
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
