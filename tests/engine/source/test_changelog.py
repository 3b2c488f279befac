"""The log of changes is read, day by day."""

from newsdossier.source.changelog import read_changelog


def test_a_day_may_have_many_changes() -> None:
    """A list is as long as it needs to be: no item of it is a long paragraph."""
    items = "- A ferry has another name in one article.\n" * 200
    changes, problems = read_changelog(f"# Changes\n\n## 2021-05-01\n\n### Data\n\n{items}", "log")
    assert problems == []
    assert [change.text for change in changes] == [items.strip()]
