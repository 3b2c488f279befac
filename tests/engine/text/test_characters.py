"""Characters that hide or deceive are found, and what people write in any language is not."""

import sys
import unicodedata

import pytest

from newsdossier.text.characters import (
    drop_invisible,
    escape_invisible,
    find_deceptive,
    is_invisible,
)
from newsdossier.text.verbatim import find_fragment as stands_at

#: What languages need, however odd it looks in code: nothing of it is refused.
LEGITIMATE = [
    "Қасым-Жомарт Тоқаев, Kassym-Jomart Tokayev",
    "Скерроу’s ferry",
    "Μήκος 5 µm, 20 °C, № 7, “so” ‘it’ «is» – — … \u00a0",
    "می\u200cخواهم",
    "क्\u200dष श्री\u200dमान",
    "ශ්\u200dරී ලංකා",
    "日本語 한국어 עברית العربية ไทย བརྒྱུད",
    "Tiếng Việt, Łódź, İstanbul, Straße",
    "\t tabs\nand lines",
]

#: Characters that no text may have, by what is wrong with them.
REFUSED = {
    "direction": "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c",
    "seen": "\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff\u00ad\u034f\u115f\u1160"
    "\u17b4\u17b5\u180e\u3164\uffa0\ufe00\ufe0f\U000e0100\U000e0001\U000e0041\u2800",
    "control": "\x00\x07\x08\x0b\x1b\x7f\x85\x9f\u2028\u2029",
    "private": "\ue000\uf8ff\U000f0000\U0010fffd",
    "not a character": "\u0378\ufdd0\ufffe\uffff\U0001ffff",
    "lost": "\ufffd",
}


@pytest.mark.parametrize("text", LEGITIMATE)
def test_what_languages_need_is_not_refused(text: str) -> None:
    """Letters, signs and joiners that spelling asks for pass."""
    assert list(find_deceptive(text)) == []


@pytest.mark.parametrize(("why", "characters"), REFUSED.items(), ids=REFUSED)
def test_each_character_that_deceives_is_named_where_it_stands(why: str, characters: str) -> None:
    """The message has the code point, what is wrong with it and what to do."""
    for character in characters:
        (found,) = find_deceptive(f"ab{character}é")
        assert found.start == 2
        assert found.message.startswith(f"U+{ord(character):04X}"), found.message
        assert why in found.message
        assert "; remove it" in found.message or "; write the letter" in found.message


@pytest.mark.parametrize(
    ("word", "letter"),
    [
        ("Tok\u0430yev", "U+0430 CYRILLIC SMALL LETTER A"),
        ("Т\u043eкaев", "U+0061 LATIN SMALL LETTER A"),
        ("N\u03bfrth", "U+03BF GREEK SMALL LETTER OMICRON"),
        ("ferr\uff59", "U+FF59 FULLWIDTH LATIN SMALL LETTER Y"),
        ("\U0001d413okayev", "U+1D413 MATHEMATICAL BOLD CAPITAL T"),
        ("Tok\u0301\u0430yev", "U+0430 CYRILLIC SMALL LETTER A"),
    ],
)
def test_a_word_of_two_alphabets_has_its_strange_letter_named(word: str, letter: str) -> None:
    """A name that only looks like another is told by the letter that does not belong."""
    assert any(letter in found.message for found in find_deceptive(f"a {word} b"))


def test_marks_are_not_heaped_upon_a_letter() -> None:
    """Three may stand on one; from the fourth on the text would grow into its neighbours."""
    assert not [
        found for found in find_deceptive("q\u0323\u0301\u0302") if "marks" in found.message
    ]
    (found,) = find_deceptive("q" + "\u0301" * 40)
    assert found.message.startswith("a letter has 40 marks")


def test_a_name_in_pieces_is_told_as_it_is_to_be_saved() -> None:
    """What is decomposed would never be found as the name it looks like."""
    (found,) = find_deceptive("Zu\u0308rich")
    assert (found.start, "U+00FC" in found.message) == (1, True)


def test_the_words_of_an_original_in_pieces_can_still_be_quoted() -> None:
    """An original may be decomposed: the quotation is not, and is found all the same."""
    original = unicodedata.normalize("NFD", "In Zürich, Łódź and Kéll it rained.")
    start, end = stands_at("Zürich, Łódź and Kéll", original) or (0, 0)
    assert unicodedata.normalize("NFC", original[start:end]) == "Zürich, Łódź and Kéll"


def test_what_is_unseen_is_refused_everywhere() -> None:
    """No unseen character may stand in a text, but for the ends of lines and the tabulator."""
    unseen = [one for one in map(chr, range(sys.maxunicode + 1)) if is_invisible(one)]
    assert len(unseen) > 500
    assert {one for one in unseen if not any(find_deceptive(f"ab{one}é"))} == {"\t", "\n", "\r"}


def test_unseen_characters_are_written_out_or_dropped() -> None:
    """A message shows them as escapes in one line; the search for words passes over them."""
    text = "Sk\u200be\u3164rrow\n\x1b[2Jé"
    assert escape_invisible(text) == r"Sk\u200be\u3164rrow\n\x1b[2Jé"
    assert drop_invisible(text) == "Skerrow\n[2Jé"
