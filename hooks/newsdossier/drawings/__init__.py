"""Pictures as shapes and numbers, one module a picture; the templates only place them."""

from __future__ import annotations

from newsdossier.drawings.counts import counts
from newsdossier.drawings.coverage import coverage
from newsdossier.drawings.lineage import Lineage, lineage
from newsdossier.drawings.mentions import mentions
from newsdossier.drawings.shapes import Drawing, Key
from newsdossier.drawings.timeline import timeline

__all__ = ["Drawing", "Key", "Lineage", "counts", "coverage", "lineage", "mentions", "timeline"]
