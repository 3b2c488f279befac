"""The repository that pages lead to: how it is named, and the addresses of its lines and forms."""

from urllib.parse import parse_qs, urlsplit

import pytest

from newsdossier.problems.problem import Place
from newsdossier.site.repository import Repository, parse_repository

HOME = "https://github.com/somebody/dossiers"


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("", None),
        ("somebody/dossiers", Repository(HOME)),
        ("https://github.com/somebody/dossiers", Repository(HOME)),
        ("https://github.com/somebody/dossiers.git", Repository(HOME)),
        ("https://github.com/somebody/dossiers/", Repository(HOME)),
        ("https://github.com/somebody/dossiers/tree/draft", Repository(HOME, "draft")),
        (
            "https://github.com/somebody/dossiers/tree/main/a/b.c",
            Repository(HOME, "main", "/a/b.c"),
        ),
    ],
)
def test_a_repository_is_named_in_short_or_by_its_address(
    setting: str, expected: Repository | None
) -> None:
    """OWNER/NAME, and what the browser shows of the repository, a branch or a folder, will do."""
    assert parse_repository(setting) == expected


@pytest.mark.parametrize(
    "setting",
    [
        "dossiers",
        "somebody/",
        "somebody/..",
        "somebody/dossiers/more",
        "-somebody/dossiers",
        "somebody/dossiers\n",
        'somebody/dossiers"onclick="x',
        "javascript:alert(1)",
        "http://github.com/somebody/dossiers",
        "https://github.com",
        "https://somebody@github.com/somebody/dossiers",
        "https://github.com/somebody/dossiers?x",
        "https://github.com/somebody/dossiers/blob/main",
        "https://github.com/somebody/dossiers/tree/main/../..",
        "https://github.com/somebody/dossiers/tree/-x",
    ],
)
def test_a_setting_that_names_no_repository_is_refused(setting: str) -> None:
    """A mistyped or hostile setting says what to write instead, and makes no link."""
    with pytest.raises(ValueError, match="is no repository; write OWNER/NAME"):
        parse_repository(setting)


def test_a_name_in_an_address_cannot_end_it() -> None:
    """What stands in an address of a line or of a report is part of it alone."""
    place = Place('dossier/a b"?#&.yml', 3)
    assert (
        Repository(HOME).line_address(place) == f"{HOME}/blob/main/dossier/a%20b%22%3F%23%26.yml#L3"
    )
    reported = Repository(HOME).report_address("a&template=x#y", "https://example.org/?a=b&c#d")
    assert parse_qs(urlsplit(reported).query) == {
        "template": ["mistake.yml"],
        "where": ["a&template=x#y"],
        "page": ["https://example.org/?a=b&c#d"],
    }
