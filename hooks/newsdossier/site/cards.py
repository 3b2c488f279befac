"""Draw a page's social card: the picture shown where somebody shares its address."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

from PIL import Image, ImageDraw, ImageFont

from newsdossier.site.fonts.typefaces import SANS, SERIF, TITLE_SIZE, load_font
from newsdossier.site.parts.page import Page

#: What those who show such cards ask for, in pixels.
WIDTH, HEIGHT = 1200, 630
MARGIN = 80
#: The colours of the style sheet's light scheme.
PAPER, INK, ACCENT = (0xFB, 0xF9, 0xF4), (0x1E, 0x1C, 0x19), (0x13, 0x5E, 0x66)
#: How much ink is in what is to be seen first, and in the rest.
STRONG, FAINT = 255, 180
#: The title's sizes, the first that fits its lines being taken.
SIZES = (84, 72, 62, 54, 46)
LINES = 4
#: How heavy the letters of the title are.
SEMIBOLD = 600
#: How many shades of ink a card keeps, one place being left for the accent: four bits a pixel.
SHADES = 15


def draw_card(page: Page, site: str) -> bytes:
    """The card as a PNG: the site's title, the page's kind, its title or answer, a line of text.

    The same texts give the same bytes; nothing is fetched for it.
    """
    ink = Image.new("L", (WIDTH, HEIGHT))
    pen = ImageDraw.Draw(ink)
    _write_line(pen, MARGIN - 18, site, load_font(SANS, 34), FAINT)
    _write_line(pen, MARGIN + 64, page.kind_label, load_font(SANS, 34, SEMIBOLD), FAINT)
    font, lines = _fit_title(page.card_title or page.title)
    for number, line in enumerate(lines):
        pen.text((MARGIN, 204 + number * font.size * 1.15), line, font=font, fill=STRONG)
    pen.line((MARGIN, HEIGHT - 128, WIDTH - MARGIN, HEIGHT - 128), fill=FAINT, width=2)
    _write_line(pen, HEIGHT - 106, page.card_text, load_font(SERIF, 40), STRONG)
    return _encode_png(ink)


def _write_line(
    pen: ImageDraw.ImageDraw, top: int, text: str, font: ImageFont.FreeTypeFont, ink: int
) -> None:
    """A text in one line, cut where it is longer."""
    line, *more = _break_lines(text, font) or [""]
    pen.text((MARGIN, top), f"{line} …" if more else line, font=font, fill=ink)


def _fit_title(title: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """Find the largest font in which a title fits, and its lines; cut it if none does."""
    for size in SIZES:
        font = load_font(SERIF, size, SEMIBOLD, min(size, TITLE_SIZE))
        lines = _break_lines(title, font)
        if len(lines) * size * 1.15 <= 280 and len(lines) <= LINES:
            return font, lines
    return font, [*lines[: LINES - 1], f"{lines[LINES - 1]} …"]


def _break_lines(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """A text broken into lines of the card's width."""
    words = [piece for word in text.split() for piece in _cut_word(word, font)]
    space = font.getlength(" ")
    breaks, width = [0], -space
    for index, word in enumerate(words):
        width += space + font.getlength(word)
        if width > WIDTH - 2 * MARGIN and index > breaks[-1]:
            breaks.append(index)
            width = font.getlength(word)
    return [" ".join(words[a:b]) for a, b in pairwise([*breaks, len(words)]) if a < b]


def _cut_word(word: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """A word, cut where it is longer than a line."""
    if font.getlength(word) <= WIDTH - 2 * MARGIN:
        return [word]
    end = next(n for n in range(1, len(word)) if font.getlength(word[: n + 1]) > WIDTH - 2 * MARGIN)
    return [word[:end], *_cut_word(word[end:], font)]


def _encode_png(ink: Image.Image) -> bytes:
    shades = ink.point([value * (SHADES - 1) // 255 for value in range(256)])
    card = Image.frombytes("P", ink.size, shades.tobytes())
    card.putpalette([*(value for shade in range(SHADES) for value in _mix_colour(shade)), *ACCENT])
    ImageDraw.Draw(card).rectangle((0, 0, 24, HEIGHT), fill=SHADES)
    out = BytesIO()
    card.save(out, "PNG", bits=4)
    return out.getvalue()


def _mix_colour(shade: int) -> list[int]:
    """A shade's colour, between the paper's and the ink's."""
    part = shade / (SHADES - 1)
    return [round(a + (b - a) * part) for a, b in zip(PAPER, INK, strict=True)]
