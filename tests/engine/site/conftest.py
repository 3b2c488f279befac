"""The pages of the ferry dossier, written once for all tests of pages."""

from collections.abc import Mapping

import pytest

from tests.support.ferry import FERRY
from tests.support.written import written


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The pages, written with the originals at hand."""
    return written(tmp_path_factory.mktemp("written") / "pages", FERRY / "originals")
