# SPDX-License-Identifier: MIT
"""What the overview shows: articles, how much each two share, what a pair says."""

from __future__ import annotations

from collections.abc import Mapping

from diptych.values import dataclass


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
    """How much each two articles share: matches once compared, until then an estimate."""

    def __init__(self) -> None:
        self._estimates: dict[tuple[str, str], int] = {}
        self._matches: dict[tuple[str, str], int] = {}
        self._most_estimated = self._most_matches = 0  # asked for with every square painted

    def estimate(self, counts: Mapping[tuple[str, str], int]) -> None:
        """Take estimates over; the order of the two ids does not matter."""
        self._estimates |= {pair_key(*pair): count for pair, count in counts.items()}
        self._most_estimated = max(self._estimates.values(), default=0)

    def add(self, counts: Mapping[tuple[str, str], int]) -> None:
        """Take over how many matches compared pairs have."""
        self._matches |= {pair_key(*pair): count for pair, count in counts.items()}
        self._most_matches = max(self._matches.values(), default=0)

    def of(self, one: str, other: str) -> int | None:
        """Return how much two articles share, None while nothing is known."""
        key = pair_key(one, other)
        return self._matches.get(key, self._estimates.get(key))

    def is_estimate(self, one: str, other: str) -> bool:
        """Tell whether two articles have not been compared, only estimated."""
        key = pair_key(one, other)
        return key in self._estimates and key not in self._matches

    def share(self, one: str, other: str) -> float:
        """Return the count of two articles as a share of the greatest of its sort, 0 to 1."""
        key = pair_key(one, other)
        # Matches and estimates have a scale each, for the two cannot be compared.
        if key in self._matches:
            return self._matches[key] / max(1, self._most_matches)
        return self._estimates.get(key, 0) / max(1, self._most_estimated)
