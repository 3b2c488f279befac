"""Which statements are one witness's, what its copies make of them, and whose voice they are."""

from pathlib import Path
from typing import Any

import pytest

from newsdossier.analysis.answers import Variation
from newsdossier.analysis.collation import collate
from newsdossier.analysis.digests import digest_answers
from newsdossier.analysis.ranking import rank_rows_apart
from newsdossier.analysis.rows import Row, rows_of
from newsdossier.analysis.support import CountedVoice, list_voices, support_of_row
from newsdossier.analysis.witnesses import witnesses_of
from newsdossier.model import Cause
from tests.support.ferry import FERRY, edited, replaced

WIRE, RETELLING, COURIER = (
    "articles/wire-copy.yml",
    "articles/retelling.yml",
    "articles/courier.yml",
)


def copies(row: Row, witness: str = "coastwire-grounding") -> tuple[str | None, dict[str, str]]:
    """The base copy of a witness in a row, and how each other copy differs from it."""
    (answer,) = (one for one in row.witnesses if one.witness.id == witness)
    return answer.base, {copy.article: copy.variation for copy in answer.copies}


def test_a_dispatch_is_a_witness_with_all_its_copies_and_an_articles_own_matter_another() -> None:
    """What a box has from its own sources is the article's own, and stands after the dispatch."""
    witnesses = witnesses_of(edited(FERRY))
    assert [(one.id, one.origin, one.label, one.articles) for one in witnesses.values()] == [
        (
            "coastwire-grounding",
            "coastwire-grounding",
            "Coastwire dispatch",
            ["retelling", "wire-copy"],
        ),
        ("retelling", None, "Retelling", ["retelling"]),
        ("courier", None, "Courier", ["courier"]),
    ]


def test_an_origin_may_have_a_label_of_its_own(tmp_path: Path) -> None:
    """It is shown where several articles copy the dispatch."""
    label = replaced("origins/coastwire-grounding.yml", "agency:", "label: The wire\nagency:")
    assert witnesses_of(edited(tmp_path, label))["coastwire-grounding"].label == "The wire"


def test_a_statement_with_an_origin_of_its_own_belongs_to_that_witness(tmp_path: Path) -> None:
    """Whatever its article copies."""
    edit = replaced(
        COURIER,
        "    says: About 120 people were aboard.\n",
        "    says: About 120 people were aboard.\n    origin: coastwire-grounding\n",
    )
    dossier = edited(tmp_path, edit)
    found = {name: one.articles for name, one in witnesses_of(dossier).items()}
    assert found["coastwire-grounding"] == ["retelling", "wire-copy", "courier"]
    assert found["courier"] == ["courier"]
    assert copies(rows_of(dossier)["aboard"]) == (
        "wire-copy",
        {"retelling": "changed", "courier": "changed"},
    )


@pytest.mark.parametrize(
    ("question", "edits", "variation"),
    [
        ("when", [], Variation.SAME),
        ("aboard", [], Variation.CHANGED),
        ("helpers", [], Variation.CHANGED),
        ("struck", [], Variation.REWORDED),
        ("injured", [], Variation.MISSING),
        ("fine", [], Variation.MISSING),
        (
            "struck",
            [replaced(RETELLING, "value: a sand bench", "value: “A Sand Bank”,")],
            Variation.SAME,
        ),
        (
            "struck",
            [replaced(RETELLING, "value: a sand bench", "value: a sand, bank")],
            Variation.REWORDED,
        ),
        (
            "aboard",
            [replaced(RETELLING, "value: 118}", "value: 110, bound: gt}")],
            Variation.SAME,
        ),
        (
            "aboard",
            [
                replaced(
                    RETELLING,
                    "value: 118}",
                    "value: 110, bound: gt}\n"
                    "      - {question: aboard, value: 300, status: hypothetical}",
                )
            ],
            Variation.SAME,
        ),
        (
            "aboard",
            [replaced(RETELLING, "value: 118}", "value: 111, bound: gte}")],
            Variation.CHANGED,
        ),
        (
            "aboard",
            [replaced(RETELLING, "value: 118}", "value: 110, bound: gt, of: passengers}")],
            Variation.CHANGED,
        ),
        (
            "aboard",
            [
                replaced(
                    RETELLING,
                    "value: 118}",
                    "value: 118, read_as: {value: 110, bound: gt, because: the wire copy has it}}",
                )
            ],
            Variation.CHANGED,
        ),
    ],
)
def test_a_copy_is_compared_with_the_base_copy_as_printed(
    question: str, edits: list[dict[str, str]], variation: Variation, tmp_path: Path
) -> None:
    """Values, bounds and what is counted make a change; other words are words, case apart."""
    row = rows_of(edited(tmp_path, *edits))[question]
    assert copies(row) == ("wire-copy", {"retelling": variation})


