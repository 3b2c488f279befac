"""The answers of a dossier as its cells show them, and what is wrong with how they do."""

from collections.abc import Iterator

from newsdossier.analysis.answers import SourcedAnswer
from newsdossier.analysis.collation import collate
from newsdossier.dossier.dossier import Dossier
from newsdossier.site.parts.cells import CellAnswer, build_cell_answer


def shown_answers(dossier: Dossier) -> Iterator[tuple[SourcedAnswer, CellAnswer]]:
    """Every answer of every row, with its cell."""
    collation = collate(dossier)
    for row in collation.rows.values():
        for sourced in row.answers:
            yield sourced, build_cell_answer(collation, sourced, {})


def misquoted(dossier: Dossier) -> list[str]:
    """The wordings whose marks, or the word beside them, give them to somebody else.

    Double marks are for words that the original prints within quotation marks; single ones for its
    own, where nobody speaks; what it reports has none, and says so. An article whose original is
    not at hand proves nothing.
    """
    assert dossier.bodies
    wrong = []
    for sourced, cell in shown_answers(dossier):
        body = dossier.bodies.get(sourced.article.id)
        if body is None or not cell.value.is_wording or sourced.answer.because:
            continue
        quotations = body.quotations
        words = sourced.answer.value[0].strip("“”\"'‘’ ").rstrip(".,;:!?…")
        is_quoted = not quotations.never_quote(words, sourced.statement.at)
        shown = cell.value.printed
        has_double = shown == f"“{shown[1:-1].strip('“”')}”"
        has_single = shown.startswith("‘") and shown.endswith("’")
        speaks = bool(sourced.statement.speaker)
        if (
            (has_double and not is_quoted)
            or (has_single and speaks)
            or (not speaks and not (has_double or has_single))
            or (speaks and has_double != (cell.manner == "quoted") and cell.manner)
        ):
            wrong.append(f"{sourced.answer.place()}: {shown} {cell.manner}")
    return wrong


def unmarked(dossier: Dossier) -> list[str]:
    """What an editor infers and a cell shows without brackets, reason or printed words."""
    wrong = []
    for sourced, cell in shown_answers(dossier):
        answer, shown = sourced.answer, cell.value
        reason = answer.read_as.because if answer.read_as else answer.because or ""
        if shown.reason != reason or bool(shown.inferred) != bool(reason):
            wrong.append(f"{answer.place()}: {shown.plain}")
        if answer.words and answer.words not in shown.printed:
            wrong.append(f"{answer.place()}: {answer.words} is printed")
        for voice, view in zip(sourced.statement.speaker, cell.word.speakers, strict=True):
            if bool(voice.entity) != bool(view.inferred) or view.reason != (voice.because or ""):
                wrong.append(f"{voice.place()}: {view.plain}")
    return wrong
