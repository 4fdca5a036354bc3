# SPDX-License-Identifier: MIT
"""Which matches stand in the same order on both sides: what scrolling together goes by."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from diptych.compare.values import Match


def in_order(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Return the strongest chain of shown matches that rises on both sides.

    A heaviest increasing subsequence over the starts, found with a Fenwick tree
    of best sums: O(n log n).
    """
    ordered = sorted(
        (match for match in matches if match.shown),
        key=lambda m: (m.left.start, -m.right.start, -m.strength),
    )
    places = sorted({match.right.start for match in ordered})
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(places) + 1)
    before: list[int] = []
    best = (0.0, -1)
    for index, match in enumerate(ordered):
        at = bisect_left(places, match.right.start)
        total, previous = _most(tree, at)
        before.append(previous)
        total += max(match.strength, 0.01)
        _raise(tree, at + 1, (total, index))
        if total > best[0]:
            best = (total, index)
    chain: list[Match] = []
    index = best[1]
    while index >= 0:
        chain.append(ordered[index])
        index = before[index]
    return tuple(reversed(chain))


def _most(tree: Sequence[tuple[float, int]], count: int) -> tuple[float, int]:
    """Return the heaviest chain that ends at one of the first ``count`` places."""
    best = (0.0, -1)
    while count > 0:
        if tree[count][0] > best[0]:
            best = tree[count]
        count -= count & -count
    return best


def _raise(tree: list[tuple[float, int]], at: int, value: tuple[float, int]) -> None:
    """Let every stretch of places that holds ``at`` know a heavier chain."""
    while at < len(tree):
        if value[0] > tree[at][0]:
            tree[at] = value
        at += at & -at
