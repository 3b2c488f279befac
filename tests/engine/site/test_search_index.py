"""The index of the search: what it tells of the originals, and how it writes what can be found."""

import json
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from newsdossier.analysis.collation import collate
from newsdossier.checks.examination import load_sound
from newsdossier.dossier.dossier import Dossier
from newsdossier.site.search import build_search_files
from newsdossier.site.search.originals import hash_originals
from newsdossier.text.search_words import hash_word
from tests.support.building import FERRY_ORIGINALS
from tests.support.ferry import FERRY


@pytest.fixture(scope="module")
def ferry() -> Dossier:
    """The invented dossier with its originals."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in FERRY_ORIGINALS.items():
            patch.setenv(name, value)
        return load_sound(FERRY)


def read_index(files: Mapping[str, bytes]) -> list[Any]:
    """The parts of an index."""
    texts = [content.decode() for content in files.values()]
    return [json.loads(text.partition(".push(")[2].removesuffix(");\n")) for text in texts]


def read_hashes(ferry: Dossier) -> set[int]:
    """The hashes of the words of all originals."""
    words = hash_originals(ferry)
    assert words
    packed = b64decode(words.hashes)
    return {int.from_bytes(packed[at : at + 3], "big") for at in range(0, len(packed), 3)}


def test_the_words_of_the_articles_are_known_by_their_hashes(ferry: Dossier) -> None:
    """Each word of a body is known, one that is only in what is left out is not."""
    hashes = read_hashes(ferry)
    assert {hash_word(word) for word in ("drowned", "crowns", "120", "ondrelle")} <= hashes
    assert hash_word("wolfram") not in hashes
    assert ferry.bodies
    excluded = ferry.bodies["courier"].excluded.lower()
    assert "classifieds" in excluded
    assert hash_word("classifieds") not in hashes


def test_hashes_tell_no_order(ferry: Dossier) -> None:
    """The hashes stand in the order of their size, each once, however often a word is used."""
    words = hash_originals(ferry)
    assert words
    packed = b64decode(words.hashes)
    found = [packed[at : at + 3] for at in range(0, len(packed), 3)]
    assert found == sorted(set(found))


def test_nothing_is_said_of_originals_that_are_not_all_there(ferry: Dossier) -> None:
    """One original that is not at hand may have any word."""
    assert ferry.bodies
    some = {name: body for name, body in ferry.bodies.items() if name != "courier"}
    assert hash_originals(replace(ferry, bodies=some)) is None
    assert hash_originals(replace(ferry, bodies=None)) is None


def test_every_record_can_be_found(ferry: Dossier) -> None:
    """The index has every question, entity, statement and article, with where each leads."""
    (index,) = read_index(build_search_files(collate(ferry), []))
    assert {one["to"] for one in index["questions"]} == {
        f"comparison/{name}/" for name in ferry.questions
    }
    assert {one["to"] for one in index["entities"]} == {
        f"entities/{one.kind}/{one.id}/" for one in ferry.entities.values()
    }
    assert [one["to"] for one in index["articles"]] != []
    assert {one["to"] for one in index["statements"]} == {
        f"articles/{one.article.id}/#fn:{one.statement.id}" for one in ferry.statements
    }
    files = read_index(build_search_files(collate(ferry), [], folders=False))
    assert {one["to"] for one in files[0]["articles"]} == {
        f"articles/{name}.html" for name in ferry.articles
    }


def test_a_split_index_has_all_of_it_once(ferry: Dossier) -> None:
    """The parts together are the whole; the first says how many there are."""
    (whole,) = read_index(build_search_files(collate(ferry), []))
    parts = read_index(build_search_files(collate(ferry), [], most=1))
    assert parts[0]["parts"] == len(parts) == len(ferry.articles)
    for group in ("questions", "entities", "statements", "articles"):
        assert [one for part in parts for one in part.get(group, [])] == whole[group]
