"""The feed of changes, read by a reader of feeds."""

import re
from pathlib import Path

import feedparser

from newsdossier.site.build import BuiltSite
from tests.support.exported import SITE, publish_all
from tests.support.ferry import copied


def test_the_feed_tells_the_changes_of_the_data(made: BuiltSite) -> None:
    """A reader of feeds gets an entry a day, the newest first, and nothing of the program."""
    feed = feedparser.parse(made.files["data/changes.atom"])
    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.updated == "2021-05-12T00:00:00Z"
    assert [link.href for link in feed.feed.links if link.rel == "self"] == [
        f"{SITE}data/changes.atom"
    ]
    assert [(one.title, one.updated) for one in feed.entries] == [
        ("12 May 2021", "2021-05-12T00:00:00Z"),
        ("9 May 2021", "2021-05-09T00:00:00Z"),
    ]
    assert len({feed.feed.id, *(one.id for one in feed.entries)}) == 3
    shown = feed.entries[0].content[0].value
    assert "Another." in shown
    assert "Not of the data" not in shown


def test_the_log_cannot_put_markup_into_the_feed(made: BuiltSite) -> None:
    """Raw HTML in the log is text, a link that would run a script is none, a picture is a link."""
    content = made.files["data/changes.atom"].decode()
    assert "&lt;code&gt;rudder&lt;/code&gt;" in content
    assert "&amp;lt;b&amp;gt;bold" in content
    assert 'href="javascript' not in content
    assert "&lt;img" not in content
    assert re.findall(r"&lt;a [^>]*?&gt;", content) == [
        '&lt;a href="https://elsewhere.example/x"&gt;'
    ]


def test_a_dossier_without_a_log_has_no_feed(tmp_path: Path) -> None:
    """Where there is no log the feed is left out, on the data page too."""
    made = publish_all(copied(tmp_path))
    assert "data/changes.atom" not in made.files
    assert "changes.atom" not in made.pages["data.md"]
