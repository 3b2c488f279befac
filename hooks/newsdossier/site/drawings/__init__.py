"""Pictures as shapes and numbers, one module a picture; the templates only place them."""

from __future__ import annotations

from newsdossier.site.drawings.coverage import draw_coverage
from newsdossier.site.drawings.lineage import Lineage, draw_lineage
from newsdossier.site.drawings.mentions import draw_mentions
from newsdossier.site.drawings.number_line import NumberLine, draw_number_line
from newsdossier.site.drawings.shapes import Drawing, Key
from newsdossier.site.drawings.timeline import draw_timeline

__all__ = [
    "Drawing",
    "Key",
    "Lineage",
    "NumberLine",
    "draw_coverage",
    "draw_lineage",
    "draw_mentions",
    "draw_number_line",
    "draw_timeline",
]
