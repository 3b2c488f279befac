"""The generator knows nothing of any one story."""

from pathlib import Path

from tests.support.building import ROOT
from tests.support.ferry import FERRY
from tests.support.heads import leads_on


def test_another_dossier_builds_with_the_same_code(site: Path) -> None:
    """A dossier about another event becomes a site of its own."""
    articles = {path.stem for path in (FERRY / "articles").glob("*.yml")}
    pages = [page for page in (site / "articles").glob("*/index.html") if not leads_on(page)]
    assert articles == {page.parent.name for page in pages}
    for page in site.rglob("*.html"):
        assert "Kazakh" not in page.read_text(encoding="utf-8"), page


def test_the_code_names_nothing_of_the_story() -> None:
    """No module, template, style sheet or script speaks of a person or place of the dossier."""
    for folder in (ROOT / "hooks", ROOT / "docs"):
        for path in folder.rglob("*"):
            if path.is_file() and path.suffix in {".py", ".j2", ".css", ".js", ".md"}:
                text = path.read_text(encoding="utf-8")
                assert not {"Kazakh", "Tokayev", "Almaty"} & set(text.split()), path
