"""Where a number lies on an axis, and which of them the axis names."""

from __future__ import annotations

import math
from dataclasses import dataclass

#: How many ticks an axis has at most; more do not fit a telephone.
FIGURES = 4


@dataclass(frozen=True)
class Scale:
    """A stretch of numbers laid on a stretch of the picture."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, number: float) -> float:
        """Where a number lies; what is beyond an end lies at the end."""
        within = min(max(number, self.low), self.high)
        share = (within - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 2)


def add_margin(numbers: list[float], share: float = 0.15) -> tuple[float, float]:
    """The lowest and highest number with a margin on each side, never below zero."""
    low, high = min(numbers), max(numbers)
    room = (high - low) * share or max(high * 0.1, 1)
    return max(0, low - room), high + room


def list_ticks(low: float, high: float) -> list[float]:
    """Round numbers between two, few enough to be read."""
    power = 10 ** math.floor(math.log10((high - low) / FIGURES))
    step = next(s * power for s in (1, 2, 2.5, 5, 10, 20) if (high - low) / (s * power) <= FIGURES)
    first = math.ceil(low / step)
    return [index * step for index in range(first, math.floor(high / step) + 1)]


def show_exactly(number: float) -> str:
    """A number with its thousands set apart."""
    return f"{number:,.10g}"


def show_briefly(number: float) -> str:
    """A tick's number, in few letters."""
    if number >= 1_000_000:
        return f"{number / 1_000_000:g} million"
    return show_exactly(number)
