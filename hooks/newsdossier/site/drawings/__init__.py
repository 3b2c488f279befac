"""Pictures as shapes and numbers, one module a picture; the templates only place them."""

from __future__ import annotations

from newsdossier.site.drawings.counts import draw_counts
from newsdossier.site.drawings.coverage import coverage
from newsdossier.site.drawings.lineage import Lineage, lineage
from newsdossier.site.drawings.mentions import mentions
from newsdossier.site.drawings.shapes import Drawing, Key
from newsdossier.site.drawings.timeline import timeline

__all__ = [
    "Drawing",
    "Key",
    "Lineage",
    "coverage",
    "draw_counts",
    "lineage",
    "mentions",
    "timeline",
]
