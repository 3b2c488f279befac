"""Propose how a raw text is cut: what of it is the article, and what the page put around it.

Everything here is a proposal that a person reads over. The signs of clutter are those of pages in
English, and marks that pages in any language share.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from newsdossier.text import characters
from newsdossier.text.verbatim import count_words

#: The most words that a piece may open with, so that no record repeats a sentence.
LONGEST_OPENING = 12


@dataclass(frozen=True)
class Unit:
    """A line of the text, or what was glued into one and is taken apart again."""

    start: int
    end: int
    text: str

    @property
    def words(self) -> int:
        """How long it is, in words; in scripts that set no spaces, by its letters."""
        return max(count_words(self.text), len(self.text) // 10)

    @property
    def is_over(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(re.search(r"[.!?…。！？][\"'”’»)\]]*$", self.text))

    @property
    def is_paragraph(self) -> bool:
        """Whether it reads as running text."""
        return self.words >= 25 or (self.words >= 5 and self.is_over)

    @property
    def opens_the_body(self) -> bool:
        """Whether an article may begin with it: a headline may ask or exclaim."""
        least = 15 if self.text.rstrip("\"'”’»").endswith(("?", "!", "？", "！")) else 8
        return self.is_paragraph and self.words >= least


@dataclass(frozen=True)
class Piece:
    """A proposed piece: a labelled block, or an exclusion with its reason."""

    start: int
    end: int
    text: str
    opens: str
    label: str = ""
    excluded: str = ""


def propose(text: str) -> list[Piece]:
    """The pieces of a raw text in order, each by opening words that are found after the last one’s.

    A piece whose words cannot be told from those of the piece before is left within that one.
    """
    units = list(_units(text))
    return _opened(text, _labelled(_sorted(units))) if units else []


# From text to units ------------------------------------------------------------------------------

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")


def _units(text: str) -> Iterator[Unit]:
    """The lines that hold something, paragraphs glued together taken apart, broken ones joined."""
    lines = [
        (m.start(), m.group())
        for m in _LINE.finditer(text)
        if m.group().strip(f" \t{characters.BOM}")
    ]
    lines = _unwrapped(text, lines)
    found: list[Unit] = []
    quoted = False
    for index, (start, line) in enumerate(lines):
        joins = bool(found) and (quoted or _runs_on(found[-1].text, line))
        cuts, quoted = _glued(line, quoted)
        quoted = quoted and _is_closed(line for _, line in lines[index + 1 : index + 4])
        for first, last in pairwise([0, *cuts, len(line)]):
            unit = _unit(text, start + first, start + last)
            if joins:
                unit = _unit(text, found.pop().start, unit.end)
                joins = False
            if unit.text:
                found.append(unit)
    yield from found


def _unit(text: str, start: int, end: int) -> Unit:
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip().lstrip(characters.BOM).lstrip())
    return Unit(start, end, text[start:end].rstrip())


def _unwrapped(text: str, lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Lines of one paragraph as one, where a program broke all lines at about the same width.

    It did so where no line is long, and most that are followed at once by another are rather long
    and end in the midst of a sentence.
    """
    following = [
        text[start + len(line) : after].count("\n") < 2
        for (start, line), (after, _) in pairwise(lines)
    ]
    broken = [line for (_, line), goes_on in zip(lines, following, strict=False) if goes_on]
    midst = [line for line in broken if len(line) >= 50 and not _unit(line, 0, len(line)).is_over]
    if any(len(line) > 100 for _, line in lines) or len(midst) * 2 <= len(broken):
        return lines
    found = lines[:1]
    for (start, line), goes_on, (_, before) in zip(lines[1:], following, lines, strict=False):
        if goes_on and len(before) >= 50:
            first, _ = found[-1]
            found[-1] = (first, text[first : start + len(line)])
        else:
            found.append((start, line))
    return found


def _runs_on(before: str, line: str) -> bool:
    """Whether a line goes on with the sentence of the one before it."""
    opened = before.rfind("“") > before.rfind("”") and not line.startswith("“") and "”" in line
    return opened or bool(re.search(r"\b[a-z]\.[a-z]\.$", before))


