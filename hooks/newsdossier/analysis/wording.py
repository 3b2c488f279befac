"""Values, dates, bounds and modes as a reader reads them."""

from __future__ import annotations

import re
from datetime import date
from itertools import takewhile

from babel import Locale

from newsdossier.model import Attribution, Bound, Kind, Mode, Question, Status, Type

BOUNDS = {
    Bound.EQ: "",
    Bound.GT: "more than ",
    Bound.GTE: "at least ",
    Bound.LT: "fewer than ",
    Bound.LTE: "at most ",
    Bound.NEARLY: "nearly ",
    Bound.ABOUT: "about ",
}
MODES = {
    Mode.DIRECT: "quoted",
    Mode.MIXED: "words quoted",
    Mode.INDIRECT: "reported",
    Mode.STANCE: "how the speaker presents himself",
    None: "own words",
}
WORDS = {
    Attribution.QUOTED: "quoted: a speaker’s own sentence",
    Attribution.REPORTED: "reported: a speaker’s word, told by the article",
    Attribution.STANCE: "self-description: how somebody presents himself",
    Attribution.UNNAMED: "no speaker named",
    Attribution.PAPER: "the article’s own word",
}
STATUSES = {
    Status.ASSERTED: "",
    Status.DENIED: "denied",
    Status.RETRACTED: "withdrawn",
    Status.SUPERSEDED: "superseded",
    Status.HYPOTHETICAL: "only imagined",
}
#: How a speaker's words are given, in a cell of a table.
BRIEF_MODES = {
    Mode.DIRECT: "quoted",
    Mode.MIXED: "words quoted",
    Mode.INDIRECT: "reported",
    Mode.STANCE: "as a self-description",
}
KINDS = {
    Kind.PERSON: "People",
    Kind.ORGANISATION: "Organisations",
    Kind.PLACE: "Places",
    Kind.EVENT: "Events",
    Kind.LAW: "Laws",
    Kind.PUBLICATION: "Publications",
}
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
WINTER = 24


def number(written: str) -> str:
    """A figure with its thousands set apart."""
    whole, point, fraction = written.partition(".")
    return f"{int(whole):,}{point}{fraction}"


def language(code: str) -> str:
    """A language's English name; a language that cannot be told is said to be so."""
    if code == "und":
        return "an undetermined language"
    return str(Locale("en").languages[code])


def day(edtf: str) -> str:
    """An EDTF date in words, its doubts said."""
    first, slash, last = edtf.partition("/")
    return f"between {_doubted(first)} and {_doubted(last)}" if slash else _doubted(first)


def _doubted(edtf: str) -> str:
    words = _plain(edtf)
    if "?" in edtf or "%" in edtf:
        return f"perhaps {words}"
    return f"about {words}" if "~" in edtf else words


def _plain(iso: str, month_form: str = "MMMM") -> str:
    from babel.dates import format_date  # brings in time zones; a check shows no date

    parts = [int(part) for part in iso.strip("?~%").split("-")]
    match parts:
        case [year]:
            return str(year)
        case [year, season] if season == WINTER:
            return f"{SEASONS[season]} {year}–{(year + 1) % 100:02}"  # it turns the year
        case [year, season] if season in SEASONS:
            return f"{SEASONS[season]} {year}"
        case [year, month]:
            return format_date(date(year, month, 1), f"{month_form} y", locale="en")
        case [year, month, day_]:
            return format_date(date(year, month, day_), f"d {month_form} y", locale="en")
        case _:
            return iso


def short_day(edtf: str) -> str:
    """An EDTF date in brief: 11 Jan 2022, 3–9 Jan 2022, Sep–Dec 2022, about 2021."""
    first, slash, last = edtf.partition("/")
    doubt = "about " if any(mark in edtf for mark in "?~%") else ""
    if not slash:
        return doubt + _plain(first, "MMM")
    start, end = _plain(first, "MMM").split(), _plain(last, "MMM").split()
    pairs = zip(reversed(start), reversed(end), strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    shown = [" ".join(start[: len(start) - same]), " ".join(end)]
    return doubt + "–".join(part for part in shown if part)


def value(question: Question, written: list[str], bound: Bound, titles: dict[str, str]) -> str:
    """An answer's value in words; `titles` are the entities' titles by id."""
    match question.type:
        case Type.COUNT:
            unit = f" {question.unit}" if question.unit else ""
            return f"{BOUNDS[bound]}{number(written[0])}{unit}"
        case Type.DATE:
            return day(written[0])
        case Type.CHOICE:
            return question.choices[written[0]]
        case Type.ENTITIES:
            return ", ".join(titles.get(name, name) for name in written)
        case Type.WORDING:
            return quoted(written[0])


#: A straight quotation mark that opens: at the start, behind a space, a bracket or a dash.
_OPENING = re.compile(r"(?:(?<=^)|(?<=[\s(\[–—-]))\"")
_INNER = str.maketrans({"“": "‘", "”": "’"})


def curl(words: str) -> str:
    """Words with their straight double quotation marks turned the way they open or close."""
    return _OPENING.sub("“", words).replace('"', "”")


def inner(words: str) -> str:
    """Words as they stand within quotation marks: those of their own made single."""
    return curl(words).translate(_INNER)


def quoted(words: str) -> str:
    """Words in quotation marks, those within them made single."""
    return f"“{inner(words)}”"


def quoted_as_own(words: str) -> str:
    """An article's own words in single quotation marks; those within them stay double."""
    return f"‘{curl(words)}’"


def plural(count: int, noun: str) -> str:
    """A count with its noun: 1 article, 3 articles."""
    irregular = {"entity": "entities", "person": "people", "witness": "witnesses", "copy": "copies"}
    return f"{count} {noun if count == 1 else irregular.get(noun, noun + 's')}"


_SPELT = "no one two three four five six seven eight nine ten eleven twelve"
#: The numbers that are spelled out in a sentence, from none on.
NUMBERS = _SPELT.split()


def spell_number(count: int) -> str:
    """A count in a sentence: three, but 13."""
    return NUMBERS[count] if count < len(NUMBERS) else f"{count:,}"


def size(count: int) -> str:
    """A file's size."""
    return f"{count} bytes" if count < 1000 else f"{round(count / 1000):,} kB"


def joined(items: list[str]) -> str:
    """a, b and c."""
    return " and ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)
