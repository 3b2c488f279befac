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
PAPER, INK, ACCENT = (0xFD, 0xFC, 0xFA), (0x1B, 0x1A, 0x18), (0x0B, 0x5A, 0x69)
#: How much ink is in what is to be seen first, and in the rest.
STRONG, FAINT = 255, 180
#: Where the site's name, the title, the line beneath it, the text and the last line stand.
NAME_TOP, TITLE_TOP, RULE_TOP, TEXT_TOP, FOOT_TOP = 58, 132, 408, 424, 546
#: How high the title may be, in how many lines, and how far these are apart, in sizes of letters.
TITLE_HEIGHT, LINES, LEADING = 256, 4, 1.15
#: The title's sizes, the first that fits its lines being taken.
SIZES = (96, 84, 72, 62, 54, 46)
#: The sizes of the text and of the small lines, and how many lines the text has at most.
TEXT_SIZE, SMALL_SIZE, TEXT_LINES = 40, 32, 2
#: How heavy the letters of the title are.
SEMIBOLD = 600
#: How many shades of ink a card keeps, one place being left for the accent: four bits a pixel.
SHADES = 15


def draw_card(page: Page, site: str) -> bytes:
    """The card as a PNG: the site's title, the answer or the title, and what is to be known of it.

    The same texts give the same bytes; nothing is fetched for it.
    """
    ink = Image.new("L", (WIDTH, HEIGHT))
    pen = ImageDraw.Draw(ink)
    small = load_font(SANS, SMALL_SIZE)
    named = site if page.kind_label == Page.kind_label else f"{site} · {page.kind_label}"
    _write_lines(pen, NAME_TOP, named, load_font(SANS, SMALL_SIZE, SEMIBOLD), FAINT)
    font, lines = _fit_title(page.card_title or page.title)
    for number, line in enumerate(lines):
        top = TITLE_TOP + number * font.size * LEADING
        pen.text((MARGIN, top), line, font=font, fill=STRONG)
    pen.line((MARGIN, RULE_TOP, WIDTH - MARGIN, RULE_TOP), fill=FAINT, width=2)
    text = page.card_text or page.description
    _write_lines(pen, TEXT_TOP, text, load_font(SERIF, TEXT_SIZE), STRONG, TEXT_LINES)
    _write_lines(pen, FOOT_TOP, page.card_foot, small, FAINT)
    return _encode_png(ink)


def _write_lines(
    pen: ImageDraw.ImageDraw,
    top: int,
    text: str,
    font: ImageFont.FreeTypeFont,
    ink: int,
    most: int = 1,
) -> None:
    """A text in so many lines at most, cut where it is longer."""
    lines = _break_lines(text, font)
    shown = lines[:most]
    if len(lines) > most:
        shown[-1] = _shorten_line(shown[-1], font)
    for number, line in enumerate(shown):
        pen.text((MARGIN, top + number * font.size * LEADING), line, font=font, fill=ink)


def _shorten_line(line: str, font: ImageFont.FreeTypeFont) -> str:
    """A line with a sign behind it that there is more, whole words only."""
    words = line.split()
    while len(words) > 1 and font.getlength(f"{' '.join(words)} …") > WIDTH - 2 * MARGIN:
        words.pop()
    return f"{' '.join(words).rstrip(',;:.· ')} …"


def _fit_title(title: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """Find the largest font in which a title fits, and its lines; cut it if none does.

    Answers, one in a line, follow each other where they do not fit so.
    """
    for text in dict.fromkeys((title, title.replace("\n", " · "))):
        for size in SIZES:
            font = load_font(SERIF, size, SEMIBOLD, min(size, TITLE_SIZE))
            lines = [line for part in text.split("\n") for line in _break_lines(part, font)]
            if len(lines) * size * LEADING <= TITLE_HEIGHT and len(lines) <= LINES:
                return font, lines
    return font, [*lines[: LINES - 1], _shorten_line(lines[LINES - 1], font)]


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
