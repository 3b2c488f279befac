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
class Widths:
    """Fonts of one width that machines have, by the names that they go by there.

    `width` is the mean width of a letter, weighed as in English prose, in parts of the font's size.
    """

    fonts: tuple[str, ...]
    width: float


@dataclass(frozen=True)
class StandIn:
    """What is shown until the site's own font has arrived, in running text and in headings.

    The widths were measured on the named font, or on one made to have its widths (Gelasio for
    Georgia, Tinos for Times, Arimo for Arial). Telephones with Android have Noto and Roboto alone.
    """

    typeface: Typeface
    name: str
    plain: Widths
    bold: Widths

    @property
    def family(self) -> str:
        """What the style sheet calls it."""
        return f"{self.typeface.family} as {self.name}"


#: The weight of headings, and the weights for which a bold font of the machine stands in.
HEADING, BOLD = 600, "600 700"

STAND_INS = (
    StandIn(
        SERIF,
        "Georgia",
        Widths(("Georgia", "Gelasio"), 0.4391),
        Widths(("Georgia Bold", "Georgia-Bold", "Gelasio Bold"), 0.5114),
    ),
    StandIn(
        SERIF,
        "Noto",
        Widths(("Noto Serif", "NotoSerif-Regular", "NotoSerif"), 0.4787),
        Widths(("Noto Serif Bold", "NotoSerif-Bold"), 0.5076),
    ),
    StandIn(
        SERIF,
        "Times",
        Widths(("Times New Roman", "Times", "Liberation Serif", "Tinos"), 0.3998),
        Widths(
            ("Times New Roman Bold", "Times Bold", "Liberation Serif Bold", "Tinos Bold"), 0.4254
        ),
    ),
    StandIn(
        SERIF,
        "DejaVu",
        Widths(("DejaVu Serif",), 0.5119),
        Widths(("DejaVu Serif Bold",), 0.5653),
    ),
    StandIn(
        SANS,
        "Arial",
        Widths(("Arial", "Helvetica", "Liberation Sans", "Arimo"), 0.4412),
        Widths(("Arial Bold", "Helvetica Bold", "Liberation Sans Bold", "Arimo Bold"), 0.4772),
    ),
    StandIn(
        SANS,
        "Roboto",
        Widths(("Roboto", "Roboto-Regular"), 0.4427),
        Widths(("Roboto Bold", "Roboto-Bold"), 0.4485),
    ),
    StandIn(
        SANS,
        "DejaVu",
        Widths(("DejaVu Sans", "Verdana"), 0.5065),
        Widths(("DejaVu Sans Bold", "Verdana Bold"), 0.572),
    ),
)


def write_stylesheet(folder: str) -> str:
    """Write the style sheet; `folder` is where the font files lie, as seen from it."""
    return "\n\n".join(
        [
            *(_face(face, script, folder) for face in FACES for script in SCRIPTS),
            *(_stand_in(one, is_bold) for one in STAND_INS for is_bold in (False, True)),
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


def _stand_in(one: StandIn, is_bold: bool) -> str:
    """A font of the machine, made as wide and as high as the one that it stands in for."""
    widths = one.bold if is_bold else one.plain
    scale = mean_width(one.typeface, HEADING if is_bold else 400) / widths.width
    ascent, descent = _heights(one.typeface)
    sources = ", ".join(f'local("{font}")' for font in widths.fonts)
    return _rule(
        "@font-face",
        f'font-family: "{one.family}"',
        *([f"font-weight: {BOLD}"] if is_bold else []),
        f"src: {sources}",
        f"size-adjust: {scale:.1%}",
        f"ascent-override: {ascent / scale:.1%}",
        f"descent-override: {descent / scale:.1%}",
        "line-gap-override: 0%",
    )


def mean_width(typeface: Typeface, weight: int = 400) -> float:
    """The mean width of a letter, weighed as in English prose, in parts of the font's size."""
    font = load_font(typeface, 1000, weight)
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
