"""The two typefaces of the site: the files they come in, and how wide their letters are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO

from PIL import ImageFont

#: The optical size at which running text is drawn, in points.
TEXT_SIZE = 16
#: The largest optical size there is, for titles.
TITLE_SIZE = 60
#: The size at which letters are measured, in pixels.
MEASURED = 1000


@dataclass(frozen=True)
class Typeface:
    """A typeface as its package brings it: one file upright, one italic, every weight in both.

    `family` is what the site calls it: the makers reserve the name Source for the unchanged font.
    """

    family: str
    key: str
    distribution: str
    stem: str
    axes: tuple[str, ...]
    generic: str

    def read_file(self, italic: bool = False) -> bytes:
        """Read the font file of a style."""
        axes = ",".join(sorted(self.axes))
        name = f"{self.stem}{'-Italic' if italic else ''}[{axes}].ttf"
        return (self._folder / "files" / name).read_bytes()

    def read_licence(self) -> bytes:
        """Read the licence that the typeface comes under."""
        return (self._folder / "LICENSE").read_bytes()

    @property
    def _folder(self) -> Traversable:
        return files(self.distribution.replace("-", "_"))


SERIF = Typeface(
    "Dossier Serif", "serif", "fontpkg-source-serif-4", "SourceSerif4", ("wght", "opsz"), "serif"
)
SANS = Typeface(
    "Dossier Sans", "sans", "fontpkg-source-sans-3", "SourceSans3", ("wght",), "sans-serif"
)
TYPEFACES = (SERIF, SANS)


@cache
def load_font(
    typeface: Typeface, size: float, weight: int = 400, optical_size: float = TEXT_SIZE
) -> ImageFont.FreeTypeFont:
    """Load an upright typeface for drawing and measuring, at a size in pixels.

    The plain layout is asked for: the other one is there on some machines only.
    """
    font = ImageFont.truetype(
        BytesIO(typeface.read_file()), size, layout_engine=ImageFont.Layout.BASIC
    )
    values = {"wght": float(weight), "opsz": optical_size}
    font.set_variation_by_axes([values[axis] for axis in typeface.axes])
    return font


def measure_width(text: str, typeface: Typeface, size: float, weight: int = 400) -> float:
    """Measure how wide a text is at a size, in the unit of that size.

    Letters are measured large, since small ones are rounded to whole pixels.
    """
    return load_font(typeface, MEASURED, weight).getlength(text) * size / MEASURED