def _is_closed(lines: Iterable[str]) -> bool:
    """Whether a straight quotation mark left open is closed by the lines that follow.

    A closing mark follows what it closes without a space.
    """
    mark = next((match for line in lines if (match := re.search(r'(^|.)"', line))), None)
    return bool(mark and mark[1].strip())


def _glued(line: str, quoted: bool) -> tuple[list[int], bool]:
    """Where paragraphs were run together without a space; whether a quotation is open at the end.

    Such a place is a capital right behind the end of a sentence or behind a closing mark, or an
    opening mark right behind a word.
    """
    cuts: list[int] = []
    for at, mark in enumerate(line):
        before, after = line[:at][-1:], line[at + 1 : at + 2]
        behind = before.isalnum() or (before in '.!?…"”' and bool(before))
        opens_next = after.isupper() or (after == '"' and line[at + 2 : at + 3].isupper())
        match mark:
            case '"' if quoted:
                quoted = False
                if opens_next:
                    cuts.append(at + 1)
            case '"':
                quoted = True
                if behind and after.isupper():
                    cuts.append(at)
            case "“" if behind:
                cuts.append(at)
            case "”" if after.isupper():
                cuts.append(at + 1)
            case "'" if before in ".!?" and before and after.isupper():
                cuts.append(at)
            case "'" if after.isupper() and line[max(cuts, default=0)] == "'" and before.isalpha():
                cuts.append(at + 1)
            case _ if mark.isupper() and before in (".", "!", "?", "…") and not _short(line[:at]):
                cuts.append(at)
    return sorted({cut for cut in cuts if cut}), quoted


def _short(before: str) -> bool:
    """Whether a text ends in an abbreviation of single letters, such as U.S. or a.m."""
    return bool(re.search(r"(^|[^\w])\w\.$", before))


# From units to what they are ---------------------------------------------------------------------

PARAGRAPH, SUBHEAD, BOXED, HEADLINE = "", "s", "f", "headline"


@dataclass(frozen=True)
class Sorted:
    """A unit, with what it is taken for: a part of the article, or a reason to leave it out."""

    unit: Unit
    part: str | None = None
    reason: str = ""


@dataclass(frozen=True)
class Sign:
    """What shows that a line is not the article, and why it is left out."""

    reason: str
    pattern: re.Pattern[str]
    foot: bool = False
    """Whether the article is over where it stands."""


def _sign(reason: str, pattern: str, foot: bool = False) -> Sign:
    return Sign(reason, re.compile(pattern, re.IGNORECASE), foot)


_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = rf"(\d{{1,2}}\.? {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}},? \d{{4}}|\d{{4}}-\d\d-\d\d)"
_CREDITED = r"(AP|AFP|dpa|EFE|EPA|Getty( Images)?|Reuters|TT)"

SIGNS = (
    _sign("comment form", r"^(leave|post|add|write) a (comment|reply)|^\d+ comments?\b", True),
    _sign("comment form", r"\blog in to (reply|comment)|\bakismet\b", True),
    _sign("copyright line", r"©|^\(c\) |\bcopyright\b|all rights reserved", True),
    _sign("imprint", r"^(first )?published in\b", True),
    _sign(
        "links to other stories", r"^(related|recommended|most (read|popular)|you may also)\b", True
    ),
    _sign(
        "links to other stories", r"^(read|see) (also|more|next)\b|^also read\b|^more (on|from)\b"
    ),
    _sign("page tools", r"^(share|print|e-?mail|save|tweet|follow us|sign up|back to top)\b"),
    _sign("advert", r"^(advert|sponsored|promoted)|\bnewsletter\b|\bunlimited\b.*\baccess\b"),
    _sign("advert", r"^(buy|subscribe|donate|contribute|support) |\b(merchandise|magazine)\b"),
    _sign("caption or credit of a picture", rf"\bphotos?( by)?:|[—–] ?{_CREDITED}\W*$"),
    _sign("caption or credit of a picture", r"^(photo|picture|image|video|credit)\b ?[:|]"),
    _sign("date line", rf"^(published|updated|posted|last (updated|modified))\b|^{_DAY}"),
    _sign("byline", r"^by [^.!?]+$"),
    _sign("navigation", r"^(home|menu|skip to)\b|\S\s+[»›>|•·]\s+\S|^\S+ – \S+ – \S+$"),
    _sign("a figure alone", r"^\W*\d+\W*$"),
)
BOX = re.compile(r"^(facts?( box)?|fact file|in (short|brief)|background|at a glance)\W*$", re.I)
BOX_SOURCE = re.compile(r"^sources?\b ?:", re.IGNORECASE)
OTHER = "other stories and whatever else stands under the article"


