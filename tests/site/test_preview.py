"""Previewing the site while its data are edited."""

from tests.support.previewing import ON_HOME, Preview


def is_whole(home: str) -> bool:
    """Whether a home page is that of the dossier as it was."""
    return ON_HOME in home and "Edited" not in home


def test_a_preview_follows_every_change(preview: Preview) -> None:
    """An edit is shown, a mistake as a list of problems; mending it brings the site back."""
    settings = preview.folder / "dossier" / "dossier.yml"
    good = settings.read_text(encoding="utf-8")
    preview.wait_for(is_whole)

    settings.write_text(good.replace("title:", "title: Edited", 1), encoding="utf-8")
    preview.wait_for(lambda home: "Edited" in home)

    settings.write_text(good.replace("title:", "titel:", 1), encoding="utf-8")
    problems = preview.wait_for(lambda home: ON_HOME not in home and "problem" in home)
    assert "dossier/dossier.yml:2:1" in problems
    assert "did you mean" in problems

    settings.write_text(good, encoding="utf-8")
    preview.wait_for(is_whole)


def test_a_preview_follows_a_template(preview: Preview) -> None:
    """An edit of a template is shown without a restart."""
    preview.wait_for(is_whole)
    template = preview.folder / "hooks" / "newsdossier" / "site" / "templates" / "home.md.j2"
    good = template.read_text(encoding="utf-8")
    template.write_text(good.replace(ON_HOME, "Edited comparison"), encoding="utf-8")
    preview.wait_for(lambda home: "Edited comparison" in home)
    template.write_text(good, encoding="utf-8")
