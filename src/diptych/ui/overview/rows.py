# SPDX-License-Identifier: MIT
"""What the overview shows: articles, how much each two share, what a pair says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OverviewArticle:
    """One of the articles chosen; ``date`` is ISO 8601 or empty."""

    id: str
    title: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class PairDigest:
    """A pair in a few lines: how many matches, what both say, what only each says."""

    left_id: str
    right_id: str
    left_title: str
    right_title: str
    line: str = ""
    both: tuple[str, ...] = ()
    only_left: tuple[str, ...] = ()
    only_right: tuple[str, ...] = ()


def pair_key(one: str, other: str) -> tuple[str, str]:
    """Return the same key for two articles, whichever comes first."""
    return (one, other) if one <= other else (other, one)


class PairCounts:
    """How many passages each two articles share, as far as that is known yet."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, str], int] = {}

    def add(self, counts: dict[tuple[str, str], int]) -> None:
        """Take more counts over; the order of the two ids does not matter."""
        for (one, other), count in counts.items():
            self._counts[pair_key(one, other)] = count

    def clear(self) -> None:
        """Forget all counts."""
        self._counts.clear()

    def of(self, one: str, other: str) -> int | None:
        """Return how many passages two articles share, None while not known."""
        return self._counts.get(pair_key(one, other))

    def greatest(self) -> int:
        """Return the largest count, 0 without any."""
        return max(self._counts.values(), default=0)
