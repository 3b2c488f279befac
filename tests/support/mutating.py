"""Dossiers in which things have gone wrong: lines lost, doubled, swapped, or with nasty values."""

from hypothesis import strategies as st

from tests.support.ferry import FERRY
from tests.support.invented_texts import HARD
from tests.support.inventing import Draw, Files, sound_dossiers

#: The ferry's own files, in which things go wrong.
WHOLE: Files = {
    path.relative_to(FERRY).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(FERRY.rglob("*"))
    if path.suffix in (".yml", ".md")
}

#: Values that make something of what they stand in.
NASTY = [
    *HARD,
    "", "''", '"', "'", "[", "]", "{", "}", "[]", "{}", "[[]]", "{a: {b: c}}", "- a", "a: b", "? a",
    "&a", "*a", "!!python/object:os.system x", "!!binary aGk=", "<<: *a", "---", "...", "%YAML 9.9",
    "|", ">", "|9", "|+\n  a", "~", ".nan", "-.inf", "1e999", "9" * 40, "-1", "0x1F", "12:30:00",
    "\t", "\x00", "\x07", "\x85", "\u2028", "\u202e", "\ufeff", "\ue000", "é", "\U000e0041",
    "0000-00-00", "0000", "9999-12-31", "2021-02-30", "../2021", "y-17e7", "2021-24~%",
    "2021-05-01/..", "a--b", "-", "a-", "A", "index", "con", "headline", "f1", "s9", "99999",
    "excluded", "nobody", "courier#1", "courier#fog", "#", "a#", "none", "und", "klingon", "a" * 90,
    "word " * 20, "[^fog]", "[^]", "[^ fog]", "[x](entity:skerrow)", "[x](entity:)", "[](x)", "<b>",
    "<br>", "![a](b)", "”",
    "# h", "####### h", "> > > a", "***", "- - -", "    code", "a\\", "``", "&#0;", "&#x202e;", "“",
]  # fmt: skip


def nearly_sound_dossiers() -> st.SearchStrategy[Files]:
    """Invented dossiers in which things have gone wrong."""
    return sound_dossiers().flatmap(lambda files: mutated(files).map(lambda wrong: files | wrong))


#: What may happen to lines; values are changed twice as often as anything else.
CHANGES = ["value", "value", "key", "lose", "double", "swap", "splice", "indent", "cut", "within"]


@st.composite
def mutated(draw: Draw, files: Files) -> Files:
    """The files that have changed: lines are lost, doubled, swapped, or have other values."""
    wrong = dict(files)
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(sorted(wrong)))
        lines = wrong[path].split("\n")
        change = draw(st.sampled_from([*CHANGES, "file"]))
        if change == "file":  # in the place of another
            wrong[draw(st.sampled_from(sorted(wrong)))] = wrong[path]
        else:
            wrong[path] = "\n".join(_change_lines(draw, lines, change))
    return {path: text for path, text in wrong.items() if files[path] != text}


def _change_lines(draw: Draw, lines: list[str], change: str) -> list[str]:
    """Some lines with one change."""
    at = draw(st.integers(0, len(lines) - 1))
    other = draw(st.integers(0, len(lines) - 1))
    match change:
        case "value":
            head, colon, _ = lines[at].partition(": ")
            lines[at] = head + colon + draw(st.sampled_from(NASTY))
        case "within":
            words = lines[at].split(" ")
            words[other % len(words)] = draw(st.sampled_from(NASTY))
            lines[at] = " ".join(words)
        case "key":
            lines[at] = lines[at].replace("e", draw(st.sampled_from(["", "E", "ee", ":"])), 1)
        case "lose":
            del lines[at]
        case "double":
            lines.insert(at, lines[at])
        case "swap":
            lines[at], lines[other] = lines[other], lines[at]
        case "splice":
            lines[at:at] = draw(st.sampled_from(NASTY)).split("\n")
        case "indent":
            lines[at] = draw(st.sampled_from(["  ", " ", "- ", "\t", "> "])) + lines[at]
        case "cut":
            del lines[at:]
    return lines
