"""Compares records field by field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, TypeVar

from newsdossier.dossier.dossier import Dossier
from newsdossier.model import Record
from newsdossier.problems.problem import Place
from newsdossier.review.difference import Difference, FieldDifference, Outcome, Subject
from newsdossier.review.values import format_items

T = TypeVar("T")
R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Comparator:
    """Compares records of one sort: under which subject, and which fields are looked at."""

    subject: Subject
    title: str
    """The field that sums the record up."""
    leave_out: tuple[str, ...] = ()
    """The fields that another comparator compares."""

    def compare_files(
        self, before: Dossier, after: Dossier, old: Mapping[str, R], new: Mapping[str, R]
    ) -> Iterator[Difference]:
        """Compare records that have a file each.

        A file that one state cannot read is reported as unreadable, not as added or removed.
        """
        for name in sorted({*old, *new}):
            one, other = old.get(name), new.get(name)
            unread = name in (after.unread if one else before.unread)
            if unread and not (one and other):
                place = Place((one or new[name]).place().path)
                yield Difference(self.subject, name, name, Outcome.UNREADABLE, "", place)
            else:
                yield from self.compare(name, name, one, other)

    def compare(
        self,
        owner: str,
        id_: str,
        old: R | None,
        new: R | None,
        more: Iterable[FieldDifference] = (),
    ) -> Iterator[Difference]:
        """Compare one record; `more` are differences found within it by other means."""
        if new is None:
            if old is not None:
                summary, place = str(getattr(old, self.title)), old.place(self.title)
                yield Difference(self.subject, owner, id_, Outcome.REMOVED, summary, place)
            return
        # The summary of a new record is its title already.
        leave_out = ("id", *self.leave_out, *(() if old else (self.title,)))
        if fields := [*compare_fields(old, new, leave_out), *more]:
            outcome = Outcome.CHANGED if old else Outcome.ADDED
            summary, place = str(getattr(new, self.title)), new.place(self.title)
            yield Difference(self.subject, owner, id_, outcome, summary, place, fields)


def list_comparable(
    before: Dossier, after: Dossier, old: Mapping[str, T], new: Mapping[str, T]
) -> list[str]:
    """List the ids of all records but those that only one of the states can read."""
    return [
        name
        for name in sorted({*old, *new})
        if (name in old or name not in before.unread) and (name in new or name not in after.unread)
    ]


def compare_fields(
    old: Record | None, new: Record, leave_out: tuple[str, ...] = (), prefix: str = ""
) -> Iterator[FieldDifference]:
    """Compare two records of one type; without an old one, every field that is set differs."""
    for name, info in type(new).model_fields.items():
        unset = info.get_default(call_default_factory=True)
        one, other = getattr(old, name) if old else unset, getattr(new, name)
        if name in leave_out or _without_places(one) == _without_places(other):
            continue
        label = f"{prefix}{info.alias or name}"
        if isinstance(other, Record) and (isinstance(one, Record) or old is None):
            inner = one if isinstance(one, Record) else None
            yield from compare_fields(inner, other, prefix=f"{label}.")
        else:
            items = drop_common(format_items(one) if old else [], format_items(other))
            yield FieldDifference(label, *items, is_list=isinstance(other, list | dict))


def _without_places(value: Any) -> Any:
    """A value that equals another wherever the two are written."""
    if isinstance(value, list):
        return [_without_places(item) for item in value]
    return value.model_dump() if isinstance(value, Record) else value


def drop_common(old: list[str], new: list[str]) -> tuple[list[str], list[str]]:
    """Drop what two lists have in common; lists that differ in order only are kept whole."""
    removed, added = Counter(old) - Counter(new), Counter(new) - Counter(old)
    return (list(removed.elements()), list(added.elements())) if removed or added else (old, new)


def match_items(
    old: list[T], new: list[T], key: Callable[[T], object]
) -> Iterator[tuple[T | None, T | None]]:
    """Pair the items in which two lists differ, in order; None stands for a missing partner."""
    matcher = SequenceMatcher(None, [key(one) for one in old], [key(one) for one in new], False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            for index in range(max(b - a, d - c)):
                yield (
                    old[a + index] if a + index < b else None,
                    new[c + index] if c + index < d else None,
                )
