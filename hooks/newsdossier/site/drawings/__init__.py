"""Pictures as shapes and numbers, one module a picture; the templates only place them."""

from __future__ import annotations

from newsdossier.site.drawings.coverage import draw_coverage
from newsdossier.site.drawings.lineage import Lineage, draw_lineage
from newsdossier.site.drawings.number_line import NumberLine, draw_number_line
from newsdossier.site.drawings.shapes import Drawing, Key, Shape
from newsdossier.site.drawings.time_axis import HEAD_HEIGHT, HEIGHT, TimeAxis, list_keys

__all__ = [
    "HEAD_HEIGHT",
    "HEIGHT",
    "Drawing",
    "Key",
    "Lineage",
    "NumberLine",
    "Shape",
    "TimeAxis",
    "draw_coverage",
    "draw_lineage",
    "draw_number_line",
    "list_keys",
]
