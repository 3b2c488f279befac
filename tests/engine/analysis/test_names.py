"""Which entity a name means where it stands."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdossier.analysis.names import Names, find_blocks
from newsdossier.dossier.dossier import Dossier
from newsdossier.dossier.load import load
from newsdossier.model import Reference
from newsdossier.source.renditions import RenditionLink
from tests.support.ferry import FERRY, change, copied


def read(folder: Path) -> Dossier:
    """The dossier in a folder."""
    dossier, problems = load(folder)
    assert problems == []
    assert dossier
    return dossier


@pytest.fixture(scope="module")
def ferry() -> Dossier:
    """The tests' own dossier."""
    return read(FERRY)


@pytest.fixture(scope="module")
def names(ferry: Dossier) -> Names:
    """Its names."""
    return Names(ferry)


def found(names: Names, text: str, article: str, label: str) -> Iterator[tuple[str, str]]:
    """The names in a text of a block, each with what it may mean."""
    for mention in names.find_mentions(text, article, label):
        assert text[mention.start : mention.end] == mention.name
        yield mention.name, " or ".join(mention.entities)


def test_the_longest_name_wins(names: Names) -> None:
    """A name within a longer one is not found by itself."""
    text = "Skerrow Line sails to Skerrow."
    assert list(found(names, text, "wire-copy", "1")) == [
        ("Skerrow Line", "skerrow-line"),
        ("Skerrow", "skerrow or skerrow-line"),
    ]


@pytest.mark.parametrize("text", ["skerrow", "SKERROW", "Coast guard", "Coast Guard", "hallow"])
def test_case_counts(text: str, names: Names) -> None:
    """A word that is written as no name is written is none."""
    assert list(found(names, text, "courier", "1")) == []


def test_the_same_name_in_another_case_is_a_name_of_its_own(names: Names) -> None:
    """Each spelling that is listed is found."""
    text = "HALLOW, in Hallow"
    assert list(found(names, text, "wire-copy", "1")) == [
        ("HALLOW", "hallow"),
        ("Hallow", "hallow"),
    ]


@pytest.mark.parametrize("text", ["Skerrows", "Ondrelles", "NewSkerrow", "Skerrow2"])
def test_a_name_is_no_part_of_a_longer_word(text: str, names: Names) -> None:
    """Letters and digits on either side make another word of it."""
    assert list(found(names, text, "courier", "1")) == []


@pytest.mark.parametrize("text", ["Skerrow’s", "(Skerrow)", "off-Skerrow", "“Skerrow”"])
def test_a_name_ends_where_a_word_ends(text: str, names: Names) -> None:
    """Apostrophes, hyphens and brackets leave it the name it is."""
    assert list(found(names, text, "courier", "1")) == [("Skerrow", "skerrow")]


@pytest.mark.parametrize(
    ("article", "label", "meant"),
    [
        ("courier", "1", "skerrow"),
        ("courier", "2", "skerrow-line"),
        ("courier", "4", "skerrow-line"),
        ("retelling", "f1", "skerrow"),
        ("retelling", "2", "skerrow"),
        ("wire-copy", "4", "skerrow or skerrow-line"),
        ("courier", "5", "skerrow or skerrow-line"),
    ],
)
def test_proofs_decide_what_a_name_means(
    article: str, label: str, meant: str, names: Names
) -> None:
    """What is proved in the block comes first, then what is proved in the article.

    Where either names two entities, both are given and none is guessed at.
    """
    assert list(found(names, "Skerrow", article, label)) == [("Skerrow", meant)]


def test_a_name_that_the_article_does_not_prove_may_mean_all_that_bear_it(names: Names) -> None:
    """The name is found, and is known not to be proved there."""
    assert list(found(names, "Ondrel", "courier", "1")) == [("Ondrel", "grounding")]
    assert not names.is_proved("Ondrel", "grounding", "courier")
    assert names.is_proved("Ondrel", "grounding", "retelling")


@pytest.mark.parametrize("text", ["the safest line on the coast", "The act about pilots"])
def test_a_description_is_never_found(text: str, names: Names) -> None:
    """What an entity is called that is no name leads nowhere from a text."""
    assert list(found(names, text, "courier", "4")) == []


def test_a_statement_proves_a_name_in_all_its_blocks(ferry: Dossier) -> None:
    """A reference to a statement stands for the blocks that the statement is in."""
    assert find_blocks(ferry, Reference("courier#aground")) == [
        ("courier", "headline"),
        ("courier", "1"),
    ]
    assert find_blocks(ferry, Reference("courier#4")) == [("courier", "4")]


def test_a_rendition_says_itself_what_the_proofs_leave_open(ferry: Dossier, names: Names) -> None:
    """A link written by hand keeps the entity that it names."""
    block = ferry.renditions["wire-copy"].block("4")
    assert block
    linked = list(names.link_mentions(block, ferry.articles["wire-copy"]))
    assert [(part.text, entity) for part, entity in linked if isinstance(part, RenditionLink)] == [
        ("Skerrow", "skerrow-line"),
        ("Skerrow", "skerrow"),
    ]


def test_signs_in_a_name_are_no_pattern(tmp_path: Path) -> None:
    """A name of dots and brackets is found as it is written, and as nothing else."""
    dossier = copied(tmp_path)
    listed = "{name: Ilva Dorrin, in: courier#2}"
    odd = {"file": "entities/person/dorrin.yml", "replace": listed}
    change(dossier, {**odd, "with": '{name: "I. (Dor+in)", in: courier#2}'})
    names = Names(read(dossier))
    text = "I. (Dor+in), Ix (Dorrin)"
    assert list(found(names, text, "courier", "2")) == [("I. (Dor+in)", "dorrin")]


def test_a_dossier_without_names_finds_none(ferry: Dossier) -> None:
    """Where nothing has a name, no text mentions anything."""
    assert list(found(Names(Dossier(ferry.settings)), "Skerrow", "courier", "1")) == []
