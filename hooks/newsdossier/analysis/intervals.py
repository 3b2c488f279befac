"""Intervals: the numbers or the days that a value may stand for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Interval:
    """The numbers, or days as ordinals, that a value may stand for; both ends belong to it."""

    low: float
    high: float

    def overlaps(self, other: Interval) -> bool:
        """Whether the two have a number in common."""
        return self.low <= other.high and other.low <= self.high
