"""The site of the real dossier: whole, light, and without what is not to be published."""

from pathlib import Path

import pytest

from newsdossier.site.build import publish
from newsdossier.site.sanitise import sanitise
from tests.support.building import ROOT
from tests.support.rendered import canonical, converted
from tests.support.whole_sites import WholeSite


class TestStory(WholeSite):
    """The site of the real dossier."""

    @pytest.fixture(scope="class")
    @classmethod
    def built(cls, story_site: Path) -> Path:
        """Its folder."""
        return story_site


@pytest.mark.long
def test_honest_pages_stay_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sanitising takes nothing out of the pages; a build, which else would fail, shows it too."""
    monkeypatch.delenv("DOSSIER_ORIGINALS", raising=False)
    for path, page in publish(ROOT / "dossier").pages.items():
        before = converted(page)
        after, taken = sanitise(before)
        assert (path, taken) == (path, [])
        assert canonical(after) == canonical(before), path
