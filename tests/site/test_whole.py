"""The site of the invented dossier: whole, light, and without what is not to be published."""

from pathlib import Path

import pytest

from tests.support.whole_sites import WholeSite


class TestFerry(WholeSite):
    """The site of the invented dossier."""

    @pytest.fixture(scope="class")
    @classmethod
    def built(cls, site: Path) -> Path:
        """Its folder."""
        return site
