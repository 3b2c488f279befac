"""The timeline: one event once, the day of saying apart from that of happening."""

from pathlib import Path

import pytest

from newsdossier.analysis.collation import collate
from newsdossier.analysis.timeline import Moment
from newsdossier.dossier.dossier import Dossier
from tests.support.ferry import edited, replaced

COURIER = "articles/courier.yml"


def events(dossier: Dossier, moment: Moment) -> list[tuple[str, list[str]]]:
    """The dates of a kind, each with the statements that tell of it."""
    return [
        (event.dated.date, [telling.lead.reference for telling in event.tellings])
        for event in collate(dossier).timeline
        if event.moment is moment
    ]


def test_an_event_of_several_witnesses_stands_once(tmp_path: Path) -> None:
    """Those who give one date to one question tell one event; the printed date is shown."""
    dossier = edited(tmp_path)
    assert events(dossier, Moment.HAPPENED) == [
        ("2021-05-01", ["wire-copy#struck", "courier#aground"])
    ]
    (event,) = [one for one in collate(dossier).timeline if one.moment is Moment.HAPPENED]
    assert event.dated.because is None


@pytest.mark.parametrize("day", ["2021-05-02", "2021-05"])
def test_events_of_two_dates_stand_apart(day: str, tmp_path: Path) -> None:
    """Another date makes it another event, which a reader is to see."""
    edit = replaced(COURIER, "    when: {date: 2021-05-01}\n", f"    when: {{date: {day}}}\n")
    assert len(events(edited(tmp_path, edit), Moment.HAPPENED)) == 2


def test_the_day_of_saying_is_no_day_of_happening(tmp_path: Path) -> None:
    """What somebody said on a day stands under that day as said."""
    edit = replaced(
        COURIER,
        "    quote: it counted nine injured\n",
        "    quote: it counted nine injured\n    said: {date: 2021-05-01, words: Saturday night}\n",
    )
    dossier = edited(tmp_path, edit)
    assert events(dossier, Moment.SAID) == [("2021-05-01", ["courier#nine-injured"])]
    assert "courier#nine-injured" not in str(events(dossier, Moment.HAPPENED))


def test_every_article_is_published_once(tmp_path: Path) -> None:
    """A publication has a date and no statement."""
    dates = [date for date, _ in events(edited(tmp_path), Moment.PUBLISHED)]
    assert dates == ["2021-05", "2021-05-02", "2021-05-03"]


def test_a_copy_without_a_date_does_not_stand_for_that_of_another(tmp_path: Path) -> None:
    """The retelling copies the grounding but does not date it."""
    (event,) = [one for one in collate(edited(tmp_path)).timeline if one.moment is Moment.HAPPENED]
    assert [telling.articles for telling in event.tellings] == [["wire-copy"], ["courier"]]