def test_the_base_is_the_one_the_origin_names_where_that_answers(tmp_path: Path) -> None:
    """Else it is the first copy that does, in the order in which articles are shown."""
    named = edited(tmp_path / "named", replaced(WIRE, "value: 110, bound: gt", "value: 110"))
    assert copies(rows_of(named)["aboard"])[0] == "wire-copy"
    silent = replaced(WIRE, "      - {question: aboard, value: 110, bound: gt}\n", "")
    assert copies(rows_of(edited(tmp_path / "silent", silent))["aboard"]) == (
        "retelling",
        {"wire-copy": "missing"},
    )
    unnamed = replaced("origins/coastwire-grounding.yml", "base: wire-copy\n", "")
    assert copies(rows_of(edited(tmp_path / "unnamed", unnamed))["aboard"])[0] == "retelling"


def test_the_editors_cause_stands_with_the_copy_that_differs() -> None:
    """A copy alone has none, nor has a witness that one article makes."""
    rows = rows_of(edited(FERRY))
    (copy,) = rows["struck"].variants_of("retelling")
    assert copy.variant
    assert (copy.variant.cause, copy.variant.because) == (
        Cause.TRANSLATION,
        "“bench” is a translator’s word for a bank",
    )
    assert rows["struck"].variants_of("courier") == []
    assert rows["when"].variants_of("retelling") == []


def test_only_different_witnesses_are_paired() -> None:
    """Copies are not set against each other, nor one article's answers among themselves."""
    for row in rows_of(edited(FERRY)).values():
        assert all(pair.a.witness != pair.b.witness for pair in row.pairs())
    helpers = rows_of(edited(FERRY))["helpers"]
    assert [(pair.a.article.id, pair.b.article.id) for pair in helpers.pairs()] == [
        ("wire-copy", "courier")
    ]


@pytest.mark.parametrize(
    ("edits", "voices"),
    [
        ([], [{"entity": "coast-guard"}]),
        ([("speaker: coast-guard", "speaker: dorrin")], [{"entity": "dorrin"}]),
        (
            [("speaker: coast-guard", "speaker: [dorrin, a passenger]\n    via: skerrow-line")],
            [{"entity": "skerrow-line"}],
        ),
        (
            [
                (
                    "speaker: coast-guard",
                    "speaker: dorrin\n    via: [hallow, skerrow-line, coastwire]",
                )
            ],
            [{"entity": "skerrow-line"}],
        ),
        (
            [("speaker: coast-guard", "speaker: dorrin\n    via: courier")],
            [{"entity": "dorrin"}],
        ),
        (
            [("speaker: coast-guard", "speaker: [dorrin, a passenger]")],
            [{"entity": "dorrin"}, {"words": "a passenger"}],
        ),
        ([("speaker: coast-guard", "speaker: nobody")], []),
        ([("    speaker: coast-guard\n    mode: indirect\n", "")], [{"witness": "courier"}]),
    ],
)
def test_people_known_through_one_report_are_one_voice(
    edits: list[tuple[str, str]], voices: list[dict[str, Any]], tmp_path: Path
) -> None:
    """The last reporter speaks who is neither a paper nor an agency; else the speakers do."""
    says = "    quote: it counted nine injured\n"
    spoken = "    speaker: coast-guard\n    mode: indirect\n"
    changes = [replaced(COURIER, says + spoken, says + spoken.replace(*edit)) for edit in edits]
    dossier = edited(tmp_path, *changes)
    (mine,) = rows_of(dossier)["injured"].answers_of("courier")
    assert list_voices(dossier, mine.stated) == [CountedVoice(**voice) for voice in voices]


