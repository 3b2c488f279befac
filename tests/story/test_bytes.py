"""The site of the real dossier is the same bytes, wherever it is built."""

from pathlib import Path

import pytest

from tests.support.building import ROOT, build, contents
from tests.support.machines import MACHINES, different, elsewhere, environment


@pytest.mark.long
def test_the_site_is_the_same_on_another_machine(story_site: Path, tmp_path: Path) -> None:
    """Built again elsewhere, the site is the same byte for byte."""
    copy = elsewhere(tmp_path, ROOT / "dossier")
    machine = environment(MACHINES["east, plain ASCII"], copy)
    build(tmp_path / "again", copy / "mkdocs.yml", copy, machine)
    assert different(contents(story_site), contents(tmp_path / "again")) == []
