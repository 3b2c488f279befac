"""What the tests of the real dossier share: its records, and its site built once."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdossier.dossier.dossier import Dossier
from newsdossier.dossier.load import load
from tests.support.building import ROOT, build
from tests.support.serving import serving
from tests.support.sharing import make_once


@pytest.fixture(scope="session")
def dossier() -> Dossier:
    """The real dossier."""
    loaded, problems = load(ROOT / "dossier")
    assert problems == []
    assert loaded
    return loaded


@pytest.fixture(scope="session")
def story_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real dossier, proved where its originals are at hand."""
    named = ("DOSSIER_ORIGINALS",) if "DOSSIER_ORIGINALS" in os.environ else ()
    proofs = {name: os.environ[name] for name in named}
    return make_once(tmp_path_factory, "story", lambda out: build(out, variables=proofs))


@pytest.fixture(scope="session")
def story_served(story_site: Path) -> Iterator[str]:
    """The address of that site's home page on this machine."""
    with serving(story_site) as home:
        yield home