def test_copies_count_as_one_witness_whatever_their_chains() -> None:
    """A copy that names the agency's report beside the speaker adds neither witness nor voice."""
    dossier = edited(FERRY)
    row = rows_of(dossier)["cause"]
    whole = support_of_row(dossier, row)
    assert whole.witnesses == ["coastwire-grounding", "courier"]
    assert whole.voices == [CountedVoice(entity="coast-guard"), CountedVoice(entity="dorrin")]


def test_contradictions_come_first_then_withdrawn_figures_then_changed_copies() -> None:
    """What witnesses agree on, and copies do not change, is no parting of ways."""
    ranked = [row.question.id for row in rank_rows_apart(collate(edited(FERRY)))]
    assert ranked == ["cause", "injured", "dead", "aboard", "helpers"]


#: What stands behind the speaker of the Courier's injured.
INJURED = "    mode: indirect\n    about: grounding\n    answers: [{question: injured"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("value: 9, as_of", "value: 10, as_of"),
        ("value: 9, as_of", "value: 9, bound: gte, as_of"),
        ("value: 9, as_of", "value: 9, of: passengers, as_of"),
        ("as_of: 2021-05-01}", "as_of: 2021-05-02}"),
        ("as_of: 2021-05-01}", "as_of: 2021-05-01, status: hypothetical}"),
        ("as_of: 2021-05-01}", "as_of: 2021-05-01, read_as: {value: 10, because: so}}"),
        (
            f"speaker: coast-guard\n{INJURED}",
            f"speaker: dorrin\n{INJURED}",
        ),
    ],
)  # fmt: skip
def test_a_digest_changes_with_what_the_answers_say(old: str, new: str, tmp_path: Path) -> None:
    """Value, bound, what is counted, time, status, reading and speaker are of the answer."""
    changed = rows_of(edited(tmp_path, replaced(COURIER, old, new)))
    before = rows_of(edited(FERRY))
    assert digest_answers(changed["injured"]) != digest_answers(before["injured"])
    assert digest_answers(changed["cause"]) == digest_answers(before["cause"])


def test_a_digest_changes_with_the_bound_of_a_reading(tmp_path: Path) -> None:
    """Of two readings of one figure, each has a digest of its own."""
    found = set()
    for bound in ("eq", "gt"):
        read_as = f"as_of: 2021-05-01, read_as: {{value: 9, bound: {bound}, because: so}}}}"
        edit = replaced(COURIER, "as_of: 2021-05-01}", read_as)
        found.add(digest_answers(rows_of(edited(tmp_path / bound, edit))["injured"]))
    assert len(found) == 2


def test_a_digest_does_not_change_with_prose_ids_or_order(tmp_path: Path) -> None:
    """Neither quotes nor grounds, nor in which statement and order the answers stand."""
    dossier = edited(
        tmp_path,
        replaced(COURIER, "id: nine-injured", "id: injured-on-saturday"),
        replaced(COURIER, "quote: it counted nine injured", "quote: counted nine injured"),
        replaced(COURIER, "as_of: 2021-05-01}", "as_of: 2021-05-01, because: as told}"),
        replaced(
            WIRE,
            "      - {question: injured, value: 14}\n"
            "      - {question: injured, value: 11, status: superseded, by: coast-guard, "
            "on: 2021-05-03}\n",
            "      - {question: injured, value: 11, status: superseded, by: coast-guard, "
            "on: 2021-05-03}\n"
            "      - {question: injured, value: 14}\n",
        ),
    )
    before, after = rows_of(edited(FERRY))["injured"], rows_of(dossier)["injured"]
    assert digest_answers(after) == digest_answers(before)
    assert len(digest_answers(after)) == 8
