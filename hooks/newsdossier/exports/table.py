"""A table of records and the formats in which it is written."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from newsdossier.exports.download import Download, Field, ForeignKey, Json, format_json_line

T = TypeVar("T")


@dataclass(frozen=True)
class Column(Generic[T]):
    """A field of a table, and the function that gives its value for a line."""

    field: Field
    value: Callable[[T], Json]


@dataclass(frozen=True)
class Table(Generic[T]):
    """A table; each line of it is made from one item."""

    name: str
    title: str
    description: str
    columns: Sequence[Column[T]]
    items: Sequence[T]
    key: tuple[str, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()

    def as_csv(self) -> Download:
        """Write comma-separated values, as RFC 4180 defines them."""
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow([column.field.name for column in self.columns])
        writer.writerows([_format_cell(value) for value in line.values()] for line in self._lines())
        return self._download("csv", "CSV", "text/csv", text.getvalue())

    def as_json(self) -> Download:
        """Write an array of objects, each on a line of its own."""
        lines = ",\n".join(format_json_line(line) for line in self._lines())
        return self._download("json", "JSON", "application/json", f"[\n{lines}\n]\n")

    def as_json_lines(self) -> Download:
        """Write one object a line."""
        text = "".join(f"{format_json_line(line)}\n" for line in self._lines())
        return self._download("jsonl", "JSON Lines", "application/jsonl", text)

    def _lines(self) -> Iterable[dict[str, Json]]:
        """Yield the values by field; whatever is empty is None, in every format."""
        for item in self.items:
            values = {column.field.name: column.value(item) for column in self.columns}
            yield {name: None if value in ("", [], {}) else value for name, value in values.items()}

    def _download(self, ending: str, format: str, media_type: str, text: str) -> Download:
        return Download(
            name=f"{self.name}.{ending}",
            title=self.title,
            description=self.description,
            format=format,
            media_type=media_type,
            content=text.encode(),
            fields=[column.field for column in self.columns],
            is_table=True,
            key=self.key,
            foreign_keys=self.foreign_keys,
        )


def _format_cell(value: Json) -> str:
    """Print a value for a cell: lists as JSON arrays, None as nothing."""
    if value is None:
        return ""
    return _guard(value) if isinstance(value, str) else format_json_line(value)


def _guard(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would take for a formula.

    OWASP advises this. A text that begins with an apostrophe gets one too, so that every reader
    can take it off again.
    """
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r", "'")) else text
