"""A text is cut into sentences."""

from newsdossier.text.sentences import find_sentence_spans, take_first_sentence


def test_a_text_is_cut_into_sentences_without_loss() -> None:
    """The sentences follow each other to the end, closing marks with the sentence they close."""
    text = "“It sat,” she said. “Why?” Nobody knew, e.g. the mate. 3 boats came."
    assert [text[start:end] for start, end in find_sentence_spans(text)] == [
        "“It sat,” she said.",
        " “Why?”",
        " Nobody knew, e.g. the mate.",
        " 3 boats came.",
    ]


def test_the_first_sentence_of_a_text_stands_alone() -> None:
    """A text of one sentence is that sentence; one of none is empty."""
    assert take_first_sentence("It sat on a bank. Nobody knew.") == "It sat on a bank."
    assert take_first_sentence("It sat on a bank.") == "It sat on a bank."
    assert take_first_sentence("") == ""