def _sign_of(unit: Unit) -> Sign | None:
    """The first sign that a unit bears; running text bears that of a picture alone."""
    for sign in SIGNS:
        if sign.pattern.search(unit.text):
            picture = sign.reason.startswith("caption") or "akismet" in sign.pattern.pattern
            if picture or unit.words < 8 or (not unit.is_paragraph and unit.words <= 20):
                return sign
    return None


def _sorted(units: list[Unit]) -> list[Sorted]:
    signs = [_sign_of(unit) for unit in units]
    opening = (
        index for index, unit in enumerate(units) if unit.opens_the_body and not signs[index]
    )
    first = next(opening, None)
    if first is None:  # nothing reads as running text: all that bears no sign may be the article
        return [
            Sorted(unit, reason=sign.reason) if sign else Sorted(unit, PARAGRAPH)
            for unit, sign in zip(units, signs, strict=True)
        ]
    last = _foot(units, signs, first)
    return [
        *_head(units[:first], signs[:first]),
        *_body(units[first:last], signs[first:last]),
        *_tail(units[last:], signs[last:]),
    ]


def _foot(units: list[Unit], signs: list[Sign | None], first: int) -> int:
    """Where the article is over."""
    for index in range(first + 1, len(units)):
        sign = signs[index]
        if sign and (sign.foot or _is_over(units[index + 1 :], signs[index + 1 :])):
            return index
    reading = [
        i for i, unit in enumerate(units) if unit.is_paragraph or BOX_SOURCE.match(unit.text)
    ]
    return max(reading, default=first) + 1


def _is_over(units: list[Unit], signs: list[Sign | None]) -> bool:
    """Whether no running text follows: not at once, and nowhere two paragraphs in a row."""
    running = [unit.opens_the_body and not sign for unit, sign in zip(units, signs, strict=True)]
    return not (running and running[0]) and not any(a and b for a, b in pairwise(running))


def _head(units: list[Unit], signs: list[Sign | None]) -> Iterator[Sorted]:
    """What stands above the first paragraph: the longest line without a sign is the headline."""
    candidates = [
        unit for unit, sign in zip(units, signs, strict=True) if not sign and unit.words > 2
    ]
    headline = max(candidates, key=lambda unit: unit.words, default=None)
    seen = False
    for unit, sign in zip(units, signs, strict=True):
        if unit is headline:
            seen = True
            yield Sorted(unit, HEADLINE)
        elif sign:
            yield Sorted(unit, reason=sign.reason)
        else:
            yield Sorted(unit, SUBHEAD) if seen else Sorted(unit, reason="label of the page")


def _body(units: list[Unit], signs: list[Sign | None]) -> Iterator[Sorted]:
    """The article: paragraphs, sub-heads, boxes, and what the page set between them.

    A line alone that is no sentence is a sub-head; several in a row are titles of other stories.
    """
    boxed = False
    kinds = [_kind(unit, sign) for unit, sign in zip(units, signs, strict=True)]
    marked = zip(units, signs, kinds, strict=True)
    for kind, group in groupby(marked, key=lambda each: each[2]):
        run = list(group)
        if kind == "short":
            boxed = bool(BOX.match(run[0][0].text))
        for number, (unit, sign, _) in enumerate(run):
            if sign:
                yield Sorted(unit, reason=sign.reason)
            elif kind == "text":
                yield Sorted(unit, BOXED if boxed else PARAGRAPH)
            elif boxed or len(run) == 1:
                yield Sorted(unit, None if number else SUBHEAD)
            else:
                yield Sorted(unit, reason="titles of other stories set into the text")


