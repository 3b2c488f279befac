"""Whatever is written into the data, the check accepts it as text or refuses it at its line.

Every payload of `cases/payloads.yml` is put into every text field of every record, and into
renditions, as payloads.py finds them in the records. What is accepted is published by
`tests/site/test_hostile.py`.
"""

import re
from pathlib import Path

import pytest

from newsdossier.checks.examination import examine
from tests.support.hostile import HostileDossier
from tests.support.payloads import FIELDS, HARMLESS, PAYLOADS, PLACES, RENDITION, Sort
from tests.support.refusing import Checked


def test_every_payload_is_put_into_every_text_field(checked: Checked) -> None:
    """More than a hundred payloads, each in every field that takes text and in each rendition."""
    texts = {at for at, sort in FIELDS.items() if sort is Sort.TEXT}
    assert len(PAYLOADS) > 100
    assert {at for _, at in checked.tried} == texts | set(RENDITION)
    assert len(checked.tried) == len(PAYLOADS) * len(PLACES)


def test_what_is_refused_is_refused_at_its_line(checked: Checked) -> None:
    """A problem stands at the line of the text that is to be mended, in its file."""
    assert checked.astray == []
    assert checked.refused


def test_plain_words_are_refused_nowhere(checked: Checked) -> None:
    """What is no payload passes in every field, so that no field is refused for something else."""
    refused = {at for payload, at in checked.refused if payload == HARMLESS}
    assert {at for at in refused if "target" not in at[1]} == set()


#: The sorts of fields that take no text at all; `make test` puts each payload into one of them.
STRICT = [Sort.NAME, Sort.DATE, Sort.LANGUAGE]


@pytest.mark.parametrize("every", [len(STRICT), pytest.param(1, marks=pytest.mark.long)])
@pytest.mark.parametrize("sort", STRICT)
def test_names_and_dates_take_no_payload(
    sort: Sort, every: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A field that takes an id, a reference, an address or a date refuses all else at its line."""
    monkeypatch.delenv("DOSSIER_ORIGINALS", raising=False)
    accepted = []
    for number, payload in enumerate(PAYLOADS[STRICT.index(sort) % every :: every]):
        root = tmp_path / str(number) / "dossier"
        dossier = HostileDossier(root, [0, HARMLESS], foreign=(sort, payload)).write()
        assert dossier.foreign_places.keys() == {at for at in FIELDS if FIELDS[at] is sort}
        refused = {(one.place.path, one.place.line) for one in examine(root)[1]}
        wrong = [at for at, places in dossier.foreign_places.items() if not places & refused]
        accepted += [(payload, at) for at in wrong]
    # Some payloads are addresses, and many may name a file, which leads nowhere and is not shown.
    fitting = {
        ("dossier", "licence", "address"): re.compile(r"https?://\S+"),
        ("article", "original", "file"): re.compile(r"[^./\\:][^/\\:]*"),
    }
    assert [
        (text, at) for text, at in accepted if at not in fitting or not fitting[at].fullmatch(text)
    ] == []
