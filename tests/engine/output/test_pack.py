"""A zip is the same whenever it is made, and takes the place of the one before."""

import os
from pathlib import Path

from newsdossier.cli import main


def test_the_same_files_make_the_same_zip(tmp_path: Path) -> None:
    """Made anew of files with other times and modes, it is the same bytes; nothing else is left."""
    site, archive = tmp_path / "site", tmp_path / "site.zip"
    (site / "deep").mkdir(parents=True)
    pages = [site / "index.html", site / "deep" / "page.html"]
    for number, page in enumerate(pages):
        page.write_text(f"page {number}")
    archive.write_text("a zip from before, of which nothing is left")
    assert main(["pack", str(site), str(archive)]) == 0
    first = archive.read_bytes()
    for page in pages:
        os.utime(page, (10**9, 10**9))
        page.chmod(0o600)
    assert main(["pack", str(site), str(archive)]) == 0
    assert archive.read_bytes() == first
    assert {path.name for path in tmp_path.iterdir()} == {"site", "site.zip"}