def _kind(unit: Unit, sign: Sign | None) -> str:
    if sign:
        return "sign"
    return "text" if unit.is_paragraph or BOX_SOURCE.match(unit.text) else "short"


def _tail(units: list[Unit], signs: list[Sign | None]) -> Iterator[Sorted]:
    """What stands under the article; a reason holds until another shows, or titles in a row."""
    reason = OTHER
    for index, (unit, sign) in enumerate(zip(units, signs, strict=True)):
        titles = units[index : index + 3]
        if sign and (sign.foot or sign.reason in ("advert", "page tools", "a figure alone")):
            reason = sign.reason
        elif reason == "imprint" or (len(titles) == 3 and all(map(_is_title, titles))):
            reason = OTHER
        yield Sorted(unit, reason=reason)


def _is_title(unit: Unit) -> bool:
    return unit.words > 3 and not unit.is_paragraph


# From what they are to pieces --------------------------------------------------------------------


def _labelled(found: list[Sorted]) -> list[Piece]:
    """The pieces with their labels, numbered in order; neighbours left out alike are one piece."""
    counts = {PARAGRAPH: 0, SUBHEAD: 0, BOXED: 0}
    pieces: list[Piece] = []
    for one in found:
        unit = one.unit
        same = bool(pieces and one.reason and pieces[-1].excluded == one.reason)
        if pieces and (same or (one.part is None and not one.reason)):
            pieces[-1] = replace(pieces[-1], end=unit.end)
            continue
        label = one.part or ""
        if one.part in counts:
            counts[label] += 1
            label = f"{label}{counts[label]}"
        pieces.append(Piece(unit.start, unit.end, unit.text, "", label, one.reason))
    return pieces


def _opened(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces with opening words; one that none can tell apart stays within the one before."""
    found: list[Piece] = []
    for piece in pieces:
        reached = found[-1].start + len(found[-1].opens) if found else 0
        opens = _opening(text, piece, reached)
        if not opens and found and (longer := _past(text, found[-1], piece)):
            found[-1] = replace(found[-1], opens=longer)
            opens = _opening(text, piece, found[-1].start + len(longer))
        if opens:
            found.append(replace(piece, opens=opens))
        elif found:
            found[-1] = replace(found[-1], end=piece.end)
    return _renumbered(text, found)


def _opening(text: str, piece: Piece, reached: int, least: int = 4) -> str:
    """The fewest words, `least` or more, that are found first where the piece starts.

    They stop before a character that no record may have.
    """
    hidden = next((found.start for found in characters.find_deceptive(piece.text)), len(piece.text))
    ends = [end for end in _ends(piece.text) if end <= hidden]
    for end in ends:
        opens = piece.text[:end]
        enough = count_words(opens) >= least or len(opens) > 30 or end == ends[-1]
        if enough and text.find(opens, reached) == piece.start:
            return opens
    return ""


def _past(text: str, before: Piece, piece: Piece) -> str:
    """Longer opening words of the piece before, after which the piece's own are found."""
    for end in _ends(before.text):
        if end > len(before.opens) and _opening(text, piece, before.start + end):
            return before.text[:end]
    return ""


def _ends(line: str) -> Iterator[int]:
    """Where opening words of a line may end, the shortest first."""
    first = line.splitlines()[0]
    for match in re.finditer(r"\S{1,30}", first):
        if count_words(first[: match.end()]) > LONGEST_OPENING or match.end() > 120:
            return
        yield match.end()


def _renumbered(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces with their texts as a record cuts them, from one opening to the next."""
    counts = {PARAGRAPH: 0, SUBHEAD: 0, BOXED: 0}
    found: list[Piece] = []
    ends = [*(piece.start for piece in pieces[1:]), len(text)]
    for piece, end in zip(pieces, ends, strict=True):
        label = piece.label.rstrip("0123456789")
        if piece.label and label in counts:
            counts[label] += 1
            label = f"{label}{counts[label]}"
        found.append(replace(piece, end=end, text=text[piece.start : end], label=label))
    return found
