"""Which witness uses which words in its answer to a question that asks for words."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsdossier.analysis.rows import Row
from newsdossier.model import Type
from newsdossier.text.differences import list_words
from newsdossier.text.function_words import find_function_words


@dataclass(frozen=True)
class WordUse:
    """A word as one answer prints it, and who else has it."""

    word: str
    witnesses: list[str] = field(default_factory=list)
    """The ids of the witnesses that use it, in the order of their columns."""


def list_word_uses(row: Row) -> list[WordUse]:
    """The content words of the witnesses' standing answers, those that most of them share first.

    Inflections stay apart, as printed. None where fewer than two witnesses answer, or where the
    question does not ask for words.
    """
    standing = [
        (one.witness.id, answers)
        for one in row.witnesses
        if (answers := [sourced for sourced in one.answers if sourced.is_asserted])
    ]
    if row.question.type is not Type.WORDING or len(standing) < 2:
        return []
    found: dict[str, WordUse] = {}
    for witness, answers in standing:
        for sourced in answers:
            ignored = find_function_words(sourced.article.language.partition("-")[0])
            for key, word in list_words((sourced.answer.read_as or sourced.answer).value[0]):
                if key not in ignored:
                    use = found.setdefault(key, WordUse(word))
                    if witness not in use.witnesses:
                        use.witnesses.append(witness)
    return sorted(found.values(), key=lambda use: -len(use.witnesses))
