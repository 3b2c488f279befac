"""What a witness tells stands once, in however many copies."""

from pathlib import Path

from newsdossier.analysis.tellings import merge_copies
from newsdossier.dossier.dossier import Dossier
from tests.support.ferry import edited, replaced


def tellings(dossier: Dossier, entity: str) -> list[list[str]]:
    """The references of the statements about an entity, as they are merged."""
    about = [one for one in dossier.statements if entity in one.statement.about]
    return [
        [one.reference for one in telling.statements] for telling in merge_copies(dossier, about)
    ]


def test_a_copy_is_merged_with_what_it_copies(tmp_path: Path) -> None:
    """The base copy's statement stands first, whichever article comes first."""
    found = tellings(edited(tmp_path), "coast-guard")
    assert ["wire-copy#ashore", "retelling#fetched"] in found


def test_a_copy_of_two_statements_stands_with_each(tmp_path: Path) -> None:
    """What one copy tells in one statement and the base in two is told twice."""
    found = tellings(edited(tmp_path), "grounding")
    assert ["wire-copy#struck", "retelling#bench"] in found
    assert ["wire-copy#ashore", "retelling#bench", "retelling#fetched"] in found


def test_independent_witnesses_are_not_merged(tmp_path: Path) -> None:
    """Two articles that copy nothing tell one thing twice, though their statements share an id."""
    found = tellings(edited(tmp_path), "pilotage-act")
    assert [one for one in found if len(one) > 1] == []


def test_what_only_copies_have_stands_once(tmp_path: Path) -> None:
    """A copy's statement that copies two others which are not about the entity stands once."""
    edit = replaced(
        "articles/retelling.yml",
        "quote: [with 118 humans on the board, struck a sand bench]\n    about: grounding",
        "quote: [with 118 humans on the board, struck a sand bench]\n    about: hallow",
    )
    assert tellings(edited(tmp_path, edit), "hallow").count(["retelling#bench"]) == 1
