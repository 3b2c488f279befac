"""Write the style sheet of the fonts: which file holds which script, and what stands in for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdossier.site.fonts.cutting import FACES, SCRIPTS, Face
from newsdossier.site.fonts.typefaces import SANS, SERIF, TYPEFACES, Typeface, load_font

#: How often a letter stands in a thousand of English prose.
_FREQUENCIES = {
    **{" ": 180, "e": 102, "t": 75, "a": 65, "o": 62, "i": 57, "n": 57, "s": 53, "h": 50, "r": 49},
    **{"d": 34, "l": 33, "c": 23, "u": 23, "m": 20, "w": 19, "f": 18, "g": 16, "y": 16, "p": 16},
    **{"b": 12, "v": 8, "k": 6},
}
#: The custom properties with the families, for running text and for everything else.
PROPERTIES = {SERIF: "--reading", SANS: "--telling"}


@dataclass(frozen=True)
class StandIn:
    """Fonts of one width that machines have, which are shown until the site's own has arrived.

    `width` is the mean width of a letter, weighed as in English prose, in parts of the font's size.
    It was measured on the named font, or on one made to have its widths (Gelasio for Georgia,
    Liberation for Times and Arial).
    """

    typeface: Typeface
    name: str
    fonts: tuple[str, ...]
    width: float

    @property
    def family(self) -> str:
        """What the style sheet calls it."""
        return f"{self.typeface.family} as {self.name}"


STAND_INS = (
    StandIn(SERIF, "Georgia", ("Georgia", "Gelasio"), 0.4391),
    StandIn(SERIF, "Times", ("Times New Roman", "Times", "Liberation Serif", "Tinos"), 0.3998),
    StandIn(SERIF, "DejaVu", ("DejaVu Serif",), 0.5119),
    StandIn(SANS, "Arial", ("Arial", "Helvetica", "Liberation Sans", "Arimo"), 0.4412),
    StandIn(SANS, "DejaVu", ("DejaVu Sans", "Verdana"), 0.5065),
)


def write_stylesheet(folder: str) -> str:
    """Write the style sheet; `folder` is where the font files lie, as seen from it."""
    return "\n\n".join(
        [
            *(_face(face, script, folder) for face in FACES for script in SCRIPTS),
            *map(_stand_in, STAND_INS),
            _rule(":root", *(f"{PROPERTIES[one]}: {_families(one)}" for one in TYPEFACES)),
            "",
        ]
    )


def _face(face: Face, script: str, folder: str) -> str:
    low, high = face.weights
    return _rule(
        "@font-face",
        f'font-family: "{face.typeface.family}"',
        f"font-style: {'italic' if face.italic else 'normal'}",
        f"font-weight: {low if low == high else f'{low} {high}'}",
        "font-display: swap",
        f'src: url("{folder}/{face.key}-{script}.woff2") format("woff2")',
        f"unicode-range: {', '.join(f'U+{piece}' for piece in SCRIPTS[script].split())}",
    )


def _stand_in(one: StandIn) -> str:
    """A font of the machine, made as wide and as high as the one that it stands in for."""
    scale = mean_width(one.typeface) / one.width
    ascent, descent = _heights(one.typeface)
    sources = ", ".join(f'local("{font}")' for font in one.fonts)
    return _rule(
        "@font-face",
        f'font-family: "{one.family}"',
        f"src: {sources}",
        f"size-adjust: {scale:.1%}",
        f"ascent-override: {ascent / scale:.1%}",
        f"descent-override: {descent / scale:.1%}",
        "line-gap-override: 0%",
    )


def mean_width(typeface: Typeface) -> float:
    """The mean width of a letter, weighed as in English prose, in parts of the font's size."""
    font = load_font(typeface, 1000)
    widths = sum(font.getlength(letter) * often for letter, often in _FREQUENCIES.items())
    return widths / sum(_FREQUENCIES.values()) / 1000


def _heights(typeface: Typeface) -> tuple[float, float]:
    """How far lines reach above and below their base, in parts of the font's size."""
    ascent, descent = load_font(typeface, 1000).getmetrics()
    return ascent / 1000, descent / 1000


def _families(typeface: Typeface) -> str:
    stand_ins = [one.family for one in STAND_INS if one.typeface is typeface]
    return ", ".join([*(f'"{name}"' for name in (typeface.family, *stand_ins)), typeface.generic])


def _rule(selector: str, *declarations: str) -> str:
    lines: Iterator[str] = (f"  {declaration};" for declaration in declarations)
    return "\n".join([f"{selector} {{", *lines, "}"])
