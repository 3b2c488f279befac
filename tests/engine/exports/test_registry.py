"""An export is added by adding a file."""

from pathlib import Path

import pytest

from newsdossier.analysis.collate import collate
from newsdossier.checks.examination import load_sound
from newsdossier.exports import build_downloads, files, registry
from tests.support.ferry import FERRY

MODULE = """
from newsdossier.exports import Download
from newsdossier.exports.registry import Export


def _build(source):
    count = f"{len(source.collation.articles)} articles, {len(source.files)} files before\\n"
    return [Download("count.txt", "Count", "How many.", "Text", "text/plain", count.encode(), [])]


EXPORT = Export(_build, position=500)
"""


def test_a_new_module_adds_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module in the folder of exports is found, and built in its position."""
    collation = collate(load_sound(FERRY))
    before = build_downloads(collation)
    (tmp_path / "count_of_articles.py").write_text(MODULE, encoding="utf-8")
    monkeypatch.setattr(files, "__path__", [*files.__path__, str(tmp_path)])
    registry.list_exports.cache_clear()
    try:
        after = build_downloads(collation)
    finally:
        registry.list_exports.cache_clear()
    *others, package = before
    assert [one.name for one in after] == [*(one.name for one in others), "count.txt", package.name]
    assert after[-2].content == f"3 articles, {len(others)} files before\n".encode()
    assert b"count.txt" in after[-1].content
